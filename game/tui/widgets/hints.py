"""The line at the foot: which keys do what. Each hint can be clicked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from game.tui.keymap import shown

Hint = tuple[str, str, str]
"""A key as printed, what it does, and the action behind it (empty: not to be clicked)."""
GAP = Content("  ")


class Hints(Static):
    """One line of keys."""

    def __init__(self, hints: Sequence[Hint], *, id: str | None = None) -> None:
        """Show some hints."""
        super().__init__(markup=False, id=id)
        self.hints = hints

    def on_resize(self) -> None:
        """Name as many as there is room for."""
        self.name_keys()

    @property
    def _changed(self) -> Mapping[str, str]:
        return getattr(self.app, "changed_keys", {})

    def show(self, hints: Sequence[Hint]) -> None:
        """Show other hints."""
        if hints != self.hints:
            self.hints = hints
            self.name_keys()

    def name_keys(self) -> None:
        """Name the keys as they are now, changed or not."""
        self.update(drawn(self.hints, self._changed, self.content_size.width))


def drawn(hints: Sequence[Hint], changed: Mapping[str, str], width: int) -> Content:
    """Return hints in a line; where it is too narrow, those before the last go first."""
    parts = [_part(hint, changed) for hint in hints]
    while len(parts) > 1 and GAP.join(parts).cell_length > width:
        del parts[-2]
    return GAP.join(parts)


def _part(hint: Hint, changed: Mapping[str, str]) -> Content:
    key, what, action = hint
    name = shown(key, action, changed)
    text = Content.assemble((name, "bold"), f" {what}" if what else "")
    return text.stylize(Style.from_meta({"@click": action})) if action else text

"""The line at the foot: which keys do what. Each hint can be clicked."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from textual.content import Content
from textual.style import Style
from textual.widgets import Static

from game.tui.keymap import shown

Hint = tuple[str, str, str]
"""A key as printed, what it does, and the action behind it (empty: not to be clicked)."""


class Hints(Static):
    """One line of keys."""

    def __init__(self, hints: Sequence[Hint], *, id: str | None = None) -> None:
        """Show some hints."""
        super().__init__(markup=False, id=id)
        self.hints = hints

    def on_mount(self) -> None:
        """Name the keys as they are, changed or not."""
        self.update(_drawn(self.hints, self._changed))

    @property
    def _changed(self) -> Mapping[str, str]:
        return getattr(self.app, "changed_keys", {})

    def show(self, hints: Sequence[Hint]) -> None:
        """Show other hints."""
        if hints is not self.hints:
            self.hints = hints
            self.update(_drawn(hints, self._changed))


def _drawn(hints: Sequence[Hint], changed: Mapping[str, str]) -> Content:
    parts = []
    for key, what, action in hints:
        name = shown(key, action, changed)
        text = Content.assemble((name, "bold"), f" {what}" if what else "")
        if action:
            text = text.stylize(Style.from_meta({"@click": action}))
        parts.append(text)
    return Content("  ").join(parts)

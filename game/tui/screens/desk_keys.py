"""The keys of the game screen, and those that its foot names."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding, BindingType

from game.text.language import pgettext
from game.tui.screens.sheet import OTHERS
from game.tui.widgets.hints import Hint

KEYS: list[BindingType] = [
    *(Binding(str(n), f"pick('{n}')", show=False) for n in range(10)),
    *(Binding(key, f"go('{name}')", show=False, id=name) for key, name, _title in OTHERS),
    Binding("tab", "flip", show=False),
    Binding("u", "undo", show=False, id="undo"),
    Binding("e", "end", show=False, id="end"),
    Binding("escape,backspace,left", "back", show=False),
    Binding("q", "leave", show=False, id="leave"),
    Binding("pagedown", "read('#brief', 3)", show=False),
    Binding("pageup", "read('#brief', -3)", show=False),
    Binding("shift+down", "read('#preview', 2)", show=False),
    Binding("shift+up", "read('#preview', -2)", show=False),
]


def hints(wide: bool = False) -> Sequence[Hint]:
    """Return the keys at the foot; a `wide` screen has room for more of them."""
    more: Sequence[Hint] = (
        ("a", pgettext("key", "advice"), "screen.go('advisers')"),
        ("h", pgettext("key", "chronicle"), "screen.go('chronicle')"),
        ("v", pgettext("key", "what came"), "screen.go('came')"),
    )
    leave: Hint = ("q", pgettext("key", "leave"), "screen.leave")
    return (
        ("1-9", pgettext("key", "see"), ""),
        ("Enter", pgettext("key", "take"), "screen.ok"),
        ("w", pgettext("key", "why"), "screen.go('why')"),
        ("c", pgettext("key", "crew"), "screen.go('crew')"),
        ("s", pgettext("key", "station"), "screen.go('station')"),
        ("t", pgettext("key", "table"), "screen.go('table')"),
        *(more if wide else ()),
        ("u", pgettext("key", "undo"), "screen.undo"),
        *((leave,) if wide else ()),
        ("^P", "", "app.command_palette"),
        ("?", pgettext("key", "keys"), "screen.go('keys')"),
    )

"""The keys of the game screen, and those that its foot names."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding, BindingType

from game.tui.screens.sheet import OTHERS
from game.tui.widgets.hints import Hint

KEYS: list[BindingType] = [
    *(Binding(str(n), f"pick('{n}')", "Choose", show=False) for n in range(10)),
    *(Binding(key, f"go('{name}')", title, show=False, id=name) for key, name, title in OTHERS),
    Binding("u", "undo", "Undo", show=False, id="undo"),
    Binding("e", "end", "End", show=False, id="end"),
    Binding("escape,backspace,left", "back", "Back", show=False),
    Binding("q", "leave", "Leave", show=False, id="leave"),
    Binding("pagedown", "read('#brief', 3)", "Read on", show=False),
    Binding("pageup", "read('#brief', -3)", "Read back", show=False),
    Binding("shift+down", "read('#preview', 2)", "Preview down", show=False),
    Binding("shift+up", "read('#preview', -2)", "Preview up", show=False),
]

HINTS: Sequence[Hint] = (
    ("1-9", "see", ""), ("Enter", "take", "screen.ok"), ("w", "why", "screen.go('why')"),
    ("c", "crew", "screen.go('crew')"), ("s", "station", "screen.go('station')"),
    ("t", "table", "screen.go('table')"), ("u", "undo", "screen.undo"),
    ("^P", "", "app.command_palette"), ("?", "keys", "screen.go('keys')"),
)  # fmt: skip
MORE_HINTS: Sequence[Hint] = (
    *HINTS[:-3], ("a", "advice", "screen.go('advisers')"),
    ("h", "chronicle", "screen.go('chronicle')"), ("v", "what came", "screen.go('came')"),
    ("u", "undo", "screen.undo"), ("q", "leave", "screen.leave"), *HINTS[-2:],
)  # fmt: skip

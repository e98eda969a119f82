"""The keys of the game screen, and those that its foot names."""

from __future__ import annotations

from collections.abc import Sequence

from textual.binding import Binding, BindingType
from textual.widget import Widget

from game.text.language import pgettext
from game.tui.play import Play
from game.tui.screens.sheet import OTHERS, about, keys_hint, scroll_hint
from game.tui.widgets.gauges import Gauge
from game.tui.widgets.hints import Hint
from game.tui.widgets.instrument import Instrument
from game.tui.widgets.pane import Pane

KEYS: list[BindingType] = [
    *(Binding(str(n), f"pick('{n}')", show=False) for n in range(10)),
    *(Binding(key, f"go('{name}')", show=False, id=name) for key, name, _title in OTHERS),
    Binding("exclamation_mark", "danger", show=False),
    Binding("tab", "flip", show=False),
    Binding("i", "app.jump", show=False, id="jump"),
    Binding("u", "undo", show=False, id="undo"),
    Binding("e", "end", show=False, id="end"),
    Binding("escape,backspace,left", "back", show=False),
    Binding("y", "lesson", show=False, id="lesson"),
    Binding("q", "leave", show=False, id="leave"),
    Binding("pagedown", "read('#brief', 3)", show=False),
    Binding("pageup", "read('#brief', -3)", show=False),
    Binding("shift+down", "read('#preview', 2)", show=False),
    Binding("shift+up", "read('#preview', -2)", show=False),
]


def focus_kind(focused: Widget | None) -> str:
    """Return what has the focus, as the page of keys knows it."""
    if isinstance(focused, Gauge):
        return "gauge"
    if isinstance(focused, Instrument):
        return "instrument"
    return "pane" if isinstance(focused, Pane) else "choices"


def focused_hints(focused: Widget | None) -> Sequence[Hint]:
    """Return the keys of what has the focus, apart from the choices; none where it has none."""
    if not isinstance(focused, Gauge | Pane):
        return ()
    opens = pgettext("key", "why") if isinstance(focused, Gauge) else pgettext("key", "open")
    enter: Hint = ("Enter", opens, "")
    return (
        *((enter,) if isinstance(focused, Gauge | Instrument) else ()),
        *((scroll_hint(),) if isinstance(focused, Pane) else ()),
        ("i", pgettext("key", "go to a pane"), "app.jump"),
        ("Esc", pgettext("key", "to the choices"), "screen.back"),
        keys_hint(),
    )


def hints(play: Play, wide: bool = False) -> Sequence[Hint]:
    """Return the keys at the foot; a `wide` screen has room for more of them."""
    pages = about(play)
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
        *(pages[name] for name in ("crew", "station") if name in pages),
        ("t", pgettext("key", "table"), "screen.go('table')"),
        *(more if wide else ()),
        ("u", pgettext("key", "undo"), "screen.undo"),
        *((leave,) if wide else ()),
        ("^P", "", "app.command_palette"),
        ("?", pgettext("key", "keys"), "screen.go('keys')"),
    )

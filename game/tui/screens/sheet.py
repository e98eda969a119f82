"""What all pages laid over the game share: a title, panes, keys, and many ways to close."""

from __future__ import annotations

from asyncio import sleep
from collections.abc import Sequence
from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.text.language import N_, _, pgettext
from game.tui.screens.closing import Closing
from game.tui.widgets.blank import blank
from game.tui.widgets.hints import Hint, Hints
from game.tui.widgets.pane import Pane
from game.tui.widgets.small import TooSmall

if TYPE_CHECKING:
    from game.tui.play import Play

OTHERS: tuple[tuple[str, str, str], ...] = (
    ("w", "why", N_("Why")),
    ("c", "crew", N_("Crew")),
    ("s", "station", N_("Station")),
    ("t", "table", N_("Table")),
    ("m", "home", N_("Home")),
    ("d", "leaders", N_("Leaders")),
    ("a", "advisers", N_("Advisers")),
    ("f", "flights", N_("Flights")),
    ("o", "power", N_("Power")),
    ("l", "leaving", N_("Leaving")),
    ("h", "chronicle", N_("Chronicle")),
    ("x", "codex", N_("Codex")),
    ("n", "news", N_("News")),
    ("v", "came", N_("What came of it")),
    ("g", "aims", N_("What you are here for")),
    ("question_mark", "keys", N_("Keys")),
)
"""Each page's usual key, its name, and its title in the palette of commands."""


OF_A_STATION = ("crew", "flights", "power")
"""The pages that have something to tell only where a station flies."""


def about(play: Play | None) -> dict[str, Hint]:
    """Return the keys of the pages of what flies, of a game; those that it has nothing for not."""
    station = play is None or play.station
    found: dict[str, Hint] = {
        "crew": ("c", pgettext("key", "crew"), "screen.go('crew')"),
        "flights": ("f", pgettext("key", "flights"), "screen.go('flights')"),
        "station": (
            "s",
            play.place if play else pgettext("key", "station"),
            "screen.go('station')",
        ),
        "power": ("o", pgettext("key", "power"), "screen.go('power')"),
    }
    return {name: hint for name, hint in found.items() if station or name not in OF_A_STATION}


def scroll_hint() -> Hint:
    """Return what scrolls a page."""
    return (_("up/down"), pgettext("key", "scroll"), "")


def close_hint() -> Hint:
    """Return what closes a page."""
    return ("Enter", pgettext("key", "close"), "screen.close")


def keys_hint() -> Hint:
    """Return what lists all keys."""
    return ("?", pgettext("key", "keys"), "screen.go('keys')")


class Sheet(Closing[str]):
    """A page over the game; it closes with Escape, Enter, q or its own letter.

    The letter of another page closes this one and asks for that one: the result is its name.
    """

    NAME: ClassVar[str] = ""
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter", "close", show=False),
        Binding("down,j", "scroll(1)", show=False),
        Binding("up,k", "scroll(-1)", show=False),
        Binding("pagedown,space", "page(1)", show=False),
        Binding("pageup", "page(-1)", show=False),
        *(Binding(key, f"go('{name}')", show=False, id=name) for key, name, _title in OTHERS),
        Binding("i", "app.jump", show=False, id="jump"),
    ]

    def __init__(self, title: str) -> None:
        """Have a title."""
        super().__init__()
        self.heading = title
        self.headline = Static(Content(title), classes="sheet-title", markup=False)

    def compose(self) -> ComposeResult:
        """Lay the title, the panes and the keys out."""
        yield TooSmall()
        yield self.headline
        yield from self.panes()
        yield Hints(self.hints())

    def panes(self) -> Sequence[Widget]:
        """Return what the page shows."""
        return ()

    def hints(self) -> Sequence[Hint]:
        """Return the keys of the page."""
        return (scroll_hint(), close_hint(), *about(self.played).values(), keys_hint())

    @property
    def played(self) -> Play | None:
        """The game that the page lies over; None on the title."""
        desk = getattr(self.app, "desk", None)
        return desk.play if desk is not None else None

    def look_at(self, what: str) -> None:
        """Be told, each time before it is shown, where to open."""

    def paint(self) -> None:
        """Draw everything to the width there is."""

    def blank(self) -> None:
        """Show nothing: somebody else is to sit down, and this was not for them."""
        blank(self)

    async def on_screen_resume(self) -> None:
        """Draw what has changed since it was last shown: at once where it was laid out so.

        The first frame shows what is so now, or nothing.
        """
        if self.outer_size == self.app.size:
            self._draw()
            await sleep(0)  # what has changed says so before a frame is drawn, which is then one
        else:
            self.blank()
            self.call_after_refresh(self._draw)

    def on_resize(self) -> None:
        """Draw to the new width."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        self.headline.update(Content(self.heading), layout=False)
        self.paint()

    def action_close(self) -> None:
        """Go back to the game."""
        self.dismiss("")

    def action_go(self, name: str) -> None:
        """Go to another page, or back to the game with the page's own letter."""
        self.dismiss("" if name == self.NAME else name)

    def _scrolled(self) -> Sequence[Pane]:
        return list(self.query(Pane))

    def action_scroll(self, by: int) -> None:
        """Scroll every pane a line."""
        for pane in self._scrolled():
            pane.scroll_relative(y=by, animate=False)

    def action_page(self, by: int) -> None:
        """Scroll every pane most of its height."""
        for pane in self._scrolled():
            pane.scroll_relative(y=by * max(1, pane.size.height - 2), animate=False)

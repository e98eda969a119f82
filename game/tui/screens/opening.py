"""The pages of a game: each loaded and made when it is first looked at, then kept and reused.

Making them anew would leak: Textual's caches hold on to the lines of widgets that are gone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

from game.tui.screens.sheet import OTHERS
from game.tui.shell import FRESH

if TYPE_CHECKING:
    from game.rules.decisions import Decision
    from game.tui.play import Play
    from game.tui.screens.draft import Draft
    from game.tui.screens.sheet import Sheet


NAMES = tuple(name for _, name, _ in OTHERS)


def _under(name: str, wanted: str, under: tuple[str, ...]) -> tuple[str, ...]:
    """Return the pages to go back to when one page is left for another."""
    stays = (*under, name) if "keys" in (wanted, name) or name == "news" else under
    stays = tuple(page for page in dict.fromkeys(stays) if page != "keys")
    return stays[: stays.index(wanted)] if wanted in stays else stays


class Pages:
    """The pages of one game, by name."""

    def __init__(self, app: App[Any], play: Play, asked: Callable[[str], None]) -> None:
        """Have none yet; `asked` is told what a page asks for that is no page."""
        self.app = app
        self.play = play
        self.asked = asked
        self.made: dict[str, Sheet] = {}
        self.draft: Draft | None = None

    def open(
        self,
        name: str,
        what: str = "",
        closed: Callable[[], None] | None = None,
        under: tuple[str, ...] = (),
    ) -> None:
        """Show a page; when it closes and asks for another one, show that.

        `what` says where to open it (a figure's path); `closed` is called when none is left. To
        the pages `under` it, closing goes back: what help was asked over, and the news.
        """
        page = self._page(name)
        page.look_at(what)
        if what != FRESH:
            self.play.coach.did(self.play.me, "read", name)
        self._show(name, closed, under)

    def _show(self, name: str, closed: Callable[[], None] | None, under: tuple[str, ...]) -> None:
        def gone(wanted: str | None) -> None:
            if wanted in NAMES:
                what = "page" if wanted == "keys" else ""
                self.open(wanted, what, closed, _under(name, wanted, under))
            elif wanted:
                self.asked(wanted)
            elif under:
                self._show(under[-1], closed, under[:-1])
            elif closed is not None:
                closed()

        self.app.push_screen(self._page(name), gone)

    def _page(self, name: str) -> Sheet:
        if name not in self.made:
            self.made[name] = make(self.play, name)
            self.app.install_screen(self.made[name], f"page-{id(self)}-{name}")
        return self.made[name]

    def open_draft(self, decision: Decision, closed: Callable[[Decision | None], None]) -> None:
        """Show the draft of an offer; `closed` gets the decision that sends it, or None."""
        from game.tui.screens.draft import Draft

        if self.draft is None:
            self.draft = Draft(self.play, lambda: self.open("table"))
            self.app.install_screen(self.draft, f"draft-{id(self)}")
        self.draft.begin(decision)
        self.app.push_screen(self.draft, closed)

    def leave_draft(self) -> None:
        """Go back from the draft of an offer where one is shown; it is kept."""
        if self.draft is not None and self.draft.is_active:
            self.draft.action_close()

    def blank(self) -> None:
        """Let no page show what it showed last: somebody else is to sit down."""
        for page in self.made.values():
            page.blank()
        if self.draft is not None:
            self.draft.blank()

    def close(self) -> None:
        """Throw the pages away; none of them may be shown any more."""
        kept: list[Screen[Any]] = [*self.made.values()]
        kept += [self.draft] if self.draft else []
        for page in kept:
            self.app.uninstall_screen(page)
            page.remove()
        self.made, self.draft = {}, None


def make(play: Play, name: str) -> Sheet:
    """Return a page by its name."""
    if name == "why":
        from game.tui.screens.why import Why

        return Why(play)
    if name == "codex":
        from game.tui.screens.codex import CodexSheet

        return CodexSheet(play.content, lambda: play.seen)
    if name == "keys":
        from game.tui.screens.keys import Keys

        return Keys()
    if name == "table":
        from game.tui.screens.table import Table

        return Table(play)
    if name == "leaders":
        from game.tui.screens.leaders import Leaders

        return Leaders(play)
    from game.tui.screens import pages as found

    shown = (
        found.Advisers, found.Aims, found.Came, found.Chronicle, found.Crew, found.Flights,
        found.Home,
        found.Leaving, found.News, found.Power, found.Station,
    )  # fmt: skip
    pages = {page.NAME: page for page in shown}
    return pages[name](play)

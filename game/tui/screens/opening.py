"""The pages of a game: each loaded and made when it is first looked at, then kept and reused.

Making them anew would leak: Textual's caches hold on to the lines of widgets that are gone.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.screen import Screen

if TYPE_CHECKING:
    from game.rules.decisions import Decision
    from game.tui.play import Play
    from game.tui.screens.draft import Draft
    from game.tui.screens.sheet import Sheet


class Pages:
    """The pages of one game, by name."""

    def __init__(self, app: App[Any], play: Play) -> None:
        """Have none yet."""
        self.app = app
        self.play = play
        self.made: dict[str, Sheet] = {}
        self.draft: Draft | None = None

    def open(self, name: str, what: str = "", closed: Callable[[], None] | None = None) -> None:
        """Show a page; when it closes and asks for another one, show that.

        `what` says where to open it (a figure's path); `closed` is called when none is left.
        """

        def gone(wanted: str | None) -> None:
            if wanted:
                self.open(wanted, closed=closed)
            elif closed is not None:
                closed()

        page = self._page(name)
        page.look_at(what)
        self.app.push_screen(page, gone)

    def _page(self, name: str) -> Sheet:
        if name not in self.made:
            self.made[name] = make(self.play, name)
            self.app.install_screen(self.made[name], f"page-{id(self)}-{name}")
        return self.made[name]

    def open_draft(self, decision: Decision, closed: Callable[[Decision | None], None]) -> None:
        """Show the draft of an offer; `closed` gets the decision that sends it, or None."""
        from game.tui.screens.draft import Draft

        if self.draft is None:
            self.draft = Draft(self.play)
            self.app.install_screen(self.draft, f"draft-{id(self)}")
        self.draft.begin(decision)
        self.app.push_screen(self.draft, closed)

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

        return CodexSheet(play.content)
    if name == "keys":
        from game.tui.screens.keys import Keys

        return Keys()
    from game.tui.screens.pages import Chronicle, Crew, News, Station, Table

    pages = {page.NAME: page for page in (Chronicle, Crew, News, Station, Table)}
    return pages[name](play)

"""Opens pages over the game by name, each loaded when it is first looked at."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.tui.play import Play
    from game.tui.screens.desk import Desk
    from game.tui.screens.sheet import Sheet


def open_sheet(desk: Desk, name: str, what: str = "") -> None:
    """Push a page; when it closes and asks for another one, push that."""

    def closed(wanted: str | None) -> None:
        if wanted:
            open_sheet(desk, wanted)

    desk.app.push_screen(sheet(desk.play, name, what), closed)


def sheet(play: Play, name: str, what: str = "") -> Sheet:
    """Return a page by its name; `what` is a figure's path for the page of reasons."""
    if name == "why":
        from game.tui.screens.why import Why

        return Why(play, what)
    if name == "codex":
        from game.tui.screens.codex import CodexSheet

        return CodexSheet(play.content)
    if name == "keys":
        from game.tui.screens.keys import Keys

        return Keys()
    from game.tui.screens.pages import Chronicle, Crew, News, Station, Table

    pages = {page.NAME: page for page in (Chronicle, Crew, News, Station, Table)}
    return pages[name](play)

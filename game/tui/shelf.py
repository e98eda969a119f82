"""What is kept, as the title shows it: saves to load, read off the screen's thread; the records."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from textual.screen import Screen

    from game.tui.host import Host
    from game.tui.library import Kept


def choose_save(app: Host, title: Screen[None], chosen: Callable[[str], None]) -> None:
    """Read what is saved, then list it over the title, if that is still there."""
    from game.tui.screens.load import Load

    def closed(name: str | None) -> None:
        if name:
            chosen(name)

    def show(kept: list[Kept]) -> None:
        if app.screen is title:
            app.push_screen(Load(kept, app.library.told), closed)

    def read() -> None:
        found: list[Kept] = []
        if app.attempt(lambda: found.extend(app.library.kept())):
            app.from_thread(partial(show, found))

    app.run_worker(read, thread=True, exclusive=True, group="saves")


def show_packs(app: Host) -> None:
    """Show the packs that are kept; what is changed there is read at once.

    Raises PackError where there are to be none, or it can't be told which are enabled.
    """
    from game.packs.places import needed_directory
    from game.packs.played import renewed
    from game.tui.screens.packs import PacksPage

    def closed(result: str | None) -> None:
        if result:
            app.attempt(lambda: app.read_with(renewed(app.launch.packs)))

    app.push_screen(PacksPage(app, needed_directory()), closed)


def show_records(app: Host) -> None:
    """Show what finished runs have left beside history."""
    from game.report.runs import records_told
    from game.tui.screens.records import RecordsSheet

    told = records_told(app.library.content(), app.library.finished())
    app.push_screen(RecordsSheet(told))

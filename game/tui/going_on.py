"""Going on with the save that a launch names: how it stands at once, then the game itself.

Its first frame is what the save says. The decisions are taken again once that is drawn; until the
game is there no key is heard, so that nothing is ever decided on what hasn't been checked.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from game.saves.glimpse import Glimpse
    from game.session import Session
    from game.tui.host import Host
    from game.tui.screens.desk import Desk

PATIENCE = 1.0
"""Seconds after which the title is shown where there is nothing else to see yet."""


class GoingOn:
    """One save that is being opened; `pending` until there is a game, or a word why not."""

    def __init__(self, app: Host, name: str) -> None:
        """Open a save, by its name or its file, for an app."""
        self.app = app
        self.name = name
        self.pending = True
        self._shown = False

    def begin(self) -> None:
        """Hear no key; where nothing comes for a while, let the title say what is waited for."""
        self.app.hearing.close()
        self.app.set_timer(PATIENCE, self._show_title)

    def _show_title(self) -> None:
        if self.pending and not self._shown:
            self.app.leave_for_title()

    def look(self) -> None:
        """Show how the save says that its game stands; off the screen's thread."""
        found = self.app.library.glimpse(self.name)
        if found is None or len(found.people) != 1:  # several people hide from each other
            self._check()
        else:
            self._show(found)

    def _show(self, found: Glimpse) -> None:
        from game.tui.look import Glance
        from game.tui.screens.glance import Glimpsed

        look = Glance(found.content, found.state, found.people[0])

        def show() -> None:
            self._shown = True
            self.app.push_screen(Glimpsed(look, self._go_on))

        self.app.from_thread(show)

    def _go_on(self) -> None:
        self.app.run_worker(self._check, thread=True, group="content")

    def _check(self) -> None:
        """Take the decisions again and open the game; off the screen's thread."""
        app, found = self.app, list[tuple["Session", tuple[str, ...]]]()
        if app.attempt(lambda: found.append(app.library.load_told(self.name))):
            app.from_thread(partial(app.open_told, *found[0]))
        else:
            app.from_thread(app.listen)
            app.look_for_saves()

    def open(self, desk: Desk) -> None:
        """Show the game where its save was shown."""
        if self.pending and self._shown:
            self.app.switch_screen(desk)
        else:
            self.app.push_screen(desk)
        self.pending = False

    def give_up(self) -> None:
        """Show the title, where no game has come."""
        if self.pending:
            self.pending = False
            self.app.leave_for_title()

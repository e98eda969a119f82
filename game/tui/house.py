"""Runs games for the game screen: computer players off its thread, the end, undo, leaving."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from textual.worker import get_current_worker

from game.tui.screens.ask import Ask
from game.tui.screens.opening import Pages

if TYPE_CHECKING:
    from game.rules.decisions import Decision
    from game.tui.app import Handshake
    from game.tui.play import Play


class House:
    """The shell around a game screen, as `game.tui.shell.Shell` describes it."""

    def __init__(self, app: Handshake, play: Play) -> None:
        """Run one game for an app."""
        self.app = app
        self.play = play
        self.pages = Pages(app, play)

    def open_page(self, name: str, what: str = "") -> None:
        """Show a page over the game; `what` says where to open it."""
        self.pages.open(name, what)

    def open_draft(self, decision: Decision, closed: Callable[[Decision | None], None]) -> None:
        """Show the draft of an offer; `closed` gets the decision that sends it, or None."""
        self.pages.open_draft(decision, closed)

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; explain what goes wrong and return whether it went well."""
        return self.app.attempt(act)

    def play_others(self) -> None:
        """Let the computer players decide off the screen's thread, then show the game again."""
        self.app.run_worker(self._others, thread=True, exclusive=True, group="players")

    def _others(self) -> None:
        worker = get_current_worker()
        well = self.attempt(lambda: self.play.others(lambda: not worker.is_cancelled))
        stuck = not well and self.play.others_turn
        self.app.from_thread(self._rest if stuck else self._came_back)

    def _came_back(self) -> None:
        desk = self.app.desk
        if desk is not None and desk.play is self.play:
            desk.go_on()

    def _rest(self) -> None:
        """Let the player undo or leave where a computer player can't go on."""
        if self.app.desk is not None:
            self.app.desk.rest()

    def hand_over(self) -> None:
        """Ask another person to the screen, then show the game to them."""
        waiting = self.play.waiting
        name = self.play.content.partners[waiting.chair].name if waiting else ""
        text = "What the last player saw is hidden. Hand the screen over."

        def taken(_: str | None) -> None:
            self.play.hand_over()
            self._came_back()

        question = Ask(f"{name} decides next", text, [("go", f"I am {name}")], opaque=True)
        self.app.push_screen(question, taken)

    def finished(self) -> None:
        """Show how a game ended, and go where the player wants from there."""
        from game.tui.screens.ended import Ended

        def closed(wanted: str | None) -> None:
            self._after_end(wanted or "")

        self.app.push_screen(Ended(self.play), closed)

    def _after_end(self, wanted: str) -> None:
        if not wanted:
            self._to_title()
        elif wanted != "undo":
            self.pages.open(wanted, closed=self.finished)
        elif self.undo():
            self._came_back()
        else:
            self.finished()

    def undo(self) -> bool:
        """Take a decision back; return whether there was one."""
        done: list[bool] = []
        self.attempt(lambda: done.append(self.play.undo()))
        if done == [False]:
            self.app.notify("There is nothing of yours to undo.", markup=False)
        return done == [True]

    def saved(self) -> str:
        """Return in a word whether the game is saved."""
        word = self.app.library.saved(self.play.session)
        return f"{word}, hindsight" if self.play.session.hindsight else word

    def leave(self) -> None:
        """Save, ask where to go, and go there."""
        self.attempt(partial(self.app.library.save, self.play.session))
        answers = [("stay", "Stay in the game"), ("title", "To the title"), ("quit", "Quit")]

        def chosen(where: str | None) -> None:
            if where == "title":
                self._to_title()
            elif where == "quit":
                self.app.exit()

        self.app.push_screen(Ask("Leave the game?", "It is saved as it stands.", answers), chosen)

    def _to_title(self) -> None:
        self.app.to_title()
        self.pages.close()

"""Asking everybody at the screen for a branch, and making it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from game.tui.screens.ask import Ask

if TYPE_CHECKING:
    from game.session import Session
    from game.tui.app import Handshake
    from game.tui.play import Play

NEW_GAME = "A new game leaves this one where turn {turn} began. This one stays as it is saved."
HINDSIGHT = "The new one counts as played with hindsight."


class Branching:
    """One wish for a branch: who has agreed so far."""

    def __init__(
        self, app: Handshake, play: Play, turn: int, done: Callable[[Session | None], None]
    ) -> None:
        """Branch from a turn; `done` gets the new game, or None when there is none."""
        self.app = app
        self.play = play
        self.turn = turn
        self.done = done
        self.left = list(play.session.people)

    def ask(self) -> None:
        """Ask the next person, or make the branch once all have agreed."""
        if not self.left:
            self._make()
            return
        several = len(self.play.session.people) > 1
        name = self.play.content.partners[self.left.pop(0)].name
        title = f"{name}, do you agree?" if several else "Branch from here?"
        text = f"{NEW_GAME.format(turn=self.turn)} {HINDSIGHT}"
        answers = [("no", "No, stay in this game"), ("yes", f"Yes, branch from turn {self.turn}")]
        self.app.push_screen(Ask(title, text, answers, opaque=several), self._heard)

    def _heard(self, answer: str | None) -> None:
        if answer == "yes":
            self.ask()
        else:
            self._end(None)

    def _make(self) -> None:
        made: list[Session] = []
        library, session = self.app.library, self.play.session

        def make() -> None:
            made.append(library.branch(session, self.turn))

        self.app.attempt(lambda: self.play.between(make))
        self._end(made[0] if made else None)

    def _end(self, made: Session | None) -> None:
        """Pass the new game on; where several were asked, the next to decide is asked to sit."""
        self.play.seated = len(self.play.session.people) == 1
        self.done(made)

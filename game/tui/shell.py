"""What a game screen may ask of the app around it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from game.rules.decisions import Decision


FRESH = "fresh"
"""What a page is asked to show that is to tell what hasn't been told yet."""


class Shell(Protocol):
    """Runs computer players off the screen's thread, ends and leaves games, explains errors."""

    def attempt(self, act: Callable[[], object]) -> bool:
        """Do something; explain what goes wrong and return whether it went well."""
        ...

    def begun(self) -> None:
        """Be told that the game is on the screen: from now on keys are meant for it."""

    def play_others(self) -> None:
        """Let the computer players decide, then show the game again."""

    def hand_over(self) -> None:
        """Ask another person to the screen, then show the game to them."""

    def open_page(
        self, name: str, what: str = "", closed: Callable[[], None] | None = None
    ) -> None:
        """Show a page over the game; `what` says where to open it, `closed` is called after it."""

    def open_draft(self, decision: Decision, closed: Callable[[Decision | None], None]) -> None:
        """Show the draft of an offer; `closed` gets the decision that sends it, or None."""

    def show_scenes(self, done: Callable[[], None]) -> None:
        """Show the scenes that have come up, one after the other, then call `done`."""

    def teach(self) -> None:
        """Show the lesson that the viewer is at, at the foot of the game."""

    def ask_lessons(self) -> None:
        """Ask whether lessons are to be passed over."""

    def finished(self) -> None:
        """Show how a game ended."""

    def undo(self) -> bool:
        """Take a decision back; return whether there was one."""
        ...

    def report(self) -> None:
        """Write a report of the run so far, and say where it is."""

    def saved(self) -> str:
        """Return in a few words whether the game is saved, and why it isn't."""
        ...

    def tell_kept(self) -> None:
        """Say over the game what has come up about its being saved."""

    def leave(self) -> None:
        """Save, ask where to go, and go there."""

"""What every game in progress knows about its being saved: by whom, whether, and what to tell."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from game.errors import SaveError
from game.text.language import N_, _

GOES_ON = N_("The game goes on all the same; saving is tried again at your next decision.")
SEALED_FIRST = N_("The decision isn't taken: an iron run goes on only from what is written down.")
UNKEPT = N_("Nothing of this game is kept.")
AGAIN = N_("The game is saved again, and nothing is lost.")


@dataclass(frozen=True, slots=True)
class Parent:
    """The game that a branch has left: the name of its save, and the turn it was left at."""

    save: str
    turn: int


class Kept:
    """A game that saves itself, if it has somewhere to; `unsaved` says why it isn't saved.

    `fingerprints` are those of the states that the decisions led to, as far as they are known.
    """

    def __init__(self, saver: Callable[[Any], None] | None, iron: str) -> None:
        """Be saved by a saver, which raises SaveError where it can't; `iron` names an iron run."""
        self.saver = saver
        self.iron = iron
        self.hindsight = False
        self.edited = False
        self.parent: Parent | None = None
        self.fingerprints: list[str] = []
        self.unsaved: SaveError | None = None
        self.notices: list[str] = []

    def save(self) -> bool:
        """Save the game now; return whether it is saved as it stands, else `unsaved` says why."""
        try:
            self.write()
        except SaveError as error:
            self.not_saved(error)
            return False
        return True

    def write(self) -> None:
        """Save the game now. Raises SaveError, with nothing told, when it can't be."""
        if self.saver is None:
            return
        self.saver(self)
        if self.unsaved is not None:
            self.notices.append(_(AGAIN))
        self.unsaved = None

    def not_saved(self, error: SaveError) -> None:
        """Let it be known that the game isn't saved as it stands; each reason is told once."""
        if str(error) != str(self.unsaved):
            told = _("This game isn't saved. {why}", why=error)
            self.notices.append(f"{told} {_(GOES_ON)}")
        self.unsaved = error

    def take_notices(self) -> tuple[str, ...]:
        """Return what players should be told about the keeping of their game, each once."""
        told, self.notices = tuple(self.notices), []
        return told

"""What every player is: a function from a view and its options to a decision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from random import Random
from typing import ClassVar

from game.content.records import Content
from game.rules.decisions import Decision, Option
from game.rules.messages import Message, message
from game.rules.state import View

OWED = message("why.owed")


@dataclass(frozen=True, slots=True)
class Move:
    """A decision and why it was taken: a reason as data (`game.narration.reasons`), or in words."""

    decision: Decision
    reason: Message | str = ""


class Player:
    """Decides for a chair. Sees a view only, draws from its own dice, leaves the state alone.

    By its `name` a save knows it; `about` says in a few words what it does.
    """

    name: ClassVar[str] = ""
    about: ClassVar[str] = ""

    def decide(self, content: Content, seen: View, options: Sequence[Option], dice: Random) -> Move:
        """Return a legal move for the chair whose turn it is in the view.

        An option without a reason is one, but for an offer, a convening or a counter-offer, which
        want terms (`options`).
        """
        raise NotImplementedError


def legal(options: Sequence[Option]) -> list[Decision]:
    """Return the decisions that may be taken."""
    return [option.decision for option in options if not option.reason]


def find(options: Sequence[Option], pick: str, target: str = "") -> Decision | None:
    """Return a legal decision by its pick, if there is one."""
    return next((d for d in legal(options) if d.pick == pick and d.target == target), None)


def claimed(options: Sequence[Option]) -> Move | None:
    """Return the calling in of something that is owed, if anything is: everybody does that."""
    owed = next((d for d in legal(options) if d.pick == "claim"), None)
    return Move(owed, OWED) if owed else None

"""Performing effects on a draft: on whose behalf, and what performs each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from game.content.records import Amount
from game.content.records.effects import Effect, every
from game.record import Record
from game.rules.draft import Draft
from game.rules.state import Roles


class Actor(Record):
    """On whose behalf effects happen: the chair, its target, the roles, the day of the event."""

    chair: str = ""
    target: str = ""
    roles: Roles = ()
    amount: int = 0
    day: int = 0

    def partner(self, word: str) -> str:
        """Return the partner that `self`, `target` or an id means."""
        if word == "self":
            return self.chair
        return self.target if word == "target" else word

    def role(self, name: str) -> str:
        """Return the id that stands in for a role, or nothing."""
        return next((found for role, found in self.roles if role == name), "")


Performer = Callable[[Draft, Any, Actor], None]
AnyPerformer = TypeVar("AnyPerformer", bound=Performer)

PERFORMERS: dict[type[Effect], Performer] = {}
"""What performs each effect."""


def performs(effect: type[Effect]) -> Callable[[AnyPerformer], AnyPerformer]:
    """Say that a function performs an effect."""

    def said(performer: AnyPerformer) -> AnyPerformer:
        PERFORMERS[effect] = performer
        return performer

    return said


def check_performed() -> None:
    """Raise TypeError where an effect has no performer."""
    idle = ", ".join(one.__name__ for one in every() if one not in PERFORMERS)
    if idle:
        raise TypeError(f"no function in game/rules/effects performs {idle}")


def perform(draft: Draft, effects: Sequence[Effect], actor: Actor) -> None:
    """Perform effects in order; cause and reason are those of the draft at entry."""
    cause, reason = draft.cause, draft.reason
    for effect in effects:
        PERFORMERS[type(effect)](draft, effect, actor)
        draft.cause, draft.reason = cause, reason


def value(draft: Draft, amount: Amount, actor: Actor) -> int:
    """Return what an amount comes to for whoever acts."""
    if isinstance(amount, int):
        return amount
    return amount.bind(actor.chair, actor.target)(draft.state, {"amount": actor.amount})


def today(draft: Draft, actor: Actor) -> int:
    """Return the day from which effects count: the event's own within the turn, if it has one."""
    return max(draft.figures["date"], actor.day)


def perform_clause(
    draft: Draft, effects: Sequence[Effect], giver: str, getter: str, amount: int
) -> None:
    """Perform a clause's effects for who gives and who gets."""
    perform(draft, effects, Actor(giver, getter, amount=amount))

"""How people are: one door through which fatigue, morale and health move, each with its reason."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache

from game.rules.decisions import Change
from game.rules.draft import Draft
from game.rules.messages import Message
from game.rules.state import Crew

MOST = 100
FELT = "feelings"  # in `Draft.dirty`: how people are has changed, not who is where

Cause = tuple[int, Message]
"""By how many points, and why."""


def moved(draft: Draft, person: Crew, what: str, before: int, causes: Iterable[Cause]) -> int:
    """Return where somebody's fatigue, morale or health comes to, noting what moved it."""
    path = f"crew.{person.id}.{what}"
    value = before
    for amount, reason in causes:
        after = value + amount
        after = 0 if after < 0 else MOST if after > MOST else after
        if after != value:
            if draft.told:
                draft.changes.append(Change("person", path, after - value, draft.cause, reason))
            value = after
    return value


def written(draft: Draft) -> dict[str, Crew]:
    """Return the people's table to write how they are into: who is where needs no new count."""
    draft.dirty.add(FELT)
    table: dict[str, Crew] = draft.table("crew")
    return table


def feeling(person: Crew, fatigue: int, morale: int, health: int) -> Crew:
    """Return somebody as they now are; written out, for `replace` takes ten times as long."""
    return Crew(
        person.id, person.partner, person.place, person.ship, person.since, person.liner,
        fatigue, morale, health, person.until, person.learning, person.learnt,
    )  # fmt: skip


@lru_cache(maxsize=8192)
def share(quarterly: int, month: int, months: int) -> int:
    """Return the part of a quarter's points that falls on some months; three months add up."""
    return (month + months) * quarterly // 3 - month * quarterly // 3

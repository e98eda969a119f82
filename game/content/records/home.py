"""Compiled votes and grievances: what is decided at home and by what, and what it minds."""

from __future__ import annotations

from game.content.records.effects import Effect
from game.content.records.expressions import Expression
from game.content.records.figures import Pull
from game.content.records.told import Told
from game.record import Record


class VoteResult(Record):
    """What a vote comes to from `at` points on; None: whatever is less than all others.

    Of several `headlines` another one is told each time it is held.
    """

    at: int | None
    headlines: tuple[Told, ...]
    effects: tuple[Effect, ...] = ()


class Vote(Record):
    """An election, a budget or a council of a partner, held on each of its `days` (ordinals).

    It is announced `ahead` months before. `counts` are the lines of its sum, each capped; `results`
    stand from the best to the worst.
    """

    id: str
    partner: str
    name: Told
    text: Told
    days: tuple[int, ...]
    ahead: int
    counts: tuple[Pull, ...]
    results: tuple[VoteResult, ...]


class Grievance(Record):
    """What a faction grows restless about while `when` holds, by so many `points` of approval.

    It is settled once `settled` holds (None: once `when` doesn't); `settles` says so in words.
    """

    id: str
    faction: str
    name: Told
    when: Expression
    settled: Expression | None
    settles: Told
    points: int

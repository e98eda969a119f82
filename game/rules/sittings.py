"""When each vote at home is held, and from when on a chair knows of it."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.records import Content, Scenario, Vote
from game.record import Record
from game.rules.calendar import turn_of

SOONEST = 4  # turns ahead at which a vote is announced at the latest


class Sitting(Record):
    """A vote on one of its days (an ordinal), and the turn with whose end it is held."""

    vote: Vote
    day: int
    turn: int


def sittings(content: Content, scenario: Scenario) -> dict[int, tuple[Sitting, ...]]:
    """Return by turn the votes that a scenario's chairs are put to, by day."""
    found: dict[int, list[Sitting]] = {}
    for vote in content.votes.values():
        for day in vote.days if vote.partner in scenario.chairs else ():
            turn = turn_of(scenario, day)
            if 1 <= turn <= scenario.turns:
                found.setdefault(turn, []).append(Sitting(vote, day, turn))
    return {turn: tuple(sorted(some, key=_by_day)) for turn, some in sorted(found.items())}


def _by_day(sitting: Sitting) -> tuple[int, str]:
    return sitting.day, sitting.vote.id


def coming(
    votes: Mapping[int, tuple[Sitting, ...]], scenario: Scenario, turn: int, partner: str
) -> tuple[Sitting, ...]:
    """Return the votes of a partner that are announced by a turn and not held yet, by day."""
    return tuple(
        one
        for when, some in votes.items()
        for one in some
        if one.vote.partner == partner and turn <= when <= turn + ahead(scenario, one.vote)
    )


def ahead(scenario: Scenario, vote: Vote) -> int:
    """Return how many turns before it a vote is announced."""
    return max(SOONEST, -(-vote.ahead // scenario.turn_months))

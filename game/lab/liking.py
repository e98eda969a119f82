"""What players like: how often all take one answer at a desk, and one an action that is open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from game.lab.rows import Row

MET = 20
"""Times that something must have been open for a share of it to be told."""
SURE = 0.85
"""The share of times from which a desk is said to get one answer."""


@dataclass(frozen=True, slots=True)
class Like:
    """What was open, how many times, and in which share of them (0 to 1) it was taken."""

    name: str
    times: int
    share: float


def liked(rows: Mapping[str, Mapping[str, Sequence[Row]]]) -> tuple[Like, ...]:
    """Return each desk that was met `MET` times with a choice, and the share of its favourite.

    `rows` are the games of several players, by the chair that each held. Players count alike,
    however often each met the desk: what one of them always takes is its taste, what all of them
    take leaves nothing to choose. A desk is named event/chair; one player alone tells nothing.
    """
    shares: dict[str, list[Counter[str]]] = {}
    for held in rows.values():
        for desk, taken in _desks(held).items():
            if taken.total():
                shares.setdefault(desk, []).append(taken)
    return tuple(
        Like(desk, times, max(_alike(met).values()) / len(met))
        for desk, met in sorted(shares.items())
        if len(met) > 1 and (times := sum(taken.total() for taken in met)) >= MET
    )


def _desks(held: Mapping[str, Sequence[Row]]) -> Mapping[str, Counter[str]]:
    """Return how often a player took each choice of its desks where there was another."""
    found: dict[str, Counter[str]] = {}
    for chair, games in held.items():
        for key, tally in (pair for row in games for pair in row.choices.items()):
            desk, _, choice = key.rpartition("/")
            if desk.endswith(f"/{chair}"):
                found.setdefault(desk, Counter())[choice] += tally.taken - tally.alone
    return found


def _alike(met: Sequence[Counter[str]]) -> Mapping[str, float]:
    """Return the sums of the shares of each choice, a whole for each player."""
    sums: dict[str, float] = {}
    for taken in met:
        for choice, times in taken.items():
            sums[choice] = sums.get(choice, 0.0) + times / taken.total()
    return sums


def used(rows: Mapping[str, Sequence[Row]]) -> tuple[Like, ...]:
    """Return each action that was open in `MET` turns of a chair, named chair/action."""
    could: Counter[str] = Counter()
    did: Counter[str] = Counter()
    for chair, games in rows.items():
        for key, tally in (pair for row in games for pair in row.actions.items()):
            if key.startswith(f"{chair}/"):
                could[key] += tally.open
                did[key] += tally.taken
    return tuple(
        Like(name, times, did[name] / times)
        for name, times in sorted(could.items())
        if times >= MET
    )

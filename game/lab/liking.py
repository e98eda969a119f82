"""What a player likes: how often it takes the same answer at a desk, an action that is open."""

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


def liked(rows: Mapping[str, Sequence[Row]]) -> tuple[Like, ...]:
    """Return each desk that players met `MET` times with a choice, and its favourite's share.

    `rows` are games by the chair whose player is asked about; a desk is named event/chair.
    """
    taken: dict[str, Counter[str]] = {}
    for chair, games in rows.items():
        for key, tally in (pair for row in games for pair in row.choices.items()):
            desk, _, choice = key.rpartition("/")
            if desk.endswith(f"/{chair}"):
                taken.setdefault(desk, Counter())[choice] += tally.taken - tally.alone
    return tuple(
        Like(desk, times, max(counts.values()) / times)
        for desk, counts in sorted(taken.items())
        if (times := counts.total()) >= MET
    )


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

"""Rows added up one at a time, so that a hundred thousand take little more memory than a few.

What a mean is made of is kept whole, so that its error is exact and the rows' order doesn't matter;
of curves it is kept how often each value came.
"""

from __future__ import annotations

from array import array
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import fields
from operator import attrgetter
from typing import Any, Generic, TypeVar

from game.lab.rows import SECONDS, Bargain, Row, Tally, Verdict, tracked
from game.rules.index import Index

T = TypeVar("T", Tally, Bargain, Verdict)
Numbers = dict[str, "array[float]"]


class Table(Generic[T]):
    """Sums of records of one kind, by key."""

    def __init__(self, kind: type[T]) -> None:
        """Start with nothing added."""
        self._kind: Callable[..., T] = kind
        self._numbers = attrgetter(*(field.name for field in fields(kind)))
        self._sums: dict[str, list[Any]] = {}

    def add(self, found: Mapping[str, T]) -> None:
        """Add what one row has of each key."""
        for key, one in found.items():
            numbers = self._numbers(one)
            so_far = self._sums.setdefault(key, [0] * len(numbers))
            so_far[:] = map(sum, zip(so_far, numbers, strict=True))

    def sums(self, known: Iterable[str] = ()) -> dict[str, T]:
        """Return the sums by key, in order, with zeros for what is known and never came up."""
        zeros = {key: self._kind() for key in known}
        found = {key: self._kind(*numbers) for key, numbers in self._sums.items()}
        return dict(sorted({**zeros, **found}.items()))


class Sums:
    """What rows of one scenario come to so far."""

    def __init__(self, index: Index, events: int) -> None:
        """Start with no rows; so many `events` could happen in a game."""
        self.games = 0
        self.endings: Counter[str] = Counter()
        self.numbers: Numbers = defaultdict(lambda: array("d"))
        self.fired: Counter[str] = Counter()
        self.times: Counter[str] = Counter()
        self.talks: Counter[str] = Counter()
        self.choices, self.actions = Table(Tally), Table(Tally)
        self.clauses, self.verdicts = Table(Bargain), Table(Verdict)
        self.moments: list[tuple[Counter[int], ...]] = []
        self._index, self._events, self._figures = index, max(1, events), tracked(index)

    def add(self, row: Row) -> None:
        """Add a row."""
        self.games += 1
        self.endings[row.ending] += 1
        self.fired.update(row.events.keys())
        self.times.update(row.events)
        self.talks.update(row.talks)
        self.choices.add(row.choices)
        self.actions.add(row.actions)
        self.clauses.add(row.clauses)
        self.verdicts.add(row.verdicts)
        for name, value in self._of_a_game(row):
            self.numbers[name].append(value)
        self._curves(row)

    def _of_a_game(self, row: Row) -> Iterator[tuple[str, float]]:
        """Yield the numbers of which there is one a game."""
        yield from (("turns", row.turns), ("kept", row.kept), ("minutes", row.minutes))
        yield "minutes_a_turn", row.minutes / row.turns
        yield "seen", len(row.events) / self._events
        yield from ((f"pace.{sort}", row.pace[sort]) for sort in SECONDS)
        for chair in self._index.chairs:
            yield f"dismissals.{chair}", row.dismissals.get(chair, 0)
        yield from zip(self._figures, row.curves[-1], strict=True)

    def _curves(self, row: Row) -> None:
        for _ in range(len(row.curves) - len(self.moments)):
            self.moments.append(tuple(Counter() for _ in self._figures))
        for counts, values in zip(self.moments, row.curves, strict=False):
            for count, value in zip(counts, values, strict=True):
                count[value] += 1

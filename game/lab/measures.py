"""What the rows of an experiment add up to."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from math import sqrt
from statistics import fmean, stdev

from game.content.records import Content
from game.lab.belonging import belongs, endings
from game.lab.rows import SECONDS, Bargain, Row, Tally, Verdict, tracked
from game.lab.sums import Sums
from game.rules.index import Index, index_of


@dataclass(frozen=True, slots=True)
class Mean:
    """A mean and its standard error; None when one game can't tell it."""

    mean: float
    error: float | None


@dataclass(frozen=True, slots=True)
class Firing:
    """In how many games an event happened, and how often in all."""

    games: int
    times: int


@dataclass(frozen=True, slots=True)
class Point:
    """A figure as a turn opens, over the games that came so far: the quartiles."""

    turn: int
    games: int
    low: int
    middle: int
    high: int


@dataclass(frozen=True, slots=True)
class Edge:
    """The share of turns in which a figure lies on its floor, and on its ceiling."""

    floor: float
    ceiling: float


@dataclass(frozen=True, slots=True)
class Measures:
    """All that is measured; keys are those of the rows, with what never came up included.

    `minutes` estimates a person's playing time, `pace` its decisions a game, `seen` is the share
    of events that one game shows. The points of a curve are turns, and one for the end.
    """

    games: int
    endings: dict[str, int]
    turns: Mean
    kept: Mean
    minutes: Mean
    minutes_a_turn: Mean
    pace: dict[str, Mean]
    seen: Mean
    legacies: dict[str, dict[str, Mean]]
    mandates: dict[str, Mean]
    dismissals: dict[str, Mean]
    events: dict[str, Firing]
    choices: dict[str, Tally]
    actions: dict[str, Tally]
    clauses: dict[str, Bargain]
    talks: dict[str, int]
    curves: dict[str, tuple[Point, ...]]
    edges: dict[str, Edge]
    verdicts: dict[str, Verdict]


def measure(rows: Iterable[Row], content: Content, scenario: str) -> Measures:
    """Return what rows of one scenario, at least one, add up to; each is looked at once."""
    index = index_of(content, scenario)
    events = possible_events(index)
    sums = Sums(index, len(events))
    for row in rows:
        sums.add(row)
    return _measures(sums, index, events)


def _measures(sums: Sums, index: Index, events: Sequence[str]) -> Measures:
    means = {name: mean_of(values) for name, values in sums.numbers.items()}
    chairs = index.chairs
    return Measures(
        games=sums.games,
        endings=_endings(sums, index),
        turns=means["turns"],
        kept=means["kept"],
        minutes=means["minutes"],
        minutes_a_turn=means["minutes_a_turn"],
        pace={sort: means[f"pace.{sort}"] for sort in SECONDS},
        seen=means["seen"],
        legacies={
            c: {one.name: means[f"{c}.{one.name}"] for one in index.legacies} for c in chairs
        },
        mandates={chair: means[f"{chair}.mandate"] for chair in chairs},
        dismissals={chair: means[f"dismissals.{chair}"] for chair in chairs},
        events=_events(sums, events),
        choices=sums.choices.sums(_choices(index, events)),
        actions=sums.actions.sums(_actions(index)),
        clauses=sums.clauses.sums(_clauses(index)),
        talks=dict(sorted(sums.talks.items())),
        curves=_curves(sums, index),
        edges=_edges(sums, index),
        verdicts=sums.verdicts.sums(),
    )


def mean_of(values: Iterable[float]) -> Mean:
    """Return the mean of at least one value, with its standard error."""
    listed = [float(value) for value in values]
    error = stdev(listed) / sqrt(len(listed)) if len(listed) > 1 else None
    return Mean(fmean(listed), error)


def quartiles(counts: Mapping[int, int]) -> tuple[int, int, int]:
    """Return the values a quarter, half and three quarters up the order of at least one.

    `counts` says how often each value came.
    """
    ordered = sorted(counts)
    ends = list(accumulate(counts[value] for value in ordered))
    last = ends[-1] - 1
    low, middle, high = (ordered[bisect_right(ends, last * n // 4)] for n in (1, 2, 3))
    return low, middle, high


def _endings(sums: Sums, index: Index) -> dict[str, int]:
    """Return how often each ending of the scenario came, the commonest first."""
    found = Counter(sums.endings)
    found.update(dict.fromkeys(endings(index), 0))
    return dict(sorted(found.items(), key=lambda pair: (-pair[1], pair[0])))


def possible_events(index: Index) -> tuple[str, ...]:
    """Return the events that a scenario's time allows; follow-ups know no time of their own."""
    timed = {e.id for turn in (index.dated, index.drawn) for found in turn.values() for e in found}
    return tuple(
        event.id
        for event in index.content.events.values()
        if belongs(event.when, index.scenario.id)
        and (event.id in timed or (event.day is None and event.weight <= 0))
    )


def _events(sums: Sums, known: Iterable[str]) -> dict[str, Firing]:
    names = sorted({*known, *sums.fired})
    return {event: Firing(sums.fired[event], sums.times[event]) for event in names}


def _choices(index: Index, events: Iterable[str]) -> Iterator[str]:
    for event in (index.content.events[name] for name in events):
        for desk in event.desks:
            if desk.chair in index.chairs:
                yield from (f"{event.id}/{desk.chair}/{choice.id}" for choice in desk.choices)


def _actions(index: Index) -> Iterator[str]:
    for chair in index.chairs:
        for action in index.content.actions.values():
            if not action.chairs or chair in action.chairs:
                yield f"{chair}/{action.id}"


def _clauses(index: Index) -> set[str]:
    """Return the clauses that might come up."""
    return {clause.id for table in index.tables.values() for clause, _ in table}


def _curves(sums: Sums, index: Index) -> dict[str, tuple[Point, ...]]:
    return {
        name: tuple(_point(turn, counts[place]) for turn, counts in enumerate(sums.moments, 1))
        for place, name in enumerate(tracked(index))
    }


def _point(turn: int, counts: Counter[int]) -> Point:
    return Point(turn, counts.total(), *quartiles(counts))


def _edges(sums: Sums, index: Index) -> dict[str, Edge]:
    """Return how much time each figure with bounds spends on them."""
    return {
        name: _edge([counts[place] for counts in sums.moments], index.bounds[name])
        for place, name in enumerate(tracked(index))
        if name in index.bounds
    }


def _edge(moments: Sequence[Counter[int]], bounds: tuple[int, int]) -> Edge:
    turns = sum(counts.total() for counts in moments)
    low, high = (sum(counts[bound] for counts in moments) for bound in bounds)
    return Edge(low / turns, high / turns)

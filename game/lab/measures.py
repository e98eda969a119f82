"""What the rows of an experiment add up to."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt
from statistics import fmean, stdev

from game.content.records import Content
from game.lab.belonging import belongs, endings
from game.lab.rows import SECONDS, Bargain, Row, Tally, Verdict, tracked
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


def measure(rows: Sequence[Row], content: Content, scenario: str) -> Measures:
    """Return what rows of one scenario, at least one, add up to."""
    index = index_of(content, scenario)
    finals = {name: _final(rows, place) for place, name in enumerate(tracked(index))}
    events = possible_events(index)
    return Measures(
        games=len(rows),
        endings=_endings(rows, index),
        turns=mean_of(row.turns for row in rows),
        kept=mean_of(row.kept for row in rows),
        minutes=mean_of(row.minutes for row in rows),
        minutes_a_turn=mean_of(row.minutes / row.turns for row in rows),
        pace={sort: mean_of(row.pace[sort] for row in rows) for sort in SECONDS},
        seen=mean_of(len(row.events) / max(1, len(events)) for row in rows),
        legacies={
            c: {one.name: finals[f"{c}.{one.name}"] for one in index.legacies} for c in index.chairs
        },
        mandates={chair: finals[f"{chair}.mandate"] for chair in index.chairs},
        dismissals={c: mean_of(row.dismissals.get(c, 0) for row in rows) for c in index.chairs},
        events=_events(rows, events),
        choices=_tallies((row.choices for row in rows), _choices(index, events)),
        actions=_tallies((row.actions for row in rows), _actions(index)),
        clauses=_clauses(rows, index),
        talks=_talks(rows),
        curves=_curves(rows, index),
        edges=_edges(rows, index),
        verdicts=_verdicts(rows),
    )


def mean_of(values: Iterable[float]) -> Mean:
    """Return the mean of at least one value, with its standard error."""
    listed = [float(value) for value in values]
    error = stdev(listed) / sqrt(len(listed)) if len(listed) > 1 else None
    return Mean(fmean(listed), error)


def quartiles(values: Iterable[int]) -> tuple[int, int, int]:
    """Return the values a quarter, half and three quarters up the order of at least one."""
    ordered = sorted(values)
    last = len(ordered) - 1
    return ordered[last // 4], ordered[last // 2], ordered[last * 3 // 4]


def _final(rows: Sequence[Row], place: int) -> Mean:
    return mean_of(row.curves[-1][place] for row in rows)


def _endings(rows: Sequence[Row], index: Index) -> dict[str, int]:
    """Return how often each ending of the scenario came, the commonest first."""
    found = Counter(row.ending for row in rows)
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


def _events(rows: Sequence[Row], known: Iterable[str]) -> dict[str, Firing]:
    games = Counter(event for row in rows for event in row.events)
    times: Counter[str] = Counter()
    for row in rows:
        times.update(row.events)
    return {event: Firing(games[event], times[event]) for event in sorted({*known, *games})}


def _tallies(found: Iterable[Mapping[str, Tally]], known: Iterable[str]) -> dict[str, Tally]:
    """Return the sums of tallies by key, with zeros for what is known and never came up."""
    sums = {key: Tally() for key in known}
    for key, one in (pair for tallies in found for pair in tallies.items()):
        so_far = sums.get(key, Tally())
        sums[key] = Tally(
            so_far.open + one.open, so_far.taken + one.taken, so_far.alone + one.alone
        )
    return dict(sorted(sums.items()))


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


def _clauses(rows: Sequence[Row], index: Index) -> dict[str, Bargain]:
    """Return the sums by clause, with zeros for those that might have come up."""
    sums = {clause.id: Bargain() for table in index.tables.values() for clause, _ in table}
    for key, one in (pair for row in rows for pair in row.clauses.items()):
        so_far = sums.get(key, Bargain())
        sums[key] = Bargain(
            so_far.possible + one.possible,
            so_far.offered + one.offered,
            so_far.signed + one.signed,
            so_far.ratified + one.ratified,
            so_far.fallen + one.fallen,
            so_far.by_card + one.by_card,
        )
    return dict(sorted(sums.items()))


def _talks(rows: Sequence[Row]) -> dict[str, int]:
    found: Counter[str] = Counter()
    for row in rows:
        found.update(row.talks)
    return dict(sorted(found.items()))


def _verdicts(rows: Sequence[Row]) -> dict[str, Verdict]:
    """Return the sums of what trials found."""
    sums: dict[str, Verdict] = {}
    for key, one in (pair for row in rows for pair in row.verdicts.items()):
        so_far = sums.get(key, Verdict())
        sums[key] = Verdict(so_far.tried + one.tried, so_far.best + one.best)
    return dict(sorted(sums.items()))


def _curves(rows: Sequence[Row], index: Index) -> dict[str, tuple[Point, ...]]:
    longest = max(len(row.curves) for row in rows)
    return {
        name: tuple(_point(rows, place, moment) for moment in range(longest))
        for place, name in enumerate(tracked(index))
    }


def _point(rows: Sequence[Row], place: int, moment: int) -> Point:
    values = [row.curves[moment][place] for row in rows if moment < len(row.curves)]
    return Point(moment + 1, len(values), *quartiles(values))


def _edges(rows: Sequence[Row], index: Index) -> dict[str, Edge]:
    """Return how much time each figure with bounds spends on them."""
    return {
        name: _edge([moment[place] for row in rows for moment in row.curves], index.bounds[name])
        for place, name in enumerate(tracked(index))
        if name in index.bounds
    }


def _edge(values: Sequence[int], bounds: tuple[int, int]) -> Edge:
    low, high = bounds
    return Edge(values.count(low) / len(values), values.count(high) / len(values))

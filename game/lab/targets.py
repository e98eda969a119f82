"""The game's own targets for balance: which line-ups are played for them, and what came out.

A line-up puts one player into one chair, that of the setup, and diplomats into the others.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from math import hypot

from game.content.records import Content, Scenario
from game.lab.belonging import belongs, endings
from game.lab.experiment import Experiment, Loader
from game.lab.measures import Mean, mean_of
from game.lab.rows import Row, tracked
from game.rules.calendar import turn_of
from game.rules.index import index_of
from game.rules.setup import Setup

OTHERS = "diplomat"
LADDER = ("random", "diplomat", "planner")  # each should beat the one before it
PEACEFUL, QUARRELSOME = "peacemaker", "hawk"  # the latter meets the endings that others avoid
RECORD = "historical"
RANDOM_KEEPS, PEACE_KEEPS, APART = 0.10, (0.50, 0.75), 0.15
PLAUSIBLE, ON_DATE = 0.80, 0.95
SOON_ENOUGH = 0.005
MINUTES = (45, 75)
HALFWAY = date(2026, 7, 1).toordinal()  # up to here the record reaches
SETTLED = {"aboard": 1, "deal.seat_swap": 1, "roscosmos.commitment": 2028}

Table = Mapping[tuple[str, str], Sequence[Row]]
"""Rows by chair and the player in it; the record's games stand under the chair they end for."""


@dataclass(frozen=True, slots=True)
class Target:
    """What should hold, what was measured, and whether it holds."""

    text: str
    measured: str
    held: bool


def line_ups(scenario: Scenario) -> Iterator[tuple[str, str, dict[str, str]]]:
    """Yield chair, player, and who sits where, for every line-up that the targets need."""
    for chair in scenario.chairs:
        for player in (*LADDER, PEACEFUL, QUARRELSOME):
            yield chair, player, {**dict.fromkeys(scenario.chairs, OTHERS), chair: player}
    yield scenario.chairs[0], RECORD, dict.fromkeys(scenario.chairs, RECORD)


def experiments(
    content: Content, setup: Setup, games: int, load: Loader
) -> Iterator[tuple[str, Experiment]]:
    """Yield every line-up's player and experiment, from the setup's seed on."""
    for chair, player, seats in line_ups(content.scenarios[setup.scenario]):
        yield player, Experiment(replace(setup, chair=chair), seats, games, load)


def targets(content: Content, scenario: str, table: Table) -> tuple[Target, ...]:
    """Return what the rows of all line-ups say of every target."""
    chairs = content.scenarios[scenario].chairs
    kept = {key: mean_of(row.kept for row in rows) for key, rows in table.items()}
    sums = {key: _legacies(content, scenario, key[0], rows) for key, rows in table.items()}
    return (
        *(_random(chair, kept[chair, LADDER[0]]) for chair in chairs),
        *(_peaceful(chair, kept[chair, PEACEFUL]) for chair in chairs),
        _close([kept[chair, PEACEFUL].mean for chair in chairs]),
        *(_beats(chair, sums, *pair) for chair in chairs for pair in pairwise(LADDER)),
        *_history(content, scenario, table[chairs[0], RECORD]),
        *_endings(content, scenario, table),
        *(_minutes(chair, table[chair, LADDER[-1]]) for chair in chairs),
    )


def _legacies(content: Content, scenario: str, chair: str, rows: Sequence[Row]) -> Mean:
    """Return the mean sum of a chair's four legacies at the end."""
    index = index_of(content, scenario)
    names = tracked(index)
    places = [names.index(f"{chair}.{legacy.name}") for legacy in index.legacies]
    return mean_of(sum(row.curves[-1][place] for place in places) for row in rows)


def _random(chair: str, kept: Mean) -> Target:
    text = f"{chair}: random play keeps the station in under {RANDOM_KEEPS:.0%}"
    return Target(text, f"{kept.mean:.1%}", kept.mean < RANDOM_KEEPS)


def _peaceful(chair: str, kept: Mean) -> Target:
    low, high = PEACE_KEEPS
    text = f"{chair}: a planner for peace keeps it in {low:.0%} to {high:.0%}"
    return Target(text, f"{kept.mean:.1%}", low <= kept.mean <= high)


def _close(shares: Sequence[float]) -> Target:
    apart = max(shares) - min(shares)
    text = f"the chairs lie within {100 * APART:.0f} points"
    return Target(text, f"{100 * apart:.1f} points", apart <= APART)


def _beats(chair: str, sums: Mapping[tuple[str, str], Mean], worse: str, better: str) -> Target:
    ours, theirs = sums[chair, better], sums[chair, worse]
    error = hypot(ours.error or 0, theirs.error or 0)
    measured = f"{ours.mean:.1f} to {theirs.mean:.1f}, standard error {error:.1f}"
    text = f"{chair}: {better} beats {worse} by more than two standard errors"
    return Target(text, measured, ours.mean - theirs.mean > 2 * error)


def _history(content: Content, scenario: str, rows: Sequence[Row]) -> Iterator[Target]:
    """Yield whether the record's own choices lead to what the record knows, where it reaches."""
    turn = turn_of(content.scenarios[scenario], HALFWAY)
    names = tracked(index_of(content, scenario))
    if turn > content.scenarios[scenario].turns or not set(SETTLED) <= set(names):
        return
    settled = mean_of(_settled(row, turn, names) for row in rows).mean
    text = f"{RECORD}: crewed, swaps running, Russia to 2028 at mid-2026 in {PLAUSIBLE:.0%}"
    yield Target(text, f"{settled:.1%}", settled >= PLAUSIBLE)
    dated = mean_of(hit for row in rows for hit in _dates(content, scenario, row, turn)).mean
    text = f"{RECORD}: dated record events come on their dates in {ON_DATE:.0%}"
    yield Target(text, f"{dated:.1%}", dated >= ON_DATE)


def _settled(row: Row, turn: int, names: Sequence[str]) -> bool:
    if len(row.curves) < turn:
        return False
    moment = row.curves[turn - 1]
    return all(moment[names.index(name)] >= least for name, least in SETTLED.items())


def _dates(content: Content, scenario: str, row: Row, until: int) -> Iterator[bool]:
    """Yield for each dated event of the record before a turn whether it came in its turn."""
    here = content.scenarios[scenario]
    for turn, events in index_of(content, scenario).dated.items():
        for event in events:
            recorded = event.basis in ("record", "article") and belongs(event.when, scenario)
            dated = event.day is not None and turn_of(here, event.day) == turn
            if turn < until and recorded and dated:
                yield row.first.get(event.id) == turn


def _endings(content: Content, scenario: str, table: Table) -> Iterator[Target]:
    """Yield for every ending in how much of the games of the line-up that meets it most often."""
    for ending in endings(index_of(content, scenario)):
        shares = {
            key: sum(row.ending == ending for row in rows) / len(rows)
            for key, rows in table.items()
        }
        (chair, player), share = max(shares.items(), key=lambda pair: pair[1])
        text = f"ending {ending} comes in {SOON_ENOUGH:.1%} of some player's games"
        yield Target(text, f"{share:.1%} ({player} as {chair})", share >= SOON_ENOUGH)


def _minutes(chair: str, rows: Sequence[Row]) -> Target:
    whole = mean_of(row.minutes for row in rows).mean
    low, high = MINUTES
    text = f"{chair}: a campaign takes a person {low} to {high} minutes"
    return Target(text, f"{whole:.0f} minutes", low <= whole <= high)


def lines(found: Sequence[Target], mark: Callable[[bool], str]) -> Iterator[str]:
    """Yield the targets as lines, each with its mark."""
    for target in found:
        yield f"{mark(target.held):<8}{target.text}: {target.measured}"

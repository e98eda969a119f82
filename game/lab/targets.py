"""The game's own targets for balance: which line-ups are played for them, and what came out.

A line-up puts one player into one chair, that of the setup, and diplomats into the others. What
line-ups weren't played for can't be told, and isn't.
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
from game.lab.liking import SURE, liked, used
from game.lab.measures import Mean, mean_of
from game.lab.rows import Row, tracked
from game.rules.calendar import turn_of
from game.rules.index import index_of
from game.rules.setup import Setup

OTHERS = "diplomat"
LADDER = ("random", "diplomat", "planner")  # each should beat the one before it
PEACEFUL, QUARRELSOME = "peacemaker", "hawk"  # the latter meets the endings that others avoid
RECORD = "historical"
WISHFUL = (*LADDER[1:], PEACEFUL, QUARRELSOME)
"""Players who want something, and not the same, in the order in which they are told of."""
PLAYERS = (*LADDER, PEACEFUL, QUARRELSOME, RECORD)
RANDOM_KEEPS, PEACE_KEEPS, APART = 0.10, (0.50, 0.75), 0.15
IN_OFFICE, PLAUSIBLE, ON_DATE = 0.50, 0.80, 0.95
ONE_ANSWER, WORTH_IT = 0.15, (0.005, 0.45)
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
    """Return what the rows of line-ups, at least one each, say of every target they are played for.

    Endings are told of where all line-ups of `line_ups` were played.
    """
    here = content.scenarios[scenario]
    expected = {(chair, player) for chair, player, _ in line_ups(here)}
    return (
        *(target for player in PLAYERS for target in _of_player(content, here, table, player)),
        *(_endings(content, scenario, table) if expected <= set(table) else ()),
    )


def _of_player(content: Content, scenario: Scenario, table: Table, player: str) -> Iterator[Target]:
    """Yield what a player's games tell, chair by chair, then of all its chairs together."""
    chairs = [chair for chair in scenario.chairs if (chair, player) in table]
    kept = {chair: mean_of(row.kept for row in table[chair, player]) for chair in chairs}
    for chair in chairs:
        if player == LADDER[0]:
            yield _random(chair, kept[chair])
        if player == PEACEFUL:
            yield _peaceful(chair, kept[chair])
        yield from _climbs(content, scenario.id, table, chair, player)
        if player == LADDER[-1]:
            yield _minutes(chair, table[chair, player])
        if player == RECORD:
            yield from _history(content, scenario.id, table[chair, player])
    if len(chairs) == len(scenario.chairs):
        if player == PEACEFUL:
            yield _close([one.mean for one in kept.values()])
        if player == LADDER[-1]:
            yield from _worth({chair: table[chair, player] for chair in chairs})
        if player == WISHFUL[-1]:
            yield from _choices(table, scenario.chairs)


def _climbs(
    content: Content, scenario: str, table: Table, chair: str, player: str
) -> Iterator[Target]:
    """Yield whether a player beats the one below it on the ladder, by what a chair leaves."""
    for worse, better in pairwise(LADDER):
        if better == player and (chair, worse) in table:
            sums = [_legacies(content, scenario, chair, table[chair, p]) for p in (worse, better)]
            yield _beats(chair, worse, better, *sums)


def _legacies(content: Content, scenario: str, chair: str, rows: Sequence[Row]) -> Mean:
    """Return the mean sum of a chair's four legacies at the end."""
    index = index_of(content, scenario)
    names = tracked(index)
    places = [names.index(f"{chair}.{legacy.name}") for legacy in index.legacies]
    return mean_of(sum(row.curves[-1][place] for place in places) for row in rows)


def _random(chair: str, kept: Mean) -> Target:
    text = f"{chair}: random play keeps the station in under {RANDOM_KEEPS:.0%}"
    return Target(text, _share(kept), kept.mean < RANDOM_KEEPS)


def _peaceful(chair: str, kept: Mean) -> Target:
    low, high = PEACE_KEEPS
    text = f"{chair}: a planner for peace keeps it in {low:.0%} to {high:.0%}"
    return Target(text, _share(kept), low <= kept.mean <= high)


def _close(shares: Sequence[float]) -> Target:
    apart = max(shares) - min(shares)
    text = f"the chairs lie within {100 * APART:.0f} points"
    return Target(text, f"{100 * apart:.1f} points", apart <= APART)


def _beats(chair: str, worse: str, better: str, theirs: Mean, ours: Mean) -> Target:
    error = hypot(ours.error or 0, theirs.error or 0)
    measured = f"{ours.mean:.1f} to {theirs.mean:.1f}, standard error {error:.1f}"
    text = f"{chair}: {better} beats {worse} by more than two standard errors"
    return Target(text, measured, ours.mean - theirs.mean > 2 * error)


def _share(found: Mean) -> str:
    """Return a share in words, with its standard error where games can tell it."""
    return f"{found.mean:.1%}" + (f", standard error {found.error:.1%}" if found.error else "")


def _worth(rows: Mapping[str, Sequence[Row]]) -> Iterator[Target]:
    """Yield whether the planner's actions are worth what they cost, and not always."""
    low, high = WORTH_IT
    for like in used(rows):
        text = f"{LADDER[-1]}: {like.name} in {low:.1%} to {high:.0%} of its open turns"
        yield Target(text, f"{like.share:.1%} of {like.times}", low <= like.share <= high)


def _choices(table: Table, chairs: Sequence[str]) -> Iterator[Target]:
    """Yield whether desks are choices to players who want different things."""
    rows = {p: {c: table[c, p] for c in chairs if (c, p) in table} for p in WISHFUL}
    desks = liked(rows)
    if desks:
        share = sum(like.share >= SURE for like in desks) / len(desks)
        text = f"whatever is wanted, under {ONE_ANSWER:.0%} of desks get one answer in {SURE:.0%}"
        yield Target(text, f"{share:.1%} of {len(desks)} desks", share < ONE_ANSWER)


def _history(content: Content, scenario: str, rows: Sequence[Row]) -> Iterator[Target]:
    """Yield whether the record keeps its offices, and leads to what it knows where it reaches."""
    kept = mean_of(not any(row.dismissals.values()) for row in rows)
    text = f"{RECORD}: no office falls in {IN_OFFICE:.0%} of games"
    yield Target(text, _share(kept), kept.mean >= IN_OFFICE)
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

"""Rows weighed together: what a desk or an agenda offers now, asked question by question.

What never changes about rows is laid out once; `weigh_one` asks one row the same plainly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from operator import itemgetter

from game.content.records import Bound
from game.record import Record
from game.rules.agenda import NO_SCOPE, NOTHING_HELD, Prepared, is_shut, price_now, rested, unpaid
from game.rules.decisions import Option
from game.rules.rungs import NEVER_SHUT
from game.rules.state import State

NO_REASON = -1  # the place of the option that no exact reason locks

Row = tuple[int, Prepared]
"""Something made ready, with its place among the options."""


Condition = tuple[Bound, tuple[Bound, ...], tuple[tuple[int, tuple[Option, ...]], ...]]
"""What rows need, the exact reasons there may be, and each row's place with its locked options:
one for each reason, and last the one for none of them.
"""


class Lane(Record, eq=False):
    """What is asked of a sheet's rows that so much capital leaves open, one question at a time.

    `open` are the options as capital alone leaves them. `conditions` and prices that vary, in
    `varying`, are worked out once for all rows that share them; `fixed` are prices, the dearest
    first, `marks` rows by their mark, `shut` rows that the ladder shuts, from the lowest rung on.
    """

    open: list[Option]
    conditions: tuple[Condition, ...]
    fixed: tuple[tuple[int, int, Prepared], ...]
    varying: tuple[tuple[Row, ...], ...]
    marks: dict[str, Row]
    shut: tuple[tuple[int, int, Prepared], ...]


@dataclass(frozen=True, slots=True, eq=False)
class Sheet:
    """Rows that are weighed together; a lane is laid out when so much capital is first left.

    More than `dearest` is as good as that.
    """

    rows: tuple[Prepared, ...]
    dearest: int
    lanes: dict[int, Lane] = field(default_factory=dict)


def sheet(rows: Iterable[Prepared]) -> Sheet:
    """Return what was made ready as a sheet."""
    held = tuple(rows)
    return Sheet(held, max([ready.capital for ready in held], default=0))


def _lane(rows: tuple[Prepared, ...], capital: int) -> Lane:
    """Return the options as so much capital leaves them, and what is asked of those left open."""
    left = [(place, ready) for place, ready in enumerate(rows) if ready.capital <= capital]
    fixed = [(r.fixed, n, r) for n, r in left if not r.variable and r.fixed > 0]
    shut = [(r.shut, n, r) for n, r in left if r.shut < NEVER_SHUT]
    return Lane(
        [r.legal if r.capital <= capital else r.short[capital] for r in rows],
        _conditions(left),
        tuple(sorted(fixed, key=itemgetter(0), reverse=True)),
        _alike((n, r) for n, r in left if r.variable),
        {r.mark: (n, r) for n, r in left if r.mark},
        tuple(sorted(shut, key=itemgetter(0))),
    )


def _alike(left: Iterable[Row]) -> tuple[tuple[Row, ...], ...]:
    """Return rows whose price varies, those together whose price is the same."""
    found: dict[tuple[int, tuple[tuple[int, Bound], ...]], list[Row]] = {}
    for place, ready in left:
        found.setdefault((ready.fixed, ready.variable), []).append((place, ready))
    return tuple(map(tuple, found.values()))


def _conditions(left: Iterable[Row]) -> tuple[Condition, ...]:
    """Return the conditions of rows, each with those that share it."""
    found: dict[tuple[Bound, tuple[Bound, ...]], list[tuple[int, tuple[Option, ...]]]] = {}
    for place, ready in left:
        if ready.needs is not None:
            reasons = tuple([holds for holds, _ in ready.reasons])
            locked = (*[option for _, option in ready.reasons], ready.barred)
            found.setdefault((ready.needs, reasons), []).append((place, locked))
    return tuple([(needs, reasons, tuple(rows)) for (needs, reasons), rows in found.items()])


def weigh(
    state: State, chair: str, on: Sheet, held: tuple[int, int] = NOTHING_HELD
) -> list[Option]:
    """Return what is on a sheet as options now, each with the first thing in its way.

    In order: capital, the ladder, the rest after the last time, money, its condition; what comes
    first is asked last, and stands. `held` is the capital and the money that answers under seal
    will take.
    """
    figures = state.figures
    capital = max(0, min(on.dearest, figures[f"{chair}.capital"] - held[0]))
    lane = on.lanes.get(capital)
    if lane is None:
        lane = on.lanes[capital] = _lane(on.rows, capital)
    found = lane.open.copy()
    for needs, reasons, rows in lane.conditions:
        if not needs(state, NO_SCOPE):
            why = _reason(reasons, state) if reasons else NO_REASON
            for place, locked in rows:
                found[place] = locked[why]
    if lane.fixed or lane.varying:
        _lock_unpaid(found, lane, state, figures[f"{chair}.treasury"] - held[1])
    if lane.marks:
        _lock_rested(found, lane.marks, state.used, figures["date"])
    if lane.shut:
        _lock_shut(found, lane.shut, figures)
    return found


def _lock_unpaid(found: list[Option], lane: Lane, state: State, money: int) -> None:
    """Lock what a treasury can't pay."""
    purse = max(0, money)
    for cost, place, ready in lane.fixed:
        if cost <= purse:
            break
        found[place] = unpaid(ready, cost, money)
    for alike in lane.varying:
        if (price := price_now(alike[0][1], state)) > purse:
            for place, ready in alike:
                found[place] = unpaid(ready, price, money)


def _lock_rested(
    found: list[Option], marks: Mapping[str, Row], used: Mapping[str, int], today: int
) -> None:
    """Lock what was taken today, and what still rests after the last time."""
    for mark in marks.keys() & used.keys():
        place, ready = marks[mark]
        days = today - used[mark]
        if days == 0 or days < ready.rest:
            found[place] = rested(ready, days)


def _lock_shut(
    found: list[Option], shut: Iterable[tuple[int, int, Prepared]], figures: Mapping[str, int]
) -> None:
    """Lock what the ladder shuts."""
    strained = figures["rung.highest"]
    for rung, place, ready in shut:
        if rung > strained:
            break
        if is_shut(ready, figures):
            found[place] = ready.closed


def _reason(reasons: Iterable[Bound], state: State) -> int:
    """Return the place of the first exact reason that holds."""
    for place, holds in enumerate(reasons):
        if holds(state, NO_SCOPE):
            return place
    return NO_REASON

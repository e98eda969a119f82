"""Compiled scenarios: where and when a game starts, and what history did."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from game.content.records.effects import Effect
from game.content.records.expressions import Amount, Expression
from game.content.records.told import Told
from game.record import Record, field


class Docked(Record):
    """A ship at the station when a scenario opens; `longer` are up since before it came."""

    vehicle: str
    name: Told
    launched: date
    returns: date | None
    crew: tuple[str, ...]
    longer: Mapping[str, date] = field(default_factory=dict)


class Planned(Record):
    """A crew flight of the record; `substitutes` fly when no swap deal runs."""

    vehicle: str
    name: Told
    launches: date
    returns: date | None
    crew: tuple[str, ...]
    swap: bool
    substitutes: Mapping[str, str]
    handle: str = ""


class StandingDeal(Record):
    """A deal in force when a scenario opens; the first of the two gives what isn't mutual."""

    between: tuple[str, str]
    terms: tuple[tuple[str, int], ...]
    signed: date
    ends: date


class HistoricalMove(Record):
    """What a chair did on a day: an agenda action (with target) or an offer to a partner."""

    day: date
    chair: str
    action: str = ""
    target: str = ""
    to: str = ""
    terms: tuple[tuple[str, int], ...] = ()


class HandedOver(Record):
    """Command that passed to somebody on a day of the record."""

    day: date
    person: str


class Stay(Record):
    """A stay of record by days: what is told when somebody of a partner outstays it."""

    partner: str
    days: int
    text: Told
    effects: tuple[Effect, ...] = ()


class Weariness(Record):
    """From which day a home minds what is open more, a point in how many months, and the most."""

    since: date
    months: int
    most: int


class Venture(Record):
    """A line of what binds partners without a station: what one loses by another's leaving.

    `points` and `when` are read with the loser as `self` and the leaver as `target`.
    """

    text: Told
    points: Amount
    when: Expression | None = None


class Scenario(Record):
    """A start: date, length, chairs, opening figures, manifest, and what came before it.

    `station` says whether a station lives in it, `venture` what binds the partners where none
    does, `rungs` names the ladder (empty: `ladder`, that of its world, which may be its own),
    and `first` where it stands among others (the lower, the earlier). `briefs` say what a
    chair is in it, where the partner's own text doesn't fit, `goal` what one is here for (empty:
    what the game says of every run). `header` names the figures at the top of the screen (empty:
    the usual ones). Chairs that `convenes` names may convene two others.
    """

    id: str
    name: Told
    text: Told
    start: date
    turns: int
    turn_months: int
    chairs: tuple[str, ...]
    figures: Mapping[str, int]
    leaders: Mapping[str, str]
    docked: tuple[Docked, ...]
    manifest: tuple[Planned, ...]
    cadence: Mapping[str, int]
    history: tuple[HistoricalMove, ...]
    par: Mapping[str, Mapping[str, int]]
    deals: tuple[StandingDeal, ...] = ()
    flags: Mapping[str, int] = field(default_factory=dict)
    happened: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    prk: str = "open"
    commander: str = ""
    commanders: tuple[HandedOver, ...] = ()
    records: tuple[Stay, ...] = ()
    world: str = "station"
    station: bool = True
    venture: tuple[Venture, ...] = ()
    rungs: tuple[Told, ...] = ()
    ladder: tuple[str, ...] = ()
    own_ladder: bool = False
    weariness: Mapping[str, Weariness] = field(default_factory=dict)
    first: int = 0
    briefs: Mapping[str, Told] = field(default_factory=dict)
    goal: Told = ""
    header: tuple[str, ...] = ()
    convenes: tuple[str, ...] = ()

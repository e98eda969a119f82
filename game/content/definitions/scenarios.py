"""How a game starts, and what history then did."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Discriminator, Field, Tag

from game.content.definitions.base import Definition
from game.content.effects import Effects
from game.content.fields import (
    Amount,
    Called,
    ClauseRef,
    Condition,
    Day,
    EventRef,
    FigureName,
    FigurePath,
    FlagRef,
    FlagStart,
    LeaderRef,
    Line,
    Long,
    NewFlight,
    PartnerRef,
    Percent,
    PersonRef,
    Positive,
    Ref,
    Small,
    Strict,
    Thread,
    Title,
    Told,
    VehicleRef,
    Word,
    map_branch,
)


class Docked(Strict):
    """A ship at the station when the scenario opens."""

    vehicle: VehicleRef
    name: Called
    launched: Day
    returns: Day | None = None
    crew: list[PersonRef] = Field(default_factory=list)
    since: dict[PersonRef, Day] = Field(default_factory=dict)


class Planned(Strict):
    """A flight of the record; substitutes fly where no swap deal runs, named ones are paid for."""

    vehicle: VehicleRef
    name: Called
    launches: Day
    returns: Day | None = None
    crew: list[PersonRef] = Field(default_factory=list)
    swap: bool = False
    substitutes: dict[PersonRef, PersonRef] = Field(default_factory=dict)
    handle: Annotated[NewFlight, Field(alias="as")] = ""


class HistoricalTerm(Strict):
    """A clause and its amount."""

    clause: ClauseRef
    amount: Annotated[int, Field(ge=0, le=10_000)] = 1


class StandingDeal(Strict):
    """A deal in force when the scenario opens; the first of the two gives what isn't mutual."""

    between: Annotated[list[PartnerRef], Field(min_length=2, max_length=2)]
    clauses: Annotated[list[HistoricalTerm], Field(min_length=1)]
    signed: Day
    ends: Day


class HistoricalOffer(Strict):
    """An offer of the record."""

    to: PartnerRef
    clauses: Annotated[list[HistoricalTerm], Field(min_length=1)]


class HistoricalMove(Strict):
    """What a chair did on a day: an agenda action, or an offer."""

    date: Day
    chair: PartnerRef
    action: Annotated[str, Ref(("action",))] | None = None
    target: Word | None = None
    offer: HistoricalOffer | None = None


class Weariness(Strict):
    """By how much more a home minds what is open, as years go."""

    since: Day
    months: Positive
    most: Annotated[int, Field(ge=1, le=20)]


class HandedOver(Strict):
    """Command that passed to somebody on a day of the record."""

    date: Day
    person: PersonRef


class Stay(Strict):
    """A stay of record, and what it means when somebody of a partner outstays it."""

    partner: PartnerRef
    days: Positive
    text: Told
    effects: Effects = Field(default_factory=list)


class Venture(Strict):
    """What partners without a station have in common, and what each loses if another leaves."""

    text: Line
    points: Amount
    when: Condition | None = None


Ventures = Annotated[
    Annotated[Venture, Tag("~map")]
    | Annotated[list[Venture], Field(min_length=1, max_length=12), Tag("~list")],
    Discriminator(map_branch),
]
"""One line of the arithmetic of leaving, or several."""


class Scenario(Definition):
    """A start: date, length, chairs, opening figures, manifest, and what came before it.

    `deals` are in force, `flags` set, `happened` events over and `broken` threads of history left
    when the first turn begins.
    """

    name: Title
    text: Long
    start: Day
    turns: Positive
    turn_months: Annotated[int, Field(ge=1, le=12)]
    chairs: Annotated[list[PartnerRef], Field(min_length=1)]
    convenes: list[PartnerRef] = Field(default_factory=list)
    figures: dict[FigurePath, int]
    leaders: dict[PartnerRef, LeaderRef]
    prk: Literal["open", "sealed", "shut"] = "open"
    docked: list[Docked] = Field(default_factory=list)
    manifest: list[Planned] = Field(default_factory=list)
    cadence: dict[VehicleRef, Positive] = Field(default_factory=dict)
    deals: list[StandingDeal] = Field(default_factory=list)
    flags: dict[FlagRef, FlagStart] = Field(default_factory=dict)
    happened: list[EventRef] = Field(default_factory=list)
    broken: list[Thread] = Field(default_factory=list)
    commander: PersonRef | None = None
    commanders: list[HandedOver] = Field(default_factory=list)
    records: list[Stay] = Field(default_factory=list)
    station: bool = True
    venture: Ventures | None = None
    weariness: dict[PartnerRef, Weariness] = Field(default_factory=dict)
    rungs: Annotated[list[Called], Field(min_length=2, max_length=7)] | None = None
    first: Small = 0
    header: Annotated[list[FigureName], Field(min_length=1, max_length=9)] | None = None
    briefs: dict[PartnerRef, Long] = Field(default_factory=dict)
    goal: Long | None = None
    history: list[HistoricalMove] = Field(default_factory=list)
    par: dict[PartnerRef, dict[Word, Percent]] = Field(default_factory=dict)

"""What chairs do of themselves: agenda actions and the clauses of deals."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.definitions.base import Definition
from game.content.definitions.stories import Outcome
from game.content.effects import Effects
from game.content.fields import (
    ActionRef,
    Amount,
    Called,
    ClauseRef,
    Condition,
    Count,
    FactionRef,
    FigurePath,
    Line,
    Long,
    Natural,
    PartnerRef,
    Party,
    Small,
    Strict,
    Tellings,
    Title,
    Told,
    Topic,
    Watcher,
    Word,
)


class Lock(Strict):
    """One of the reasons for which something is locked."""

    when: Condition
    because: Line


class Action(Definition):
    """Something that a chair can always do on its agenda."""

    name: Title
    text: Long
    group: Word
    chairs: list[PartnerRef] = Field(default_factory=list)
    target: Literal[
        "none", "partner", "faction", "person", "option", "ship", "crew_ship", "desk"
    ] = "none"
    capital: Annotated[int, Field(ge=0, le=6)] = 0
    cooldown: Annotated[int, Field(ge=0, le=600)] = 0
    needs: Condition | None = None
    because: Line | None = None
    locks: list[Lock] = Field(default_factory=list)
    effects: Effects = Field(default_factory=list)
    outcomes: list[Outcome] = Field(default_factory=list)
    result: Tellings | None = None


class Rung(Definition):
    """A rung of the ladder of leaving."""

    number: Annotated[int, Field(ge=1, le=6)]
    name: Title
    text: Line
    climb: Annotated[int, Field(ge=0, le=6)] = 1
    tension: Annotated[int, Field(ge=0, le=30)] | None = None
    trust: Annotated[int, Field(ge=0, le=30)] | None = None
    descend: Annotated[int, Field(ge=0, le=6)] = 0
    face: Annotated[int, Field(ge=0, le=30)] = 0
    clauses: list[ClauseRef] = Field(default_factory=list)
    actions: list[ActionRef] = Field(default_factory=list)


class Accident(Definition):
    """A mishap that a strained station invites."""

    name: Title
    headline: Told
    start: Annotated[int, Field(ge=1, le=6, alias="from")]
    odds: Annotated[int, Field(ge=1, le=15)]
    when: Condition | None = None
    effects: Annotated[Effects, Field(min_length=1)]


class Unit(Strict):
    """What a clause's amount counts, and its bounds."""

    unit: Called
    low: Count = 1
    high: Count = 1


Points = Annotated[int, Field(ge=-10, le=10)]


class Watching(Strict):
    """What a clause does to a partner that only watches the two sign it."""

    trust: Points = 0
    mood: dict[Topic, Points] = Field(default_factory=dict)


class Clause(Definition):
    """One thing that can stand in a deal."""

    name: Title
    text: Long
    shape: Literal["mutual", "given", "joint"]
    givers: Annotated[list[PartnerRef], Field(min_length=1)]
    receivers: Annotated[list[PartnerRef], Field(min_length=1)]
    topic: Topic
    amount: Unit = Unit(unit="deal")
    months: Natural = 0
    until_year: bool = False
    notice: Annotated[int, Field(ge=0, le=60)] = 3
    price: Annotated[int, Field(ge=0, le=20)] = 0
    needs: Condition | None = None
    because: Line | None = None
    during: Condition | None = Field(alias="while", default=None)
    stays: Condition | None = None
    idle: Line | None = None
    after: Line | None = None
    gains: dict[Party, Natural] = Field(default_factory=dict)
    costs: dict[Party, Natural] = Field(default_factory=dict)
    covers: Natural = 0
    counts_as: list[ClauseRef] = Field(default_factory=list)
    sign: Effects = Field(default_factory=list)
    each: Effects = Field(default_factory=list)
    monthly: Effects = Field(default_factory=list)
    holds: dict[FigurePath, Amount] = Field(default_factory=dict)
    at_least: dict[FigurePath, Amount] = Field(default_factory=dict)
    ends: Effects = Field(default_factory=list)
    mood: dict[Topic, Small] = Field(default_factory=dict)
    home: dict[FactionRef, Points] = Field(default_factory=dict)
    witness: dict[Watcher, Watching] = Field(default_factory=dict)
    breach: Effects = Field(default_factory=list)

"""The maps inside effects that say more than a number or a name."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from game.content.fields import (
    Bare,
    Called,
    ClauseRef,
    Condition,
    EventRef,
    FlightName,
    LeaderRef,
    Line,
    Natural,
    PersonRole,
    Positive,
    ShipRole,
    SomePartner,
    Strict,
    Told,
    VehicleRef,
    Word,
)


class Words(Strict):
    """The words that effects may set, at least one of them."""

    hatch: Literal["open", "closed", "gone"] | None = None
    prk: Literal["open", "sealed", "shut"] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Words:
        if self.hatch is None and self.prk is None:
            raise ValueError("one of hatch and prk stands here")
        return self


class ScheduleBody(Strict):
    """Which event comes up, and in how many months."""

    event: EventRef
    in_months: Annotated[int, Field(ge=0, le=600)]


class FlightBody(Strict):
    """A flight to book; `handle` is how later effects call it, `name` what players do."""

    vehicle: VehicleRef
    name: Called | None = None
    crew: Literal["own", "none"] = "none"
    handle: Annotated[Word, Field(alias="as")] = ""
    in_days: Annotated[int, Field(ge=1, le=3650)]


class DelayBody(Strict):
    """Which flight of which partner, and how many days later (sooner when negative)."""

    flight: FlightName
    of: SomePartner = ""
    days: Annotated[int, Field(ge=-3650, le=3650)]


class HarmBody(Strict):
    """A docked ship and what fails."""

    vehicle: ShipRole
    fault: Word


class MendBody(Strict):
    """A docked ship."""

    vehicle: ShipRole


class LinerBody(Strict):
    """Who gets an extra seat (a role, or `people: stranded`) and in which ship."""

    person: PersonRole = ""
    people: Literal["", "stranded"] = ""
    vehicle: ShipRole


class ExtendBody(Strict):
    """A docked ship and how many days longer it stays."""

    vehicle: ShipRole
    days: Positive


class RecallBody(Strict):
    """Whose crew."""

    of: SomePartner


class ReboostBody(Strict):
    """How far, and by whose ship."""

    km: Natural
    by: Literal["ros", "usos"] = "ros"


class LeaderBody(Strict):
    """Whose office, and to whom it goes."""

    of: SomePartner
    to: LeaderRef


class TermBody(Strict):
    """A clause and its amount."""

    clause: ClauseRef
    amount: Annotated[int, Field(ge=0, le=10_000)] = 1


class SignBody(Strict):
    """With whom, what, for how long, and whether the own home has passed it on the record."""

    other: Annotated[SomePartner, Field(alias="with")]
    clauses: Annotated[list[TermBody], Field(min_length=1)]
    months: Annotated[int, Field(ge=0, le=600)] = 24
    ratified: Annotated[bool, Bare()] = False


class PromiseBody(Strict):
    """To whom, in which words, until when, what must then hold, and in words how to keep it."""

    to: SomePartner
    text: Told
    in_months: Annotated[int, Field(ge=1, le=600)]
    keep: Condition
    how: Line = ""


Feeling = Annotated[int, Field(ge=-100, le=100)]


class WellbeingBody(Strict):
    """Of whom (one of the first four keys), and by how many points each moves."""

    people: Literal["", "everybody", "stranded", "unwell"] = ""
    of: SomePartner = ""
    person: PersonRole = ""
    vehicle: ShipRole = ""
    fatigue: Feeling = 0
    morale: Feeling = 0
    health: Feeling = 0

    @model_validator(mode="after")
    def _aimed(self) -> Self:
        """Refuse what moves nobody, or nothing."""
        if sum(bool(whose) for whose in (self.people, self.of, self.person, self.vehicle)) != 1:
            raise ValueError("exactly one of people, of, person and vehicle says whose it is")
        if not (self.fatigue or self.morale or self.health):
            raise ValueError("neither fatigue nor morale nor health moves")
        return self


class TrainBody(Strict):
    """Whose people, what they learn, how many, for how long."""

    of: SomePartner
    skill: Literal["other", "usos", "ros", "eva", "robotics", "medicine", "science"]
    people: Annotated[int, Field(ge=1, le=7)] = 1
    months: Annotated[int, Field(ge=1, le=24)] = 4

"""Effects on flights, ships and the orbit."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.effects.declaring import effect
from game.content.fields import (
    Called,
    FlightName,
    Natural,
    NewFlight,
    PersonRole,
    Positive,
    ShipRole,
    SomePartner,
    Strict,
    VehicleRef,
    Word,
)
from game.content.records import effects as r


class FlightBody(Strict):
    """A flight to book; `handle` is how later effects call it, `name` what players do."""

    vehicle: VehicleRef
    name: Called | None = None
    crew: Literal["own", "none"] = "none"
    handle: Annotated[NewFlight, Field(alias="as")] = ""
    days: Annotated[int, Field(alias="in_days", ge=1, le=3650)]


@effect(
    r.BookFlight,
    "flight: {vehicle: soyuz, crew: none, as: rescue, in_days: 74}",
    "`as` is the name by which later effects know it; such a flight is paid for already. `name` is "
    "what players call it, where a type and a number won't do.",
)
class Flight(Strict):
    """Book a flight."""

    flight: FlightBody


class DelayBody(Strict):
    """Which flight of which partner, and how many days later (sooner when negative)."""

    flight: FlightName
    of: SomePartner = ""
    days: Annotated[int, Field(ge=-3650, le=3650)]


@effect(
    r.Delay,
    "delay: {flight: next_crew, of: roscosmos, days: 30}",
    "The flight is `next_crew`, `next_cargo` or a name given with `as`.",
)
class Delay(Strict):
    """Move a coming flight."""

    delay: DelayBody


class HarmBody(Strict):
    """A docked ship and what fails."""

    ship: Annotated[ShipRole, Field(alias="vehicle")]
    fault: Word


@effect(r.Harm, "harm: {vehicle: ship, fault: coolant}", "Its seats no longer count.")
class Harm(Strict):
    """Give a docked ship a fault."""

    harm: HarmBody


class MendBody(Strict):
    """A docked ship."""

    ship: Annotated[ShipRole, Field(alias="vehicle")]


@effect(r.Mend, "mend: {vehicle: docked soyuz}")
class Mend(Strict):
    """Clear a docked ship's fault."""

    mend: MendBody


class LinerBody(Strict):
    """Who gets an extra seat (a role, or `people: stranded`) and in which ship."""

    person: PersonRole = ""
    people: Literal["", "stranded"] = ""
    ship: Annotated[ShipRole, Field(alias="vehicle")]


@effect(
    r.Liner,
    "liner: {people: stranded, vehicle: docked crew_dragon}",
    "For one `person`, or for up to two people without a seat.",
)
class Liner(Strict):
    """Strap seat liners into a ship."""

    liner: LinerBody


class ExtendBody(Strict):
    """A docked ship and how many days longer it stays."""

    ship: Annotated[ShipRole, Field(alias="vehicle")]
    days: Positive


@effect(r.Extend, "extend: {vehicle: ship, days: 60}")
class Extend(Strict):
    """Keep a docked ship and its crew longer."""

    extend: ExtendBody


class RecallBody(Strict):
    """Whose crew."""

    of: SomePartner


@effect(r.Recall, "recall: {of: nasa}")
class Recall(Strict):
    """Fly a partner's crew home early."""

    recall: RecallBody


class ReboostBody(Strict):
    """How far, and by whose ship."""

    km: Natural
    by: Literal["ros", "usos"] = "ros"


@effect(r.Reboost, "reboost: {km: 2}", "`by: usos` takes what docked US ships brought for it.")
class Reboost(Strict):
    """Raise the orbit."""

    reboost: ReboostBody

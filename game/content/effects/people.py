"""Effects about people: how they are, what they learn, who commands, goes out, goes home."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from game.content.effects.declaring import effect
from game.content.fields import Bare, PersonRole, ShipRole, SomePartner, Strict
from game.content.records import effects as r

Feeling = Annotated[int, Field(ge=-100, le=100)]


class WellbeingBody(Strict):
    """Of whom (one of the first four keys), and by how many points each moves."""

    people: Literal["", "everybody", "stranded", "unwell"] = ""
    of: SomePartner = ""
    person: PersonRole = ""
    ship: Annotated[ShipRole, Field(alias="vehicle")] = ""
    fatigue: Feeling = 0
    morale: Feeling = 0
    health: Feeling = 0

    @model_validator(mode="after")
    def _aimed(self) -> Self:
        """Refuse what moves nobody, or nothing."""
        if sum(bool(whose) for whose in (self.people, self.of, self.person, self.ship)) != 1:
            raise ValueError("exactly one of people, of, person and vehicle says whose it is")
        if not (self.fatigue or self.morale or self.health):
            raise ValueError("neither fatigue nor morale nor health moves")
        return self


@effect(
    r.Wellbeing,
    "wellbeing: {people: everybody, fatigue: -10, morale: 5}",
    "Whose: `people`, all of a partner (`of`), a role (`person`) or a ship's crew (`vehicle`); "
    "they are aboard.",
)
class Wellbeing(Strict):
    """Move the fatigue, morale or health of people aboard."""

    wellbeing: WellbeingBody


class TrainBody(Strict):
    """Whose people, what they learn, how many, for how long."""

    of: SomePartner
    skill: Literal["other", "usos", "ros", "eva", "robotics", "medicine", "science"]
    people: Annotated[int, Field(ge=1, le=7)] = 1
    months: Annotated[int, Field(ge=1, le=24)] = 4


@effect(
    r.Train,
    "train: {of: self, skill: other, people: 2, months: 4}",
    "First those who fly next, if they can be back in time; `other` is the segment of the partner "
    "they train with, or, with none, the one that isn't theirs.",
)
class Train(Strict):
    """Send people on the ground into training; each gains a point of a skill."""

    train: TrainBody


@effect(r.Command, "command: esa")
class Command(Strict):
    """Hand command of the station to a partner's person aboard, if there is one."""

    command: SomePartner


@effect(r.Walk, "walk: ros", "Take it beside outcomes whose chance is `walk.ros`.")
class Walk(Strict):
    """Send the two best walkers outside, which tires them."""

    walk: Annotated[Literal["usos", "ros", "joint"], Bare()]


@effect(r.Shelter, "shelter: everybody", "Who has no seat home has nowhere to wait.")
class Shelter(Strict):
    """Let everybody aboard, or all of a half, sit out a danger in the ships that they came in."""

    shelter: Annotated[Literal["everybody", "usos", "ros"], Bare()]


@effect(r.BringHome, "bring_home: unwell")
class BringHome(Strict):
    """Land the ship of whoever aboard is least well, or of whoever has been up longest."""

    bring_home: Annotated[Literal["unwell", "longest"], Bare()]

"""What happens: events, dilemmas, and what chairs may choose in them."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import Field, model_validator

from game.content.definitions.base import Definition
from game.content.desks import Desk as Adviser
from game.content.effects import Effects
from game.content.fields import (
    Adventure,
    Came,
    CardText,
    Chance,
    Condition,
    Counsel,
    Day,
    Happening,
    Line,
    PartnerRef,
    Recall,
    RoleName,
    Said,
    Strict,
    Thread,
    Title,
    Told,
    VehicleRef,
    Word,
)

ChoiceText = Annotated[str, Field(min_length=1), Said("choice", "story")]
Advice = dict[Adviser, Counsel]


class Window(Strict):
    """From a day or month to another, both included."""

    start: Annotated[Day | None, Field(alias="from")] = None
    end: Annotated[Day | None, Field(alias="to")] = None


class Outcome(Strict):
    """One way a risky choice can go."""

    chance: Chance | None = None
    asserts: Condition | None = None
    text: Came
    effects: Effects = Field(default_factory=list)


class Choice(Strict):
    """Something a desk may choose."""

    choice: Word
    text: ChoiceText
    history: bool = False
    capital: Annotated[int, Field(ge=0, le=6)] = 0
    needs: Condition | None = None
    because: Line | None = None
    effects: Effects = Field(default_factory=list)
    breaks: list[Thread] = Field(default_factory=list)
    asserts: Condition | None = None
    pro: Annotated[Advice, Field(alias="for", default_factory=dict)]
    against: Advice = Field(default_factory=dict)
    result: Came | None = None
    outcomes: list[Outcome] = Field(default_factory=list)


class Desk(Strict):
    """What one chair reads and may choose."""

    asserts: Condition | None = None
    text: CardText
    recalls: list[Recall] = Field(default_factory=list)
    choices: Annotated[list[Choice], Field(min_length=1, max_length=6)]


class Role(Strict):
    """Who or what stands in the event: a docked ship of a type, or a person of a partner."""

    vehicle: VehicleRef | None = None
    carries: PartnerRef | None = None
    person: PartnerRef | None = None
    inside: Annotated[Annotated[str, RoleName("vehicle")] | None, Field(alias="in")] = None
    lived: Adventure | None = None


class Story(Definition):
    """What events and dilemmas share."""

    title: Title
    thread: Thread | None = None
    always: bool = False
    hazard: bool = False
    date: Day | None = None
    window: Window | None = None
    weight: Annotated[int, Field(ge=0, le=1000)] = 0
    fits: Annotated[list[Condition], Field(max_length=2)] = Field(default_factory=list)
    once: bool = True
    cooldown: Annotated[int, Field(ge=0, le=600)] = 0
    when: Condition | None = None
    roles: dict[str, Role] = Field(default_factory=dict)
    effects: Effects = Field(default_factory=list)
    headline: Told | None = None
    asserts: Condition | None = None
    secret: bool = False
    order: list[PartnerRef] = Field(default_factory=list)
    apart: Annotated[str, Field(min_length=1)] | None = None
    desks: dict[PartnerRef, Desk] = Field(default_factory=dict)


class Event(Story):
    """A card on one or more desks, or (without desks) a headline and its effects."""


class Result(Strict):
    """What a pair of answers leads to; the chairs' answers are keys of the same map."""

    asserts: Condition | None = None
    text: Told
    effects: Effects = Field(default_factory=list)
    answers: Annotated[dict[PartnerRef, Word], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _gather(cls, data: Any) -> Any:
        """Take every key that isn't a field's as a chair's."""
        if not isinstance(data, dict):
            return data
        own = {key: data[key] for key in ("asserts", "text", "effects") if key in data}
        return own | {"answers": {key: data[key] for key in data if key not in own}}


class Then(Strict):
    """A step of a pattern after the first: what happens, or that nothing of a sort does."""

    on: Happening | None = None
    within: Annotated[int | None, Field(ge=1, le=600)] = None
    quiet: Annotated[int | None, Field(ge=1, le=600)] = None
    without: Happening | None = None


class Pattern(Definition):
    """A short sequence of happenings, found in what has happened."""

    first: Happening
    then: Annotated[list[Then], Field(min_length=1, max_length=4)]


class Dilemma(Story):
    """A card for two partners, answered blind."""

    between: Annotated[list[PartnerRef], Field(min_length=2, max_length=2)]
    results: Annotated[list[Result], Field(min_length=1)]

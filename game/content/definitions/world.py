"""Who and what there is: partners, people, ships, outside options, and what is said of them."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import Discriminator, Field, Tag, model_validator

from game.content.definitions.base import Definition
from game.content.effects import Effects
from game.content.fields import (
    ActionRef,
    Bare,
    Called,
    CardText,
    ClauseRef,
    Condition,
    Count,
    Day,
    Drawing,
    FlagStart,
    HappeningName,
    HappeningRef,
    Label,
    Line,
    Long,
    Movement,
    PadRef,
    PartnerRef,
    Percent,
    Phrase,
    Positive,
    Segment,
    Small,
    Sources,
    Stake,
    Strict,
    Title,
    Told,
    Topic,
    Word,
)
from game.content.paths import WEIGHT

TaughtPage = Literal[
    "why", "crew", "station", "table", "home", "advisers", "flights", "power", "leaving",
    "chronicle", "codex", "news", "came", "aims",
]  # fmt: skip
"""The pages that a lesson may ask to be read."""


class Work(Strict):
    """Something that a partner keeps running for the others."""

    name: Title
    usos: Annotated[int, Field(ge=0, le=8)] = 0
    ros: Annotated[int, Field(ge=0, le=8)] = 0


class Partner(Definition):
    """An agency at the table, or one that only contributes."""

    name: Title
    office: Title
    segment: Segment
    decides: bool
    adjective: Label
    city: Label
    people: Label
    text: Long
    command: Annotated[int, Field(ge=-10, le=10)] = 0
    share: Annotated[int, Field(ge=0, le=1000)] = 0
    works: Annotated[list[Work], Field(max_length=3)] = Field(default_factory=list)


class Faction(Definition):
    """A group at home: how much it weighs and what it likes."""

    partner: PartnerRef
    name: Title
    weight: Annotated[int, Field(ge=1, le=5)]
    likes: dict[Topic, Annotated[int, Field(ge=-2, le=2)]]
    text: Long
    restless: Title | None = None


Weight = Annotated[int, Field(ge=WEIGHT.low, le=WEIGHT.high)]


class Persona(Strict):
    """What a leader weighs, in per cent (100 is neutral), how far they bluff and dare."""

    peace: Weight = 100
    science: Weight = 100
    people: Weight = 100
    power: Weight = 100
    money: Weight = 100
    defiance: Weight = 100
    bluff: Percent = 30
    risk: Percent = 30


class RedLine(Strict):
    """A clause that an office doesn't sign, and until when."""

    clause: ClauseRef
    until: Day | None = None


class Leader(Definition):
    """Who holds an office."""

    partner: PartnerRef
    name: Title
    office: Title
    real: bool = False
    start: Annotated[Day | None, Field(alias="from")] = None
    end: Annotated[Day | None, Field(alias="to")] = None
    persona: Persona = Persona()
    relative_gains: Annotated[int, Field(ge=0, le=12)] = 4
    wants: Annotated[dict[ClauseRef, Annotated[int, Field(ge=1, le=6)]], Field(max_length=3)] = (
        Field(default_factory=dict)
    )
    red_lines: Annotated[list[RedLine], Field(max_length=5)] = Field(default_factory=list)
    patience: Annotated[int, Field(ge=0, le=4)] = 1
    text: Long


Skill = Annotated[int, Field(ge=0, le=5)]


class Skills(Strict):
    """What a person can do, 0-5."""

    usos: Skill = 0
    ros: Skill = 0
    eva: Skill = 0
    robotics: Skill = 0
    medicine: Skill = 0
    science: Skill = 0


class Person(Definition):
    """Somebody who flies."""

    partner: PartnerRef
    name: Title
    agency: Label = ""
    real: bool = False
    role: Label
    skills: Skills = Skills()
    text: Long | None = None


class Pad(Definition):
    """A launch pad: where it stands, whose it is, and how long it takes to make ready again."""

    name: Title
    place: Label
    owner: PartnerRef
    turnaround: Count = 0
    text: Long


class Recertified(Strict):
    """A longer certified life, and the day from which it holds."""

    start: Annotated[Day, Field(alias="from")]
    life: Positive


class Vehicle(Definition):
    """A type of ship."""

    name: Title
    owner: PartnerRef
    use: Literal["crew", "cargo"]
    seats: Annotated[int, Field(ge=0, le=20)] = 0
    life: Count = 0
    recertified: Recertified | None = None
    price: Count
    supplies: Count = 0
    propellant: Count = 0
    boost: Annotated[int, Field(ge=0, le=100_000)] = 0
    port: Segment
    pads: list[PadRef] = Field(default_factory=list)
    stay: Count
    series: Called = ""
    sent_empty: Called = ""
    text: Long


class Module(Definition):
    """A part of the station that is closed for good or for a while when its half wears out."""

    name: Title
    segment: Segment
    fails: Annotated[int, Field(ge=16, le=99)]
    headline: Told
    reopens: Told
    effects: Effects = Field(default_factory=list)
    text: Long


class Milestone(Strict):
    """What happens when an outside option reaches a mark."""

    at: Annotated[int, Field(ge=1, le=100)]
    text: Told
    effects: Effects = Field(default_factory=list)


class OutsideOption(Definition):
    """A way to need the others less."""

    owner: PartnerRef
    name: Title
    text: Long
    drift: Small
    invest: Count
    gain: Percent
    milestones: list[Milestone] = Field(default_factory=list)
    eases: dict[Stake, Percent] = Field(default_factory=dict)


class Ending(Definition):
    """A headline ending."""

    title: Title
    text: CardText
    when: Condition
    asserts: Condition | None = None
    last: bool = False
    priority: Small = 0
    headline: Told | None = None
    how: Told | None = None


class Slide(Definition):
    """An epilogue slide."""

    when: Condition = "true"
    asserts: Condition | None = None
    order: Small = 0
    text: CardText


class Scene(Definition):
    """A page for a turning point: a drawing, and what is told of it."""

    on: HappeningName
    about: list[HappeningRef] = Field(default_factory=list)
    when: Condition | None = None
    title: Title
    drawing: Drawing
    shows: Line
    text: CardText
    speaker: Phrase | None = None
    great: bool = False
    again: bool = False
    moves: Movement | None = None
    before: Drawing | None = None


class Passage(Strict):
    """A passage of an entry: from which day it is told, while what, and where it is known from."""

    since: Day | None = None
    when: Condition | None = None
    sources: Sources = Field(default_factory=list)
    text: Long


def entry_branch(value: Any) -> str:
    """Tell a text from a list of passages."""
    return "~passages" if isinstance(value, list) else "~text"


class Codex(Definition):
    """An encyclopaedia entry."""

    title: Title
    text: Annotated[
        Annotated[Long, Tag("~text")]
        | Annotated[list[Passage], Field(min_length=1), Tag("~passages")],
        Discriminator(entry_branch),
    ]


class Done(Strict):
    """What a player does for a lesson to go on: one thing; a bare `true` takes any of its sort."""

    point: Annotated[bool, Bare()] = False
    read: TaughtPage | None = None
    put: ClauseRef | None = None
    act: ActionRef | None = None
    take: Word | None = None

    @model_validator(mode="after")
    def _one(self) -> Done:
        if len(self.model_fields_set) != 1 or not any(vars(self).values()):
            raise ValueError("a lesson is done by one thing: point, read, put, act or take")
        return self


class Lesson(Definition):
    """A coaching text for newcomers, which stays until what it asks for has been done."""

    title: Title
    text: Long
    at: Literal["card", "dilemma", "agenda", "table", "answer", "counter", "ratify"]
    when: Condition | None = None
    order: Small = 0
    chairs: list[PartnerRef] = Field(default_factory=list)
    done: Done | None = None


class Source(Definition):
    """Where a claim comes from."""

    publisher: Label
    date: Label
    holds: Day | None = None
    text: Long
    title: Line | None = None
    address: Line | None = None


class Flag(Definition):
    """A yes/no or a number that content itself keeps."""

    type: Literal["bool", "int"] = "bool"
    default: FlagStart = False
    text: Long


class Unused(Definition):
    """A source item that no object cites, and why."""

    reason: Line

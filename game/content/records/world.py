"""Compiled partners, people, ships, options, endings, and what is told about them."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.records.effects import Effect
from game.content.records.expressions import Expression
from game.content.records.stories import Prose
from game.record import Record, field


class Work(Record):
    """Something a partner keeps running, and what each half would miss without it (points)."""

    name: str
    usos: int = 0
    ros: int = 0


class Partner(Record):
    """An agency at the table; `command` is what its commanders add to cohesion a quarter.

    `share` is in per mille of the common costs of its half (F-48).
    """

    id: str
    name: str
    office: str
    segment: str
    decides: bool
    adjective: str
    city: str
    people: str
    text: str
    command: int = 0
    share: int = 0
    works: tuple[Work, ...] = ()


class Faction(Record):
    """A group at home with a weight (1-5) and likes (-2..2) by topic."""

    id: str
    partner: str
    name: str
    weight: int
    likes: Mapping[str, int]
    text: str
    restless: str = ""


class Leader(Record):
    """Who holds an office; persona weighs topics in per cent (100 neutral)."""

    id: str
    partner: str
    name: str
    office: str
    real: bool
    persona: Mapping[str, int]
    text: str


class Person(Record):
    """Somebody who flies; skills 0-5 by usos, ros, eva, robotics, medicine, science.

    `agency` is whom they fly for where that isn't the partner whose seat they hold.
    """

    id: str
    partner: str
    name: str
    real: bool
    role: str
    skills: Mapping[str, int]
    agency: str = ""


class Pad(Record):
    """A launch pad; `turnaround` is days from one launch to the next."""

    id: str
    name: str
    place: str
    owner: str
    turnaround: int
    text: str


class Vehicle(Record):
    """A type of ship; life and stay in days, price million USD, propellant kg, boost metres.

    From the day `later_from` (an ordinal, 0: never) it is certified for `later_life` days.
    `series` stands before the numbers of its ships, such as `Progress MS-`; `sent_empty` is what
    one is called that goes up to bring people home.
    """

    id: str
    name: str
    owner: str
    use: str
    seats: int
    life: int
    price: int
    supplies: int
    propellant: int
    boost: int
    port: str
    stay: int
    text: str
    pads: tuple[str, ...] = ()
    later_life: int = 0
    later_from: int = 0
    series: str = ""
    sent_empty: str = ""


class Module(Record):
    """A part of a half, closed at `fails` per cent of the half's health and opened well over it.

    `headline` and `reopens` are told then, `effects` come with each closing.
    """

    id: str
    name: str
    segment: str
    fails: int
    headline: str
    reopens: str
    text: str
    effects: tuple[Effect, ...] = ()


class Milestone(Record):
    """What happens when an outside option reaches a mark."""

    at: int
    text: str
    effects: tuple[Effect, ...] = ()


class OutsideOption(Record):
    """A way to need the others less; drift in points a year, invest in million USD a step.

    `eases` says by stake how much of a loss it makes good when it is complete, per cent.
    """

    id: str
    owner: str
    name: str
    text: str
    drift: int
    invest: int
    gain: int
    milestones: tuple[Milestone, ...]
    eases: Mapping[str, int] = field(default_factory=dict)


class Ending(Record):
    """A headline ending; `last` ones are looked at only when the turns are over."""

    id: str
    title: str
    text: Prose
    when: Expression
    last: bool
    priority: int
    headline: str
    asserts: Expression | None = None


class Slide(Record):
    """An epilogue slide."""

    id: str
    text: Prose
    when: Expression
    order: int
    asserts: Expression | None = None


class Scene(Record):
    """A page for a turning point: `on` which happening, about which ids, under which condition.

    `great` ones are the few that everybody should see; one that isn't `again` is shown once a run.
    """

    id: str
    on: str
    about: tuple[str, ...]
    when: Expression | None
    title: str
    drawing: str
    shows: str
    text: Prose
    speaker: str
    great: bool
    again: bool


class Codex(Record):
    """An encyclopaedia entry."""

    id: str
    title: str
    text: str
    sources: tuple[str, ...]


class Source(Record):
    """Where a claim comes from."""

    id: str
    publisher: str
    date: str
    text: str
    title: str
    address: str

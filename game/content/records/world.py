"""Compiled partners, people, ships, options, endings, and what is told about them."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.records.effects import Effect
from game.content.records.expressions import Expression
from game.content.records.stories import Prose
from game.content.records.told import Told
from game.record import Record, field


class Work(Record):
    """Something a partner keeps running, and what each half would miss without it (points)."""

    name: Told
    usos: int = 0
    ros: int = 0


class Partner(Record):
    """An agency at the table; `command` is what its commanders add to cohesion a quarter.

    `share` is in per mille of the common costs of its half (F-48).
    """

    id: str
    name: Told
    office: Told
    segment: str
    decides: bool
    adjective: Told
    city: Told
    people: Told
    text: Told
    command: int = 0
    share: int = 0
    works: tuple[Work, ...] = ()


class Faction(Record):
    """A group at home with a weight (1-5) and likes (-2..2) by topic."""

    id: str
    partner: str
    name: Told
    weight: int
    likes: Mapping[str, int]
    text: Told
    restless: Told = ""


class Leader(Record):
    """Who holds an office; persona weighs topics in per cent (100 neutral).

    `relative_gains` are the points that an offer loses at most by which the other side gains far
    more. The office wants clauses, at so many points, and never signs those of its red lines
    before a day (0: ever). `patience` is how often in a year it bears that what suits both is
    turned down.
    """

    id: str
    partner: str
    name: Told
    office: Told
    real: bool
    persona: Mapping[str, int]
    text: Told
    relative_gains: int = 4
    wants: Mapping[str, int] = field(default_factory=dict)
    red_lines: Mapping[str, int] = field(default_factory=dict)
    patience: int = 1


class Person(Record):
    """Somebody who flies; skills 0-5 by usos, ros, eva, robotics, medicine, science.

    `agency` is whom they fly for where that isn't the partner whose seat they hold.
    """

    id: str
    partner: str
    name: Told
    real: bool
    role: Told
    skills: Mapping[str, int]
    agency: Told = ""


class Pad(Record):
    """A launch pad; `turnaround` is days from one launch to the next."""

    id: str
    name: Told
    place: Told
    owner: str
    turnaround: int
    text: Told


class Vehicle(Record):
    """A type of ship; life and stay in days, price million USD, propellant kg, boost metres.

    From the day `later_from` (an ordinal, 0: never) it is certified for `later_life` days.
    `series` stands before the numbers of its ships, such as `Progress MS-`; `sent_empty` is what
    one is called that goes up to bring people home.
    """

    id: str
    name: Told
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
    text: Told
    pads: tuple[str, ...] = ()
    later_life: int = 0
    later_from: int = 0
    series: str = ""
    sent_empty: Told = ""


class Module(Record):
    """A part of a half, closed at `fails` per cent of the half's health and opened well over it.

    `headline` and `reopens` are told then, `effects` come with each closing.
    """

    id: str
    name: Told
    segment: str
    fails: int
    headline: Told
    reopens: Told
    text: Told
    effects: tuple[Effect, ...] = ()


class Milestone(Record):
    """What happens when an outside option reaches a mark."""

    at: int
    text: Told
    effects: tuple[Effect, ...] = ()


class OutsideOption(Record):
    """A way to need the others less; drift in points a year, invest in million USD a step.

    `eases` says by stake how much of a loss it makes good when it is complete, per cent.
    """

    id: str
    owner: str
    name: Told
    text: Told
    drift: int
    invest: int
    gain: int
    milestones: tuple[Milestone, ...]
    eases: Mapping[str, int] = field(default_factory=dict)


class Ending(Record):
    """A headline ending; `last` ones are looked at only when the turns are over.

    `how` says beforehand how it comes to that; empty where nothing is said.
    """

    id: str
    title: Told
    text: Prose
    when: Expression
    last: bool
    priority: int
    headline: Told
    asserts: Expression | None = None
    how: Told = ""


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
    A drawing that `moves` comes to stand so, in the place of what is drawn `before` it (empty:
    nothing).
    """

    id: str
    on: str
    about: tuple[str, ...]
    when: Expression | None
    title: Told
    drawing: str
    shows: Told
    text: Prose
    speaker: Told
    great: bool
    again: bool
    moves: str = ""
    before: str = ""


class Passage(Record):
    """A passage of an entry: told from a day on (0: always) and while something holds."""

    text: Told
    sources: tuple[str, ...]
    since: int = 0
    when: Expression | None = None


class Codex(Record):
    """An encyclopaedia entry; its passages stand in the order of their days."""

    id: str
    title: Told
    text: tuple[Passage, ...]


class Source(Record):
    """Where a claim comes from."""

    id: str
    publisher: Told
    date: Told
    text: Told
    title: Told
    address: str

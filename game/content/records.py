"""Compiled content: what the rules read, slotted and frozen, nothing left to look up by text."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Literal, Protocol

Bound = Callable[["Facts", Mapping[str, int]], int]


class Facts(Protocol):
    """What a condition may read: the part of a state that expressions see."""

    figures: dict[str, int]
    words: dict[str, str]
    flags: dict[str, int]
    fired: dict[str, int]


class Expression(Protocol):
    """A checked condition or amount; bind it to a chair (and a target) to get a function."""

    @property
    def text(self) -> str:
        """The expression as its author wrote it."""

    def bind(self, chair: str, target: str = "") -> Bound:
        """Return the cached function of (facts, scope) for this chair and target."""

    def reads(self) -> frozenset[str]:
        """Return every name the expression reads, as written."""


Amount = int | Expression
Basis = Literal["article", "record", "counterfactual"] | None


@dataclass(frozen=True, slots=True)
class Shift:
    """Add to a figure; `path` may use self/target forms."""

    path: str
    by: Amount


@dataclass(frozen=True, slots=True)
class Assign:
    """Set a figure."""

    path: str
    to: Amount


@dataclass(frozen=True, slots=True)
class Spend:
    """Take from the own treasury (`sign` 1) or add to it (`sign` -1), million USD."""

    amount: Amount
    sign: int = 1


@dataclass(frozen=True, slots=True)
class Mood:
    """Move each own faction by its like for the topic times the amount."""

    topic: str
    by: Amount


@dataclass(frozen=True, slots=True)
class SetFlag:
    """Set a declared flag."""

    flag: str
    to: int


@dataclass(frozen=True, slots=True)
class SetWord:
    """Set a word, such as the hatch."""

    word: str
    to: str


@dataclass(frozen=True, slots=True)
class Schedule:
    """Bring an event up after so many months."""

    event: str
    months: int


@dataclass(frozen=True, slots=True)
class Cancel:
    """Take an event off the schedule."""

    event: str


@dataclass(frozen=True, slots=True)
class BookFlight:
    """Put a flight on the manifest; crew `own` or `none`."""

    vehicle: str
    crew: str
    handle: str
    days: int


@dataclass(frozen=True, slots=True)
class Delay:
    """Move a coming flight: by handle, or `next_crew`, `next_cargo` of a partner."""

    flight: str
    of: str
    days: int


@dataclass(frozen=True, slots=True)
class Harm:
    """Give a docked ship a fault; its seats stop being a way home."""

    ship: str
    fault: str


@dataclass(frozen=True, slots=True)
class Mend:
    """Clear a docked ship's fault."""

    ship: str


@dataclass(frozen=True, slots=True)
class Liner:
    """Strap seat liners into a ship for a role's person, or for `stranded` people (at most two)."""

    person: str
    ship: str


@dataclass(frozen=True, slots=True)
class Extend:
    """Keep a docked ship and its crew for more days."""

    ship: str
    days: int


@dataclass(frozen=True, slots=True)
class Recall:
    """Bring a partner's crew home early."""

    of: str


@dataclass(frozen=True, slots=True)
class Reboost:
    """Raise the orbit by km, from Russian tanks (`ros`) or by a US ship (`usos`)."""

    km: Amount
    by: str


@dataclass(frozen=True, slots=True)
class ChangeLeader:
    """Hand an office over."""

    of: str
    to: str


@dataclass(frozen=True, slots=True)
class Sign:
    """Strike a deal with another partner: (clause, amount) pairs, given by self if not mutual."""

    other: str
    terms: tuple[tuple[str, int], ...]
    months: int


@dataclass(frozen=True, slots=True)
class Breach:
    """Break the own deals that hold a clause."""

    clause: str


@dataclass(frozen=True, slots=True)
class MakePromise:
    """Promise something by a date; kept if the expression holds then."""

    to: str
    text: str
    months: int
    keep: Expression


@dataclass(frozen=True, slots=True)
class Step:
    """Move on the ladder."""

    by: int


@dataclass(frozen=True, slots=True)
class BreakThread:
    """Leave the record in one thread of history."""

    thread: str


@dataclass(frozen=True, slots=True)
class Headline:
    """A line for the chronicle."""

    text: str


@dataclass(frozen=True, slots=True)
class End:
    """End the run."""

    ending: str


@dataclass(frozen=True, slots=True)
class Study:
    """Learn what another partner keeps to itself (`who` is a partner id or `target`)."""

    who: str


@dataclass(frozen=True, slots=True)
class Invest:
    """Put an invest step's money into an outside option (an id, or `target`)."""

    option: str


@dataclass(frozen=True, slots=True)
class When:
    """Effects under a condition."""

    condition: Expression
    then: tuple[Effect, ...]
    otherwise: tuple[Effect, ...] = ()


Effect = (
    Shift | Assign | Spend | Mood | SetFlag | SetWord | Schedule | Cancel | BookFlight | Delay
    | Harm | Mend | Liner | Extend | Recall | Reboost | ChangeLeader | Sign | Breach | MakePromise
    | Step | BreakThread | Headline | End | Study | Invest | When
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Variant:
    """One wording and when it is used (None: always)."""

    text: str
    when: Expression | None = None


Prose = tuple[Variant, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """One way a risky choice can go; chance in per cent."""

    chance: int
    text: str
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing a desk may choose; `outcomes` is empty when the result is sure."""

    id: str
    text: str
    history: bool = False
    capital: int = 0
    needs: Expression | None = None
    because: str = ""
    effects: tuple[Effect, ...] = ()
    breaks: tuple[str, ...] = ()
    result: str = ""
    outcomes: tuple[Outcome, ...] = ()


@dataclass(frozen=True, slots=True)
class Desk:
    """What one chair reads and may choose."""

    chair: str
    text: Prose
    choices: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Role:
    """A stand-in found when the event fires: a docked ship of a type, or a person of a partner."""

    name: str
    vehicle: str = ""
    carries: str = ""
    person: str = ""
    inside: str = ""


@dataclass(frozen=True, slots=True)
class Result:
    """What a dilemma's pair of answers leads to; `answers` maps chair to choice id or `any`."""

    answers: tuple[tuple[str, str], ...]
    text: str
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """A card, a headline, or (with `results`) a dilemma. Days are proleptic ordinals."""

    id: str
    title: str
    basis: Basis
    sources: tuple[str, ...] = ()
    thread: str = ""
    always: bool = False
    day: int | None = None
    first_day: int | None = None
    last_day: int | None = None
    weight: int = 0
    once: bool = True
    cooldown: int = 0
    when: Expression | None = None
    roles: tuple[Role, ...] = ()
    effects: tuple[Effect, ...] = ()
    headline: str = ""
    desks: tuple[Desk, ...] = ()
    between: tuple[str, ...] = ()
    results: tuple[Result, ...] = ()


@dataclass(frozen=True, slots=True)
class Action:
    """An agenda action that is always there."""

    id: str
    name: str
    text: str
    group: str
    chairs: tuple[str, ...]
    target: str = "none"
    capital: int = 0
    cooldown: int = 0
    needs: Expression | None = None
    because: str = ""
    effects: tuple[Effect, ...] = ()
    outcomes: tuple[Outcome, ...] = ()
    result: str = ""


@dataclass(frozen=True, slots=True)
class Clause:
    """One thing that can stand in a deal. `gains`/`costs` by partner id, `any` for the rest."""

    id: str
    name: str
    text: str
    mutual: bool
    givers: tuple[str, ...]
    receivers: tuple[str, ...]
    topic: str
    unit: str
    low: int
    high: int
    months: int
    gains: Mapping[str, Amount]
    costs: Mapping[str, Amount]
    needs: Expression | None = None
    because: str = ""
    sign: tuple[Effect, ...] = ()
    monthly: tuple[Effect, ...] = ()
    breach: tuple[Effect, ...] = ()
    mood: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Partner:
    """An agency at the table."""

    id: str
    name: str
    office: str
    segment: str
    decides: bool
    adjective: str
    city: str
    people: str
    text: str


@dataclass(frozen=True, slots=True)
class Faction:
    """A group at home with a weight (1-5) and likes (-2..2) by topic."""

    id: str
    partner: str
    name: str
    weight: int
    likes: Mapping[str, int]
    text: str


@dataclass(frozen=True, slots=True)
class Leader:
    """Who holds an office; persona weighs topics in per cent (100 neutral)."""

    id: str
    partner: str
    name: str
    office: str
    real: bool
    persona: Mapping[str, int]
    text: str


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody who flies; skills 0-5 by usos, ros, eva, robotics, medicine, science."""

    id: str
    partner: str
    name: str
    real: bool
    role: str
    skills: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Vehicle:
    """A type of ship; life and stay in days, price million USD, propellant kg, boost metres."""

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


@dataclass(frozen=True, slots=True)
class Milestone:
    """What happens when an outside option reaches a mark."""

    at: int
    text: str
    effects: tuple[Effect, ...] = ()


@dataclass(frozen=True, slots=True)
class OutsideOption:
    """A way to need the others less; drift in points a year, invest in million USD a step."""

    id: str
    owner: str
    name: str
    text: str
    drift: int
    invest: int
    gain: int
    milestones: tuple[Milestone, ...]


@dataclass(frozen=True, slots=True)
class Ending:
    """A headline ending; `last` ones are looked at only when the turns are over."""

    id: str
    title: str
    text: Prose
    when: Expression
    last: bool
    priority: int
    headline: str


@dataclass(frozen=True, slots=True)
class Slide:
    """An epilogue slide."""

    id: str
    text: Prose
    when: Expression
    order: int


@dataclass(frozen=True, slots=True)
class Codex:
    """An encyclopaedia entry."""

    id: str
    title: str
    text: str
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a claim comes from."""

    id: str
    publisher: str
    date: str
    text: str
    title: str
    address: str


@dataclass(frozen=True, slots=True)
class Docked:
    """A ship at the station when a scenario opens."""

    vehicle: str
    name: str
    launched: date
    returns: date | None
    crew: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """A crew flight of the record; `substitutes` fly when no swap deal runs."""

    vehicle: str
    name: str
    launches: date
    returns: date | None
    crew: tuple[str, ...]
    swap: bool
    substitutes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class StandingDeal:
    """A deal in force when a scenario opens; the first of the two gives what isn't mutual."""

    between: tuple[str, str]
    terms: tuple[tuple[str, int], ...]
    signed: date
    ends: date


@dataclass(frozen=True, slots=True)
class HistoricalMove:
    """What a chair did on a day: an agenda action (with target) or an offer to a partner."""

    day: date
    chair: str
    action: str = ""
    target: str = ""
    to: str = ""
    terms: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Scenario:
    """A start: date, length, chairs, opening figures, manifest, and what came before it."""

    id: str
    name: str
    text: str
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


@dataclass(frozen=True, slots=True)
class PackStamp:
    """A pack as a save remembers it: hashes of its rule fields and of its text."""

    id: str
    title: str
    version: str
    rules: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Content:
    """Everything the packs define, by id, in sorted order; two are equal only if the same."""

    packs: tuple[PackStamp, ...]
    partners: Mapping[str, Partner] = field(default_factory=dict)
    factions: Mapping[str, Faction] = field(default_factory=dict)
    leaders: Mapping[str, Leader] = field(default_factory=dict)
    people: Mapping[str, Person] = field(default_factory=dict)
    vehicles: Mapping[str, Vehicle] = field(default_factory=dict)
    events: Mapping[str, Event] = field(default_factory=dict)
    actions: Mapping[str, Action] = field(default_factory=dict)
    clauses: Mapping[str, Clause] = field(default_factory=dict)
    options: Mapping[str, OutsideOption] = field(default_factory=dict)
    endings: Mapping[str, Ending] = field(default_factory=dict)
    slides: Mapping[str, Slide] = field(default_factory=dict)
    codex: Mapping[str, Codex] = field(default_factory=dict)
    sources: Mapping[str, Source] = field(default_factory=dict)
    flags: Mapping[str, int] = field(default_factory=dict)
    scenarios: Mapping[str, Scenario] = field(default_factory=dict)

"""Compiled effects: the closed vocabulary that cards, actions and clauses are made of."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.records.expressions import Amount, Expression
from game.content.records.told import Told


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
    """Set a declared flag: a number, or 1 and 0 for yes and no."""

    flag: str
    to: Amount


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
    """Put a flight on the manifest; crew `own` or `none`; without a name it gets a usual one."""

    vehicle: str
    crew: str
    handle: str
    days: int
    name: str = ""


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
    fault: Told


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
    """Strike a deal with another partner: (clause, amount) pairs, given by self if not mutual.

    The own home weighs it before it enters, unless history has it `ratified`.
    """

    other: str
    terms: tuple[tuple[str, int], ...]
    months: int
    ratified: bool = False


@dataclass(frozen=True, slots=True)
class Breach:
    """Break the own deals that hold a clause."""

    clause: str


@dataclass(frozen=True, slots=True)
class MakePromise:
    """Promise something by a date; kept if the expression holds then.

    `how` says in words what it takes; `id` tells promises of the same words apart.
    """

    to: str
    text: Told
    months: int
    keep: Expression
    how: Told = ""
    id: str = ""

    @property
    def key(self) -> str:
        """By what a game knows what was promised."""
        return self.id or self.text


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

    text: Told


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
class CallAdviser:
    """Let the next in reserve take over a desk of the own advisers (a desk, or `target`)."""

    desk: str


@dataclass(frozen=True, slots=True)
class Wellbeing:
    """Move fatigue, morale and health, in points.

    `who` is `everybody`, `stranded`, `unwell` or a person's role; else `of` names a partner, or
    `ship` the ship whose crew it is.
    """

    who: str
    of: str
    ship: str
    points: tuple[tuple[str, int], ...]


@dataclass(frozen=True, slots=True)
class Train:
    """Send people of a partner into training; `skill` may be `other` for the other segment."""

    of: str
    skill: str
    people: int
    months: int


@dataclass(frozen=True, slots=True)
class Command:
    """Hand command of the station to a partner's person."""

    to: str


@dataclass(frozen=True, slots=True)
class Walk:
    """Send two outside for a job: `usos`, `ros` or `joint`."""

    job: str


@dataclass(frozen=True, slots=True)
class BringHome:
    """Land the ship of whoever is `unwell` or has been up `longest`."""

    who: str


@dataclass(frozen=True, slots=True)
class When:
    """Effects under a condition."""

    condition: Expression
    then: tuple[Effect, ...]
    otherwise: tuple[Effect, ...] = ()


Effect = (
    Shift | Assign | Spend | Mood | SetFlag | SetWord | Schedule | Cancel | BookFlight | Delay
    | Harm | Mend | Liner | Extend | Recall | Reboost | ChangeLeader | Sign | Breach | MakePromise
    | Step | BreakThread | Headline | End | Study | Invest | Wellbeing | Train | Command | Walk
    | BringHome | CallAdviser | When
)  # fmt: skip

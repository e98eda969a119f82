"""Compiled effects: the closed vocabulary that cards, actions and clauses are made of."""

from __future__ import annotations

from game.content.records.expressions import Amount, Expression
from game.record import Record


class Shift(Record):
    """Add to a figure; `path` may use self/target forms."""

    path: str
    by: Amount


class Assign(Record):
    """Set a figure."""

    path: str
    to: Amount


class Spend(Record):
    """Take from the own treasury (`sign` 1) or add to it (`sign` -1), million USD."""

    amount: Amount
    sign: int = 1


class Mood(Record):
    """Move each own faction by its like for the topic times the amount."""

    topic: str
    by: Amount


class SetFlag(Record):
    """Set a declared flag: a number, or 1 and 0 for yes and no."""

    flag: str
    to: Amount


class SetWord(Record):
    """Set a word, such as the hatch."""

    word: str
    to: str


class Schedule(Record):
    """Bring an event up after so many months."""

    event: str
    months: int


class Cancel(Record):
    """Take an event off the schedule."""

    event: str


class BookFlight(Record):
    """Put a flight on the manifest; crew `own` or `none`; without a name it gets a usual one."""

    vehicle: str
    crew: str
    handle: str
    days: int
    name: str = ""


class Delay(Record):
    """Move a coming flight: by handle, or `next_crew`, `next_cargo` of a partner."""

    flight: str
    of: str
    days: int


class Harm(Record):
    """Give a docked ship a fault; its seats stop being a way home."""

    ship: str
    fault: str


class Mend(Record):
    """Clear a docked ship's fault."""

    ship: str


class Liner(Record):
    """Strap seat liners into a ship for a role's person, or for `stranded` people (at most two)."""

    person: str
    ship: str


class Extend(Record):
    """Keep a docked ship and its crew for more days."""

    ship: str
    days: int


class Recall(Record):
    """Bring a partner's crew home early."""

    of: str


class Reboost(Record):
    """Raise the orbit by km, from Russian tanks (`ros`) or by a US ship (`usos`)."""

    km: Amount
    by: str


class ChangeLeader(Record):
    """Hand an office over."""

    of: str
    to: str


class Sign(Record):
    """Strike a deal with another partner: (clause, amount) pairs, given by self if not mutual.

    The own home weighs it before it enters, unless history has it `ratified`.
    """

    other: str
    terms: tuple[tuple[str, int], ...]
    months: int
    ratified: bool = False


class Breach(Record):
    """Break the own deals that hold a clause."""

    clause: str


class MakePromise(Record):
    """Promise something by a date; kept if the expression holds then.

    `how` says in words what it takes; `id` tells promises of the same words apart.
    """

    to: str
    text: str
    months: int
    keep: Expression
    how: str = ""
    id: str = ""

    @property
    def key(self) -> str:
        """By what a game knows what was promised."""
        return self.id or self.text


class Step(Record):
    """Move on the ladder."""

    by: int


class BreakThread(Record):
    """Leave the record in one thread of history."""

    thread: str


class Headline(Record):
    """A line for the chronicle."""

    text: str


class End(Record):
    """End the run."""

    ending: str


class Study(Record):
    """Learn what another partner keeps to itself (`who` is a partner id or `target`)."""

    who: str


class Invest(Record):
    """Put an invest step's money into an outside option (an id, or `target`)."""

    option: str


class CallAdviser(Record):
    """Let the next in reserve take over a desk of the own advisers (a desk, or `target`)."""

    desk: str


class Wellbeing(Record):
    """Move fatigue, morale and health, in points.

    `who` is `everybody`, `stranded`, `unwell` or a person's role; else `of` names a partner, or
    `ship` the ship whose crew it is.
    """

    who: str
    of: str
    ship: str
    points: tuple[tuple[str, int], ...]


class Train(Record):
    """Send people of a partner into training; `skill` may be `other` for the other segment."""

    of: str
    skill: str
    people: int
    months: int


class Command(Record):
    """Hand command of the station to a partner's person."""

    to: str


class Walk(Record):
    """Send two outside for a job: `usos`, `ros` or `joint`."""

    job: str


class BringHome(Record):
    """Land the ship of whoever is `unwell` or has been up `longest`."""

    who: str


class When(Record):
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

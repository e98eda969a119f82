"""Compiled effects: the closed vocabulary that cards, actions and clauses are made of."""

from __future__ import annotations

from game.content.records.expressions import Amount, Expression
from game.content.records.told import Told
from game.record import Record


class Effect(Record):
    """One thing that happens."""


class Shift(Effect):
    """Add to a figure; `path` may use self/target forms."""

    path: str
    by: Amount


class Assign(Effect):
    """Set a figure."""

    path: str
    to: Amount


class Spend(Effect):
    """Take from the own treasury (`sign` 1) or add to it (`sign` -1), million USD."""

    amount: Amount
    sign: int = 1


class Mood(Effect):
    """Move each own faction by its like for the topic times the amount."""

    topic: str
    by: Amount


class SetFlag(Effect):
    """Set a declared flag: a number, or 1 and 0 for yes and no."""

    flag: str
    to: Amount


class SetWord(Effect):
    """Set a word, such as the hatch."""

    word: str
    to: str


class Schedule(Effect):
    """Bring an event up after so many months."""

    event: str
    months: int


class Cancel(Effect):
    """Take an event off the schedule."""

    event: str


class BookFlight(Effect):
    """Put a flight on the manifest; crew `own` or `none`; without a name it gets a usual one."""

    vehicle: str
    crew: str
    handle: str
    days: int
    name: Told = ""


class Delay(Effect):
    """Move a coming flight: by handle, or `next_crew`, `next_cargo` of a partner."""

    flight: str
    of: str
    days: int


class Harm(Effect):
    """Give a docked ship a fault; its seats stop being a way home."""

    ship: str
    fault: Told


class Mend(Effect):
    """Clear a docked ship's fault."""

    ship: str


class Liner(Effect):
    """Strap seat liners into a ship for a role's person, or for `stranded` people (at most two)."""

    ship: str
    person: str = ""
    people: str = ""


class Extend(Effect):
    """Keep a docked ship and its crew for more days."""

    ship: str
    days: int


class Recall(Effect):
    """Bring a partner's crew home early."""

    of: str


class Reboost(Effect):
    """Raise the orbit by km, from Russian tanks (`ros`) or by a US ship (`usos`)."""

    km: Amount
    by: str


class ChangeLeader(Effect):
    """Hand an office over."""

    of: str
    to: str


class Sign(Effect):
    """Strike a deal with another partner: (clause, amount) pairs, given by self if not mutual.

    The own home weighs it before it enters, unless history has it `ratified`.
    """

    other: str
    terms: tuple[tuple[str, int], ...]
    months: int
    ratified: bool = False


class Propose(Effect):
    """Lay another partner's offer before oneself: (clause, amount) pairs, given by the other.

    `back` are those that one would give oneself.
    """

    other: str
    terms: tuple[tuple[str, int], ...]
    months: int
    back: tuple[tuple[str, int], ...] = ()


class Breach(Effect):
    """Break the own deals that hold a clause."""

    clause: str


class MakePromise(Effect):
    """Promise something by a date; kept if the expression holds then.

    `how` says in words what it takes. Those of the same words are told apart by what must hold,
    and by the `pack` that they are of.
    """

    to: str
    text: Told
    months: int
    keep: Expression
    how: Told = ""
    pack: str = ""

    @property
    def key(self) -> str:
        """By what a game knows what was promised."""
        return f"{self.pack}/{self.text}/{self.keep.text}" if self.pack else self.text


class Step(Effect):
    """Move on the ladder."""

    by: int


class BreakThread(Effect):
    """Leave the record in one thread of history."""

    thread: str


class Headline(Effect):
    """A line for the chronicle."""

    text: Told


class End(Effect):
    """End the run."""

    ending: str


class Study(Effect):
    """Learn what another partner keeps to itself (`who` is a partner id or `target`)."""

    who: str


class Invest(Effect):
    """Put an invest step's money into an outside option (an id, or `target`)."""

    option: str


class CallAdviser(Effect):
    """Let the next in reserve take over a desk of the own advisers (a desk, or `target`)."""

    desk: str


class Wellbeing(Effect):
    """Move fatigue, morale and health, in points.

    Whose: of `people` (`everybody`, `stranded`, `unwell`), a role's `person`, the crew of a
    `ship`, else of everybody that a partner (`of`) has aboard.
    """

    people: str = ""
    of: str = ""
    person: str = ""
    ship: str = ""
    fatigue: int = 0
    morale: int = 0
    health: int = 0


class Train(Effect):
    """Send people of a partner into training; `skill` may be `other` for the other segment."""

    of: str
    skill: str
    people: int
    months: int


class Command(Effect):
    """Hand command of the station to a partner's person."""

    to: str


class Walk(Effect):
    """Send two outside for a job: `usos`, `ros` or `joint`."""

    job: str


class Shelter(Effect):
    """Let people aboard wait in their ships: `everybody`, or those of a half, `usos` or `ros`."""

    who: str


class BringHome(Effect):
    """Land the ship of whoever is `unwell` or has been up `longest`."""

    who: str


class When(Effect):
    """Effects under a condition."""

    condition: Expression
    then: tuple[Effect, ...]
    otherwise: tuple[Effect, ...] = ()


def every() -> tuple[type[Effect], ...]:
    """Return the record of every effect, in the order of this module."""
    there = (one for one in globals().values() if isinstance(one, type) and one is not Effect)
    return tuple(one for one in there if issubclass(one, Effect))

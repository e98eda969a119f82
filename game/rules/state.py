"""The records that are the game. Once returned, none of them is ever touched again."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, Literal, TypeVar

from game.record import Record
from game.text.brief import Brief

T = TypeVar("T")


SlotKind = Literal["card", "dilemma", "agenda", "table", "answer", "counter", "ratify"]
Roles = tuple[tuple[str, str], ...]
S = TypeVar("S", bound="State")


class Slot(Record):
    """Somebody's turn to decide: what kind, whose, and about what (event id or offer id)."""

    kind: SlotKind
    chair: str
    subject: str = ""


class Crew(Record):
    """Somebody who is in the story: where, since which day, and the ship that takes them home.

    `place` is `ground`, `training`, `aboard`, `recovering` (back from a flight) or `lost`, the
    second and the fourth until the day `until`. `ship` is a ship id, or empty. Fatigue, morale and
    health run from 0 to 100. `learnt` adds to the skills of the content; `learning` is the skill in
    training.
    """

    id: str
    partner: str
    place: str
    ship: str
    since: int
    liner: bool = False
    fatigue: int = 0
    morale: int = 60
    health: int = 100
    until: int = 0
    learning: str = ""
    learnt: tuple[tuple[str, int], ...] = ()


class Ship(Record):
    """A docked ship: days are ordinals; `fault` empties its seats of worth; liners add seats.

    `boost` is how many metres it can still raise the station with what it brought for that.
    """

    id: str
    vehicle: str
    name: str
    owner: str
    launched: int
    returns: int
    fault: str = ""
    liners: int = 0
    boost: int = 0


class Flight(Record):
    """A coming flight. `crew` empty: a cargo or rescue flight. `handle` names it for effects.

    `slip` is by how many days it has moved so far, `why` the last reason.
    """

    id: str
    vehicle: str
    name: str
    owner: str
    day: int
    returns: int
    crew: tuple[str, ...]
    handle: str = ""
    swap: bool = False
    slip: int = 0
    why: str = ""


class Term(Record):
    """A clause with its amount and who gives it (for mutual clauses: who proposed it).

    `to` is who gets it; empty where the paper has but one other party, and for a clause of all
    three, which who convened them gives.
    """

    clause: str
    amount: int
    giver: str
    to: str = ""


class Offer(Record):
    """What one partner puts to another; `months` 0: each clause runs for its own time.

    With a `third` its maker convenes two others, who both have to sign, the third after the first.
    """

    id: str
    maker: str
    to: str
    terms: tuple[Term, ...]
    months: int = 0
    third: str = ""

    @property
    def parties(self) -> tuple[str, ...]:
        """Whose names would stand under it, its maker's first."""
        return (self.maker, self.to, self.third) if self.third else (self.maker, self.to)


class Level(Record):
    """What a term holds of a figure while in force: so much more, or (`least`) no less than."""

    path: str
    by: int
    least: bool = False


class Life(Record):
    """How a term of a deal lives.

    It runs for `months` in all, to the day `ends`, for which `paid` million USD were paid in
    advance; in `missed` of them it wasn't delivered. Dice took `lost` months for which it is to go
    on longer, as it has by `prolonged`. `withheld` are the months in a row in which its giver
    could have delivered and didn't. `rests` is why it isn't delivered now, a code (empty: it is);
    what a rung shuts is asked when it matters, and stands nowhere.
    """

    ends: int
    months: int
    paid: int = 0
    missed: int = 0
    lost: int = 0
    prolonged: int = 0
    withheld: int = 0
    rests: str = ""
    levels: tuple[Level, ...] = ()


class Deal(Record):
    """A signed offer in force: its terms that last, each with a life of its own, in their order.

    `ends` is the day on which the last of them ends, `left` who has cancelled it (empty: nobody).
    A deal whose terms have no lives is still to be drawn up (`game.rules.table.lives`).
    """

    id: str
    parties: tuple[str, ...]
    terms: tuple[Term, ...]
    signed: int
    ends: int
    lives: tuple[Life, ...] = ()
    left: str = ""

    @property
    def running(self) -> Iterator[tuple[Term, Life]]:
        """The terms with their lives."""
        return zip(self.terms, self.lives, strict=True)


class Claim(Record):
    """Money that a deal has left one partner owing another, million USD.

    It was paid and what it was for never delivered, or a guarantee stands for it.
    """

    deal: str
    holder: str
    debtor: str
    money: int


class Held(Record):
    """A figure that deals hold: what it would be without them, what they add, where it stops."""

    base: int
    more: int
    least: int


class Promise(Record):
    """Something promised by a day; `keep` names what content said of it, `id` this one promise."""

    maker: str
    to: str
    text: str
    due: int
    keep: str = ""
    id: str = ""

    @property
    def key(self) -> str:
        """By what content knows what was promised."""
        return self.keep or self.text


class Scheduled(Record):
    """A follow-up event and the day from which it comes up."""

    event: str
    day: int


class Belief(Record):
    """What a partner thinks a hidden figure is: estimate, spread either way, as of which turn."""

    estimate: int
    spread: int
    turn: int


class Sealed(Record):
    """A dilemma's first answer, hidden until the second comes."""

    chair: str
    event: str
    choice: str


longest_aboard = attrgetter("since", "id")
longest_docked = attrgetter("launched", "id")
next_to_fly = attrgetter("day", "id")


@dataclass(slots=True)
class State(Brief):
    """A whole game at one moment. Figures are integers in the units of `game.content.paths`.

    `past` is what was done and lived through, by the keys of `game.content.past`; `met` are the
    events of recent campaigns, which come less.
    """

    scenario: str
    seed: int
    turn: int
    phase: int
    queue: tuple[Slot, ...]
    figures: dict[str, int]
    words: dict[str, str]
    flags: dict[str, int]
    fired: dict[str, int]
    roles: dict[str, Roles]
    scheduled: tuple[Scheduled, ...]
    crew: dict[str, Crew]
    ships: dict[str, Ship]
    manifest: tuple[Flight, ...]
    deals: tuple[Deal, ...]
    offers: tuple[Offer, ...]
    promises: tuple[Promise, ...]
    sealed: tuple[Sealed, ...]
    used: dict[str, int]
    knowledge: dict[str, dict[str, Belief]]
    ending: str = ""
    held: dict[str, Held] = field(default_factory=dict)
    claims: tuple[Claim, ...] = ()
    past: dict[str, int] = field(default_factory=dict)
    met: tuple[str, ...] = ()

    def __repr__(self) -> str:
        """Return which game it is of, and where that stands."""
        now = self.ending and f"over, {self.ending}"
        if self.queue and not now:
            slot = self.queue[0]
            now = f"{slot.chair} decides, {' '.join(filter(None, (slot.kind, slot.subject)))}"
        return (
            f"<{type(self).__name__} of {self.scenario}, seed {self.seed}, turn {self.turn}: {now}>"
        )

    def copy(self) -> State:
        """Return a state that shares every record with this one."""
        return self.made_as(State)

    def made_as(self, kind: type[S]) -> S:
        """Return a state of a kind that shares every record with this one."""
        return kind(
            self.scenario, self.seed, self.turn, self.phase, self.queue, self.figures,
            self.words, self.flags, self.fired, self.roles, self.scheduled, self.crew,
            self.ships, self.manifest, self.deals, self.offers, self.promises, self.sealed,
            self.used, self.knowledge, self.ending, self.held, self.claims, self.past,
            self.met,
        )  # fmt: skip

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """Return what is worked out of a state: each time anew, for it may still be written."""
        return work()

    @property
    def over(self) -> bool:
        """Whether the run has ended."""
        return bool(self.ending)


@dataclass(slots=True, repr=False)
class View(State):
    """A state as one partner may see it: the unknown is what is believed, or left out.

    It can be looked at and decided from, but not played on. It is finished as it is made, so what
    was once worked out of it is kept, in `known`.
    """

    known: dict[Hashable, Any] = field(default_factory=dict, init=False, compare=False)

    def once(self, key: Hashable, work: Callable[[], T]) -> T:
        """Return what is worked out of a view, the same when asked again."""
        if key not in self.known:
            self.known[key] = work()
        found: T = self.known[key]
        return found

"""What can be decided, what may be chosen, and what came of it."""

from __future__ import annotations

from typing import Literal

from game.record import Record
from game.rules.messages import Message
from game.rules.state import Offer, SlotKind, State, Term

ChangeKind = Literal[
    "figure",
    "headline",
    "crew",
    "ship",
    "deal",
    "leader",
    "thread",
    "story",
    "ending",
    "offer",
    "news",
    "person",
]

SIGNING = ("accept", "pay", "press")  # picks with which a deal goes on


class Decision(Record):
    """One choice by one chair.

    `pick` is a choice id (card, dilemma), an action id or `end` (agenda), `offer`, `step_up`,
    `step_down`, `claim`, `cancel`, `break` or `end` (table), `accept`, `decline` or `counter`
    (answer, counter), `pay`, `press` or `fall` (ratify).
    `target` is an action's target, an offer's addressee, a deal or the faction paid; `terms` an
    offer's clauses.
    """

    chair: str
    kind: SlotKind
    pick: str
    target: str = ""
    terms: tuple[Term, ...] = ()


class Option(Record):
    """A decision that exists now; `reason` says why it may not be taken (empty: it may).

    An `offer`, a `convene` and a `counter` that may be made still want terms (`possible_terms`).
    """

    decision: Decision
    reason: Message | None = None

    @property
    def legal(self) -> bool:
        """Whether it may be taken."""
        return not self.reason


class Change(Record):
    """One thing that happened and why.

    For kind `figure`: `path` moved by `amount`; for `person` likewise, `path` being such as
    `crew.whitlock.fatigue`. Else `path` names the object and `reason` tells.
    `cause` is a stable id (`choice:event/choice`, `rule:decay`); `seen` is empty when everybody
    may know, otherwise the partners who do.
    """

    kind: ChangeKind
    path: str
    amount: int
    cause: str
    reason: Message
    seen: tuple[str, ...] = ()


class Step(Record):
    """What a decision led to. The first `direct` changes are its own, the rest the world's.

    What a dilemma leads to is its last answer's own.

    `turned` is the place from which changes belong to a new turn; None while the turn goes on.
    """

    state: State
    changes: tuple[Change, ...]
    direct: int
    turned: int | None = None


class Branch(Record):
    """One way a decision can go: chance in per cent, its words, its direct changes."""

    chance: int
    told: Message | None
    changes: tuple[Change, ...]


class Line(Record):
    """One line of an arithmetic that sums to a verdict.

    It lies from `amount - spread` to `amount + spread`. In an offer's arithmetic `way` says what
    its side does: `gives`, `gets`, `both`, or nothing for what every offer from there is worth.
    """

    label: Message
    amount: int
    spread: int = 0
    way: str = ""


def find_offer(state: State, offer_id: str) -> Offer:
    """Return an open offer by its id."""
    return next(offer for offer in state.offers if offer.id == offer_id)

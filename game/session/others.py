"""What others have decided, as far as a chair may know: in words, with the reason they gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.narration.decisions import card_title, deed_title
from game.rules.decisions import SIGNING, Change, Decision
from game.rules.ledger import MOVES
from game.rules.legality import find_offer
from game.rules.state import State
from game.rules.table.deals import other_side
from game.session import Session
from game.session.voices import reason_told

CARDS = ("card", "dilemma")
SIGNED_CAUSES = ("deal:", "ratify:", "witness:")


@dataclass(frozen=True, slots=True)
class Move:
    """Something that another chair decided, in words, why, and the title of the card it was.

    `place` is how many decisions had been taken before it.
    """

    place: int
    turn: int
    chair: str
    title: str
    reason: str
    card: str = ""


def moves(session: Session, viewer: str, start: int = 0) -> Iterator[Move]:
    """Yield what others have decided since so many decisions, as far as a chair may know."""
    for number in range(start, len(session.decisions)):
        state, decision = session.states[number], session.decisions[number]
        if decision.chair != viewer and _may_know(session, viewer, state, decision):
            title = deed_title(session.content, state, decision)
            reason = reason_told(session, viewer, number)
            card = card_title(session.content, state.queue[0]) if decision.kind in CARDS else ""
            yield Move(number, state.turn, decision.chair, title, reason, card)


def signed_by_others(
    session: Session, viewer: str, start: int = 0
) -> Iterator[tuple[int, str, tuple[Change, ...]]]:
    """Yield the turn, the other side, and what changed, where another put a viewer's deal in force.

    Decisions before the first `start` don't count.
    """
    for number in range(start, len(session.decisions)):
        state, decision = session.states[number], session.decisions[number]
        if decision.chair == viewer or decision.pick not in SIGNING:
            continue
        offer = find_offer(state, state.queue[0].subject)
        changes = session.led_to(number)
        if viewer in (offer.maker, offer.to) and any(_of_deal(c, offer.id) for c in changes):
            signed = tuple(c for c in changes if c.kind in MOVES and _by_signing(c))
            yield state.turn, other_side(offer, viewer), signed


def _by_signing(change: Change) -> bool:
    return change.cause.startswith(SIGNED_CAUSES)


def _of_deal(change: Change, offer: str) -> bool:
    return change.cause == f"deal:{offer}"


def _may_know(session: Session, viewer: str, state: State, decision: Decision) -> bool:
    """Return whether a decision is worth telling and no secret."""
    if decision.pick == "end":
        return False
    if decision.kind == "dilemma":
        sealed = session.state.sealed
        return all((s.chair, s.choice) != (decision.chair, decision.pick) for s in sealed)
    if decision.pick == "offer":
        return decision.target == viewer
    if decision.pick == "pay":
        return False
    if decision.kind in ("answer", "counter", "ratify"):
        offer = find_offer(state, state.queue[0].subject)
        return viewer in (offer.maker, offer.to)
    return True


def of_how_many(session: Session, chair: str) -> str:
    """Return which of the turn's cards comes next, as in ` (2 of 2)`; empty if there is only one.

    The card before the chair must still be unanswered.
    """
    lying = sum(s.chair == chair and s.kind in CARDS for s in session.view(chair).queue)
    decided = zip(session.states, session.decisions, strict=False)
    answered = sum(
        state.turn == session.state.turn and one.chair == chair and one.kind in CARDS
        for state, one in decided
    )
    total = answered + lying
    return f" ({answered + 1} of {total})" if total > 1 else ""

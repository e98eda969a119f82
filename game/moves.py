"""What others have decided, as far as a chair may know: in words, with the reason they gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.narration import decision_title
from game.rules.decisions import Decision
from game.rules.legality import find_offer
from game.rules.state import State
from game.session import Session


@dataclass(frozen=True, slots=True)
class Move:
    """Something that another chair decided, in words, and why."""

    turn: int
    chair: str
    title: str
    reason: str


def moves(session: Session, viewer: str, start: int = 0) -> Iterator[Move]:
    """Yield what others have decided since so many decisions, as far as a chair may know."""
    for number in range(start, len(session.decisions)):
        state, decision = session.states[number], session.decisions[number]
        if decision.chair != viewer and _may_know(session, viewer, state, decision):
            title = decision_title(session.content, state, decision)
            yield Move(state.turn, decision.chair, title, session.reasons[number])


def _may_know(session: Session, viewer: str, state: State, decision: Decision) -> bool:
    """Return whether a decision is worth telling and no secret."""
    if decision.pick == "end":
        return False
    if decision.kind == "dilemma":
        sealed = session.state.sealed
        return all((s.chair, s.choice) != (decision.chair, decision.pick) for s in sealed)
    if decision.pick == "offer":
        return decision.target == viewer
    if decision.kind in ("answer", "counter"):
        offer = find_offer(state, state.queue[0].subject)
        return viewer in (offer.maker, offer.to)
    return True

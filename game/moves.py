"""What others have decided, as far as a chair may know: in words, with the reason they gave."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from game.narration import decision_title
from game.narration.arithmetic import unguarded
from game.rules.decisions import Decision
from game.rules.index import index_of
from game.rules.legality import find_offer
from game.rules.openness import OPEN, openness
from game.rules.state import State
from game.session import PERSON, Session


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
            reason = reason_told(session, viewer, decision.chair, session.reasons[number])
            yield Move(state.turn, decision.chair, title, reason)


def reason_told(session: Session, viewer: str, chair: str, reason: str) -> str:
    """Return another's reason: its amounts once its arithmetic is open to the viewer.

    When several people share the screen, and when the run is over, everything is open.
    """
    shared = sum(player == PERSON for player in session.seats.values()) > 1
    if shared or session.over:
        return unguarded(reason)
    seen = session.view(viewer)
    index = index_of(session.content, seen.scenario)
    return unguarded(reason, openness(index, seen, viewer, chair) == OPEN)


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

"""What others have decided, as far as a chair may know: in words, with the reason they gave."""

from __future__ import annotations

from dataclasses import dataclass

from game.narration.decisions import card_title, deed_title
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Decision, find_offer
from game.rules.kinds import KINDS
from game.rules.state import State
from game.rules.table.convening import convened
from game.rules.table.sides import aware
from game.session import Session
from game.session.voices import reason_told
from game.text.language import _


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


def move_at(session: Session, viewer: str, place: int) -> Move:
    """Return in words what another chair decided at a place."""
    state, decision = session.states[place], session.decisions[place]
    title = deed_title(session.content, state, decision)
    reason = reason_told(session, viewer, place)
    of_a_card = KINDS[decision.kind].of_a_card
    card = card_title(session.content, state.queue[0]) if of_a_card else ""
    return Move(place, state.turn, decision.chair, title, reason, card)


def may_know(state: State, decision: Decision, viewer: str) -> bool:
    """Return whether another's decision is worth telling and no secret, as it is taken.

    How a dilemma was answered is known once it opens.
    """
    if decision.pick in ("end", "pay") or KINDS[decision.kind].sealed:
        return False
    if decision.pick in ("offer", CONVENE):
        return viewer in convened(decision.chair, decision.target).parties
    if KINDS[decision.kind].of_an_offer:
        offer = find_offer(state, state.queue[0].subject)
        return viewer in aware(offer)
    return True


def of_how_many(session: Session, chair: str) -> str:
    """Return which of the turn's cards comes next, as in ` (2 of 2)`; empty if there is only one.

    The card before the chair must still be unanswered.
    """
    lying = sum(s.chair == chair and KINDS[s.kind].of_a_card for s in session.view(chair).queue)
    decided = zip(session.states, session.decisions, strict=False)
    answered = sum(
        state.turn == session.state.turn and one.chair == chair and KINDS[one.kind].of_a_card
        for state, one in decided
    )
    total = answered + lying
    return _(" ({number} of {all})", number=answered + 1, all=total) if total > 1 else ""

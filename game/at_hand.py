"""Which of a turn's cards lies before a chair, in words both screens share."""

from __future__ import annotations

from game.session import Session

CARDS = ("card", "dilemma")


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

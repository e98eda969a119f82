"""Money and political capital."""

from __future__ import annotations

from game.rules.draft import Draft

CAPITAL_A_TURN = 3


def collect(draft: Draft, partner: str, months: int) -> None:
    """Pay in the income of some months."""
    draft.because("rule:income", "The appropriation comes in")
    draft.shift(f"{partner}.treasury", draft.figures[f"{partner}.income"] * months)


def refill(draft: Draft) -> None:
    """Give every chair its capital for the turn (six saved at most)."""
    draft.because("rule:capital", "A new turn's political capital")
    for chair in draft.index.chairs:
        draft.shift(f"{chair}.capital", CAPITAL_A_TURN)

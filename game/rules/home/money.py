"""Money and political capital."""

from __future__ import annotations

from collections.abc import Mapping

from game.rules.draft import Draft
from game.rules.messages import message

CAPITAL_A_TURN = 3
SAVED_MONTHS = 6  # months of income that can be kept back
LAPSE_PERCENT = 40  # of what lies above that, each turn

APPROPRIATED = message("money.income")
GOES_BACK = message("money.lapses")
FRESH_CAPITAL = message("capital.fresh")


def collect(draft: Draft, partner: str, months: int) -> None:
    """Pay in the income of some months."""
    draft.because("rule:income", APPROPRIATED)
    draft.shift(f"{partner}.treasury", draft.figures[f"{partner}.income"] * months)


def lapsing(figures: Mapping[str, int], partner: str) -> int:
    """Return what a turn's end would take of a partner's money above what it may save, M."""
    excess = figures[f"{partner}.treasury"] - figures[f"{partner}.income"] * SAVED_MONTHS
    return max(0, excess) * LAPSE_PERCENT // 100


def lapse(draft: Draft, partner: str) -> None:
    """Take back part of what a partner holds beyond what a treasury lets it save."""
    gone = lapsing(draft.figures, partner)
    if gone:
        draft.because("rule:lapse", GOES_BACK)
        draft.shift(f"{partner}.treasury", -gone)


def refill(draft: Draft) -> None:
    """Give every chair its capital for the turn (six saved at most)."""
    draft.because("rule:capital", FRESH_CAPITAL)
    for chair in draft.index.chairs:
        draft.shift(f"{chair}.capital", CAPITAL_A_TURN)

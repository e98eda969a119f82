"""Money that goes back when a turn ends, in words both screens share."""

from __future__ import annotations

from collections.abc import Mapping

from game.rules.home.money import LAPSE_PERCENT, SAVED_MONTHS, lapsing


def lapse_text(figures: Mapping[str, int], chair: str) -> str:
    """Return what the turn's end takes of a chair's money as things stand; empty if nothing."""
    lost = lapsing(figures, chair)
    if not lost:
        return ""
    kept = figures[f"{chair}.income"] * SAVED_MONTHS
    told = f"If nothing more is spent, {lost} M of your money go back when the turn ends."
    return (
        f"{told} That is {LAPSE_PERCENT} % of what is over {SAVED_MONTHS} months' income, {kept} M."
    )

"""Where an offer stands with each side: its sum on a scale, and the band of what isn't known."""

from __future__ import annotations

from dataclasses import dataclass

from game.narration.offers import proposed_by, verdict_told
from game.rules.index import Index
from game.rules.state import Offer, State
from game.rules.table.deals import assess
from game.rules.table.openness import CLOSED, HINTED, openness
from game.rules.table.sides import others

REACH = 15
"""Points either way that a scale shows; sums beyond lie at its ends."""


@dataclass(frozen=True, slots=True)
class Balance:
    """A side's verdict in words, and between which sums it lies as far as the viewer may tell.

    `at` is the middle of what is told; None where no sum is.
    """

    who: str
    told: str
    low: int
    high: int
    at: int | None


def balances(index: Index, seen: State, offer: Offer, viewer: str) -> tuple[Balance, ...]:
    """Return where an offer stands with each of its parties, the viewer first."""
    told = verdict_told(index.content, seen, viewer, offer)
    sides = (viewer, *others(offer.parties, viewer))
    rows = zip(sides, told, strict=True)
    return tuple(_balance(index, seen, offer, viewer, who, text) for who, text in rows)


def _balance(index: Index, seen: State, offer: Offer, viewer: str, who: str, told: str) -> Balance:
    lines = assess(index, seen, offer, who)
    total, spread = sum(line.amount for line in lines), sum(line.spread for line in lines)
    if who == viewer:
        return Balance(who, told, total, total, total)
    how_open = openness(index, seen, viewer, who)
    if how_open > HINTED:
        return Balance(who, told, total - spread, total + spread, total)
    return Balance(who, told, *_unsummed(index, seen, offer, who, (total, spread, how_open)), None)


def _unsummed(
    index: Index, seen: State, offer: Offer, who: str, sums: tuple[int, int, int]
) -> tuple[int, int]:
    """Return the band of a sum that isn't told: no narrower than the words for its answer."""
    total, spread, how_open = sums
    if proposed_by(seen, offer, who):
        return 0, REACH
    if how_open == CLOSED or total - spread < 0 <= total + spread:
        return -REACH, REACH
    return (0, REACH) if total >= 0 else (-REACH, -1)

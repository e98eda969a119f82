"""What would work: the smallest change of an offer that a side would sign.

A change is of a single term: one dropped, one added, or one with another amount. The smallest is
the one that leaves the other side most by its own arithmetic; among equals, the one that moves
the fewest units, where a clause added or dropped counts its units from its least amount on.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from game.rules.index import Index
from game.rules.state import Offer, State, Term
from game.rules.table.deals import other_side, possible_terms, standing, why_no_offer
from game.rules.table.worths import spread, weighed

CERTAIN = 100

Change = tuple[tuple[Term, ...], Term | None, Term | None]
"""The terms after a change, the term that went and the one that came."""


@dataclass(slots=True)
class Scales:
    """What terms are worth to a side that is to sign and to the side across, weighed once each."""

    index: Index
    state: State
    signer: str
    across: str
    _points: dict[Term, tuple[int, int, int]] = field(default_factory=dict)
    _pool: dict[tuple[str, str], tuple[Term, ...]] = field(default_factory=dict)

    def points(self, term: Term) -> tuple[int, int, int]:
        """Return a term's worth to the signer, its spread, and its worth to the side across."""
        found = self._points.get(term)
        if found is None:
            index, state, signer, across = self.index, self.state, self.signer, self.across
            found = self._points[term] = (
                weighed(index, state, term, signer, across),
                spread(index, state, term, signer, across),
                weighed(index, state, term, across, signer),
            )
        return found

    def verdict(self, terms: tuple[Term, ...]) -> tuple[int, int]:
        """Return the signer's verdict on an offer's terms, and how far off that may be."""
        found = [self.points(term) for term in terms]
        base = standing(self.state, self.signer, self.across)
        return base + sum(points[0] for points in found), sum(points[1] for points in found)

    def pool(self, maker: str, to: str) -> tuple[Term, ...]:
        """Return what could be added to an offer, at every amount."""
        found = self._pool.get((maker, to))
        if found is None:
            possible = possible_terms(self.index, self.state, maker, to)
            found = tuple(amount for term in possible for amount in self.amounts(term))
            self._pool[maker, to] = found
        return found

    def amounts(self, term: Term) -> Iterator[Term]:
        """Yield a term with every amount that its clause allows."""
        clause = self.index.content.clauses[term.clause]
        for amount in range(clause.low, clause.high + 1):
            yield Term(term.clause, amount, term.giver)


def scales_for(index: Index, state: State, offer: Offer, signer: str) -> Scales:
    """Return scales on which changes of an offer are weighed for a side that is to sign it."""
    return Scales(index, state, signer, other_side(offer, signer))


def what_would_work(
    index: Index, state: State, offer: Offer, who: str, sure: bool = False, on: Scales | None = None
) -> Offer | None:
    """Return the smallest change that a party would sign, the offer itself if it would as it is.

    On a view it is what would probably work; with `sure` it works whatever isn't known. `on` are
    scales already used on this state, for these two.
    """
    scales = on or scales_for(index, state, offer, who)
    points, off = scales.verdict(offer.terms)
    if points - sure * off >= 0:
        return offer
    works: list[tuple[int, int, int, tuple[Term, ...]]] = []
    for place, (terms, gone, come) in enumerate(_changes(scales, offer)):
        theirs, doubt, mine = _moved(scales, gone, come)
        if points + theirs - sure * (off + doubt) >= 0:
            works.append((-mine, _units(index, gone, come), place, terms))
    ranked = (replace(offer, terms=terms) for *_, terms in sorted(works))
    return next((o for o in ranked if not why_no_offer(index, state, o)), None)


def odds(points: int, off: int) -> int:
    """Return in per cent how likely a verdict is to be zero or above: all it may be, alike."""
    return max(0, min(CERTAIN, CERTAIN * (points + off + 1) // (2 * off + 1)))


def _changes(scales: Scales, offer: Offer) -> Iterator[Change]:
    for position, term in enumerate(offer.terms):
        before, after = offer.terms[:position], offer.terms[position + 1 :]
        if before or after:
            yield before + after, term, None
        for changed in scales.amounts(term):
            if changed != term:
                yield (*before, changed, *after), term, changed
    standing_now = {(term.clause, term.giver) for term in offer.terms}
    for extra in scales.pool(offer.maker, offer.to):
        if (extra.clause, extra.giver) not in standing_now:
            yield (*offer.terms, extra), None, extra


def _moved(scales: Scales, gone: Term | None, come: Term | None) -> tuple[int, int, int]:
    """Return by what a change moves the signer's verdict, its spread and the other's verdict."""
    lost = scales.points(gone) if gone else (0, 0, 0)
    won = scales.points(come) if come else (0, 0, 0)
    return won[0] - lost[0], won[1] - lost[1], won[2] - lost[2]


def _units(index: Index, gone: Term | None, come: Term | None) -> int:
    """Return how many units a change moves."""
    if gone and come:
        return abs(come.amount - gone.amount)
    term = gone or come
    return term.amount - index.content.clauses[term.clause].low + 1 if term else 0

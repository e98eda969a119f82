"""What would work: the smallest change of an offer that a side would sign.

A change is of a single term: one dropped, one added, or one with another amount. The smallest is
the one that leaves the other side most by its own arithmetic; among equals, the one that moves
the fewest units, where a clause added or dropped counts its units from its least amount on.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from game.content.records import Row
from game.record import replace
from game.rules.index import Index
from game.rules.state import Offer, State, Term
from game.rules.table.deals import (
    binding,
    other_side,
    possible_terms,
    standing,
    why_no_offer,
)
from game.rules.table.worths import appraised, spread, spreads, weighed

CERTAIN = 100

Kind = tuple[str, str]
"""A clause and its giver: what a term is but for its amount."""

Change = tuple[int, str, int, str]
"""The place of the term that goes (NONE: none does), and the clause (empty: none), the amount and
the giver of the term that comes.
"""
NONE = -1

Works = tuple[int, int, int, Change]
"""What a change that works leaves the side across, less being better, its units, and its place."""


@dataclass(slots=True)
class Scales:
    """What terms are worth to a side that is to sign and to the side across, weighed once each."""

    index: Index
    state: State
    signer: str
    across: str
    _rows: dict[tuple[str, str, bool], tuple[Row, Row]] = field(default_factory=dict)
    _pool: dict[tuple[str, str], tuple[Kind, ...]] = field(default_factory=dict)
    _standing: int | None = None

    def verdict(self, terms: tuple[Term, ...]) -> tuple[int, int]:
        """Return the signer's verdict on an offer's terms, and how far off that may be."""
        likely = self.least(terms, False)
        return likely, likely - self.least(terms, True)

    def least(self, terms: tuple[Term, ...], sure: bool) -> int:
        """Return the signer's verdict on an offer's terms; with `sure` what it is at least."""
        if self._standing is None:
            self._standing = standing(self.state, self.signer, self.across)
        return self._standing + sum([self.worth(term, sure)[0] for term in terms])

    def worth(self, term: Term, sure: bool) -> tuple[int, int]:
        """Return what a term is worth to the signer (with `sure`, at least) and to the other."""
        clause = self.index.content.clauses[term.clause]
        if clause.low <= term.amount <= clause.high:
            theirs, mine = self.rows(term.clause, term.giver, sure)
            return theirs[term.amount - clause.low], mine[term.amount - clause.low]
        index, state, signer, across = self.index, self.state, self.signer, self.across
        off = spread(index, state, term, signer, across) if sure else 0
        points = weighed(index, state, term, signer, across)
        more, less = self._bound(term.clause, term.giver)
        return points - off + more, weighed(index, state, term, across, signer) + less

    def rows(self, clause: str, giver: str, sure: bool) -> tuple[Row, Row]:
        """Return what a clause is worth at every amount: to the signer, and to the side across.

        With `sure` it is what it is worth to the signer at least, whatever isn't known.
        """
        found = self._rows.get((clause, giver, sure))
        if found is None:
            found = self._rows[clause, giver, sure] = self._weighed(clause, giver, sure)
        return found

    def _weighed(self, clause: str, giver: str, sure: bool) -> tuple[Row, Row]:
        if sure:
            likely, mine = self.rows(clause, giver, False)
            side = (clause, self.signer, self.across, giver == self.signer)
            off = spreads(self.index, self.state, side)
            return tuple([points - by for points, by in zip(likely, off, strict=True)]), mine
        signs = (clause, self.signer, self.across, giver == self.signer)
        pays = (clause, self.across, self.signer, giver == self.across)
        sides = (appraised(self.index, side) for side in (signs, pays))
        theirs, mine = [held.weighed(self.state) for held in sides]
        more, less = self._bound(clause, giver)
        if not more and not less:
            return theirs, mine
        return tuple([n + more for n in theirs]), tuple([n + less for n in mine])

    def _bound(self, clause: str, giver: str) -> tuple[int, int]:
        """Return what it is worth to either side how dear a clause is to leave early."""
        term = Term(clause, self.index.content.clauses[clause].low, giver)
        index, state, signer, across = self.index, self.state, self.signer, self.across
        return (
            binding(index, state, term, signer, across),
            binding(index, state, term, across, signer),
        )

    def pool(self, maker: str, to: str) -> tuple[Kind, ...]:
        """Return the clauses that could be added to an offer, each with its giver."""
        found = self._pool.get((maker, to))
        if found is None:
            possible = possible_terms(self.index, self.state, maker, to)
            found = self._pool[maker, to] = tuple([(t.clause, t.giver) for t in possible])
        return found


def scales_for(index: Index, state: State, offer: Offer, signer: str) -> Scales:
    """Return scales on which changes of an offer are weighed for a side that is to sign it."""
    across = other_side(offer, signer)
    return state.once(
        ("scales", index, signer, across), lambda: Scales(index, state, signer, across)
    )


def what_would_work(
    index: Index, state: State, offer: Offer, who: str, sure: bool = False, on: Scales | None = None
) -> Offer | None:
    """Return the smallest change that a party would sign, the offer itself if it would as it is.

    On a view it is what would probably work; with `sure` it works whatever isn't known. `on` are
    scales already used on this state, for these two.
    """
    scales = on or scales_for(index, state, offer, who)
    short = -scales.least(offer.terms, sure)
    if short <= 0:
        return offer
    works = _working(scales, offer, short, sure)
    ranked = (replace(offer, terms=_changed(offer.terms, change)) for *_, change in sorted(works))
    return next((o for o in ranked if not why_no_offer(index, state, o)), None)


def odds(points: int, off: int) -> int:
    """Return in per cent how likely a verdict is to be zero or above: all it may be, alike."""
    return max(0, min(CERTAIN, CERTAIN * (points + off + 1) // (2 * off + 1)))


def _working(scales: Scales, offer: Offer, short: int, sure: bool) -> list[Works]:
    """Return every change that brings the signer at least what is short, in order of its kind."""
    found: list[Works] = []
    for place, term in enumerate(offer.terms):
        lost, mine = scales.worth(term, sure)
        if len(offer.terms) > 1 and -lost >= short:
            found.append((mine, _least_units(scales, term), len(found), (place, "", 0, "")))
        _resize(scales, term, place, short + lost, mine, sure, found)
    held = {(term.clause, term.giver) for term in offer.terms}
    for kind in scales.pool(offer.maker, offer.to):
        if kind not in held:
            _add(scales, kind, short, sure, found)
    return found


def _least_units(scales: Scales, term: Term) -> int:
    """Return how many units go with a term, counted from its clause's least amount on."""
    return term.amount - scales.index.content.clauses[term.clause].low + 1


def _resize(
    scales: Scales, term: Term, place: int, needed: int, mine: int, sure: bool, found: list[Works]
) -> None:
    """Add every other amount of a term at which it is worth what is needed to the signer."""
    clause, giver = term.clause, term.giver
    theirs, across = scales.rows(clause, giver, sure)
    low = scales.index.content.clauses[clause].low
    for size, worth in enumerate(theirs):
        amount = low + size
        if worth >= needed and amount != term.amount:
            change = (place, clause, amount, giver)
            units = abs(amount - term.amount)
            found.append((mine - across[size], units, len(found), change))


def _add(scales: Scales, kind: Kind, needed: int, sure: bool, found: list[Works]) -> None:
    """Add every amount of one more clause at which it is worth what is needed to the signer."""
    clause, giver = kind
    theirs, across = scales.rows(clause, giver, sure)
    if max(theirs) < needed:
        return
    low = scales.index.content.clauses[clause].low
    for size, worth in enumerate(theirs):
        if worth >= needed:
            change = (NONE, clause, low + size, giver)
            found.append((-across[size], size + 1, len(found), change))


def _changed(terms: tuple[Term, ...], change: Change) -> tuple[Term, ...]:
    """Return an offer's terms with a change made."""
    place, clause, amount, giver = change
    added = (Term(clause, amount, giver),) if clause else ()
    if place == NONE:
        return (*terms, *added)
    return (*terms[:place], *added, *terms[place + 1 :])

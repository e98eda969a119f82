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
from game.rules.table.between import standing
from game.rules.table.deals import besides, other_side, possible_terms, why_no_offer
from game.rules.table.gains import greed, lagging, lead, leads, minded
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
    _leads: dict[Kind, Row] = field(default_factory=dict)
    _pool: dict[tuple[str, str], tuple[Kind, ...]] = field(default_factory=dict)
    _ground: tuple[int, int, int, int] | None = None

    def verdict(self, terms: tuple[Term, ...]) -> tuple[int, int]:
        """Return the signer's verdict on an offer's terms, and how far off that may be."""
        likely = self.least(terms, False)
        return likely, likely - self.least(terms, True)

    def least(self, terms: tuple[Term, ...], sure: bool) -> int:
        """Return the signer's verdict on an offer's terms; with `sure` what it is at least."""
        return self.bare(terms, sure) - self.begrudged(self.ahead(terms))

    def bare(self, terms: tuple[Term, ...], sure: bool) -> int:
        """Return the signer's verdict before it minds how far the side across gets ahead."""
        return self._grounds()[0] + sum([self.worth(term, sure)[0] for term in terms])

    def ahead(self, terms: tuple[Term, ...]) -> int:
        """Return how far the side across is ahead with an offer's terms signed."""
        return self._grounds()[1] + sum([self._lead(term) for term in terms])

    def begrudged(self, ahead: int) -> int:
        """Return what such a lead of the side across takes off the signer's verdict."""
        return minded(self._grounds()[2], ahead)

    def begrudged_across(self, ahead: int) -> int:
        """Return what such a lead takes off the other verdict, where it is the signer's."""
        return minded(self._grounds()[3], -ahead)

    def _grounds(self) -> tuple[int, int, int, int]:
        """Return what every verdict starts from, the lead by now, and what both mind at most."""
        if self._ground is None:
            index, state, signer, across = self.index, self.state, self.signer, self.across
            before, most = lagging(state, signer, across), greed(index, state, signer)
            start = standing(index, state, signer, across) + minded(most, before)
            self._ground = start, before, most, greed(index, state, across)
        return self._ground

    def _lead(self, term: Term) -> int:
        clause = self.index.content.clauses[term.clause]
        if clause.low <= term.amount <= clause.high:
            return self.leads(term.clause, term.giver)[term.amount - clause.low]
        return lead(self.index, self.state, (term,), self.signer, self.across)

    def leads(self, clause: str, giver: str) -> Row:
        """Return by how much a clause takes the side across ahead, at every amount."""
        found = self._leads.get((clause, giver))
        if found is None:
            found = leads(self.index, self.state, (clause, giver), self.signer, self.across)
            self._leads[clause, giver] = found
        return found

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
        """Return what a clause is worth to either side besides, whatever its amount."""
        term = Term(clause, self.index.content.clauses[clause].low, giver)
        index, state, signer, across = self.index, self.state, self.signer, self.across
        return (
            besides(index, state, term, signer, across),
            besides(index, state, term, across, signer),
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
    if scales.least(offer.terms, sure) >= 0:
        return offer
    works = Search(scales, offer, sure).works()
    ranked = (replace(offer, terms=_changed(offer.terms, change)) for *_, change in sorted(works))
    return next((o for o in ranked if not why_no_offer(index, state, o)), None)


def odds(points: int, off: int) -> int:
    """Return in per cent how likely a verdict is to be zero or above: all it may be, alike."""
    return max(0, min(CERTAIN, CERTAIN * (points + off + 1) // (2 * off + 1)))


class Search:
    """The single changes of an offer that bring the signer what it is short of."""

    def __init__(self, scales: Scales, offer: Offer, sure: bool) -> None:
        """Search on these scales; with `sure` for what works whatever isn't known."""
        self._scales, self._offer, self._sure = scales, offer, sure
        self._short = -scales.bare(offer.terms, sure)
        self._ahead = scales.ahead(offer.terms)
        self._found: list[Works] = []

    def works(self) -> list[Works]:
        """Return every change that works, in order of its kind."""
        offer, scales = self._offer, self._scales
        for place, term in enumerate(offer.terms):
            self._without(term, place)
        held = {(term.clause, term.giver) for term in offer.terms}
        for kind in scales.pool(offer.maker, offer.to):
            if kind not in held:
                self._with(kind)
        return self._found

    def _without(self, term: Term, place: int) -> None:
        """Add an offer with a term less, and with every other amount of it."""
        scales = self._scales
        lost, mine = scales.worth(term, self._sure)
        low = scales.index.content.clauses[term.clause].low
        short, ahead = self._short + lost, self._ahead - scales.ahead((term,)) + scales.ahead(())
        if len(self._offer.terms) > 1:
            self._try(0, short, ahead, mine, term.amount - low + 1, (place, "", 0, ""))
        theirs, across = scales.rows(term.clause, term.giver, self._sure)
        leading = scales.leads(term.clause, term.giver)
        for size, worth in enumerate(theirs):
            amount = low + size
            if worth >= short and amount != term.amount:
                change = (place, term.clause, amount, term.giver)
                left, units = mine - across[size], abs(amount - term.amount)
                self._try(worth, short, ahead + leading[size], left, units, change)

    def _with(self, kind: Kind) -> None:
        """Add every amount of one more clause."""
        clause, giver = kind
        theirs, across = self._scales.rows(clause, giver, self._sure)
        if max(theirs) < self._short:
            return
        low = self._scales.index.content.clauses[clause].low
        leading = self._scales.leads(clause, giver)
        for size, worth in enumerate(theirs):
            if worth >= self._short:
                change, ahead = (NONE, clause, low + size, giver), self._ahead + leading[size]
                self._try(worth, self._short, ahead, -across[size], size + 1, change)

    def _try(
        self, worth: int, short: int, ahead: int, left: int, units: int, change: Change
    ) -> None:
        """Keep a change if it brings what is short, such a lead of the side across minded."""
        scales = self._scales
        if worth - scales.begrudged(ahead) >= short:
            left += scales.begrudged_across(ahead)
            self._found.append((left, units, len(self._found), change))


def _changed(terms: tuple[Term, ...], change: Change) -> tuple[Term, ...]:
    """Return an offer's terms with a change made."""
    place, clause, amount, giver = change
    added = (Term(clause, amount, giver),) if clause else ()
    if place == NONE:
        return (*terms, *added)
    return (*terms[:place], *added, *terms[place + 1 :])

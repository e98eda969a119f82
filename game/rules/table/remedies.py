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
from game.rules.table.deals import besides, possible_terms, why_no_offer
from game.rules.table.gains import MINDED, greed, lagging, lead, leads, minded
from game.rules.table.sides import other_side
from game.rules.table.three import what_both_would_sign
from game.rules.table.worths import appraised, spread, spreads, weighed

CERTAIN = 100

Kind = tuple[str, str]
"""A clause and its giver: what a term is but for its amount."""

Change = tuple[int, str, int, str]
"""The place of the term that goes (NONE: none does), and the clause (empty: none), the amount and
the giver of the term that comes.
"""
NONE = -1

Rows = tuple[Row, Row, Row]
"""What a clause is at every amount: worth to the signer and to the side across, and a lead."""
Works = tuple[int, int, int, Change]
"""What a change that works leaves the side across, less being better, its units, and its place."""


@dataclass(slots=True)
class Scales:
    """What terms are worth to a side that is to sign and to the side across, weighed once each."""

    index: Index
    state: State
    signer: str
    across: str
    mosts: tuple[int, int] = field(init=False)
    _before: int = field(init=False)
    _start: int = field(init=False)
    _rows: dict[tuple[str, str, bool], Rows] = field(default_factory=dict)
    _pool: dict[tuple[str, str], tuple[Kind, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Take what every verdict starts from, the lead by now, and what both mind at most."""
        index, state, signer, across = self.index, self.state, self.signer, self.across
        self.mosts = greed(index, state, signer), greed(index, state, across)
        self._before = lagging(state, signer, across)
        self._start = standing(index, state, signer, across) + minded(self.mosts[0], self._before)

    def verdict(self, terms: tuple[Term, ...]) -> tuple[int, int]:
        """Return the signer's verdict on an offer's terms, and how far off that may be."""
        likely = self.least(terms, False)
        return likely, likely - self.least(terms, True)

    def least(self, terms: tuple[Term, ...], sure: bool) -> int:
        """Return the signer's verdict on an offer's terms; with `sure` what it is at least."""
        bare, ahead = self.summed(terms, sure)
        return bare - minded(self.mosts[0], ahead)

    def summed(self, terms: tuple[Term, ...], sure: bool) -> tuple[int, int]:
        """Return the signer's verdict before it minds any lead, and the lead of the side across."""
        bare, ahead = self._start, self._before
        for term in terms:
            theirs, _, lead = self.worth(term, sure)
            bare, ahead = bare + theirs, ahead + lead
        return bare, ahead

    def left(self, terms: tuple[Term, ...]) -> int:
        """Return what an offer's terms leave the side across, its standing left out."""
        worths = [self.worth(term, False) for term in terms]
        ahead = self._before + sum([lead for _, _, lead in worths])
        return sum([mine for _, mine, _ in worths]) - minded(self.mosts[1], -ahead)

    def worth(self, term: Term, sure: bool) -> tuple[int, int, int]:
        """Return what a term is worth to the signer (with `sure`, at least) and to the other.

        The third is by how much it takes the side across ahead.
        """
        clause = self.index.content.clauses[term.clause]
        if clause.low <= term.amount <= clause.high:
            theirs, mine, leading = self.rows(term.clause, term.giver, sure)
            place = term.amount - clause.low
            return theirs[place], mine[place], leading[place]
        index, state, signer, across = self.index, self.state, self.signer, self.across
        off = spread(index, state, term, signer, across) if sure else 0
        points = weighed(index, state, term, signer, across)
        more, less = self._bound(term.clause, term.giver)
        ahead = lead(index, state, (term,), signer, across)
        return points - off + more, weighed(index, state, term, across, signer) + less, ahead

    def rows(self, clause: str, giver: str, sure: bool) -> Rows:
        """Return what a clause is worth at every amount: to the signer, and to the side across.

        With `sure` it is what it is worth to the signer at least, whatever isn't known. The third
        row is by how much it takes the side across ahead.
        """
        found = self._rows.get((clause, giver, sure))
        if found is None:
            found = self._rows[clause, giver, sure] = self._weighed(clause, giver, sure)
        return found

    def _weighed(self, clause: str, giver: str, sure: bool) -> Rows:
        if sure:
            likely, mine, leading = self.rows(clause, giver, False)
            side = (clause, self.signer, self.across, giver == self.signer)
            off = spreads(self.index, self.state, side)
            least = tuple([points - by for points, by in zip(likely, off, strict=True)])
            return least, mine, leading
        signs = (clause, self.signer, self.across, giver == self.signer)
        pays = (clause, self.across, self.signer, giver == self.across)
        theirs, mine = [appraised(self.index, side).weighed(self.state) for side in (signs, pays)]
        leading = leads(self.index, self.state, signs, pays)
        more, less = self._bound(clause, giver)
        if not more and not less:
            return theirs, mine, leading
        return tuple([n + more for n in theirs]), tuple([n + less for n in mine]), leading

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
    scales already used on this state, for these two. Of a paper of three it is what both who are
    convened would sign, as far as is known.
    """
    if offer.third:
        return what_both_would_sign(index, state, offer)
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
        bare, self._ahead = scales.summed(offer.terms, sure)
        self._short = -bare
        self._found: list[Works] = []

    def works(self) -> list[Works]:
        """Return every change that works, in order of its kind."""
        offer, scales = self._offer, self._scales
        for place, term in enumerate(offer.terms):
            self._change(term, place)
        held = {(term.clause, term.giver) for term in offer.terms}
        for kind in scales.pool(offer.maker, offer.to):
            if kind not in held:
                self._try(kind, NONE, 0, self._short, self._ahead, 0)
        return self._found

    def _change(self, term: Term, place: int) -> None:
        """Keep what works of an offer with a term less, and with every other amount of it."""
        scales = self._scales
        lost, mine, lead = scales.worth(term, self._sure)
        short, ahead = self._short + lost, self._ahead - lead
        most, most_across = scales.mosts
        if len(self._offer.terms) > 1 and -minded(most, ahead) >= short:
            left = mine + minded(most_across, -ahead)
            units = term.amount - scales.index.content.clauses[term.clause].low + 1
            self._found.append((left, units, len(self._found), (place, "", 0, "")))
        self._try((term.clause, term.giver), place, term.amount, short, ahead, mine)

    def _try(self, kind: Kind, place: int, held: int, short: int, ahead: int, mine: int) -> None:
        """Keep every other amount of a clause that brings the signer what it is short of.

        `held` is the amount that stands there now, `ahead` the lead of the side across without the
        clause, and `mine` what that side had of it.
        """
        scales, found, (clause, giver) = self._scales, self._found, kind
        theirs, across, leading = scales.rows(clause, giver, self._sure)
        if max(theirs) < short:
            return
        low, (most, most_across) = scales.index.content.clauses[clause].low, scales.mosts
        for size, worth in enumerate(theirs):
            over = ahead + leading[size]
            if worth - (over >= MINDED and minded(most, over)) >= short and low + size != held:
                left = mine - across[size] + (over <= -MINDED and minded(most_across, -over))
                units = abs(low + size - held) if held else size + 1
                found.append((left, units, len(found), (place, clause, low + size, giver)))


def _changed(terms: tuple[Term, ...], change: Change) -> tuple[Term, ...]:
    """Return an offer's terms with a change made."""
    place, clause, amount, giver = change
    added = (Term(clause, amount, giver),) if clause else ()
    if place == NONE:
        return (*terms, *added)
    return (*terms[:place], *added, *terms[place + 1 :])

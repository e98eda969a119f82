"""What would work in a paper of three: the change after which both who are convened would sign.

A change is of a single term, as in a paper of two: one dropped, one added, or one with another
amount. The best leaves who convenes most by its own arithmetic.
"""

from __future__ import annotations

from collections.abc import Iterator

from game.record import replace
from game.rules.index import Index
from game.rules.state import Offer, State, Term
from game.rules.table.deals import besides, possible_terms, verdict, why_no_offer
from game.rules.table.sides import bound, opposite
from game.rules.table.worths import weighed

SIZES = 6  # so many amounts of a clause are tried, from the least to the most

Change = tuple[Term | None, Term | None]
"""The term that goes, and the one that comes."""


def both_would_sign(index: Index, state: State, offer: Offer) -> bool:
    """Return whether both who are convened would sign, as far as their arithmetic is known."""
    return all(verdict(index, state, offer, guest) >= 0 for guest in offer.parties[1:])


def what_both_would_sign(index: Index, state: State, offer: Offer) -> Offer | None:
    """Return the best change that both who are convened would sign, or the offer if they would."""
    sums = {who: verdict(index, state, offer, who) for who in offer.parties}
    if all(sums[guest] >= 0 for guest in offer.parties[1:]):
        return offer
    works: list[tuple[int, int, tuple[Term, ...]]] = []
    for change in _changes(index, state, offer):
        after = [sums[who] + _moved(index, state, offer, change, who) for who in offer.parties]
        if min(after[1:]) >= 0:
            works.append((-after[0], len(works), _changed(offer.terms, change)))
    ranked = (replace(offer, terms=terms) for *_, terms in sorted(works, key=lambda w: w[:2]))
    works_out = (one for one in ranked if both_would_sign(index, state, one))
    return next((one for one in works_out if not why_no_offer(index, state, one)), None)


def worth_in(index: Index, state: State, parties: tuple[str, ...], term: Term, who: str) -> int:
    """Return what a term of a paper is worth to a party, its lead over others left out."""
    if who not in bound(parties, term):
        return 0
    other = opposite(parties, term, who)
    return weighed(index, state, term, who, other) + besides(index, state, term, who, other)


def amounts_of(index: Index, term: Term) -> tuple[Term, ...]:
    """Return a term with a handful of the amounts that it could have, the least and the most."""
    clause = index.content.clauses[term.clause]
    step = max(1, (clause.high - clause.low) // SIZES)
    sizes = sorted({*range(clause.low, clause.high + 1, step), clause.high})
    return tuple([replace(term, amount=size) for size in sizes])


def _moved(index: Index, state: State, offer: Offer, change: Change, who: str) -> int:
    """Return by how much a change moves a party's sum."""
    gone, come = (worth_in(index, state, offer.parties, t, who) if t else 0 for t in change)
    return come - gone


def _changes(index: Index, state: State, offer: Offer) -> Iterator[Change]:
    for term in offer.terms:
        if len(offer.terms) > 1:
            yield term, None
        yield from ((term, other) for other in amounts_of(index, term) if other != term)
    held = {(term.clause, term.giver, term.to) for term in offer.terms}
    for term in possible_terms(index, state, *offer.parties):
        if (term.clause, term.giver, term.to) not in held:
            yield from ((None, sized) for sized in amounts_of(index, term))


def _changed(terms: tuple[Term, ...], change: Change) -> tuple[Term, ...]:
    gone, come = change
    if gone is None:
        return (*terms, *(one for one in (come,) if one))
    kept = tuple(come if term == gone else term for term in terms)
    return tuple(term for term in kept if term is not None)

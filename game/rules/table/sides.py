"""Between whom a term stands: two of a paper's parties, or all of them.

In a paper of two a term needs no receiver (`Term.to` is empty). In one of three each has one, but
for a clause of all three, which is given by who convened them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from game.rules.index import Index
from game.rules.state import Offer, Term

BROUGHT = "paper"
"""Begins the id of an offer that a card brings: nobody at the table has made it."""


def other_side(offer: Offer, who: str) -> str:
    """Return the other party of an offer; of three, who convened them, and for that the first."""
    return offer.to if who == offer.maker else offer.maker


def signs_last(offer: Offer, who: str) -> bool:
    """Return whether nobody has to sign an offer after a party."""
    return not offer.third or who == offer.third


def others(parties: Sequence[str], who: str) -> tuple[str, ...]:
    """Return all parties but one."""
    return tuple([party for party in parties if party != who])


def receiver(offer: Offer, term: Term) -> str:
    """Return who gets a term of an offer; of a clause of all three, the first of the two others."""
    return term.to or (offer.to if term.giver == offer.maker else offer.maker)


def bound(parties: tuple[str, ...], term: Term) -> tuple[str, ...]:
    """Return between whom a term of a paper stands."""
    return (term.giver, term.to) if term.to else parties


def two_of(offer: Offer, term: Term) -> tuple[str, ...]:
    """Return the two between whom a term stands; of a clause of all three, the two others."""
    return bound(offer.parties, term) if term.to or not offer.third else offer.parties[1:]


def shared(offer: Offer, one: str, other: str) -> tuple[Term, ...]:
    """Return the terms of an offer that bind both of two parties."""
    if not offer.third:
        return offer.terms
    two = {one, other}
    return tuple([term for term in offer.terms if two.issubset(bound(offer.parties, term))])


def opposite(parties: tuple[str, ...], term: Term, who: str) -> str:
    """Return towards whom a party weighs a term that binds it.

    Of a clause of all three that is, for either of the two who were convened, the other.
    """
    if term.to:
        return term.to if who == term.giver else term.giver
    return next(p for p in parties if p != who and (len(parties) == 2 or p != term.giver))


@lru_cache(maxsize=8192)
def place_of(index: Index, parties: tuple[str, ...], term: Term) -> tuple[str, ...]:
    """Return what can run once: a clause between whom it stands, and its giver unless mutual."""
    clause = index.content.clauses.get(term.clause)
    giver = "" if clause and clause.mutual else term.giver
    return (term.clause, giver, *sorted(bound(parties, term)))


def brought(offer: Offer) -> bool:
    """Return whether a card has brought an offer: it is taken as it stands, or sent back."""
    return offer.id.startswith(f"{BROUGHT}_")


def aware(offer: Offer) -> tuple[str, ...]:
    """Return who hears of an offer before it is signed: whose name alone stands on it doesn't."""
    return offer.parties[1:] if brought(offer) else offer.parties

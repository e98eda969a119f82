"""What became of deals that were struck: passed at home, dropped there, or struck by a card."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise

from game.rules.kinds import KINDS
from game.rules.state import Offer, State, Term
from game.session import Session


@dataclass(frozen=True, slots=True)
class Fates:
    """By clause: deals signed, those among them struck by cards, and what the homes made of them.

    A deal that waits for a home when the run ends is signed, and neither ratified nor fallen.
    """

    signed: Counter[str] = field(default_factory=Counter)
    ratified: Counter[str] = field(default_factory=Counter)
    fallen: Counter[str] = field(default_factory=Counter)
    by_card: Counter[str] = field(default_factory=Counter)


def clauses_of(terms: Iterable[Term]) -> set[str]:
    """Return what terms are about, each clause once."""
    return {term.clause for term in terms}


def fates(session: Session) -> Fates:
    """Return what became of every deal that was struck in a game."""
    found = Fates()
    for decision, (before, after) in zip(session.decisions, pairwise(session.states), strict=True):
        if decision.pick == "accept":
            _follow(found, _about(before), after, signed=True)
        elif decision.kind == "ratify" and decision.pick == "fall":
            found.fallen.update(clauses_of(_about(before).terms))
        elif decision.kind == "ratify":
            _follow(found, _about(before), after)
        elif KINDS[decision.kind].on_the_desk:
            _struck(found, before, after)
    return found


def _about(before: State) -> Offer:
    """Return the offer that was decided about."""
    return next(offer for offer in before.offers if offer.id == before.queue[0].subject)


def _follow(found: Fates, offer: Offer, after: State, signed: bool = False) -> None:
    """Count a signature, and a deal that no home has still to decide about."""
    named = clauses_of(offer.terms)
    if signed:
        found.signed.update(named)
    if all(waiting.id != offer.id for waiting in after.offers):
        found.ratified.update(named)


def _struck(found: Fates, before: State, after: State) -> None:
    """Count the deals that a choice struck by itself, those included that wait for a home."""
    for offer in (offer for offer in after.offers if offer not in before.offers):
        found.signed.update(clauses_of(offer.terms))
        found.by_card.update(clauses_of(offer.terms))
    if before.deals is not after.deals:
        for deal in (deal for deal in after.deals if deal not in before.deals):
            for counter in (found.signed, found.ratified, found.by_card):
                counter.update(clauses_of(deal.terms))

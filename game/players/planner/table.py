"""Offers that a planner makes: clauses packed together as long as the other side still signs."""

from __future__ import annotations

from collections.abc import Iterator

from game.players.bargains import amounts, candidates
from game.players.convening import papers
from game.players.planner.rollouts import Lookahead
from game.record import replace
from game.rules.decisions import Decision
from game.rules.state import Offer, State, Term
from game.rules.table.deals import possible_terms, verdict, why_no_offer
from game.rules.table.marks import repeats
from game.rules.table.sides import other_side

PACKED = 4  # clauses that a planner tries to add to an offer


def offers(look: Lookahead, world: State, blank: Decision) -> list[Decision]:
    """Return the best simple offer to a partner and the best that grows from it."""
    plain = list(candidates(look.index, world, look.chair, blank.target))
    if not plain:
        return []
    start = max(plain, key=lambda offer: _worth(look, world, blank, offer))
    found = dict.fromkeys((start, pack(look, world, blank, start)))
    return [filled(blank, offer) for offer in found if not repeats(world, offer)]


def convened_by(look: Lookahead, world: State, blank: Decision) -> list[Decision]:
    """Return the best paper of three that both others would sign, if there is one."""
    drafts = papers(look.index, world, look.chair, blank.target)
    made = [filled(blank, offer) for offer in drafts]
    return [max(made, key=lambda decision: look.at_once(world, decision))] if made else []


def filled(blank: Decision, offer: Offer) -> Decision:
    """Return a decision to make an offer or a counter-offer, with its clauses."""
    return replace(blank, terms=offer.terms)


def pack(look: Lookahead, world: State, blank: Decision, start: Offer) -> Offer:
    """Add the clauses that are worth most here, one at a time, while the other side signs."""
    best, worth = start, _worth(look, world, blank, start)
    for _ in range(PACKED):
        grown = [(_worth(look, world, blank, o), o) for o in _grown(look, world, best)]
        if not grown:
            break
        more, offer = max(grown, key=lambda scored: scored[0])
        if more <= worth:
            break
        best, worth = offer, more
    return best


def _worth(look: Lookahead, world: State, blank: Decision, offer: Offer) -> int:
    return look.at_once(world, filled(blank, offer))


def _grown(look: Lookahead, world: State, offer: Offer) -> Iterator[Offer]:
    """Yield an offer with one more clause, where it may be made and the other side signs it."""
    other = other_side(offer, look.chair)
    held = {term.clause for term in offer.terms}
    for term in possible_terms(look.index, world, offer.maker, offer.to):
        if term.clause not in held:
            for amount in amounts(look.index, term):
                more = _with(offer, replace(term, amount=amount))
                signs = verdict(look.index, world, more, other) >= 0
                if signs and not why_no_offer(look.index, world, more):
                    yield more


def _with(offer: Offer, term: Term) -> Offer:
    return replace(offer, terms=(*offer.terms, term))

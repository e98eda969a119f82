"""Papers of three that a player who may convene puts to two others: few drafts, cheaply weighed."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from game.content.records import Clause
from game.players.bargains import amounts
from game.record import replace
from game.rules.index import Index
from game.rules.state import Offer, State, Term
from game.rules.table.convening import convened
from game.rules.table.deals import possible_among, standing_terms, verdict
from game.rules.table.marks import repeats
from game.rules.table.three import worth_in

DRAFTS = 3  # so many drafts are worth a closer look, the best for who convenes

Sums = dict[str, int]
"""What a draft is worth to each of its parties, as far as a player knows."""


def papers(index: Index, seen: State, chair: str, target: str) -> list[Offer]:
    """Return the best papers that both others would sign: a clause of three, paid for if need be.

    What was declined as it stands isn't put to them again.
    """
    found = _drafts(index, seen, convened(chair, target))
    ranked = sorted(found, key=lambda draft: -draft[0])
    return [offer for _, offer in ranked if not repeats(seen, offer)][:DRAFTS]


def _drafts(index: Index, seen: State, blank: Offer) -> Iterator[tuple[int, Offer]]:
    """Yield what would be signed, with what it is worth to who convenes."""
    clauses, parties = index.content.clauses, blank.parties
    pool = list(possible_among(index, seen, parties, _own_rows(index, parties)))
    bare = {who: verdict(index, seen, blank, who) for who in parties}
    gifts = [term for term in pool if term.to]
    for hosted in (term for term in pool if clauses[term.clause].joint):
        for amount in amounts(index, hosted):
            term = replace(hosted, amount=amount)
            sums = _with(index, seen, parties, bare, term)
            gift = _gift(index, seen, parties, sums, gifts)
            if gift is None:
                continue
            terms = (term, *gift)
            total = sum(worth_in(index, seen, parties, one, blank.maker) for one in gift)
            yield sums[blank.maker] + total, replace(blank, terms=terms)


@lru_cache(maxsize=64)
def _own_rows(index: Index, parties: tuple[str, ...]) -> tuple[tuple[Clause, Term], ...]:
    """Return what who convenes may ever give: clauses of three, and what it pays with."""
    return tuple([row for row in standing_terms(index, parties) if row[1].giver == parties[0]])


def _with(index: Index, seen: State, parties: tuple[str, ...], sums: Sums, term: Term) -> Sums:
    return {who: sums[who] + worth_in(index, seen, parties, term, who) for who in parties}


def _gift(
    index: Index, seen: State, parties: tuple[str, ...], sums: Sums, gifts: list[Term]
) -> tuple[Term, ...] | None:
    """Return what brings the one who wouldn't sign to do it, the least that does; None: nothing."""
    short = [guest for guest in parties[1:] if sums[guest] < 0]
    if not short:
        return ()
    if len(short) > 1:
        return None
    for gift in (term for term in gifts if term.to == short[0]):
        for amount in amounts(index, gift):
            term = replace(gift, amount=amount)
            if sums[short[0]] + worth_in(index, seen, parties, term, short[0]) >= 0:
                return (term,)
    return None

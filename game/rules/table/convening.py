"""Papers of three: who may convene two others, and what may stand in what they sign together.

A chair that convenes has a part in the paper: a clause of all three, or something that it gives.
What the two others do and give stands there too; what the convener gets belongs on papers of two.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from itertools import combinations

from game.content.records import Clause
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.state import Offer, Term

JOINED = "+"  # between the two whom a decision convenes

NO_PART = message("convene.no_part")
UNKNOWN = message("clause.unknown")


def pairs(index: Index, chair: str) -> tuple[str, ...]:
    """Return whom a chair may convene, two at a time, as a decision names them; or nothing."""
    if chair not in index.scenario.convenes:
        return ()
    rest = [other for other in index.chairs if other != chair]
    return tuple([JOINED.join(two) for two in combinations(rest, 2)])


def convened(chair: str, target: str, terms: tuple[Term, ...] = (), id_: str = "") -> Offer:
    """Return the offer that a chair makes to the two whom a decision names."""
    first, _, second = target.partition(JOINED)
    return Offer(id_, chair, first, terms, third=second)


def guests(offer: Offer) -> str:
    """Return the two who are convened as a decision names them."""
    return JOINED.join(offer.parties[1:])


def why_not_convened(index: Index, offer: Offer) -> Message | None:
    """Return why an offer can't be one to two others, or nothing."""
    if guests(offer) not in pairs(index, offer.maker):
        return message("convene.not_yours", partner=offer.maker)
    own = any(term.giver == offer.maker for term in offer.terms)
    return NO_PART if offer.terms and not own else None


def why_misplaced(clause: Clause, offer: Offer, term: Term) -> Message | None:
    """Return why a clause doesn't belong in an offer of two, or of three, with that receiver."""
    if not offer.third:
        if clause.joint:
            return message("clause.of_three", clause=clause.id)
        return UNKNOWN if term.to else None
    if clause.joint:
        return UNKNOWN if term.to or term.giver != offer.maker else None
    if term.to not in offer.parties or term.to == term.giver:
        return UNKNOWN
    theirs = term.to != offer.maker and (not clause.mutual or term.giver == offer.to)
    return None if theirs else message("convene.of_two", clause=clause.id)


@lru_cache(maxsize=64)
def table_of(index: Index, parties: tuple[str, ...]) -> tuple[tuple[Clause, Term], ...]:
    """Return every clause, giver and receiver that may ever stand in a paper of three.

    Clauses of all three come first, then what who convenes gives, then what is the others'.
    """
    found = _standing_terms(index, parties)
    return tuple(sorted(found, key=lambda row: (not row[0].joint, row[1].giver != parties[0])))


def _standing_terms(index: Index, parties: tuple[str, ...]) -> Iterator[tuple[Clause, Term]]:
    blank = Offer("", parties[0], parties[1], (), third=parties[2])
    for clause in index.content.clauses.values():
        for giver in parties:
            for to in ("",) if clause.joint else parties:
                term = Term(clause.id, clause.low, giver, to)
                if not why_misplaced(clause, blank, term) and _allowed(clause, parties, term):
                    yield clause, term


def _allowed(clause: Clause, parties: tuple[str, ...], term: Term) -> bool:
    """Return whether partners may ever give and get a clause so."""
    getters = (term.to,) if term.to else parties[1:]
    return term.giver in clause.givers and set(getters).issubset(clause.receivers)

"""Decisions from bytes: each byte chooses something, and zeros choose what is quietest."""

from __future__ import annotations

from dataclasses import replace

from game.content.records import Content
from game.rules.deciding.table import CONVENE
from game.rules.decisions import Decision, find_offer
from game.rules.index import Index, index_of
from game.rules.legality import options, why_not
from game.rules.state import Offer, State, Term
from game.rules.table.convening import convened
from game.rules.table.deals import possible_terms, why_no_offer
from game.rules.view import view

QUIET = ("end", "decline", "fall")
MOST_TERMS = 3


class Feed:
    """Small numbers from bytes; zeros, the quietest choices, when the bytes have run out."""

    def __init__(self, data: bytes) -> None:
        """Start at the first byte."""
        self._data = data
        self._place = 0

    @property
    def dry(self) -> bool:
        """Whether all bytes have been used."""
        return self._place >= len(self._data)

    def below(self, limit: int) -> int:
        """Return a number from 0 to limit - 1 from the next one or two bytes."""
        number = self._next()
        if limit > 256:
            number = number * 256 + self._next()
        return number % limit

    def skip(self) -> None:
        """Pass a byte over: somebody else decides."""
        self._place += 1

    def _next(self) -> int:
        self._place += 1
        return self._data[self._place - 1] if self._place <= len(self._data) else 0


def choose(content: Content, state: State, feed: Feed) -> Decision:
    """Return a legal decision for whoever decides now."""
    seen = view(content, state, state.queue[0].chair)
    listed = [option.decision for option in options(content, seen) if option.legal]
    quiet = [decision for decision in listed if decision.pick in QUIET]
    if quiet and feed.below(2) == 0:
        return quiet[0]
    return _completed(content, seen, listed[feed.below(len(listed))], quiet, feed)


def _completed(
    content: Content, seen: State, decision: Decision, quiet: list[Decision], feed: Feed
) -> Decision:
    """Return a decision with the clauses it needs, or the quiet one when none will do."""
    if decision.pick not in ("offer", CONVENE, "counter"):
        return decision
    full = replace(decision, terms=_terms(content, seen, addressed(seen, decision), feed))
    return quiet[0] if why_not(content, seen, full) else full


def addressed(seen: State, decision: Decision) -> Offer:
    """Return the offer that a decision makes or answers, without terms."""
    if decision.pick in ("offer", CONVENE):
        return convened(decision.chair, decision.target)
    return replace(find_offer(seen, seen.queue[0].subject), id="", terms=())


def _terms(content: Content, seen: State, blank: Offer, feed: Feed) -> tuple[Term, ...]:
    """Return up to three possible terms with any amounts; the first at its lowest if need be."""
    index = index_of(content, seen.scenario)
    pool = list(possible_terms(index, seen, *blank.parties))
    if not pool:
        return ()
    chosen = {pool[feed.below(len(pool))] for _ in range(1 + feed.below(MOST_TERMS))}
    terms = tuple(_any_amount(index, term, feed) for term in sorted(chosen, key=repr))
    return (pool[0],) if why_no_offer(index, seen, replace(blank, terms=terms)) else terms


def _any_amount(index: Index, term: Term, feed: Feed) -> Term:
    clause = index.content.clauses[term.clause]
    return replace(term, amount=clause.low + feed.below(clause.high - clause.low + 1))

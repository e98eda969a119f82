"""What a draft of an offer lists: the clauses that may stand in it, with the amounts left open."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from game.rules.deals import possible_terms, why_no_term
from game.rules.index import Index
from game.rules.state import Offer, State, Term


def draft_terms(index: Index, seen: State, maker: str, to: str) -> Iterator[Term]:
    """Yield every clause that a draft lists, at the lowest amount still open."""
    blank = Offer("", maker, to, ())
    for term in possible_terms(index, seen, maker, to):
        if amounts := open_amounts(index, seen, blank, term):
            yield replace(term, amount=amounts[0])


def open_amounts(index: Index, seen: State, offer: Offer, term: Term) -> tuple[int, ...]:
    """Return the amounts that a clause can have in a draft, lowest first.

    A clause of years leaves out those that are past and those promised already.
    """
    clause = index.content.clauses[term.clause]
    low = clause.low
    if clause.unit == "year":
        low = max(low, date.fromordinal(seen.figures["date"]).year)
    amounts = (replace(term, amount=amount) for amount in range(low, clause.high + 1))
    return tuple(t.amount for t in amounts if not why_no_term(index, seen, offer, t))

"""What a draft of an offer lists: the clauses that may stand in it, and those closed now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from game.rules.deals import possible_terms, why_no_term
from game.rules.index import Index
from game.rules.state import Offer, State, Term


@dataclass(frozen=True, slots=True)
class Closed:
    """A clause that no draft between two partners can hold now, by its reader's name, and why."""

    clause: str
    label: str
    reason: str


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


def closed_clauses(
    index: Index, seen: State, maker: str, to: str, viewer: str
) -> tuple[Closed, ...]:
    """Return the clauses that a draft doesn't list now, each with the reason that the rules give.

    One that both could give, and neither may for the same reason, is told once.
    """
    found: dict[tuple[str, str], list[str]] = {}
    for term, reason in _shut_terms(index, seen, maker, to):
        found.setdefault((term.clause, reason), []).append(term.giver)
    return tuple(
        Closed(clause, _label(index, clause, givers, viewer), reason)
        for (clause, reason), givers in found.items()
    )


def _shut_terms(index: Index, seen: State, maker: str, to: str) -> Iterator[tuple[Term, str]]:
    """Yield what can't stand in an offer at any amount, with the reason against its least."""
    listed = {(term.clause, term.giver) for term in draft_terms(index, seen, maker, to)}
    blank = Offer("", maker, to, ())
    for clause, lowest in index.tables.get((maker, to), ()):
        reason = why_no_term(index, seen, blank, lowest).removeprefix(f"{clause.name}: ")
        if reason and (clause.id, lowest.giver) not in listed:
            yield lowest, reason[0].upper() + reason[1:]


def _label(index: Index, clause: str, givers: list[str], viewer: str) -> str:
    """Return what a clause is called, with who would give it where that is only one."""
    told = index.content.clauses[clause]
    if told.mutual or len(givers) > 1:
        return told.name
    gives = "You give" if givers[0] == viewer else f"{index.content.partners[givers[0]].name} gives"
    return f"{gives}: {told.name}"

"""What is about to be signed and soon is worth nothing: seen ahead from what clauses declare."""

from __future__ import annotations

from collections.abc import Iterator

from game.content.records import Bound, Clause
from game.rules.calendar import label, turn_start
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.facts import refresh
from game.rules.forecast import forecast
from game.rules.index import Index
from game.rules.messages import Message, message, text
from game.rules.state import Offer, State, Term
from game.rules.table.sides import receiver

AHEAD = 4  # turns that are looked ahead
SOON = 2  # turns in which what was done at the signing has to last


def fading(index: Index, seen: State, offer: Offer) -> tuple[Message, ...]:
    """Return of which terms little would be left, and why, as far as can be seen on a view."""
    ahead = tuple(forecast(index, _signed(index, seen, offer), AHEAD))
    return tuple(told for term in offer.terms for told in _of_term(index, seen, offer, term, ahead))


def _signed(index: Index, seen: State, offer: Offer) -> State:
    """Return what signing would lead to at once: what the clauses do when they are signed."""
    draft = Draft(index, seen, told=False)
    for term in offer.terms:
        clause = index.content.clauses[term.clause]
        perform_clause(draft, clause.sign, term.giver, receiver(offer, term), term.amount)
    refresh(draft)
    return draft.state


def _of_term(
    index: Index, seen: State, offer: Offer, term: Term, ahead: tuple[State, ...]
) -> Iterator[Message]:
    clause, to = index.content.clauses[term.clause], receiver(offer, term)
    left = (seen.figures["turns_left"] + 1) * index.scenario.turn_months
    months = _months(clause, term, to, seen)
    if months > left:
        yield message("fading.story_ends", clause=clause.id, months=months, left=left)
    if clause.during is not None and ahead:
        holds = clause.during.bind(term.giver, to)
        turn = _lapses(index, seen, ahead, holds, term)
        if turn and holds(seen, {"amount": term.amount}):
            yield message("fading.rests", clause=clause.id, turn=turn, why=text(clause.idle))
    if clause.stays is not None:
        turn = _lapses(index, seen, ahead[:SOON], clause.stays.bind(term.giver, to), term)
        if turn:
            yield message("fading.gone", clause=clause.id, turn=turn)


def _lapses(index: Index, seen: State, ahead: tuple[State, ...], holds: Bound, term: Term) -> str:
    """Return the turn with whose end a condition no longer holds; empty: it goes on holding."""
    scope = {"amount": term.amount}
    late = next((n for n, one in enumerate(ahead) if not holds(one, scope)), None)
    return (
        "" if late is None else label(index.scenario, turn_start(index.scenario, seen.turn + late))
    )


def _months(clause: Clause, term: Term, to: str, seen: State) -> int:
    """Return how many months a term runs; 0 where it is done at once, or runs until a year."""
    if isinstance(clause.months, int):
        return clause.months
    return clause.months.bind(term.giver, to)(seen, {"amount": term.amount})

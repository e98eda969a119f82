"""What deals take from a treasury: at signing, each month, and in advance for what is to come."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from game.content.records import Effect, Shift, Spend
from game.record import replace
from game.rules.agenda import short_of_money
from game.rules.index import Index
from game.rules.messages import Message
from game.rules.state import Offer, State, Term
from game.rules.table.sides import receiver, two_of


def due(index: Index, state: State, offer: Offer, who: str) -> int:
    """Return what signing takes from a party's treasury at once, million USD."""
    clauses, moved = index.content.clauses, 0
    for term in offer.terms:
        clause = clauses[term.clause]
        moved += _moves(index, state, clause.sign, term, receiver(offer, term), who)
        for one, other in permutations(two_of(offer, term)) if clause.each else ():
            own = replace(term, giver=one)
            moved += _moves(index, state, clause.each, own, other, who)
    return max(0, -moved)


def monthly(index: Index, state: State, term: Term, getter: str) -> int:
    """Return what a month of a term takes from its giver's treasury, million USD."""
    effects = index.content.clauses[term.clause].monthly
    return max(0, -_moves(index, state, effects, term, getter, term.giver))


def advance(index: Index, state: State, offer: Offer, payer: str, payee: str) -> int:
    """Return what one party pays another at signing, by clauses that are nothing but paid."""
    total = 0
    for term in offer.terms:
        clause, getter = index.content.clauses[term.clause], receiver(offer, term)
        if not clause.lasts and (term.giver, getter) == (payer, payee):
            given = -_moves(index, state, clause.sign, term, getter, payer)
            got = _moves(index, state, clause.sign, term, getter, payee)
            total += max(0, min(given, got))
    return total


def _moves(
    index: Index, state: State, effects: Sequence[Effect], term: Term, getter: str, who: str
) -> int:
    """Return by how much a term's effects move a party's treasury."""
    scope, moved = {"amount": term.amount}, 0
    for effect in effects:
        if isinstance(effect, Spend) and term.giver == who:
            by, sign = effect.amount, -effect.sign
        elif (
            isinstance(effect, Shift)
            and effect.path.endswith("treasury")
            and index.path(effect.path, term.giver, getter) == f"{who}.treasury"
        ):
            by, sign = effect.by, 1
        else:
            continue
        bound = by if isinstance(by, int) else by.bind(term.giver, getter)(state, scope)
        moved += sign * bound
    return moved


def why_no_money(index: Index, state: State, offer: Offer, who: str) -> Message | None:
    """Return why a party can't pay what it would sign, or nothing."""
    needed, held = due(index, state, offer, who), state.figures[f"{who}.treasury"]
    return short_of_money(needed, held) if needed > max(0, held) else None

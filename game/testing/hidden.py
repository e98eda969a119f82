"""What a partner can't see, changed: the states it must not be able to tell apart."""

from __future__ import annotations

from dataclasses import replace
from random import Random

from game.content.records import Content
from game.rules.index import Index, index_of
from game.rules.state import Belief, Offer, Scheduled, Sealed, State, Term
from game.rules.table.stakes import purse, rely


def lookalike(content: Content, state: State, chair: str, dice: Random) -> State:
    """Return a state that differs only in what a chair can't see.

    The seed, the schedule, the others' private figures, beliefs, marks and sealed answers, and the
    terms of offers between the others. Such a state need not be one that play can reach.
    """
    index = index_of(content, state.scenario)
    other = state.copy()
    other.seed = dice.getrandbits(63)
    other.scheduled = _schedule(index.content, state, dice)
    other.figures = _figures(index, state, chair, dice)
    other.sealed = tuple(_sealed(index, s, chair, dice) for s in state.sealed)
    other.offers = tuple(_offer(index, offer, chair, dice) for offer in state.offers)
    other.knowledge = _knowledge(index, state, chair, dice)
    other.used = _used(index, state, chair, dice)
    return other


def _schedule(content: Content, state: State, dice: Random) -> tuple[Scheduled, ...]:
    if not content.events:
        return ()
    event = dice.choice(sorted(content.events))
    return (Scheduled(event, state.figures["date"] + dice.randint(0, 400)),)


def _figures(index: Index, state: State, chair: str, dice: Random) -> dict[str, int]:
    figures = dict(state.figures)
    for path, owners in index.seen.items():
        if owners and chair not in owners:
            figures[path] = dice.randint(*index.bounds[path])
    for pair in index.pairs:
        figures[pair.path] += purse(figures, pair) - purse(state.figures, pair)
    rely(index, figures, index.losses)
    return figures


def _sealed(index: Index, sealed: Sealed, chair: str, dice: Random) -> Sealed:
    if sealed.chair == chair:
        return sealed
    event = index.content.events[sealed.event]
    choices = next(desk.choices for desk in event.desks if desk.chair == sealed.chair)
    return replace(sealed, choice=dice.choice(choices).id)


def _offer(index: Index, offer: Offer, chair: str, dice: Random) -> Offer:
    if chair in offer.parties:
        return offer
    return replace(offer, terms=tuple(_term(index, t, dice) for t in offer.terms))


def _term(index: Index, term: Term, dice: Random) -> Term:
    clause = index.content.clauses[term.clause]
    return replace(term, amount=dice.randint(clause.low, clause.high))


def _knowledge(
    index: Index, state: State, chair: str, dice: Random
) -> dict[str, dict[str, Belief]]:
    others = {
        other: {path: Belief(dice.randint(0, 99), dice.randint(0, 9), 1) for path in table}
        for other, table in state.knowledge.items()
        if other != chair
    }
    mine = state.knowledge.get(chair)
    return others if mine is None else others | {chair: mine}


def _used(index: Index, state: State, chair: str, dice: Random) -> dict[str, int]:
    """Return the marks with those that others keep to themselves set, moved or taken away."""
    used, today = dict(state.used), state.figures["date"]
    for rival in (other for other in index.chairs if other != chair):
        deeds = [f"{rival}.{action}." for action in sorted(index.content.actions)]
        for mark in (f"{rival}.offer", f"{rival}.ladder", *deeds):
            day = dice.choice((None, today, today - dice.randint(1, 400)))
            used.pop(mark, None)
            if day is not None:
                used[mark] = day
    return used

"""A signed deal that a home is against: to win it over, press on, or let it fall."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from game.rules.agenda import short_of_capital, short_of_money
from game.rules.deciding.deciding import FREE, Cost, Deciding, bare, locked
from game.rules.decisions import Decision, Option, find_offer
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.state import Slot, State
from game.rules.table import signing
from game.rules.table.dues import due
from game.rules.table.ratification import Payment, payment_of, payments

NO_SUCH_WAY = message("ratify.unknown")


def _list(index: Index, state: State, slot: Slot) -> Iterator[Option]:
    """Yield side payments, the cheapest first, then pressing on, then letting the deal fall."""
    offer = find_offer(state, slot.subject)
    needed = due(index, state, offer, slot.chair)
    for payment in payments(index, state, offer, slot.chair):
        reason = _why_no_payment(state, slot.chair, payment, needed)
        yield locked(bare(slot.chair, "ratify", "pay", payment.path), reason)
    yield bare(slot.chair, "ratify", "press")
    yield bare(slot.chair, "ratify", "fall")


def _why_no_payment(state: State, chair: str, payment: Payment, needed: int) -> Message | None:
    """Return why a side payment can't be made; the money that the deal itself takes is set by."""
    capital = state.figures[f"{chair}.capital"]
    if payment.capital > capital:
        return short_of_capital(payment.capital, capital)
    money = state.figures[f"{chair}.treasury"] - needed
    return short_of_money(payment.money, money) if payment.money > max(0, money) else None


def _judge(index: Index, state: State, slot: Slot, decision: Decision) -> Message | None:
    for option in _list(index, state, slot):
        if option.decision == decision:
            return option.reason
    return NO_SUCH_WAY


def _decide(draft: Draft, slot: Slot, decision: Decision, forced: int) -> None:
    offer = find_offer(draft.state, slot.subject)
    signing.ratify(draft, slot, offer, decision, perform_clause)


def _cost(index: Index, state: State, decision: Decision) -> Cost:
    if decision.pick != "pay":
        return FREE
    payment = payment_of(index, state, decision.target)
    return payment.capital, payment.money


def _signed(index: Index, state: State, slot: Slot) -> Collection[str]:
    return {offer.id for offer in state.offers if slot.chair in offer.parties}


RATIFY = Deciding(
    _list,
    _judge,
    _decide,
    _signed,
    lambda slot, decision: (f"ratify:{slot.subject}", f"deal:{slot.subject}"),
    cost=_cost,
)

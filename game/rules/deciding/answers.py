"""Answers to an offer: of who was made it, and of its maker to other terms."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator

from game.record import replace
from game.rules.deciding.deciding import Deciding, bare, leave, locked
from game.rules.deciding.table import felled, why_not_sign
from game.rules.decisions import Decision, Option, find_offer
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.past import offered
from game.rules.state import Offer, Slot, State
from game.rules.table import signing
from game.rules.table.deals import verdict
from game.rules.table.laying import tell
from game.rules.table.marks import repeats, slighted, slights
from game.rules.table.sides import brought, other_side, others, signs_last

NO_ADDRESSEE = message("answer.no_addressee")
SAME_OFFER = message("answer.same_offer")
COUNTERS_ONLY = message("answer.counters_only")
TAKE_IT = message("answer.of_three")
AS_IT_STANDS = message("answer.brought")
NO_SUCH_ANSWER = message("answer.unknown")


def _list(index: Index, state: State, slot: Slot) -> Iterator[Option]:
    offer = find_offer(state, slot.subject)
    for pick in ("accept", "decline") + (("counter",) if _counters(slot, offer) else ()):
        reason = why_not_sign(index, state, offer, slot.chair) if pick == "accept" else None
        yield locked(bare(slot.chair, slot.kind, pick), reason)


def _counters(slot: Slot, offer: Offer) -> bool:
    """Return whether an answer may be other terms.

    A paper of three is taken as it stands, and so is one that a card has brought.
    """
    return slot.kind == "answer" and not offer.third and not brought(offer)


def _judge(index: Index, state: State, slot: Slot, decision: Decision) -> Message | None:
    offer = find_offer(state, slot.subject)
    if decision.target:
        return NO_ADDRESSEE
    if decision.pick == "counter" and (offer.third or brought(offer)):
        return TAKE_IT if offer.third else AS_IT_STANDS
    if decision.pick == "counter" and slot.kind == "answer":
        if sorted(decision.terms, key=repr) == sorted(offer.terms, key=repr):
            return SAME_OFFER
        changed = Offer("", offer.maker, offer.to, decision.terms)
        return why_not_sign(index, state, changed, slot.chair)
    if decision.terms:
        return COUNTERS_ONLY
    if decision.pick == "accept":
        return why_not_sign(index, state, offer, slot.chair)
    return None if decision.pick == "decline" else NO_SUCH_ANSWER


def _answer(draft: Draft, slot: Slot, decision: Decision, forced: int) -> None:
    offer = find_offer(draft.state, slot.subject)
    leave(draft)
    if decision.pick == "accept" and not signs_last(offer, slot.chair):
        draft.state.queue = (Slot("answer", offer.third, offer.id), *draft.state.queue)
        tell(draft, offer, message("offer.signed_first", partner=slot.chair, to=offer.third))
        return
    draft.state.offers = tuple(o for o in draft.state.offers if o.id != offer.id)
    if decision.pick == "accept":
        homes = (slot.chair, *(() if brought(offer) else others(offer.parties, slot.chair)))
        signing.put_home(draft, offer, homes, perform_clause, forced)
    elif decision.pick == "counter":
        changed = replace(offer, id=f"{offer.id}_counter", terms=decision.terms)
        draft.state.offers = (*draft.state.offers, changed)
        draft.state.queue = (Slot("counter", offer.maker, changed.id), *draft.state.queue)
        tell(draft, changed, message("offer.countered", partner=slot.chair))
    elif brought(offer):
        tell(draft, offer, message("offer.declined", partner=slot.chair))
    else:
        _slight(draft, slot, offer)
        felled(draft, offer, slot.chair)
        for other in others(offer.parties, slot.chair):
            offered(draft, "declined", [term.clause for term in offer.terms], slot.chair, other)


def _slight(draft: Draft, slot: Slot, offer: Offer) -> None:
    """Let the other side remember that what suits all by the printed sums is turned down.

    Who is offered again what was declined before minds nothing; of three it is who convened them.
    """
    index, state = draft.index, draft.state
    suits = all(verdict(index, state, offer, side) >= 0 for side in offer.parties)
    if repeats(state, offer) or not suits:
        return
    who = other_side(offer, slot.chair)
    day, count = slighted(who, slot.chair)
    before = slights(state, who, slot.chair)
    draft.own("used").update({day: draft.figures["date"], count: before + 1})


def _open_to(
    side: Callable[[Offer], tuple[str, ...]],
) -> Callable[[Index, State, Slot], Collection[str]]:
    """Return what tells the open offers that a chair has on one side."""
    return lambda index, state, slot: {o.id for o in state.offers if slot.chair in side(o)}


def _causes(slot: Slot, decision: Decision) -> tuple[str, ...]:
    return (f"deal:{slot.subject}",)


ANSWER = Deciding(_list, _judge, _answer, _open_to(lambda offer: offer.parties[1:]), _causes)
COUNTER = Deciding(_list, _judge, _answer, _open_to(lambda offer: (offer.maker,)), _causes)

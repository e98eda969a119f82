"""What may be decided now, and for what may not be, the reason a player reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from game.content.records import Content, Effect
from game.errors import UsageError
from game.rules.agenda import (
    NO_SCOPE,
    ROVING,
    Prepared,
    Sheet,
    prepare,
    prices,
    sheet,
    short_of_capital,
    short_of_money,
    weigh,
    weigh_one,
)
from game.rules.cards import judge_choice, list_choices
from game.rules.decisions import Decision, Option
from game.rules.index import Index, index_of
from game.rules.messages import Message, message
from game.rules.people.crew import aboard
from game.rules.state import Offer, Slot, SlotKind, State
from game.rules.table import ladder
from game.rules.table.deals import possible_terms, why_no_offer
from game.rules.table.dues import due, why_no_money
from game.rules.table.parting import PARTINGS, list_partings, why_no_parting
from game.rules.table.ratification import Payment, payments
from game.rules.table.signing import rests

OPEN: tuple[SlotKind, ...] = ("agenda", "table")  # what is decided there is about nothing hidden
INCOMING_A_TURN = 2
REFUSED_DAYS = 170  # how long a refusal rests before the next offer
OFFER_CAPITAL = 1  # what it takes to bring an offer to the table

OVER = message("run.over")
NO_CLAUSES = message("agenda.no_clauses")
NO_TARGET = message("agenda.no_target")
NO_SUCH_ACTION = message("action.unknown")
ONE_STEP = message("ladder.one_step")
ONE_OFFER = message("offer.one_a_turn")
FELL = message("offer.fell_lately")
PENNILESS = message("offer.no_capital")
NOTHING_LEFT = message("offer.nothing_left")
OFFERS_ONLY = message("table.offers_only")
NO_SUCH_MOVE = message("table.unknown")
NO_ADDRESSEE = message("answer.no_addressee")
SAME_OFFER = message("answer.same_offer")
COUNTERS_ONLY = message("answer.counters_only")
NO_SUCH_ANSWER = message("answer.unknown")
NO_SUCH_WAY = message("ratify.unknown")


def pending(state: State) -> Slot | None:
    """Return who decides now and about what; None when the run is over."""
    return state.queue[0] if state.queue and not state.ending else None


def options(content: Content, state: State) -> tuple[Option, ...]:
    """Return all that exists to be decided now, what may not be taken included, with its reason.

    At the table an offer stands for every offer: `possible_terms` gives its domain, and `why_not`
    judges the one that is made. Raises UsageError for a view in which what is decided is hidden.
    """
    return options_on(index_of(content, state.scenario), state)


def options_on(index: Index, state: State) -> tuple[Option, ...]:
    """Return what `options` does, for those who have the tables at hand."""
    slot = pending(state)
    if slot is None:
        return ()
    if not slot.subject and slot.kind not in OPEN:
        raise _unseen(slot)
    return tuple(LISTERS[slot.kind](index, state, slot))


def why_not(content: Content, state: State, decision: Decision) -> Message | None:
    """Return why a decision may not be taken now, or nothing when it may."""
    return why_not_on(index_of(content, state.scenario), state, decision)


def why_not_on(index: Index, state: State, decision: Decision) -> Message | None:
    """Return what `why_not` does, for those who have the tables at hand."""
    slot = pending(state)
    if slot is None:
        return OVER
    if (decision.kind, decision.chair) != (slot.kind, slot.chair):
        return message("turn.of_other", partner=slot.chair, kind=slot.kind)
    if not slot.subject and slot.kind not in OPEN:
        raise _unseen(slot)
    return JUDGES[slot.kind](index, state, slot, decision)


def _unseen(slot: Slot) -> UsageError:
    """Return the error for a view that hides what another chair decides."""
    return UsageError(
        f"What {slot.chair} decides now is hidden in this view. Ask about the whole state, look "
        "from that chair, or fill in the unknown with game.imagine(content, view, chair, dice)."
    )


def price(
    content: Content, state: State, chair: str, effects: tuple[Effect, ...], target: str = ""
) -> int:
    """Return what sure effects take from the own treasury, million USD (negative: they earn)."""
    fixed, variable = prices(content, effects, chair, target)
    return fixed + sum(sign * amount(state, NO_SCOPE) for sign, amount in variable)


def _list_agenda(index: Index, state: State, slot: Slot) -> Iterable[Option]:
    chair = slot.chair
    found = weigh(state, chair, _agenda_with(index, chair, _there(index, state, chair)))
    found.append(_bare(chair, "agenda", "end"))
    return found


@lru_cache(maxsize=1024)
def _bare(chair: str, kind: SlotKind, pick: str, target: str = "") -> Option:
    """Return a decision that needs nothing as an option; the same one each time."""
    return Option(Decision(chair, kind, pick, target))


def _locked(option: Option, reason: Message | None) -> Option:
    """Return an option with what stands in its way, if anything does."""
    return Option(option.decision, reason) if reason else option


@lru_cache(maxsize=1024)
def _agenda_with(index: Index, chair: str, there: tuple[tuple[str, ...], ...]) -> Sheet:
    """Return a chair's agenda while these people and ships are there, by `Index.aims`."""
    return sheet((*index.agenda[chair], *_roving(index, chair, there)))


def _there(index: Index, state: State, chair: str) -> tuple[tuple[str, ...], ...]:
    """Return the people and ships that a chair's actions may be aimed at now, by `Index.aims`."""
    return tuple([targets(state, chair, aim) for aim in index.aims[chair]])


def _roving(index: Index, chair: str, there: tuple[tuple[str, ...], ...]) -> Iterator[Prepared]:
    """Yield the actions that are aimed at people or ships, ready for those who are there."""
    met, by_aim = index.known[chair], dict(zip(index.aims[chair], there, strict=True))
    for action in index.roving[chair]:
        for target in by_aim[action.target]:
            ready = met.get((action.id, target))
            if ready is None:
                made = prepare(index.content, index.scenario, action, chair, target)
                ready = met[action.id, target] = made
            yield ready


def _judge_agenda(index: Index, state: State, slot: Slot, decision: Decision) -> Message | None:
    if decision.terms:
        return NO_CLAUSES
    if decision.pick == "end":
        return None if not decision.target else NO_TARGET
    ready = _known(index, state, slot.chair, decision)
    if ready is None or not _in_reach(state, slot.chair, ready):
        return NO_SUCH_ACTION
    return weigh_one(state, slot.chair, ready).reason


def _known(index: Index, state: State, chair: str, decision: Decision) -> Prepared | None:
    """Return what was made ready for a decision on the agenda, if there is anything."""
    found = index.known[chair].get((decision.pick, decision.target))
    roving = _roving(index, chair, _there(index, state, chair)) if found is None else ()
    return found or next((r for r in roving if r.legal.decision == decision), None)


def _in_reach(state: State, chair: str, ready: Prepared) -> bool:
    """Return whether an action's target is there now."""
    return ready.aim not in ROVING or ready.target in targets(state, chair, ready.aim)


def targets(state: State, chair: str, aim: str) -> tuple[str, ...]:
    """Return the people or ships that a chair's action may be aimed at now, by id."""
    if aim == "person":
        return tuple([person.id for person in aboard(state, chair)])
    mine = [ship.id for ship in state.ships.values() if ship.owner == chair]
    if aim == "crew_ship" and mine:
        held = [person.ship for person in state.crew.values() if person.place == "aboard"]
        mine = [ship for ship in mine if ship in held]
    mine.sort()
    return tuple(mine)


def _list_table(index: Index, state: State, slot: Slot) -> Iterator[Option]:
    chair = slot.chair
    for other in index.chairs:
        if other != chair:
            reason = _why_no_talk(index, state, chair, other)
            yield _locked(_bare(chair, "table", "offer", other), reason)
    for pick, by in (("step_up", 1), ("step_down", -1)):
        reason = _why_no_rung(index, state, chair, by)
        yield _locked(_bare(chair, "table", pick), reason)
    yield from list_partings(index, state, chair)
    yield _bare(chair, "table", "end")


def _why_no_rung(index: Index, state: State, chair: str, by: int) -> Message | None:
    if state.used.get(f"{chair}.ladder") == state.figures["date"]:
        return ONE_STEP
    return ladder.why_no_step(index, state, chair, by)


def _why_no_talk(index: Index, state: State, chair: str, other: str) -> Message | None:
    if state.used.get(f"{chair}.offer") == state.figures["date"]:
        return ONE_OFFER
    refused = state.used.get(f"{chair}.refused.{other}")
    if refused is not None and state.figures["date"] - refused < REFUSED_DAYS:
        return message("offer.refused_lately", partner=other)
    if rests(state, chair, other):
        return FELL
    if state.figures[f"{chair}.capital"] < OFFER_CAPITAL:
        return PENNILESS
    if state.used.get(f"{other}.incoming", 0) >= INCOMING_A_TURN:
        return message("offer.two_already", partner=other)
    if next(possible_terms(index, state, chair, other), None) is None:
        return NOTHING_LEFT
    return None


def _judge_table(index: Index, state: State, slot: Slot, decision: Decision) -> Message | None:
    if decision.pick == "offer":
        offer = Offer("", slot.chair, decision.target, decision.terms)
        if decision.target == slot.chair or decision.target not in index.chairs:
            return why_no_offer(index, state, offer)
        reason = _why_no_talk(index, state, slot.chair, decision.target)
        return reason or _why_not_sign(index, state, offer, slot.chair)
    if decision.pick in PARTINGS and not decision.terms:
        return why_no_parting(index, state, slot.chair, decision.pick, decision.target)
    if decision.target or decision.terms:
        return OFFERS_ONLY
    if decision.pick in ("step_up", "step_down"):
        by = 1 if decision.pick == "step_up" else -1
        return _why_no_rung(index, state, slot.chair, by)
    return None if decision.pick == "end" else NO_SUCH_MOVE


def _why_not_sign(index: Index, state: State, offer: Offer, chair: str) -> Message | None:
    """Return why a chair can't put its name to an offer: its form, or what it would have to pay."""
    return why_no_offer(index, state, offer) or why_no_money(index, state, offer, chair)


def find_offer(state: State, offer_id: str) -> Offer:
    """Return an open offer by its id."""
    return next(offer for offer in state.offers if offer.id == offer_id)


def _list_answers(index: Index, state: State, slot: Slot) -> Iterator[Option]:
    offer = find_offer(state, slot.subject)
    for pick in ("accept", "decline") + (("counter",) if slot.kind == "answer" else ()):
        reason = _why_not_sign(index, state, offer, slot.chair) if pick == "accept" else None
        yield _locked(_bare(slot.chair, slot.kind, pick), reason)


def _judge_answer(index: Index, state: State, slot: Slot, decision: Decision) -> Message | None:
    offer = find_offer(state, slot.subject)
    if decision.target:
        return NO_ADDRESSEE
    if decision.pick == "counter" and slot.kind == "answer":
        if sorted(decision.terms, key=repr) == sorted(offer.terms, key=repr):
            return SAME_OFFER
        changed = Offer("", offer.maker, offer.to, decision.terms)
        return _why_not_sign(index, state, changed, slot.chair)
    if decision.terms:
        return COUNTERS_ONLY
    if decision.pick == "accept":
        return _why_not_sign(index, state, offer, slot.chair)
    return None if decision.pick == "decline" else NO_SUCH_ANSWER


def _list_ratify(index: Index, state: State, slot: Slot) -> Iterator[Option]:
    """Yield side payments, the cheapest first, then pressing on, then letting the deal fall."""
    offer = find_offer(state, slot.subject)
    needed = due(index, state, offer, slot.chair)
    for payment in payments(index, state, offer, slot.chair):
        reason = _why_no_payment(state, slot.chair, payment, needed)
        yield _locked(_bare(slot.chair, "ratify", "pay", payment.path), reason)
    yield _bare(slot.chair, "ratify", "press")
    yield _bare(slot.chair, "ratify", "fall")


def _why_no_payment(state: State, chair: str, payment: Payment, needed: int) -> Message | None:
    """Return why a side payment can't be made; the money that the deal itself takes is set by."""
    capital = state.figures[f"{chair}.capital"]
    if payment.capital > capital:
        return short_of_capital(payment.capital, capital)
    money = state.figures[f"{chair}.treasury"] - needed
    return short_of_money(payment.money, money) if payment.money > max(0, money) else None


def _judge_ratify(index: Index, state: State, slot: Slot, decision: Decision) -> Message | None:
    for option in _list_ratify(index, state, slot):
        if option.decision == decision:
            return option.reason
    return NO_SUCH_WAY


LISTERS = {
    "card": list_choices, "dilemma": list_choices, "agenda": _list_agenda,
    "table": _list_table, "answer": _list_answers, "counter": _list_answers,
    "ratify": _list_ratify,
}  # fmt: skip
JUDGES = {
    "card": judge_choice, "dilemma": judge_choice, "agenda": _judge_agenda,
    "table": _judge_table, "answer": _judge_answer, "counter": _judge_answer,
    "ratify": _judge_ratify,
}  # fmt: skip

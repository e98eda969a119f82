"""Cards and dilemmas: what a desk may choose, what stands in the way, what it does."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from game.content.records import Choice, Content, Outcome
from game.rules.agenda import (
    prepare_choice,
    price,
    price_now,
    weigh_one,
)
from game.rules.deciding.deciding import Cost, Deciding, leave
from game.rules.decisions import Decision, Option
from game.rules.dilemmas import reveal
from game.rules.draft import Draft
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.outcomes import choice_of, enact
from game.rules.sheets import Sheet, sheet, weigh
from game.rules.state import Sealed, Slot, State

LEAST = 2  # answers that a card leaves, if need be on credit
NO_SUCH_CHOICE = message("choice.unknown")


def _choices(index: Index, slot: Slot) -> Sheet:
    """Return what a card lets its desk choose, made ready when the card first comes up."""
    key = (slot.kind, slot.subject, slot.chair)
    found = index.choices.get(key)
    if found is None:
        desks = index.content.events[slot.subject].desks
        choices = next(desk.choices for desk in desks if desk.chair == slot.chair)
        found = sheet(prepare_choice(index.content, c, slot.chair, slot.kind) for c in choices)
        index.choices[key] = found
    return found


def _under_seal(index: Index, state: State, chair: str) -> tuple[int, int]:
    """Return the capital and the money that a chair's sealed answers take when they are opened."""
    capital = money = 0
    for answer in state.sealed:
        if answer.chair == chair:
            choices = _choices(index, Slot("dilemma", chair, answer.event))
            ready = next(r for r in choices.rows if r.legal.decision.pick == answer.choice)
            capital += ready.capital
            money += max(0, price_now(ready, state))
    return capital, money


def list_choices(index: Index, state: State, slot: Slot) -> list[Option]:
    """Return what a desk may answer; the two cheapest answers are open whatever they cost.

    What bars an answer otherwise than by its price bars it still, unless nothing else is left.
    """
    choices = _choices(index, slot)
    found = weigh(state, slot.chair, choices, _under_seal(index, state, slot.chair))
    open_ = len([option for option in found if not option.reason])
    for place in _cheapest_first(state, choices, found)[: LEAST - open_] if open_ < LEAST else ():
        if not open_ or found[place] is not choices.rows[place].barred:
            found[place] = choices.rows[place].legal
            open_ += 1
    return found


def _cheapest_first(state: State, choices: Sheet, found: Sequence[Option]) -> list[int]:
    """Return the places of locked choices, what takes least first; barred ones come last.

    Of equals the last goes first. A price may leave a treasury in the red.
    """

    def dear(place: int) -> tuple[bool, int, int, int]:
        ready = choices.rows[place]
        barred = found[place] is ready.barred
        return barred, ready.capital, max(0, price_now(ready, state)), -place

    return sorted((place for place, option in enumerate(found) if option.reason), key=dear)


def judge_choice(index: Index, state: State, slot: Slot, decision: Decision) -> Message | None:
    """Return why a desk may not answer so, or nothing when it may."""
    for ready in _choices(index, slot).rows:
        known = ready.legal.decision
        if known.pick == decision.pick and known == decision:
            held = _under_seal(index, state, slot.chair)
            if not weigh_one(state, slot.chair, ready, held).reason:
                return None
            options = list_choices(index, state, slot)
            return next(option.reason for option in options if option.decision == decision)
    return NO_SUCH_CHOICE


def _choose(draft: Draft, slot: Slot, decision: Decision, forced: int) -> None:
    leave(draft)
    enact(draft, Sealed(slot.chair, slot.subject, decision.pick), forced)


def _seal(draft: Draft, slot: Slot, decision: Decision, forced: int) -> None:
    """Seal an answer, for what it does would betray it; the last one's opens them all."""
    answer = Sealed(slot.chair, slot.subject, decision.pick)
    leave(draft)
    draft.state.sealed = (*draft.state.sealed, answer)
    reveal(draft)


def _chosen(content: Content, state: State, decision: Decision) -> Choice:
    event = content.events[state.queue[0].subject]
    return choice_of(event, decision.chair, decision.pick)


def _outcomes(content: Content, state: State, decision: Decision) -> tuple[Outcome, ...]:
    return _chosen(content, state, decision).outcomes


def _cost(index: Index, state: State, decision: Decision) -> Cost:
    choice = _chosen(index.content, state, decision)
    return choice.capital, price(index.content, state, decision.chair, choice.effects)


def _causes(slot: Slot, decision: Decision) -> tuple[str, ...]:
    return (f"choice:{slot.subject}/{decision.pick}",)


def _events(index: Index, slot: Slot, blind: bool) -> Collection[str]:
    """Return the cards, or the dilemmas, that a chair has a desk of."""
    held = (e for e in index.content.events.values() if bool(e.results) == blind)
    return {e.id for e in held if any(desk.chair == slot.chair for desk in e.desks)}


CARD = Deciding(
    list_choices,
    judge_choice,
    _choose,
    lambda index, state, slot: _events(index, slot, False),
    _causes,
    _outcomes,
    _cost,
)
DILEMMA = Deciding(
    list_choices,
    judge_choice,
    _seal,
    lambda index, state, slot: _events(index, slot, True),
    _causes,
    _outcomes,
    _cost,
)

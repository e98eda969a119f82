"""Carries decisions out: what each kind does at once, and what a risky one may lead to."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.records import Action, Choice, Event, Outcome
from game.record import replace
from game.rules.decisions import Decision
from game.rules.dice import below
from game.rules.draft import Draft
from game.rules.effects import Actor, break_thread, perform, perform_clause
from game.rules.legality import OFFER_CAPITAL, find_offer
from game.rules.messages import Message, message
from game.rules.past import chosen
from game.rules.state import Offer, Sealed, Slot, State
from game.rules.table import ladder, signing
from game.rules.table.deals import other_side, refused
from game.rules.table.parting import PARTINGS, part
from game.rules.wording import variant

WHOLE = 100
CREDIT = 2  # points of each own faction's approval that a missing point of capital costs

ON_CREDIT = message("capital.on_credit")


def chances(
    outcomes: Sequence[Outcome], state: State, chair: str, target: str = ""
) -> tuple[int, ...]:
    """Return each outcome's chance in per cent: in order, out of what is left of a hundred.

    The last gets the rest, so that they always add up. The state may be a view: chances read
    nothing that is kept from who chooses.
    """
    left, found = WHOLE, []
    for outcome in outcomes[:-1]:
        wanted = outcome.chance
        percent = wanted if isinstance(wanted, int) else wanted.bind(chair, target)(state, {})
        found.append(max(0, min(left, percent)))
        left -= found[-1]
    return (*found, left) if outcomes else ()


LIVE = -1  # outcome index that stands for the world's dice


def carry_out(draft: Draft, decision: Decision, forced: int = LIVE) -> None:
    """Do what a legal decision does at once; `forced` picks a risky outcome by position."""
    slot = draft.state.queue[0]
    if slot.kind in ("card", "dilemma"):
        _choose(draft, slot, decision, forced)
    elif slot.kind == "agenda":
        _act(draft, slot, decision, forced)
    elif slot.kind == "table":
        _talk(draft, slot, decision)
    elif slot.kind == "ratify":
        offer = find_offer(draft.state, slot.subject)
        signing.ratify(draft, slot, offer, decision, perform_clause)
    else:
        _answer(draft, slot, decision, forced)


def choice_of(event: Event, chair: str, choice_id: str) -> Choice:
    """Return a desk's choice by id."""
    choices = next(desk.choices for desk in event.desks if desk.chair == chair)
    return next(choice for choice in choices if choice.id == choice_id)


def _pop(draft: Draft) -> None:
    draft.state.queue = draft.state.queue[1:]


def _choose(draft: Draft, slot: Slot, decision: Decision, forced: int) -> None:
    """Let a card's choice happen; a dilemma's is sealed, for what it does would betray it."""
    answer = Sealed(slot.chair, slot.subject, decision.pick)
    _pop(draft)
    if slot.kind == "dilemma":
        draft.state.sealed = (*draft.state.sealed, answer)
    else:
        enact(draft, answer, forced)


def enact(draft: Draft, answer: Sealed, forced: int = LIVE) -> None:
    """Let what a desk has chosen happen; `forced` picks a risky outcome by position."""
    event = draft.index.content.events[answer.event]
    choice = choice_of(event, answer.chair, answer.choice)
    actor = Actor(answer.chair, roles=draft.state.roles.get(event.id, ()), day=event.day or 0)
    odds = chances(choice.outcomes, draft.state, answer.chair)
    told = message("card.chosen", event=event.id, choice=draft.tell(choice.text, actor.roles))
    draft.because(f"choice:{event.id}/{choice.id}", told)
    chosen(draft, event.id, choice.id, answer.chair)
    _pay_capital(draft, answer.chair, choice.capital)
    perform(draft, choice.effects, actor)
    for thread in choice.breaks:
        break_thread(draft, thread)
    _fall(draft, choice.outcomes, actor, f"{event.id}/{choice.id}", forced, odds)
    came = variant(draft.state, choice.result, answer.chair) if draft.told else None
    if came is not None:
        draft.note("story", event.id, draft.tell(came.text, actor.roles), (answer.chair,))


def _pay_capital(draft: Draft, chair: str, capital: int) -> None:
    """Take what a choice costs in capital; what an office hasn't got, its home holds against it."""
    missing = capital + draft.shift(f"{chair}.capital", -capital)
    if missing:
        cause, reason = draft.cause, draft.reason
        draft.because(cause, ON_CREDIT)
        for path, _, _ in draft.index.factions[chair]:
            draft.shift(path, -CREDIT * missing, weigh=False)
        draft.weigh_mandate(chair)
        draft.because(cause, reason)


def _fall(
    draft: Draft,
    outcomes: tuple[Outcome, ...],
    actor: Actor,
    what: str,
    forced: int,
    odds: tuple[int, ...],
) -> None:
    """Let one outcome happen: the forced one, or by the world's dice on odds shown before."""
    if not outcomes:
        return
    outcome = outcomes[forced] if forced != LIVE else outcomes[rolled(draft.state, odds, what)]
    draft.note("story", what, draft.tell(outcome.text, actor.roles), (actor.chair,))
    perform(draft, outcome.effects, actor)


def rolled(state: State, odds: tuple[int, ...], what: str) -> int:
    """Return the place of the outcome that the world's dice let fall."""
    roll = below(WHOLE, state.seed, "outcome", state.turn, what, 0)
    for position, chance in enumerate(odds):
        roll -= chance
        if roll < 0:
            return position
    return len(odds) - 1


def _act(draft: Draft, slot: Slot, decision: Decision, forced: int) -> None:
    if decision.pick == "end":
        _pop(draft)
        return
    action: Action = draft.index.content.actions[decision.pick]
    actor = Actor(slot.chair, decision.target)
    odds = chances(action.outcomes, draft.state, slot.chair, decision.target)
    draft.because(
        f"action:{action.id}", message("action.done", partner=slot.chair, action=action.id)
    )
    draft.own("used")[f"{slot.chair}.{action.id}.{decision.target}"] = draft.figures["date"]
    draft.shift(f"{slot.chair}.capital", -action.capital)
    perform(draft, action.effects, actor)
    what = f"{slot.chair}/{action.id}/{decision.target}"
    _fall(draft, action.outcomes, actor, what, forced, odds)
    if action.results and draft.told:
        told = draft.tell(_telling(draft, slot.chair, action))
        draft.note("story", action.id, told, (slot.chair,))


def _telling(draft: Draft, chair: str, action: Action) -> str:
    """Return how it is told this time: another way for each target and when its rest is over."""
    rests = max(1, action.cooldown // draft.index.scenario.turn_months)
    before = 1 if action.target == "none" else _times_today(draft, f"{chair}.{action.id}.")
    return action.results[(draft.state.turn // rests + before) % len(action.results)]


def _times_today(draft: Draft, of_it: str) -> int:
    """Return at how many targets an action has been aimed today, this one among them."""
    today = draft.figures["date"]
    return len([1 for k, day in draft.state.used.items() if day == today and k.startswith(of_it)])


def _talk(draft: Draft, slot: Slot, decision: Decision) -> None:
    if decision.pick == "end":
        _pop(draft)
    elif decision.pick == "offer":
        _make_offer(draft, slot.chair, decision)
    elif decision.pick in PARTINGS:
        part(draft, slot.chair, decision, perform_clause)
    else:
        draft.own("used")[f"{slot.chair}.ladder"] = draft.figures["date"]
        by = 1 if decision.pick == "step_up" else -1
        stepped = message("step.down", partner=slot.chair)
        if by > 0:
            stepped = message("step.up", partner=slot.chair)
        draft.because(f"table:{decision.pick}", stepped)
        cost = ladder.price_of_step(draft.index, draft.state, slot.chair, by)
        draft.shift(f"{slot.chair}.capital", -cost)
        ladder.step(draft, slot.chair, by)


def _make_offer(draft: Draft, chair: str, decision: Decision) -> None:
    other = decision.target
    offer = Offer(f"{draft.state.turn}_{chair}_{other}", chair, other, decision.terms)
    used = draft.own("used")
    used[f"{chair}.offer"] = draft.figures["date"]
    used[f"{other}.incoming"] = used.get(f"{other}.incoming", 0) + 1
    draft.state.offers = (*draft.state.offers, offer)
    draft.state.queue = (Slot("answer", other, offer.id), *draft.state.queue)
    _tell(draft, offer, message("offer.made", partner=chair, to=other))
    draft.shift(f"{chair}.capital", -OFFER_CAPITAL)


def _tell(draft: Draft, offer: Offer, told: Message) -> None:
    draft.because(f"offer:{offer.id}", told)
    draft.note("offer", offer.id, told, (offer.maker, offer.to))


def _answer(draft: Draft, slot: Slot, decision: Decision, forced: int) -> None:
    offer = find_offer(draft.state, slot.subject)
    _pop(draft)
    draft.state.offers = tuple(o for o in draft.state.offers if o.id != offer.id)
    if decision.pick == "accept":
        homes = (slot.chair, other_side(offer, slot.chair))
        signing.put_home(draft, offer, homes, perform_clause, forced)
    elif decision.pick == "counter":
        changed = replace(offer, id=f"{offer.id}_counter", terms=decision.terms)
        draft.state.offers = (*draft.state.offers, changed)
        draft.state.queue = (Slot("counter", offer.maker, changed.id), *draft.state.queue)
        _tell(draft, changed, message("offer.countered", partner=slot.chair))
    else:
        used, today = draft.own("used"), draft.figures["date"]
        used[f"{offer.maker}.refused.{offer.to}"] = used[refused(offer)] = today
        _tell(draft, offer, message("offer.declined", partner=slot.chair))

"""The agenda: what a chair may do, what stands in the way, what it does."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import lru_cache

from game.content.records import Action, Content, Outcome
from game.rules.agenda import (
    ROVING,
    Prepared,
    prepare,
    price,
    weigh_one,
)
from game.rules.deciding.deciding import FREE, Cost, Deciding, bare, leave
from game.rules.decisions import Decision, Option
from game.rules.draft import Draft
from game.rules.effects import Actor, perform
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.outcomes import chances, fall, worded_as
from game.rules.people.crew import aboard
from game.rules.sheets import Sheet, sheet, weigh
from game.rules.state import Slot, State

END = "end"
NO_CLAUSES = message("agenda.no_clauses")
NO_TARGET = message("agenda.no_target")
NO_SUCH_ACTION = message("action.unknown")


def _list(index: Index, state: State, slot: Slot) -> Iterable[Option]:
    chair = slot.chair
    found = weigh(state, chair, _agenda_with(index, chair, _there(index, state, chair)))
    found.append(bare(chair, "agenda", "end"))
    return found


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


def _judge(index: Index, state: State, slot: Slot, decision: Decision) -> Message | None:
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


def _act(draft: Draft, slot: Slot, decision: Decision, forced: int) -> None:
    if decision.pick == "end":
        leave(draft)
        return
    action: Action = draft.index.content.actions[decision.pick]
    actor = Actor(slot.chair, decision.target)
    odds = chances(action.outcomes, draft.state, slot.chair, decision.target)
    words = worded_as(action.outcomes, draft.state, slot.chair) if draft.told else ()
    draft.because(*_doing(slot.chair, action.id))
    draft.own("used")[f"{slot.chair}.{action.id}.{decision.target}"] = draft.figures["date"]
    draft.shift(f"{slot.chair}.capital", -action.capital)
    perform(draft, action.effects, actor)
    what = f"{slot.chair}/{action.id}/{decision.target}"
    fall(draft, action.outcomes, actor, what, forced, odds, words)
    if action.results and draft.told:
        told = draft.tell(_telling(draft, slot.chair, action))
        draft.note("story", action.id, told, (slot.chair,))


@lru_cache(maxsize=1024)
def _doing(chair: str, action: str) -> tuple[str, Message]:
    """Return what the ledger puts an action's doing down to."""
    return f"action:{action}", message("action.done", partner=chair, action=action)


def _telling(draft: Draft, chair: str, action: Action) -> str:
    """Return how it is told this time: another way for each target and when its rest is over."""
    rests = max(1, action.cooldown // draft.index.scenario.turn_months)
    before = 1 if action.target == "none" else _times_today(draft, f"{chair}.{action.id}.")
    return action.results[(draft.state.turn // rests + before) % len(action.results)]


def _times_today(draft: Draft, of_it: str) -> int:
    """Return at how many targets an action has been aimed today, this one among them."""
    today = draft.figures["date"]
    return len([1 for k, day in draft.state.used.items() if day == today and k.startswith(of_it)])


def _outcomes(content: Content, state: State, decision: Decision) -> tuple[Outcome, ...]:
    return () if decision.pick == END else content.actions[decision.pick].outcomes


def _cost(index: Index, state: State, decision: Decision) -> Cost:
    if decision.pick == END:
        return FREE
    action = index.content.actions[decision.pick]
    money = price(index.content, state, decision.chair, action.effects, decision.target)
    return action.capital, money


AGENDA = Deciding(
    _list,
    _judge,
    _act,
    lambda index, state, slot: ("",),
    lambda slot, decision: (f"action:{decision.pick}",),
    _outcomes,
    _cost,
)

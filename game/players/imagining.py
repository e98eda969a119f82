"""Worlds that a chair may imagine: its view with the unknown filled in by its own dice."""

from __future__ import annotations

from random import Random

from game.content.records import Content
from game.errors import UsageError
from game.rules.draft import Draft
from game.rules.index import Index, index_of
from game.rules.kinds import KINDS
from game.rules.state import Belief, Sealed, Slot, State, View
from game.rules.table.knowledge import spread_now, spread_of
from game.rules.turn import go_on


def imagine(content: Content, seen: View, chair: str, dice: Random) -> State:
    """Return a whole state that a chair's view might be of, for looking ahead with `apply`.

    What is only believed is drawn from its range, and so is what others answer to the chair's
    dilemmas. Others' cards count as answered, and nothing is scheduled. Each figure is guessed by
    itself: a faction and its mandate needn't fit. From here on all that the content dates or draws
    may come up. `seen` is left as it is. Raises UsageError for a view of another chair's.
    """
    if chair not in seen.knowledge:
        whose = " or ".join(seen.knowledge)
        raise UsageError(f"This is what {whose} sees, not {chair}: take the view of {chair}.")
    index = index_of(content, seen.scenario)
    world = guessed(index, seen, chair, dice)
    open_now = {slot.subject for slot in world.queue}
    world.offers = tuple(offer for offer in world.offers if offer.id in open_now)
    world.knowledge = {other: _told(index, world, other) for other in index.chairs}
    world.knowledge[chair] = seen.knowledge[chair]
    if world.queue or world.over:
        return world
    draft = Draft(index, world, told=False)
    go_on(draft)
    return draft.state


def guessed(index: Index, seen: State, chair: str, dice: Random) -> State:
    """Return a view with the unknown drawn by dice; what others believe is still missing."""
    world = seen.copy()
    world.seed = dice.getrandbits(64)
    world.scheduled = ()
    world.queue = tuple(s for s in seen.queue if _known(s, chair))
    world.sealed = (*seen.sealed, *_answers(index.content, seen, chair, dice))
    world.figures = _figures(index, seen, chair, dice)
    return world


def _told(index: Index, world: State, chair: str) -> dict[str, Belief]:
    """Return what a chair believes of the others, as reports of this turn would have it."""
    figures, turn = world.figures, world.turn
    return {p: Belief(figures[p], spread_of(p, figures[p]), turn) for p in index.hidden[chair]}


def _known(slot: Slot, chair: str) -> bool:
    """Return whether a chair knows enough of a slot to imagine it."""
    signed = slot.kind == "ratify" and bool(slot.subject)
    return slot.chair == chair or KINDS[slot.kind].open_ended or signed


def _answers(content: Content, seen: State, chair: str, dice: Random) -> list[Sealed]:
    """Guess what others answer to the dilemmas that this chair faces or has answered."""
    faced = [s.subject for s in seen.queue if _faces(s, chair)]
    faced += [sealed.event for sealed in seen.sealed if sealed.chair == chair]
    return [
        Sealed(desk.chair, event, dice.choice(desk.choices).id)
        for event in faced
        for desk in content.events[event].desks
        if desk.chair != chair
    ]


def _faces(slot: Slot, chair: str) -> bool:
    return KINDS[slot.kind].sealed and slot.chair == chair


def _figures(index: Index, seen: State, chair: str, dice: Random) -> dict[str, int]:
    """Return the figures with what is only believed drawn from its range."""
    figures = dict(seen.figures)
    for path, belief in seen.knowledge.get(chair, {}).items():
        low, high = index.bounds[path]
        spread = spread_now(path, belief, seen.turn)
        drawn = belief.estimate + dice.randint(-spread, spread)
        figures[path] = min(max(drawn, low), high)
    return figures

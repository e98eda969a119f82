"""Worlds that a chair may imagine: its view with the unknown filled in, and nothing to come.

What a chair can't see is guessed by its own dice. Events that it has not been shown never happen,
so that no look-ahead learns from the content what the calendar holds.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random

from game.content.records import Bound, Content, Event
from game.rules.index import Index, index_of
from game.rules.state import Belief, Sealed, Slot, State
from game.rules.table.knowledge import spread_now

BOTH_SEE = ("agenda", "table")
UNREACHED = 10_000  # a turn that no game reaches: beliefs of then are never refreshed
ANYTHING = 10**6  # a spread that nothing ever leaves


@dataclass(frozen=True, slots=True)
class Never:
    """A condition that doesn't hold."""

    text: str = "never"

    def bind(self, chair: str, target: str = "") -> Bound:
        """Return a function that says no."""
        return lambda facts, scope: 0

    def reads(self) -> frozenset[str]:
        """Return the names it reads: none."""
        return frozenset()


NEVER = Never()


def muted(content: Content, seen: State, chair: str) -> Content:
    """Return the content in which only the events on the chair's desk can happen."""
    shown = {s.subject for s in seen.queue if s.chair == chair and s.subject in content.events}
    shown |= {sealed.event for sealed in seen.sealed if sealed.chair == chair}
    return _muted(content, tuple(sorted(shown)))


@lru_cache(maxsize=16)
def _muted(content: Content, shown: tuple[str, ...]) -> Content:
    quiet = _quiet(content)
    return replace(content, events={**quiet, **{name: content.events[name] for name in shown}})


@lru_cache(maxsize=4)
def _quiet(content: Content) -> dict[str, Event]:
    """Return every event so that it neither comes up nor is drawn nor follows on anything."""
    return {
        name: replace(event, day=None, first_day=None, last_day=None, weight=0, when=NEVER)
        for name, event in content.events.items()
    }


def imagined(content: Content, seen: State, chair: str, dice: Random) -> State:
    """Return a whole state that a chair's view might be of; `seen` is left as it is."""
    index = index_of(content, seen.scenario)
    world = seen.copy()
    world.seed = dice.getrandbits(64)
    world.scheduled = ()
    world.queue = tuple(s for s in seen.queue if _known(s, chair))
    world.sealed = (*seen.sealed, *_answers(content, seen, chair, dice))
    world.figures = _figures(index, seen, chair, dice)
    world.knowledge = _settled(index)
    return world


def _known(slot: Slot, chair: str) -> bool:
    """Return whether a chair knows enough of a slot to imagine it."""
    signed = slot.kind == "ratify" and bool(slot.subject)
    return slot.chair == chair or slot.kind in BOTH_SEE or signed


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
    return slot.kind == "dilemma" and slot.chair == chair


def _figures(index: Index, seen: State, chair: str, dice: Random) -> dict[str, int]:
    """Return the figures with what is only believed drawn from its range."""
    figures = dict(seen.figures)
    for path, belief in seen.knowledge.get(chair, {}).items():
        low, high = index.bounds[path]
        spread = spread_now(path, belief, seen.turn)
        drawn = belief.estimate + dice.randint(-spread, spread)
        figures[path] = min(max(drawn, low), high)
    return figures


@lru_cache(maxsize=16)
def _settled(index: Index) -> dict[str, dict[str, Belief]]:
    """Return beliefs that need no news: nobody looks at them while a chair imagines."""
    told = Belief(0, ANYTHING, UNREACHED)
    return {chair: dict.fromkeys(index.hidden[chair], told) for chair in index.chairs}

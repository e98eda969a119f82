"""Worlds that a planner imagines: its view with the unknown filled in, and nothing to come.

Events that it has not been shown never happen, so that no look-ahead learns from the content what
the calendar holds.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from random import Random

from game.content.records import Bound, Content, Event, Facts, Row
from game.players.imagining import guessed
from game.rules.index import Index, index_of
from game.rules.state import Belief, State

UNREACHED = 10_000  # a turn that no game reaches: beliefs of then are never refreshed
ANYTHING = 10**6  # a spread that nothing ever leaves


@dataclass(frozen=True, slots=True)
class Never:
    """A condition that doesn't hold."""

    text: str = "never"

    def bind(self, chair: str, target: str = "") -> Bound:
        """Return a function that says no."""
        return lambda facts, scope: 0

    def at_every(
        self, sizes: Sequence[int], chair: str, target: str = ""
    ) -> Callable[[Facts], Row]:
        """Return a function that says no for every size."""
        return lambda facts: (0,) * len(sizes)

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
    """Return a whole state that a chair's view might be of, in which nobody learns anything."""
    index = index_of(content, seen.scenario)
    world = guessed(index, seen, chair, dice)
    world.knowledge = _settled(index)
    return world


@lru_cache(maxsize=16)
def _settled(index: Index) -> dict[str, dict[str, Belief]]:
    """Return beliefs that need no news: nobody looks at them while a chair imagines."""
    told = Belief(0, ANYTHING, UNREACHED)
    return {chair: dict.fromkeys(index.hidden[chair], told) for chair in index.chairs}

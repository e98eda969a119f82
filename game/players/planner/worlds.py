"""Worlds that a planner imagines: its view with the unknown filled in, and nothing to come.

Events that it has not been shown never happen, so that no look-ahead learns from the content what
the calendar holds.
"""

from __future__ import annotations

from functools import lru_cache
from random import Random

from game.players.imagining import guessed
from game.rules.index import Index
from game.rules.quiet import quieted
from game.rules.state import Belief, State

UNREACHED = 10_000  # a turn that no game reaches: beliefs of then are never refreshed
ANYTHING = 10**6  # a spread that nothing ever leaves


def muted(index: Index, seen: State, chair: str) -> Index:
    """Return the tables in which only the events on the chair's desk can happen."""
    shown = {s.subject for s in seen.queue if s.chair == chair and s.subject in index.desks}
    shown |= {sealed.event for sealed in seen.sealed if sealed.chair == chair}
    return quieted(index, tuple(sorted(shown)))


def imagined(index: Index, seen: State, chair: str, dice: Random) -> State:
    """Return a whole state that a chair's view might be of, in which nobody learns anything."""
    world = guessed(index, seen, chair, dice)
    world.knowledge = _settled(index)
    return world


@lru_cache(maxsize=16)
def _settled(index: Index) -> dict[str, dict[str, Belief]]:
    """Return beliefs that need no news: nobody looks at them while a chair imagines."""
    told = Belief(0, ANYTHING, UNREACHED)
    return {chair: dict.fromkeys(index.hidden[chair], told) for chair in index.chairs}

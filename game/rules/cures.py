"""What a chair can do about a figure: the agenda actions that may better it, read from content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from game.content.records import (
    Action,
    BookFlight,
    Content,
    Effect,
    Liner,
    Reboost,
    Recall,
    Shift,
    When,
)
from game.rules.index import Index

STRANDED, SUPPLIES, ALTITUDE = "stranded", "supplies", "altitude"


def cures(index: Index, chair: str, path: str) -> tuple[Action, ...]:
    """Return a chair's actions that may raise a figure, or bring the stranded home, in order."""
    content = index.content
    mine = (a for a in content.actions.values() if not a.chairs or chair in a.chairs)
    return tuple(a for a in mine if any(_helps(content, e, chair, path) for e in _all(a)))


def _all(action: Action) -> Iterator[Effect]:
    yield from _inside(action.effects)
    for outcome in action.outcomes:
        yield from _inside(outcome.effects)


def _inside(effects: Iterable[Effect]) -> Iterator[Effect]:
    for effect in effects:
        if isinstance(effect, When):
            yield from _inside((*effect.then, *effect.otherwise))
        else:
            yield effect


def _helps(content: Content, effect: Effect, chair: str, path: str) -> bool:
    if isinstance(effect, Shift):
        whose = effect.path.replace("self.", f"{chair}.")
        same = path in (whose, f"{chair}.{whose}")
        return same and (not isinstance(effect.by, int) or effect.by > 0)
    if isinstance(effect, Reboost):
        return path == ALTITUDE
    if isinstance(effect, BookFlight):
        vehicle = content.vehicles[effect.vehicle]
        return path == (STRANDED if vehicle.seats else SUPPLIES)
    return path == STRANDED and isinstance(effect, Liner | Recall)

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

AIMS = {"faction": "{}.faction.", "option": "option."}
"""How the figures begin that an action may be aimed at, by what it is aimed at."""

STRANDED, SUPPLIES, ALTITUDE = "stranded", "supplies", "altitude"


def cures(index: Index, chair: str, path: str, *, up: bool = True) -> tuple[Action, ...]:
    """Return a chair's actions that may raise a figure (or lower it, where not `up`), in order.

    The stranded are helped by what brings them home.
    """
    content, way = index.content, 1 if up else -1
    mine = (a for a in content.actions.values() if not a.chairs or chair in a.chairs)
    return tuple(a for a in mine if any(_helps(content, a, e, chair, path, way) for e in _all(a)))


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


def _helps(
    content: Content, action: Action, effect: Effect, chair: str, path: str, way: int
) -> bool:
    if isinstance(effect, Shift):
        whose = effect.path.replace("self.", f"{chair}.")
        aimed = whose == "target" and path.startswith(AIMS.get(action.target, "?").format(chair))
        same = aimed or path in (whose, f"{chair}.{whose}")
        return same and (not isinstance(effect.by, int) or effect.by * way > 0)
    if isinstance(effect, Reboost):
        return path == ALTITUDE
    if isinstance(effect, BookFlight):
        vehicle = content.vehicles[effect.vehicle]
        return path == (STRANDED if vehicle.seats else SUPPLIES if vehicle.supplies else "")
    return path == STRANDED and isinstance(effect, Liner | Recall)

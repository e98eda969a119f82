"""Where a figure settles if nothing else happens: what pulls at it, each by name and up to a most.

What pulls is content (`settles` of a figure), for cohesion the crew's own life; all of it can be
built, and all of it can be lost.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.content.records import Pull
from game.rules.decisions import Line
from game.rules.index import Index
from game.rules.messages import text
from game.rules.people import cohesion
from game.rules.state import State


def rest(index: Index, state: State, path: str) -> int:
    """Return where a figure settles, within its bounds; it stays where nothing pulls at it."""
    pulls = index.pulls.get(path, ())
    if not pulls:
        return state.figures[path]
    low, high = index.bounds[path]
    return max(low, min(high, sum(_points(state, pulls))))


def pulling(index: Index, state: State, path: str) -> tuple[Line, ...]:
    """Return what pulls at a figure, a line each; they sum to where it settles, bounds aside."""
    if path == "cohesion":
        return cohesion.pulling(index.content, state)
    pulls = index.pulls.get(path, ())
    found = zip(pulls, _points(state, pulls), strict=True)
    return tuple(Line(text(pull.name), points) for pull, points in found if points)


def _points(state: State, pulls: Sequence[Pull]) -> list[int]:
    """Return how far each of some pulls draws a figure."""
    found = []
    for pull in pulls:
        points = pull.points if isinstance(pull.points, int) else pull.points.bind("")(state, {})
        found.append(max(-pull.most, min(pull.most, points)))
    return found

"""How much of another side's arithmetic is open to a chair: 0 closed, 1 hinted, 2 rough, 3 open.

It decides how the lines are told, never what they are.
"""

from __future__ import annotations

from game.content.paths import TOPICS
from game.rules.decisions import Line
from game.rules.figures import weight_path
from game.rules.home.cabinet import skill
from game.rules.index import Index
from game.rules.messages import message
from game.rules.state import State
from game.rules.table.worths import believed

CLOSED, HINTED, ROUGH, OPEN = range(4)
LEVEL_OPENS = {"liaison": ROUGH, "director": HINTED, "cold": CLOSED}
ABROAD, WELL_VERSED = "abroad", 4  # the desk that reads the others, and the skill it takes
FRESH, KNOWN = 4, 10  # doubt, in per cent, up to which news counts twice, and once

OF_LEVEL = message("open.level")
OF_NEWS = message("open.news")
OF_ADVISER = message("open.adviser")


def openness(index: Index, seen: State, asker: str, other: str) -> int:
    """Return how open another's arithmetic is to the chair whose view this is."""
    return min(OPEN, sum(line.amount for line in opens(index, seen, asker, other)))


def opens(index: Index, seen: State, asker: str, other: str) -> tuple[Line, ...]:
    """Return what opens another's arithmetic, a line each; past OPEN they add nothing more."""
    lines = (
        Line(OF_LEVEL, LEVEL_OPENS[seen.words["level"]]),
        Line(OF_NEWS, _news(doubt(index, seen, asker, other))),
        Line(OF_ADVISER, int(skill(index, seen, asker, ABROAD) >= WELL_VERSED)),
    )
    return tuple(line for line in lines if line.amount)


def doubt(index: Index, seen: State, asker: str, other: str) -> int:
    """Return in per cent how little is known of what another's leader cares about."""
    ranges = (believed(index, seen, asker, weight_path(other, topic)) for topic in TOPICS)
    return max((high - low + 1) // 2 for low, high in ranges)


def _news(off: int) -> int:
    if off <= FRESH:
        return 2
    return 1 if off <= KNOWN else 0

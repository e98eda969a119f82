"""How two stand to each other: what every offer between them is worth besides its terms."""

from __future__ import annotations

from functools import lru_cache

from game.rules.decisions import Line
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.state import State
from game.rules.table.ladder import pressure
from game.rules.table.marks import SHARED_DAYS, broke, since, slighted, slights, unshared

BROKEN_WEIGHT, BROKEN_MOST = 3, 5  # points for a broken word, and how many of them count
SLIGHT_WEIGHT, SLIGHTS_MOST = 2, 3  # the same for what suited both and was turned down
PATIENCE = 1  # refusals that are borne where nobody leads
MOOD = message("standing.mood")
WALK_AWAY, LEVEL = message("standing.walk_away"), message("standing.level")
STANDING = (
    message("standing.trust"),
    message("standing.broken"),
    message("standing.slighted"),
    MOOD,
    WALK_AWAY,
    message("standing.threat"),
    LEVEL,
)
READY = {"liaison": 3}  # points that every offer is worth more, by level
WALK_POINTS = 20  # points of loss spared that make walking away worth one point


def standing_lines(index: Index, state: State, who: str, *across: str) -> tuple[Line, ...]:
    """Return what every offer from another, or two, is worth besides its terms, line by line."""
    if len(across) > 1:
        rows = _standings(index, state, who, across)
    else:
        rows = list(zip(STANDING, _standing(index, state, who, across[0]), strict=True))
    return tuple(Line(label, amount) for label, amount in rows if amount)


def _standings(
    index: Index, state: State, who: str, both: tuple[str, ...]
) -> list[tuple[Message, int]]:
    """Return what a paper with two others is worth besides its terms.

    What is made of either of them counts by itself; what every paper has counts once, for as many
    days as have passed since the last that was signed with any of them.
    """
    days = min([unshared(state, who, other) for other in both])
    least = min([walk_away(state, who, other) for other in both])
    mood = -max(0, state.figures["tension"] - 50) // 6
    return [
        *(row for other in both for row in _towards(index, state, who, other)),
        (MOOD, share(mood, days)),
        (WALK_AWAY, share(-least, days)),
        (LEVEL, share(READY.get(state.words["level"], 0), days)),
    ]


def _towards(index: Index, state: State, who: str, other: str) -> list[tuple[Message, int]]:
    """Return what a party makes of one of two others."""
    trust, broken, slighted_by, _, _, threat, _ = _standing(index, state, who, other)
    return [
        (message("standing.trust_in", partner=other), trust),
        (message("standing.broken_by", partner=other), broken),
        (message("standing.slighted_by", partner=other), slighted_by),
        (message("standing.threat_of", partner=other), threat),
    ]


def standing(index: Index, state: State, who: str, other: str) -> int:
    """Return what every offer from another is worth besides its terms."""
    return sum(_standing(index, state, who, other))


def _standing(index: Index, state: State, who: str, other: str) -> tuple[int, ...]:
    """Return what every offer from another is worth besides its terms: a figure for STANDING.

    What two make of each other counts once a year, shared among all that they sign in it; a word
    that was broken and an offer that was turned down count each time, and fade in a year.
    """
    figures, days = state.figures, unshared(state, who, other)
    return (
        share((figures[f"{who}.trust.{other}"] - 50) // 4, days),
        _broken(state, other) if figures[f"{other}.broken"] else 0,
        _slighted(index, state, who, other) if slighted(who, other)[0] in state.used else 0,
        share(-max(0, figures["tension"] - 50) // 6, days),
        share(-walk_away(state, who, other), days),
        share(pressure(figures, who, other), days),
        share(READY.get(state.words["level"], 0), days),
    )


def _broken(state: State, other: str) -> int:
    """Return what a partner's broken words take off; the day of the last is known, or it's now."""
    points = -BROKEN_WEIGHT * min(state.figures[f"{other}.broken"], BROKEN_MOST)
    mark = broke(other)
    if mark not in state.used:
        return points
    return share(points, SHARED_DAYS - since(state, mark))


def _slighted(index: Index, state: State, who: str, other: str) -> int:
    """Return what it takes off that another turned down what suited both, beyond what is borne."""
    held = index.content.leaders.get(state.words[f"{who}.leader"])
    over = slights(state, who, other) - (held.patience if held else PATIENCE)
    points = -SLIGHT_WEIGHT * max(0, min(over, SLIGHTS_MOST))
    return share(points, SHARED_DAYS - since(state, slighted(who, other)[0]))


@lru_cache(maxsize=4096)
def share(points: int, days: int) -> int:
    """Return what has grown back of some points in so many days, rounded towards zero."""
    size = abs(points) * days // SHARED_DAYS
    return size if points >= 0 else -size


def walk_away(state: State, who: str, other: str) -> int:
    """Return what having no deal is worth: the less a side would lose by the other, the more."""
    return max(0, (100 - state.figures[f"{who}.loss.{other}"]) // WALK_POINTS)

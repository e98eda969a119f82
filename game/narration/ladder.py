"""Who stands on which rung, how far each could climb, and which way each has moved last."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.past import key
from game.narration.words.times import label
from game.rules.index import Index
from game.rules.state import State
from game.rules.table.ladder import top
from game.text.language import _


@dataclass(frozen=True, slots=True)
class Standing:
    """A partner on the ladder: its rung, its last one, its latest step (1, -1; 0: none) and when.

    `day` is the day of that step, 0 where there was none.
    """

    who: str
    rung: int
    top: int
    step: int
    day: int


def stand(index: Index, seen: State, who: str) -> Standing:
    """Return how a partner stands."""
    days = {by: seen.past.get(key("ladder", who, move), 0) for by, move in MOVES.items()}
    rung = seen.figures[f"{who}.rung"]
    by = max(days, key=lambda way: (days[way], way if rung else -way))  # on the ground: it was down
    step = by if days[by] else 0
    return Standing(who, rung, top(index, who), step, days[by])


MOVES = {1: "climbs", -1: "descends"}


def step_told(index: Index, standing: Standing) -> str:
    """Return which way a partner has moved last and when, or nothing where it never has."""
    if not standing.step:
        return ""
    when = label(index.scenario, standing.day)
    if standing.step > 0:
        return _("stepped up in {when}", when=when)
    return _("stepped down in {when}", when=when)

"""What a chair is rewarded for: by how much a worth has grown since it was rewarded last."""

from __future__ import annotations

from collections.abc import Callable

from game.content.paths import LEGACIES
from game.rules.state import State

Worth = Callable[[State, str], float]
"""What a state is worth to a chair. It is given the whole state: what it reads of what is hidden
from a chair is known to whoever trains it."""

LOWEST, HIGHEST = 0.0, 100.0  # of `legacies`


def legacies(state: State, chair: str) -> float:
    """Return the mean of a chair's four legacies, from 0 to 100."""
    return sum([state.figures[f"{chair}.{legacy}"] for legacy in LEGACIES]) / len(LEGACIES)

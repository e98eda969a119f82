"""What a chair is rewarded for: by how much a worth has grown since it was rewarded last."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.content.paths import LEGACIES
from game.content.records import Content
from game.rules.index import index_of
from game.rules.state import State

Worth = Callable[[State, str], float]
"""What a state is worth to a chair. It is given the whole state: what it reads of what is hidden
from a chair is known to whoever trains it."""

LOWEST, HIGHEST = 0.0, 100.0  # of `legacies`


def legacies(state: State, chair: str, names: Sequence[str] = LEGACIES) -> float:
    """Return the mean of a chair's legacies, from 0 to 100: of the four, or those named."""
    return sum([state.figures[f"{chair}.{name}"] for name in names]) / len(names)


def legacies_of(content: Content, scenario: str) -> Worth:
    """Return the mean of the legacies that a scenario's world has, as a worth."""
    return partial(legacies, names=[one.name for one in index_of(content, scenario).legacies])

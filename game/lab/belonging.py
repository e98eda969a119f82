"""What belongs to a scenario: what isn't kept for another one by its condition."""

from __future__ import annotations

import re
from collections.abc import Iterator

from game.content.records import Expression
from game.rules.index import Index

NAMED = re.compile(r'\bscenario (==|!=) "([^"]*)"')


def belongs(condition: Expression | None, scenario: str) -> bool:
    """Return whether a condition can hold in a scenario, as far as it names scenarios.

    Only what must hold as a whole is judged: an `or` or a `not (` may let it in after all.
    """
    text = condition.text if condition is not None else ""
    if " or " in text or "not (" in text:
        return True
    return all((how == "==") == (name == scenario) for how, name in NAMED.findall(text))


def endings(index: Index) -> Iterator[str]:
    """Yield the endings that a scenario may have."""
    for ending in index.content.endings.values():
        if belongs(ending.when, index.scenario.id):
            yield ending.id

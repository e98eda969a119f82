"""A scenario in which nothing comes up but what is shown: for those who look ahead."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import lru_cache

from game.content.records import Event, Facts
from game.rules.index import Index


@lru_cache(maxsize=64)
def quieted(index: Index, shown: tuple[str, ...]) -> Index:
    """Return the tables of a scenario whose other events neither come up nor follow on anything."""
    known = {name: index.conditions[name] for name in shown if name in index.conditions}
    barred = {name: _never for name in index.content.events if name not in shown}
    return replace(
        index,
        dated=_only(index.dated, shown),
        drawn=_only(index.drawn, shown),
        conditions=barred | known,
    )


def _never(facts: Facts, scope: Mapping[str, int]) -> int:
    """Say no: a condition that doesn't hold."""
    return 0


def _only(
    table: Mapping[int, tuple[Event, ...]], shown: tuple[str, ...]
) -> dict[int, tuple[Event, ...]]:
    """Return, by turn, the events on show, where there are any."""
    found = {turn: tuple(e for e in events if e.id in shown) for turn, events in table.items()}
    return {turn: events for turn, events in found.items() if events}

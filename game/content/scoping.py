"""Worlds: which of all that the packs define belongs to a scenario.

A pack names its world, and what stands in the pack lives in that world alone, with what the
packs of the world borrow from others. So a scenario of 1975 and one of 2022 don't meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from game.content.records import Content
from game.content.records.content import STATION

FIELDS = (
    "partners", "factions", "leaders", "people", "vehicles", "events", "actions", "clauses",
    "options", "endings", "slides", "scenes", "codex", "flags", "lessons", "advisers", "voices",
    "pads", "modules", "votes", "grievances", "rungs", "accidents", "figures", "patterns",
    "measures", "own_worlds",
)  # fmt: skip
"""The fields of `Content` that a world has of its own; sources and scenarios are everybody's."""


def in_order(content: Content) -> tuple[str, ...]:
    """Return the scenarios as they are offered: by their place, then by id."""
    return tuple(sorted(content.scenarios, key=lambda id_: (content.scenarios[id_].first, id_)))


def tutorial(content: Content) -> str:
    """Return the first scenario that teaches, empty if none does."""
    found = (id_ for id_ in in_order(content) if scoped(content, id_).lessons)
    return next(found, "")


def scoped(content: Content, scenario: str) -> Content:
    """Return the content that belongs to a scenario's world; the same one when asked again."""
    chosen = content.scenarios.get(scenario)
    if chosen is None or content.world or len(content.worlds) < 2:
        return content
    return _of_world(content, chosen.world)


@lru_cache(maxsize=16)
def _of_world(content: Content, world: str) -> Content:
    held = content.worlds.get(world, frozenset())
    tables: dict[str, Any] = {name: _only(getattr(content, name), name, held) for name in FIELDS}
    own = tables["figures"].values() if world != STATION else ()
    had = frozenset(figure.path for figure in own)
    usual = {id_: one for id_, one in content.figures.items() if one.usual}
    tables["figures"] = usual | tables["figures"]
    inherited = {id_: one for id_, one in content.own_worlds.items() if one.usual}
    tables["own_worlds"] = inherited | tables["own_worlds"]
    return replace(content, world=world, had=had, **tables)


def _only(
    table: Mapping[str, object], field: str, held: Iterable[tuple[str, str]]
) -> dict[str, object]:
    return {id_: record for id_, record in table.items() if (field, id_) in held}

"""Worlds: which of all that the packs define belongs to a scenario.

A pack names its world, and what stands in the pack lives in that world alone, with what the
packs of the world borrow from others. So a scenario of 1975 and one of 2022 don't meet.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from functools import lru_cache
from typing import Any

from game.content.findings import Finding, did_you_mean, finding
from game.content.objects import Objects
from game.content.packs import Pack
from game.content.records import Content

FIELDS = (
    "partners", "factions", "leaders", "people", "vehicles", "events", "actions", "clauses",
    "options", "endings", "slides", "codex", "flags", "lessons", "advisers", "voices", "pads",
    "rungs", "accidents",
)  # fmt: skip
"""The fields of `Content` that a world has of its own; sources and scenarios are everybody's."""


def worlds_of(objects: Objects, fields: Mapping[str, str]) -> dict[str, frozenset[tuple[str, str]]]:
    """Return, by world, the (field, id) of all that lives in it; `fields` are by kind."""
    worlds = {pack.id: pack.info.world for pack in objects.packs}
    found: dict[str, set[tuple[str, str]]] = {world: set() for world in worlds.values()}
    for one in objects.each():
        if one.kind in fields:
            found[worlds[one.pack]].add((fields[one.kind], one.id))
    for pack in objects.packs:
        for kind, _, id_ in borrowed(objects, pack):
            if id_ and kind in fields:
                found[pack.info.world].add((fields[kind], id_))
    return {world: frozenset(held) for world, held in found.items()}


def borrowed(objects: Objects, pack: Pack) -> Iterator[tuple[str, int, str]]:
    """Yield kind, place and id (empty: there is none) of what a pack borrows."""
    for kind, names in pack.info.borrows.items():
        for place, name in enumerate(names):
            yield kind, place, objects.find((kind,), name, pack.id) or ""


def check(objects: Objects) -> Iterator[Finding]:
    """Yield what packs borrow that isn't there."""
    for pack in objects.packs:
        for kind, place, id_ in borrowed(objects, pack):
            if not id_:
                name = pack.info.borrows[kind][place]
                hint = did_you_mean(name, objects.named.get(kind, ()))
                said = f'there is no {kind.replace("_", " ")} "{name}" to borrow'
                yield finding("E040", pack.mark("borrows", kind, place), said, hint)


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
    return replace(content, world=world, **tables)


def _only(
    table: Mapping[str, object], field: str, held: Iterable[tuple[str, str]]
) -> dict[str, object]:
    return {id_: record for id_, record in table.items() if (field, id_) in held}

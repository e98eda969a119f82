"""Which objects live in which world, and what packs borrow from the packs of another."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from game.content.findings import Finding, finding
from game.content.objects import Objects
from game.content.packs import Pack
from game.text.near import did_you_mean


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

"""Who wrote what: each field of an object with its pack and place, and what patches did to it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from game.content.checking import Defined
from game.content.findings import Mark
from game.content.nodes import Joined, Node, Scalar
from game.content.objects import Objects
from game.content.patching.changes import Change, overlap
from game.content.patching.steps import find, known_at, leaves
from game.content.patching.telling import told

_NAMED = re.compile(r"(?:([a-z][a-z0-9_]*):)?([a-z_]+)/([A-Za-z][A-Za-z0-9_-]*)(?:\.(.+))?")


MOST = 12  # names of what there is


@dataclass(frozen=True, slots=True)
class Named:
    """An object as somebody asks for it: `pack:kind/id`, with the path of a field or without."""

    kind: str
    id: str
    path: str = ""


@dataclass(frozen=True, slots=True)
class Field:
    """A field as it is now: who wrote it where, what patches did to it, and what was there first.

    `first` and `first_mark` are of before any patch, None where there was nothing. A field that was
    taken out has no `value`. A condition that was joined has the `parts` it is made of, each with
    its pack and place.
    """

    path: str
    value: str
    pack: str
    mark: Mark
    changes: tuple[Change, ...] = ()
    first: str | None = None
    first_mark: Mark | None = None
    parts: tuple[tuple[str, str, Mark], ...] = ()


def named(objects: Objects, text: str) -> Named | None:
    """Return which object a text names, and the path behind it; None where it names none."""
    match = _NAMED.fullmatch(text)
    if match is None:
        return None
    pack, kind, id_, path = match.groups()
    whole = objects.qualified(pack, id_) if pack else id_
    return Named(kind, whole, path or "")


def known(objects: Objects) -> Iterator[str]:
    """Yield every object as it is named, those that were taken out too."""
    for one in (*objects.each(), *objects.unpatched.values()):
        yield f"{one.pack}:{one.kind}/{one.id.rpartition(':')[2]}"


def fields(objects: Objects, one: Named) -> list[Field]:
    """Return the fields at and below a path; without one, those that patches wrote.

    Raises KeyError where there is no such object or nothing at the path, with what there is.
    """
    defined = objects.of(one.kind).get(one.id)
    if defined is None:
        raise KeyError(one.id)
    changes = objects.changes(one.kind, one.id)
    found = find(defined.node, one.path)
    gone = [x for x in changes if x.operation == "remove" and overlap(x.field, one.path)]
    if found.rest and not gone:
        there = [x for x in known_at(found.node) if x != one.kind]
        raise KeyError(", ".join(there[:MOST]))
    label = ".".join(found.labels)
    fields = [
        _field(objects, defined, path, node)
        for path, node in leaves(defined.node)
        if not found.rest
        and (overlap(path, label) if label else any(overlap(path, x.field) for x in changes))
    ]
    return [*fields, *(_gone(objects, defined, x) for x in gone)]


def _gone(objects: Objects, defined: Defined, change: Change) -> Field:
    """Return a field that was taken out."""
    first = find(objects.unpatched[defined.kind, defined.id].node, change.field)
    place = None if first.rest else first.node.mark
    return Field(change.field, "", change.pack, change.mark, (change,), change.before, place)


def _field(objects: Objects, defined: Defined, path: str, node: Node) -> Field:
    changes = [x for x in objects.changes(defined.kind, defined.id) if overlap(x.field, path)]
    before = objects.unpatched.get((defined.kind, defined.id))
    first = find(before.node, path) if before else None
    there = first.node if first and not first.rest else None
    parts = tuple(_part(objects, one) for one in node.parts) if isinstance(node, Joined) else ()
    return Field(
        path, told(node), _writer(objects, node), node.mark, tuple(changes),
        told(there) if there else None, there.mark if there else None, parts,
    )  # fmt: skip


def _writer(objects: Objects, node: Node) -> str:
    return objects.written_by.get(node.source.name, "")


def _part(objects: Objects, one: Scalar) -> tuple[str, str, Mark]:
    return told(one), _writer(objects, one), one.mark

"""Paths by ids: from `desks.nasa.choices.freeze.capital` to a place in what was read.

A step of a map is a key. A step of a list is what one of its items is known by: a scalar's own
value; what a map says under one of `KNOWN_BY`; for an effect its name, which the path then names
as a key; and for any map some of its scalars, as in `date=2022-04,chair=nasa`. Keys and ids may
hold dots: the longest that is there is meant.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from game.content.effects import EFFECTS
from game.content.nodes import Mapping, Node, Scalar, Sequence
from game.content.walk import Loc

KNOWN_BY = ("choice", "name", "as", "clause", "at", "since", "date", "partner")
"""Keys under which a map in a list says what it is."""


@dataclass(frozen=True, slots=True)
class Found:
    """How far a path leads: the place and what is there, and the rest that isn't there.

    `labels` are the steps by ids; `rivals` what several items are known by that it may mean.
    """

    loc: Loc
    labels: tuple[str, ...]
    node: Node
    rest: str = ""
    rivals: tuple[str, ...] = ()


def find(node: Node, path: str) -> Found:
    """Return how far a path leads."""
    found = Found((), (), node, path)
    while found.rest:
        further = _step(found)
        if further is None:
            return found
        if further.rivals:
            return further
        found = further
    return found


def _step(found: Found) -> Found | None:
    if isinstance(found.node, Mapping):
        key = longest(found.node.values, found.rest)
        if key:
            rest = found.rest[len(key) + 1 :]
            return Found((*found.loc, key), (*found.labels, key), found.node.values[key], rest)
    return _item(found, found.node) if isinstance(found.node, Sequence) else None


def longest(keys: Iterable[str], path: str) -> str:
    """Return the longest of some keys that a path begins with, or nothing."""
    able = [key for key in keys if path == key or path.startswith(f"{key}.")]
    return max(able, key=len, default="")


def _item(found: Found, several: Sequence) -> Found | None:
    """Return the item of a list that a path goes on to; those that it may mean as rivals."""
    taken = [_taken(item, found.rest) for item in several.items]
    most = max((length for length, _ in taken), default=0)
    able = [n for n, (length, _) in enumerate(taken) if length == most] if most else []
    if len(able) > 1:
        rivals = tuple(label(several.items[n]) for n in able)
        return Found(found.loc, found.labels, several, found.rest, rivals)
    for n in able:
        rest = found.rest if taken[n][1] else found.rest[most + 1 :]
        labels = (*found.labels, *_known(several, n))
        return Found((*found.loc, n), labels, several.items[n], rest)
    return None


def _known(several: Sequence, n: int) -> tuple[str, ...]:
    """Return what an item is known by; nothing for the only effect of its sort in a list."""
    item = several.items[n]
    if not is_effect(item):
        return (label(item),)
    assert isinstance(item, Mapping)
    kind = next(iter(item.values))
    alike = [one for one in several.items if isinstance(one, Mapping) and kind in one.values]
    return (label(item),) if len(alike) > 1 else ()


def is_effect(item: Node) -> bool:
    """Return whether an item of a list is an effect."""
    return isinstance(item, Mapping) and next(iter(item.values), "") in EFFECTS


def _taken(item: Node, path: str) -> tuple[int, bool]:
    """Return how many signs of a path an item answers to, and whether by a key of its own."""
    if isinstance(item, Scalar):
        return len(longest({scalar_told(item)}, path)), False
    if not isinstance(item, Mapping):
        return 0, False
    known = (item.values.get(key) for key in KNOWN_BY)
    names = {scalar_told(one) for one in known if isinstance(one, Scalar)}
    by_name = max(len(longest(names, path)), _pairs_taken(item, path))
    by_key = len(longest(item.values, path)) if is_effect(item) else 0
    return max(by_name, by_key), by_key > by_name


def _pairs_taken(item: Mapping, path: str) -> int:
    """Return how many signs of a path are `key=value` of an item, joined by commas."""
    best = 0
    for pair in _pairs(item):
        if not path.startswith(pair):
            continue
        after = path[len(pair) : len(pair) + 1]
        if after in ("", "."):
            best = max(best, len(pair))
        elif after == "," and (more := _pairs_taken(item, path[len(pair) + 1 :])):
            best = max(best, len(pair) + 1 + more)
    return best


def _pairs(item: Mapping) -> Iterator[str]:
    """Yield what the scalars of a map say, and those of an effect's own map."""
    for key, value in item.values.items():
        if isinstance(value, Scalar):
            yield f"{key}={scalar_told(value)}"
        elif isinstance(value, Mapping) and key in EFFECTS:
            yield from _pairs(value)


def label(item: Node) -> str:
    """Return what an item of a list is known by; for one without an id, some of its scalars."""
    if isinstance(item, Scalar):
        return scalar_told(item)
    if not isinstance(item, Mapping):
        return ""
    for key in KNOWN_BY:
        if isinstance(one := item.values.get(key), Scalar):
            return scalar_told(one)
    return next(_pairs(item), next(iter(item.values), ""))


def known_at(node: Node) -> tuple[str, ...]:
    """Return the steps that lead on from a place."""
    if isinstance(node, Sequence):
        return tuple(label(item) for item in node.items)
    return tuple(node.values) if isinstance(node, Mapping) else ()


def scalar_told(one: Scalar) -> str:
    """Return a scalar as content writes it."""
    words = {True: "true", False: "false", None: "null"}
    if one.value is None or isinstance(one.value, bool):
        return words[one.value]
    return str(one.value)


def leaves(root: Mapping) -> Iterator[tuple[str, Node]]:
    """Yield path and value of all that an object says: of lists whose items have no path, whole."""
    kind = next(iter(root.values))
    for key, value in root.values.items():
        if key != kind:
            yield from _leaves(root, (key,), key, value)


def _leaves(root: Mapping, loc: Loc, path: str, node: Node) -> Iterator[tuple[str, Node]]:
    inner = list(_inner(root, loc, path, node))
    if not inner:
        yield path, node
    for step, further, value in inner:
        yield from _leaves(root, (*loc, step), further, value)


def _inner(root: Mapping, loc: Loc, path: str, node: Node) -> Iterator[tuple[str | int, str, Node]]:
    """Yield step, path and value of what stands in a map or list, if a path leads to all of it."""
    if isinstance(node, Mapping):
        for key, value in node.values.items():
            yield key, f"{path}.{key}", value
    elif isinstance(node, Sequence):
        found = [_path_to(root, (*loc, n), path, item) for n, item in enumerate(node.items)]
        if all(found):
            yield from zip(range(len(found)), found, node.items, strict=True)


def _path_to(root: Mapping, loc: Loc, path: str, item: Node) -> str:
    """Return a path that leads to an item of a list and nowhere else; nothing where none does."""
    pairs = ",".join(_pairs(item)) if isinstance(item, Mapping) else ""
    through = next(iter(item.values)) if isinstance(item, Mapping) and is_effect(item) else ""
    for known in (through, label(item), pairs):
        found = find(root, f"{path}.{known}")
        if known and not found.rest and not found.rivals:
            if found.loc == loc:
                return f"{path}.{known}"
            if known == through and found.loc == (*loc, through):
                return path
    return ""

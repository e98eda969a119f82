"""Nodes with something changed in them: copies along the way, so that nothing read is touched."""

from __future__ import annotations

from collections.abc import Callable

from game.content.nodes import Mapping, Node, Scalar, Sequence
from game.content.walk import Loc

Edit = Callable[[Node], Node | None]
"""Returns what stands in the place of a node; None takes it out."""


def edited(root: Mapping, loc: Loc, edit: Edit) -> Mapping:
    """Return a map with what stands at a place edited."""
    found = _edited(root, loc, edit)
    assert isinstance(found, Mapping)
    return found


def _edited(node: Node, loc: Loc, edit: Edit) -> Node | None:
    if not loc:
        return edit(node)
    step, *rest = loc
    if isinstance(node, Mapping):
        changed = _edited(node.values[str(step)], tuple(rest), edit)
        return with_key(node, node.keys[str(step)], changed, str(step))
    assert isinstance(node, Sequence) and isinstance(step, int)
    changed = _edited(node.items[step], tuple(rest), edit)
    if isinstance(changed, Mapping) and not changed.values:  # an effect whose only key is gone
        changed = None
    kept = [] if changed is None else [changed]
    return with_items(node, [*node.items[:step], *kept, *node.items[step + 1 :]])


def with_key(node: Mapping, key: Scalar, value: Node | None, name: str) -> Mapping:
    """Return a map with another value under a key; without the key where the value is None."""
    keys, values = dict(node.keys), dict(node.values)
    if value is None:
        del keys[name], values[name]
    else:
        keys[name], values[name] = key, value
    return Mapping(node.source, node.line, node.column, keys, values)


def with_items(node: Sequence, items: list[Node]) -> Sequence:
    """Return a list with other items."""
    return Sequence(node.source, node.line, node.column, items)


def renamed(node: Mapping, old: str, new: str) -> Mapping:
    """Return a map with a key called otherwise, at its place."""
    keys = {new if key == old else key: one for key, one in node.keys.items()}
    values = {new if key == old else key: one for key, one in node.values.items()}
    return Mapping(node.source, node.line, node.column, keys, values)


def scalar_like(place: Scalar, value: str) -> Scalar:
    """Return a scalar with another text, which stands where another does."""
    return Scalar(place.source, place.line, place.column, value, place.style)

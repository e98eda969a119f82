"""What is left of an object whose form is wrong: its other parts can still be looked at."""

from __future__ import annotations

from difflib import get_close_matches

from pydantic import ValidationError

from game.content.definitions import Definition
from game.content.nodes import Mapping, Node, Sequence, plain, steps_to
from game.content.walk import Loc

CUTS = 30
"""With more mistakes than this an object is given up."""
# What the rest of an object is understood by: without it, what is right would look wrong.
_UNDERSTOOD_BY = (
    "roles", "chairs", "target", "givers", "receivers", "owner", "between", "partner",
)  # fmt: skip


def salvaged(
    model: type[Definition], kind: str, node: Mapping
) -> tuple[Definition, Mapping] | None:
    """Return a model of an object without its wrong parts, and the map without them.

    None when what is left can't be understood by itself.
    """
    for _ in range(CUTS):
        data = {key: value for key, value in plain(node).items() if key != kind}
        try:
            return model.model_validate(data), node
        except ValidationError as refused:
            path = steps_to(node, refused.errors(include_url=False)[0]["loc"])
        if not path or get_close_matches(str(path[0]), _UNDERSTOOD_BY, n=1, cutoff=0.7):
            return None
        node = _mapping_without(node, path)
    return None


def _without(node: Node, path: Loc) -> Node:
    """Return a copy of a list or map without what stands at the end of a path."""
    if isinstance(node, Mapping):
        return _mapping_without(node, path)
    assert isinstance(node, Sequence) and isinstance(path[0], int)
    rest = [_without(node.items[path[0]], path[1:])] if path[1:] else []
    items = [*node.items[: path[0]], *rest, *node.items[path[0] + 1 :]]
    return Sequence(node.source, node.line, node.column, items)


def _mapping_without(node: Mapping, path: Loc) -> Mapping:
    key = str(path[0])
    keys, values = dict(node.keys), dict(node.values)
    if path[1:]:
        values[key] = _without(values[key], path[1:])
    else:
        del keys[key], values[key]
    return Mapping(node.source, node.line, node.column, keys, values)

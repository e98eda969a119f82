"""Values of content on one line, for findings and for who asks what patches did."""

from __future__ import annotations

from json import dumps

from game.content.nodes import Node, Scalar, plain

LONGEST = 60


def told(node: Node) -> str:
    """Return a value on one line, cut short."""
    value = plain(node)
    line = isinstance(node, Scalar) and isinstance(value, str)
    text = f'"{" ".join(value.split())}"' if line else dumps(value, ensure_ascii=False)
    return text if len(text) <= LONGEST else f"{text[: LONGEST - 1]}…"

"""Python's grammar, which expressions borrow, with one addition: `pack:id` is part of a name.

Python reads no colon within a name, so a letter stands for it that it does read there and that
no expression may hold.
"""

from __future__ import annotations

import ast
import re

_COLON = "\u02d0"  # a letter to Python; written texts are ASCII
_PREFIXED = re.compile(r"(?<=[a-z0-9_]):(?=[a-z])")


def flat(text: str) -> str:
    """Return an expression on one line, without blanks around it."""
    return text.strip().replace("\n", " ")


def expression(text: str) -> ast.expr:
    """Return Python's tree of an expression. Raises SyntaxError, or what too deep a one raises."""
    return ast.parse(_PREFIXED.sub(_COLON, flat(text)), mode="eval").body


def decoded(word: str) -> str:
    """Return a name or word of such a tree as it is written."""
    return word.replace(_COLON, ":")


def encoded(word: str) -> str:
    """Return a name or word as such a tree holds it."""
    return word.replace(":", _COLON)


def column(text: str, node: ast.AST) -> int:
    """Return at which sign of a flat expression a part of its tree begins."""
    at: int = getattr(node, "col_offset", 0)
    if ":" not in text:
        return at
    return len(_PREFIXED.sub(_COLON, text).encode()[:at].decode())


def segment(text: str, node: ast.expr) -> str:
    """Return what is written of a part of a flat expression."""
    return decoded(ast.get_source_segment(_PREFIXED.sub(_COLON, text), node) or "")


def written(tree: ast.expr) -> str:
    """Return a tree as an expression is written."""
    return decoded(ast.unparse(tree))

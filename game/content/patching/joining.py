"""Conditions joined as trees, and names in them written as another pack writes them."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable
from typing import Literal

from game.content.expressions.grammar import decoded, encoded, expression, written
from game.content.expressions.screening import unfit

_DOTTED = re.compile(r"[A-Za-z0-9_:.]+")
UNREADABLE = (SyntaxError, ValueError, MemoryError, RecursionError)
Rename = Callable[[str], str]
"""Returns a dotted name, or what a question about the past asks of, as it is to be written."""


def readable(text: str) -> bool:
    """Return whether a text is an expression in form."""
    try:
        return unfit(text) is None and bool(expression(text))
    except UNREADABLE:
        return False


def joined(how: Literal["and", "or"], one: str, other: str) -> str:
    """Return two readable conditions as one that holds if both hold, or if any does."""
    op = ast.And() if how == "and" else ast.Or()
    parts = [part for text in (one, other) for part in _parts(expression(text), type(op))]
    return written(ast.BoolOp(op, parts))


def _parts(tree: ast.expr, op: type[ast.boolop]) -> list[ast.expr]:
    return tree.values if isinstance(tree, ast.BoolOp) and isinstance(tree.op, op) else [tree]


def with_names(text: str, name: Rename, asked: Callable[[str, int, str], str]) -> str:
    """Return an expression with its names, and what it asks of the past by, written otherwise.

    `asked` is given function, place and word. An unreadable text stays as it is.
    """
    if not readable(text):
        return text
    before = expression(text)
    after = _Renaming(name, asked).visit(expression(text))
    return text if ast.dump(before) == ast.dump(after) else written(after)


class _Renaming(ast.NodeTransformer):
    def __init__(self, name: Rename, asked: Callable[[str, int, str], str]) -> None:
        self.name = name
        self.asked = asked

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self._renamed(node)

    def visit_Attribute(self, node: ast.Attribute) -> ast.expr:
        return self._renamed(node)

    def _renamed(self, node: ast.expr) -> ast.expr:
        old = written(node)
        if not _DOTTED.fullmatch(old):
            return node
        new = self.name(old)
        first, *rest = (encoded(part) for part in new.split("."))
        tree: ast.expr = ast.Name(first, ast.Load())
        for part in rest:
            tree = ast.Attribute(tree, part, ast.Load())
        return ast.copy_location(tree, node)

    def visit_Call(self, node: ast.Call) -> ast.expr:
        function = node.func.id if isinstance(node.func, ast.Name) else ""
        for place, argument in enumerate(node.args):
            if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
                argument.value = self.asked(function, place, decoded(argument.value))
            else:
                node.args[place] = self.visit(argument)
        return node

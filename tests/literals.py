"""The literals of Python sources: which look like words for a reader, and whether they are marked.

What is marked stands in a catalogue (`game.text.language`) and is told in the language spoken.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

GAME = Path(__file__).parent.parent / "game"
MARKS = {"_": 1, "N_": 1, "ngettext": 2, "pgettext": 2, "npgettext": 3}
"""What marks words, and how many of its first arguments are words or a context."""
UNREAD = ("Binding", "TypeVar")  # what is called with texts that no player reads
WORD = re.compile(r"[A-Za-z][A-Za-z'’]+")
TITLE = re.compile(r"[A-Z][a-z]+[.:!?]?")


@dataclass(frozen=True, slots=True)
class Literal:
    """A literal: its text, `{}` where an f-string is filled; whether it is marked."""

    line: int
    text: str
    marked: bool
    filled: bool = False

    @property
    def read(self) -> bool:
        """Whether it looks like words: several, one with a capital, one beside what is filled."""
        told = self.text.strip()
        words, several = WORD.findall(told), " " in told and "$" not in told
        return bool(TITLE.fullmatch(told)) or (several and len(words) > (0 if self.filled else 1))


def sources(*rooms: str) -> Iterator[Path]:
    """Yield the modules of some rooms of the game, in order."""
    for room in rooms:
        yield from sorted((GAME / room).rglob("*.py"))


@cache
def literals(source: Path) -> tuple[Literal, ...]:
    """Return a source's literals, without docstrings and annotations."""
    return tuple(_found(ast.parse(source.read_text(encoding="utf-8")), marked=False))


def _found(node: ast.AST, marked: bool) -> Iterator[Literal]:
    match node:
        case ast.Expr(value=ast.Constant()):
            return  # a docstring
        case ast.Constant(value=str(text)):
            yield Literal(node.lineno, text, marked)
        case ast.JoinedStr():
            yield from _joined(node, marked)
        case ast.Call():
            yield from _in_call(node, marked)
        case _:
            for child in _children(node):
                yield from _found(child, marked)


def _children(node: ast.AST) -> Iterator[ast.AST]:
    for field, value in ast.iter_fields(node):
        if field not in ("annotation", "returns"):
            yield from (n for n in (value if isinstance(value, list) else [value])
                        if isinstance(n, ast.AST))  # fmt: skip


def _joined(node: ast.JoinedStr, marked: bool) -> Iterator[Literal]:
    parts = (str(p.value) if isinstance(p, ast.Constant) else "{}" for p in node.values)
    yield Literal(node.lineno, "".join(parts), marked, filled=True)
    for part in node.values:
        if isinstance(part, ast.FormattedValue):
            yield from _found(part.value, marked)


def _in_call(node: ast.Call, marked: bool) -> Iterator[Literal]:
    name = called(node)
    if name in UNREAD:
        return
    yield from _found(node.func, marked)
    for place, argument in enumerate(node.args):
        yield from _found(argument, marked or place < MARKS.get(name, 0))
    for keyword in node.keywords:
        yield from _found(keyword.value, marked)


def called(node: ast.Call) -> str:
    """Return the name of what is called, without whose it is."""
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""

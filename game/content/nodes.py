"""What a content file is made of once read: scalars, lists and maps that know their place."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from functools import cached_property
from itertools import islice
from typing import Any

from game.content.findings import Mark

_BLOCKS = ("|", ">")
_QUOTES = ("'", '"')
_ESCAPED = {"'": ("''",), '"': ('\\"', "\\\\", "\\/")}  # two signs that stand for the second


class TextFile:
    """A file's name (as findings show it) and its text with newlines made `\\n`."""

    def __init__(self, name: str, text: str) -> None:
        """Keep the text; a byte order mark at its head is dropped."""
        self.name = name
        self.text = text.removeprefix("\ufeff").replace("\r\n", "\n")

    @cached_property
    def lines(self) -> list[str]:
        """The lines without their ends."""
        return self.text.split("\n")

    def mark(self, line: int, column: int) -> Mark:
        """Return the mark of a line and column that count from 0."""
        shown = self.lines[line] if line < len(self.lines) else ""
        return Mark(self.name, line + 1, column + 1, shown)

    def mark_at(self, offset: int) -> Mark:
        """Return the mark of an offset into the text."""
        before = self.text[:offset]
        return self.mark(before.count("\n"), offset - (before.rfind("\n") + 1))


@dataclass(slots=True, eq=False)
class Scalar:
    """A text, whole number, yes/no or null; `style` is YAML's (empty for plain)."""

    source: TextFile
    line: int
    column: int
    value: str | int | bool | None
    style: str = ""

    @property
    def mark(self) -> Mark:
        """Where it starts."""
        return self.source.mark(self.line, self.column)

    def mark_inside(self, offset: int) -> Mark:
        """Where a character of the text stands; the start when it can't be told.

        A text over several lines is folded in reading, but what isn't blank stays in order.
        """
        mark = self.mark
        start = self.column + (self.style in _QUOTES)
        text = str(self.value)
        if mark.text_line[start : start + len(text)] == text:
            return mark.moved(start - self.column + offset)
        wanted = [sign for sign in text[: offset + 1] if not sign.isspace()]
        signs = list(islice(self._signs(), len(wanted)))
        if not wanted or [sign for sign, _, _ in signs] != wanted:
            return mark
        return self.source.mark(*signs[-1][1:])

    def _signs(self) -> Iterator[tuple[str, int, int]]:
        """Yield what isn't blank of the text as written, with line and column from 0."""
        quoted = self.style in _QUOTES
        first = self.line + (self.style in _BLOCKS)
        for line in range(first, len(self.source.lines)):
            written = self.source.lines[line]
            column = self.column + quoted if line == self.line else 0
            while column < len(written):
                column += quoted and written[column : column + 2] in _ESCAPED[self.style]
                if not written[column].isspace():
                    yield written[column], line, column
                column += 1


@dataclass(slots=True, eq=False)
class Joined(Scalar):
    """A condition made of others, which stand in places of their own; it stands with the last."""

    parts: tuple[Scalar, ...] = ()


@dataclass(slots=True, eq=False)
class Sequence:
    """A list of nodes."""

    source: TextFile
    line: int
    column: int
    items: list[Node] = field(default_factory=list)

    @property
    def mark(self) -> Mark:
        """Where it starts."""
        return self.source.mark(self.line, self.column)


@dataclass(slots=True, eq=False)
class Mapping:
    """A map from texts to nodes; `keys` holds the keys' own places."""

    source: TextFile
    line: int
    column: int
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, Node] = field(default_factory=dict)

    @property
    def mark(self) -> Mark:
        """Where it starts."""
        return self.source.mark(self.line, self.column)


Node = Scalar | Sequence | Mapping


def plain(node: Node | None) -> Any:
    """Return the node as plain maps, lists and scalars."""
    if isinstance(node, Mapping):
        return {key: plain(value) for key, value in node.values.items()}
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return node.value if node is not None else None


def steps_to(node: Node, loc: Iterable[str | int]) -> tuple[str | int, ...]:
    """Return the steps of a place that lead somewhere in what was read."""
    steps: list[str | int] = []
    for step in loc:
        if isinstance(node, Mapping) and step in node.values:
            node = node.values[str(step)]
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            continue
        steps.append(step)
    return tuple(steps)


def at(node: Node, steps: Iterable[str | int]) -> Node:
    """Return what stands at a place. Raises KeyError or IndexError where nothing does."""
    for step in steps:
        if isinstance(node, Mapping):
            node = node.values[str(step)]
        elif isinstance(node, Sequence):
            node = node.items[int(step)]
        else:
            raise KeyError(step)
    return node

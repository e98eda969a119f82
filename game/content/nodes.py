"""What a content file is made of once read: scalars, lists and maps that know their place."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from game.content.findings import Mark


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
        """Where a character of a one-line text stands; the start when it can't be told."""
        mark = self.mark
        start = self.column + (self.style in ("'", '"'))
        text = str(self.value)
        if mark.text_line[start : start + len(text)] != text:
            return mark
        return mark.moved(start - self.column + offset)


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

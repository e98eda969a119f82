"""One finding about content: its code, how grave it is, where it stands, and the way out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Literal

from game.content.codes import CODES
from game.text.counting import counted

Severity = Literal["error", "warning"]

WINDOW = 110
"""Longest piece of a source line that a finding shows, in characters."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a file: line and column count from 1; `text_line` is the line itself."""

    file: str
    line: int
    column: int
    text_line: str = ""

    def moved(self, by: int) -> Mark:
        """Return the mark `by` columns further right on the same line."""
        return Mark(self.file, self.line, self.column + by, self.text_line)

    def __str__(self) -> str:
        """Write it as compilers do: `path:line:column`."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong, or doubtful, in content; `code` is a key of `codes.CODES`.

    `within` is the place in its object, where it is about a part of one.
    """

    code: str
    severity: Severity
    mark: Mark
    message: str
    hint: str = ""
    within: tuple[str | int, ...] = field(default=(), compare=False)

    @property
    def is_error(self) -> bool:
        """Whether content with this finding can't be played."""
        return self.severity == "error"

    def render(self) -> str:
        """Return `path:line:column CODE message; hint`, the source line and a caret."""
        said = f"{self.message}; {self.hint}" if self.hint else self.message
        head = printable(f"{self.mark} {self.code} {said}")
        if not self.mark.text_line.strip():
            return head
        shown, caret = _window(self.mark.text_line, self.mark.column - 1)
        return f"{head}\n    {shown}\n    {' ' * caret}^"

    def to_json(self) -> dict[str, str | int]:
        """Return plain data for `--json`, one flat map."""
        return {
            "code": self.code,
            "severity": self.severity,
            "file": self.mark.file,
            "line": self.mark.line,
            "column": self.mark.column,
            "message": self.message,
            "hint": self.hint,
        }


def printable(text: str) -> str:
    """Return a line with whatever could upset a terminal shown as a dot (tabs as spaces)."""
    spaced = text.replace("\t", " ")
    if spaced.isprintable():
        return spaced
    return "".join(sign if sign.isprintable() else "·" for sign in spaced)


def _window(line: str, column: int) -> tuple[str, int]:
    """Cut a long line around a column; each character takes one place, as the caret does."""
    line = printable(line)
    column = min(column, len(line))
    if len(line) <= WINDOW:
        return line, column
    start = max(0, min(column - WINDOW // 2, len(line) - WINDOW))
    return line[start : start + WINDOW], column - start


def finding(code: str, mark: Mark, message: str, hint: str = "") -> Finding:
    """Make a finding of a registered code; codes in W are warnings, all others errors."""
    if code not in CODES:
        raise KeyError(code)
    return Finding(code, "warning" if code.startswith("W") else "error", mark, message, hint)


def in_order(findings: Iterable[Finding]) -> list[Finding]:
    """Sort by place, then code, and leave out repetitions."""
    unique = dict.fromkeys(findings)
    return sorted(unique, key=lambda f: (f.mark.file, f.mark.line, f.mark.column, f.code))


def errors(findings: Iterable[Finding]) -> list[Finding]:
    """Return those findings that stop content from being played."""
    return [found for found in findings if found.is_error]


def as_json(findings: Sequence[Finding]) -> str:
    """Return all findings as a JSON list."""
    return json.dumps([found.to_json() for found in findings], indent=2, ensure_ascii=False)


def as_text(findings: Sequence[Finding]) -> str:
    """Return all findings for reading, with a closing count."""
    wrong = len(errors(findings))
    count = f"{_count(wrong, 'error')}, {_count(len(findings) - wrong, 'warning')}"
    return "\n".join([*(found.render() for found in findings), count])


def _count(number: int, noun: str) -> str:
    return counted(number, noun) if number else f"no {noun}s"

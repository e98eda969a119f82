"""Lines out, lines in: all that the plain game needs of a terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from contextlib import suppress
from importlib import import_module
from shutil import get_terminal_size
from typing import TextIO

from game.text.cells import wrap
from game.text.inert import inert, steer

USUAL, NARROWEST, WIDEST = 76, 20, 100
PROMPT = "> "
CLEAR = "\x1b[H\x1b[2J\x1b[3J"  # to the top, clear the screen, forget what has scrolled away


class Left(Exception):
    """The player has left the game: by `quit`, or because the input has ended."""


class Console:
    """Says short lines and asks for one at a time."""

    def __init__(self, source: TextIO, target: TextIO) -> None:
        """Read from one stream and write to another; what is read from a pipe is written too."""
        self.source = source
        self.target = target
        self.echoes = not source.isatty()
        self.clears = source.isatty() and target.isatty()
        self.edits = self.clears and source is sys.stdin and target is sys.stdout
        if self.edits:
            with suppress(ImportError):  # input() then edits lines and remembers them
                import_module("readline")

    def say(self, text: str = "") -> None:
        """Say a text: each of its paragraphs in lines as wide as the terminal, or else in one."""
        width = self.width
        for paragraph in text.split("\n\n"):
            told = _printable(paragraph)
            for line in (wrap(told, width) if width else [told]) or [""]:
                self.target.write(f"{line}\n")

    @property
    def width(self) -> int:
        """How many columns a line has; 0 where nothing is broken, as nobody sees lines there."""
        if not self.target.isatty():
            return 0
        return max(NARROWEST, min(WIDEST, get_terminal_size((USUAL, 24)).columns - 1))

    def say_all(self, lines: Iterable[str]) -> None:
        """Say several texts, one after the other."""
        for line in lines:
            self.say(line)

    def clear(self) -> None:
        """Clear what was said, with what has scrolled away, where somebody could read it."""
        if self.clears:
            steer(self.target, CLEAR)

    def ask(self, question: str) -> str:
        """Ask and return the answer without the blanks around it. Raises Left at the end."""
        self.say(question)
        if self.edits:
            return self._edited()
        self.target.write(PROMPT)
        self.target.flush()
        answer = self.source.readline()
        if self.echoes:
            self.target.write(f"{_printable(answer.rstrip())}\n")
        if not answer:
            raise Left
        return answer.strip()

    def _edited(self) -> str:
        """Return a line that could be edited, earlier ones at hand by the arrow keys."""
        try:
            return input(PROMPT).strip()
        except EOFError:
            raise Left from None


def _printable(text: str) -> str:
    """Return a text with what could steer a terminal made visible, and what can't be seen blank."""
    return "".join(letter if letter.isprintable() else " " for letter in inert(text))

"""Text that can't steer a terminal: what controls, hides or turns letters round is made visible.

Names of files and saves, settings, texts of packs and damaged saves may hold anything. Whatever
the command line and the plain game print goes through a `Door`; what only the game itself may
send to a terminal, such as clearing it, goes through `steer`.
"""

from __future__ import annotations

import re
from typing import TextIO

_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # control characters but tab and new line
    "\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069"  # what turns the direction of writing
    "\u180e\u200b\u2028\u2029\u2060-\u2065\u206a-\u206f\ufeff\ufff9-\ufffb"  # invisible
    "\ud800-\udfff\U000e0000-\U000e007f]"  # halves of letters, invisible tags
)


def inert(text: str) -> str:
    """Return a text in which whatever could steer a terminal is written as JSON would, `\\u001b`.

    New lines and tabs stay. What JSON says stays the same JSON.
    """
    return text if text.isascii() and text.isprintable() else _STEERING.sub(_written, text)


def without_steering(text: str) -> str:
    """Return a text without whatever could steer a terminal."""
    return _STEERING.sub("", text)


def one_line(text: str) -> str:
    """Return a text, made inert, that can't pretend to be several lines."""
    return inert(text).replace("\n", "\\u000a").replace("\t", "\\u0009")


def _written(found: re.Match[str]) -> str:
    units = found.group().encode("utf-16-be", "surrogatepass")
    return "".join(f"\\u{units[n]:02x}{units[n + 1]:02x}" for n in range(0, len(units), 2))


class Door:
    """A stream to print to, through which nothing goes that steers a terminal."""

    def __init__(self, stream: TextIO) -> None:
        """Let text through to a stream."""
        self.stream = stream

    def write(self, text: str) -> int:
        """Write a text, made inert."""
        self.stream.write(inert(text))
        return len(text)

    def flush(self) -> None:
        """Send on what has been written."""
        self.stream.flush()

    def isatty(self) -> bool:
        """Return whether the stream is a terminal."""
        return self.stream.isatty()

    def fileno(self) -> int:
        """Return the number of the stream's file. Raises OSError when it has none."""
        return self.stream.fileno()

    @property
    def encoding(self) -> str:
        """How the stream writes letters down."""
        return self.stream.encoding

    @property
    def errors(self) -> str | None:
        """What the stream does with letters that it can't write."""
        return self.stream.errors


def steer(stream: TextIO | Door, controls: str) -> None:
    """Send control characters of the game's own to a terminal, past the door."""
    straight = stream.stream if isinstance(stream, Door) else stream
    straight.write(controls)
    straight.flush()

"""How big records print: in a line, so that a failing test is told in no time and can be read."""

from __future__ import annotations

from typing import Protocol


class Printer(Protocol):
    """What Hypothesis and IPython hand to an object that prints itself."""

    def text(self, obj: str) -> None:
        """Print a text."""

    def break_(self) -> None:
        """Begin another line."""


class Brief:
    """A record that prints as what its `__repr__` says, not field by field."""

    __slots__ = ()

    def __repr__(self) -> str:
        """Return what kind of record it is; most say which one, too."""
        return f"<{type(self).__name__}>"

    def _repr_pretty_(self, printer: Printer, cycle: bool) -> None:
        """Print in a line, for printers that would else go through every field."""
        printer.text(repr(self))

"""What stands on every screen, hidden until the window is too small for the game."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

LEAST = (80, 24)
TEXT = (
    "This window has {width} columns and {height} lines. The game needs {least[0]} by {least[1]}.\n"
    "\nMake the window larger, or press p for the plain game, which fits anywhere; "
    "Ctrl+Q quits."
)


class TooSmall(Widget):
    """Says how large the window is and how large it must be; the styles show and hide it."""

    def render(self) -> Content:
        """Say it."""
        width, height = self.app.size
        return Content(TEXT.format(width=width, height=height, least=LEAST))

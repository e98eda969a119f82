"""The screen's door: of what is drawn, nothing reaches the terminal that steers it."""

from __future__ import annotations

from collections.abc import Sequence

from rich.segment import Segment
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter

from game.text.inert import inert, without_steering


class Inertness(LineFilter):
    """Leaves out of lines what would steer the terminal; it takes no cells there."""

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Return the segments of a line without what steers."""
        if all(inert(text) is text for text, _, _ in segments):
            return segments
        return [Segment(without_steering(s.text), s.style, s.control) for s in segments]


class InertApp(App[None]):
    """An app of which no line steers the terminal."""

    def get_line_filters(self) -> Sequence[LineFilter]:
        """Return what every line goes through before it is drawn."""
        return [*super().get_line_filters(), INERTNESS]


INERTNESS = Inertness()

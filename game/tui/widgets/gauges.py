"""The vital figures: each with its name, a bar, its number and which way it moved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Grid
from textual.content import Content
from textual.message import Message
from textual.widget import Widget

from game.text import cells
from game.tui import ink

WIDE_CELL = 32
LONGEST_BAR = 24


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as a gauge shows it; `share` fills the bar, `moved` is since the turn began.

    `known` says whether it is known how far it has moved.
    """

    path: str
    name: str
    short: str
    value: str
    share: float
    moved: int
    moved_text: str
    good: bool | None
    alarm: bool = False
    known: bool = True


class Gauge(Widget, can_focus=True):
    """One figure; Enter or a click asks why it moved."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "ask", show=False)]

    class Asked(Message):
        """Somebody wants to know why a figure moved."""

        def __init__(self, path: str) -> None:
            """Say which figure."""
            super().__init__()
            self.path = path

    reading: Reading | None = None

    def show(self, reading: Reading) -> None:
        """Show another reading."""
        if reading != self.reading:
            self.reading = reading
            self.set_class(reading.alarm, "-alarm")
            self.refresh()

    def clear(self) -> None:
        """Show nothing."""
        self.reading = None
        self.remove_class("-alarm")
        self.refresh()

    def render(self) -> Content:
        """Draw the figure to the width there is."""
        reading = self.reading
        if reading is None:
            return Content("")
        return drawn(reading, self.size.width)

    def action_ask(self) -> None:
        """Ask why."""
        if self.reading:
            self.post_message(self.Asked(self.reading.path))

    def on_click(self) -> None:
        """Ask why."""
        self.action_ask()


def drawn(reading: Reading, width: int) -> Content:
    """Return a gauge of a width: the figure and its move whole, the name and the bar in the rest.

    A move that there is no room for is told by its arrow alone, a figure is marked as cut.
    """
    name, usual = (reading.name, 17) if width >= WIDE_CELL else (reading.short, 9)
    arrow = ink.arrow(reading.moved) if reading.known else ""
    whole = cells.width(f"{reading.value} {arrow}{reading.moved_text}") <= width
    moved = arrow + reading.moved_text if whole else arrow
    room = width - 1 - cells.width(moved)
    value = cells.cut(cells.pad_left(reading.value, min(7, room)), room)
    spare = max(0, room - cells.width(value) - max(0, 3 - cells.width(moved)))
    called = cells.fit(name, min(max(usual, cells.width(name)), max(0, spare - 1)))
    bar = min(LONGEST_BAR, spare - cells.width(called) - 1)
    return Content.assemble(
        f"{called} " if called else "",
        (ink.bar(reading.share, max(0, bar)), "$text-primary"),
        (f"{value} ", "bold"),
        (moved, ink.tone(reading.good)),
    )


class Gauges(Grid):
    """All vital figures, changed in place."""

    def __init__(self, count: int, *, id: str | None = None) -> None:
        """Hold so many gauges."""
        super().__init__(id=id)
        self._gauges = [Gauge() for _ in range(count)]

    def compose(self) -> ComposeResult:
        """Hold the gauges."""
        yield from self._gauges

    def clear(self) -> None:
        """Show nothing."""
        for gauge in self._gauges:
            gauge.clear()

    def show(self, readings: Sequence[Reading]) -> None:
        """Show readings, one a gauge."""
        for gauge, reading in zip(self._gauges, readings, strict=False):
            gauge.show(reading)

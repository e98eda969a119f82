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
from game.text.language import _
from game.tui import ink

WIDE_CELL = 38
WORDY_CELL = 46  # from here on a move is told by a word too
VALUE = 7  # columns that a figure takes where there is room
LONGEST_BAR = 24
SHORTEST_BAR = 5


@dataclass(frozen=True, slots=True)
class Reading:
    """A figure as a gauge shows it; `share` fills the bar, `moved` is since the turn began.

    `known` says whether it is known how far it has moved, `stood` where it was in the latest turns
    and is, `limits` from where on it is in danger, both as shares of its scale; `past` which of
    those turns were. `due` is the turn in which it will be.
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
    stood: tuple[float, ...] = ()
    past: tuple[bool, ...] = ()
    limits: tuple[float, ...] = ()
    due: str = ""


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
    """Return a gauge of a width: the figure and its move whole; name, trend and bar in the rest.

    A move that there is no room for is told by its arrow alone, a figure is marked as cut.
    """
    name, usual = (reading.name, 17) if width >= WIDE_CELL else (reading.short, 9)
    arrow = ink.arrow(reading.moved) if reading.known else ""
    due = f" !{reading.due}" if reading.due else ""
    whole = cells.width(f"{reading.value} {arrow}{reading.moved_text}{due}") <= width
    moved = arrow + reading.moved_text if whole else arrow
    moved += f" {_word(reading.good)}" if reading.good is not None and width >= WORDY_CELL else ""
    due = due if whole else ""
    room = width - 1 - cells.width(moved + due)
    value = cells.cut(cells.pad_left(reading.value, min(VALUE, room - usual - 2)), room)
    spare = max(0, room - cells.width(value) - max(0, 3 - cells.width(moved)))
    called = cells.fit(name, min(max(usual, cells.width(name)), max(0, spare - 1)))
    return Content.assemble(
        f"{called} " if called else "",
        *_course(reading, max(0, spare - cells.width(called) - 1)),
        (f"{value} ", "bold"),
        (moved, ink.tone(reading.good)),
        (due, "bold $text-error"),
    )


def _word(good: bool | None) -> str:
    return _("better") if good else _("worse")


def _course(reading: Reading, room: int) -> list[tuple[str, str]]:
    """Return how a figure has come about, then how it stands between its ends, as there is room."""
    trend = ink.spark(reading.stood, reading.past, room) if len(reading.stood) > 1 else ""
    left = min(LONGEST_BAR, room - len(trend) - (1 if trend else 0))
    if trend and left < SHORTEST_BAR:
        return [(cells.pad_left(trend, room), "$text-primary")]
    bar = ink.scale(reading.share, reading.limits, max(0, left))
    return [(f"{trend} " if trend else "", "$text-primary"), (bar, "$text-primary")]


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

"""Shares and means as a drawing: a row of bars for each thing, one bar for each line-up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from html import escape

WIDTH, RIGHT = 640, 190
HEAD, BAR, GAP = 16, 13, 9


@dataclass(frozen=True, slots=True)
class Bar:
    """A value, the ends between which it lies for all that was played, and the words beside it."""

    value: float
    low: float
    high: float
    told: str


@dataclass(frozen=True, slots=True)
class Bars:
    """Things with a bar for each line-up, in their order, on a scale from 0 to `most`."""

    title: str
    text: str
    things: tuple[tuple[str, tuple[Bar, ...]], ...]
    most: float


def drawing(bars: Bars, name: str) -> str:
    """Return bars as an SVG element with a title and a description; `name` tells it apart."""
    rows = list(_rows(bars))
    height = sum(HEAD + BAR * len(found) + GAP for _, found in bars.things)
    return "\n".join(
        (
            f'<svg viewBox="0 0 {WIDTH} {max(1, height)}" role="img" class="chart" '
            f'aria-labelledby="t{name} d{name}">',
            f'<title id="t{name}">{escape(bars.title)}</title>',
            f'<desc id="d{name}">{escape(bars.text)}</desc>',
            *rows,
            "</svg>",
        )
    )


def _rows(bars: Bars) -> Iterator[str]:
    top = 0
    for name, found in bars.things:
        yield f'<text class="thing" x="0" y="{top + HEAD - 4}">{escape(name)}</text>'
        for number, bar in enumerate(found):
            yield from _bar(bars, bar, number, top + HEAD + BAR * number)
        top += HEAD + BAR * len(found) + GAP


def _bar(bars: Bars, bar: Bar, number: int, top: int) -> Iterator[str]:
    """Yield a bar, a thin line between its ends, and its words."""
    length, low, high = (_x(bars, value) for value in (bar.value, bar.low, bar.high))
    middle = top + (BAR - 2) / 2
    yield f'<rect class="bar b{number}" x="0" y="{top}" width="{length:.1f}" height="{BAR - 2}"/>'
    yield f'<line class="ends" x1="{low:.1f}" x2="{high:.1f}" y1="{middle}" y2="{middle}"/>'
    start = max(length, high) + 6
    yield f'<text x="{start:.1f}" y="{top + BAR - 3}">{escape(bar.told)}</text>'


def _x(bars: Bars, value: float) -> float:
    """Return how far right a value lies, within the scale."""
    return (WIDTH - RIGHT) * min(max(value / bars.most, 0.0), 1.0) if bars.most else 0.0

"""A chart as a drawing: thin lines, told apart by dashes and names as well as by colour."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from html import escape

from game.report.records import Chart, Series

WIDTH, HEIGHT = 640, 220
LEFT, RIGHT, TOP, BOTTOM = 74, 150, 12, 26
MOST_LABELS = 7
NAME_GAP = 13  # the least distance between two names at the end of their lines


def drawing(chart: Chart, number: int) -> str:
    """Return a chart as an SVG element with a title and a description; `number` tells it apart."""
    parts = (
        f'<svg viewBox="0 0 {WIDTH} {HEIGHT}" role="img" class="chart" '
        f'aria-labelledby="t{number} d{number}">',
        f'<title id="t{number}">{escape(chart.title)}</title>',
        f'<desc id="d{number}">{escape(chart.text)}</desc>',
        *_grid(chart),
        *_bands(chart),
        *_lines(chart),
        "</svg>",
    )
    return "\n".join(parts)


def _x(chart: Chart, place: int) -> float:
    return LEFT + (WIDTH - LEFT - RIGHT) * place / max(1, len(chart.labels) - 1)


def _y(chart: Chart, value: int) -> float:
    span = max(1, chart.high - chart.low)
    return HEIGHT - BOTTOM - (HEIGHT - TOP - BOTTOM) * (value - chart.low) / span


def _grid(chart: Chart) -> Iterator[str]:
    """Yield the scale at the left and the moments below."""
    for value in range(chart.low, chart.high + 1, chart.step):
        y = _y(chart, value)
        yield f'<line class="grid" x1="{LEFT}" x2="{WIDTH - RIGHT}" y1="{y:.1f}" y2="{y:.1f}"/>'
        yield _text(LEFT - 6, y + 4, chart.tick(value), "end")
    every = -(-len(chart.labels) // MOST_LABELS)
    for place in range(0, len(chart.labels), every):
        yield _text(_x(chart, place), HEIGHT - 8, chart.labels[place], "middle")


def _text(x: float, y: float, text: str, anchor: str, kind: str = "") -> str:
    named = f' class="{kind}"' if kind else ""
    return f'<text{named} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(text)}</text>'


def _bands(chart: Chart) -> Iterator[str]:
    """Yield an area for each line that has a band, up along its low ends and back on the high."""
    for number, line in enumerate(chart.series):
        if line.band:
            ends = [(place, low) for place, (low, _) in enumerate(line.band)]
            ends += reversed([(place, high) for place, (_, high) in enumerate(line.band)])
            points = " ".join(f"{_x(chart, p):.1f},{_y(chart, value):.1f}" for p, value in ends)
            yield f'<polygon class="band b{number}" points="{points}"/>'


def _lines(chart: Chart) -> Iterator[str]:
    """Yield each line with its name at its end; the first one is drawn last, on top."""
    heights = _name_heights(chart)
    for number in reversed(range(len(chart.series))):
        line = chart.series[number]
        if line.values:
            points = " ".join(
                f"{_x(chart, place):.1f},{_y(chart, value):.1f}"
                for place, value in enumerate(line.values)
            )
            yield f'<polyline class="line l{number}" points="{points}"/>'
            yield _text(WIDTH - RIGHT + 8, heights[number] + 4, _named(chart, line), "start",
                        f"name n{number}")  # fmt: skip


def _named(chart: Chart, line: Series) -> str:
    return f"{line.name}: {chart.told(line.values[-1])}"


def _name_heights(chart: Chart) -> Sequence[float]:
    """Return where the names stand: at their lines' ends, moved apart where they would touch."""
    ends = [_y(chart, line.values[-1]) if line.values else 0.0 for line in chart.series]
    heights, above = list(ends), -1e9
    for number in sorted(range(len(ends)), key=lambda n: ends[n]):
        heights[number] = above = max(ends[number], above + NAME_GAP)
    below = max(0.0, above - (HEIGHT - BOTTOM)) if heights else 0.0
    return [height - below for height in heights]

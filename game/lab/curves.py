"""The curves of experiments as charts: for each figure a line a line-up, each with its band."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from game.content.records import Content
from game.lab.kept import Kept
from game.lab.measures import Point
from game.lab.report import SHOWN_CURVES
from game.narration.figures import figure_title, figure_words
from game.report.curves import scale_of
from game.report.records import Chart, Series
from game.rules.index import Index, index_of
from game.text.counting import counted

LAST = "end"


def charts(several: Sequence[Kept], names: Sequence[str], content: Content) -> Iterator[Chart]:
    """Yield the charts of the figures that matter most, for experiments under these names."""
    index = index_of(content, several[0].experiment.setup.scenario)
    for path in _paths(index):
        curves = [one.found.curves[path] for one in several]
        yield _chart(content, index, path, dict(zip(names, curves, strict=True)))


def _paths(index: Index) -> Iterator[str]:
    yield from (path for path in SHOWN_CURVES if path in index.bounds)
    for chair in index.chairs:
        yield f"{chair}.mandate"
        yield from (f"{chair}.{legacy.name}" for legacy in index.legacies)
    yield from (f"{a}.trust.{b}" for a in index.chairs for b in index.chairs if a != b)


def _chart(
    content: Content, index: Index, path: str, curves: dict[str, tuple[Point, ...]]
) -> Chart:
    longest = max(map(len, curves.values()))
    labels = (*(str(turn) for turn in range(1, longest)), LAST)
    series = tuple(_series(name, points) for name, points in curves.items())
    found = [end for line in series for ends in line.band for end in ends]
    title, unit = figure_title(content, path), figure_words(content, path).shown
    said = (
        f"{name} went from {unit.told(points[0].middle)} to {unit.told(points[-1].middle)}, where "
        f"of {counted(points[0].games, 'game')} {points[-1].games} were still on"
        for name, points in curves.items()
    )
    scale = scale_of(index.bounds[path], found)
    return Chart(title, path, labels, series, f"{'; '.join(said)}.", *scale, unit=unit)


def _series(name: str, points: Sequence[Point]) -> Series:
    middles = tuple(point.middle for point in points)
    return Series(name, middles, tuple((point.low, point.high) for point in points))

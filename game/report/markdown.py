"""A report as Markdown that also reads well as plain text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from game.report.curves import MINE
from game.report.records import Chart, Decided, Report, Turn, grade_heads
from game.text.cells import pad, width, wrap
from game.text.language import _

WIDTH = 92
STEERING = re.compile(r"([\\`*_\[\]<>|])")
LEADING = re.compile(r"^(\s*)([#+-]|\d+[.)])(?=\s)")


def to_markdown(report: Report) -> str:
    """Return a report as Markdown."""
    return "\n".join(_lines(report)).rstrip() + "\n"


def plain(text: str) -> str:
    """Return a text in which nothing steers Markdown."""
    safe = STEERING.sub(r"\\\1", " ".join(text.split()))
    return LEADING.sub(r"\1\\\2", safe)


def _lines(report: Report) -> Iterator[str]:
    yield f"# {plain(report.title)}"
    yield ""
    yield from _points(report.facts)
    yield from _section(report.headline)
    for paragraph in report.ending:
        yield from (_wrapped(plain(paragraph)), "")
    yield from _section(report.line.heading)
    yield from _legacies(report)
    yield from _section(_("The decisions that moved most"))
    yield from _weighty(report)
    yield from _section(_("How the figures went"))
    yield from (_wrapped(plain(report.line.about)), "")
    yield from _points(chart.text for chart in report.charts)
    yield from _table(_curves(report.charts))
    for title, points in _lists(report):
        yield from _section(title)
        yield from _points(points or (_("None."),))
    yield from _section(_("Turn by turn"))
    for turn in report.turns:
        yield from _turn(turn)


def _lists(report: Report) -> Sequence[tuple[str, Sequence[str]]]:
    return (
        (_("Deals"), report.deals),
        (_("Promises"), report.promises),
        (_("The ladder"), report.ladder),
    )


def _section(title: str) -> tuple[str, ...]:
    return (f"## {plain(title)}", "")


def _wrapped(text: str, lead: str = "") -> str:
    indent = " " * width(lead)
    return "\n".join(wrap(text, WIDTH, first=lead, later=indent, whole_words=True))


def _points(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        yield _wrapped(plain(text), "* ")
    yield ""


def _legacies(report: Report) -> Iterator[str]:
    rows = [grade_heads(plain(report.line.column))]
    rows += [
        (one.chair, one.title, f"{one.points}", f"{one.par}", f"{one.points - one.par:+d}",
         one.letter)
        for one in report.legacies
    ]  # fmt: skip
    return _table(rows)


def _weighty(report: Report) -> Iterator[str]:
    for one in report.weighty:
        yield _wrapped(plain(f"{one.when}, {one.chair}: {one.title}"), "* ")
        yield _wrapped(plain(one.moved), "  ")
        if one.history:
            yield _wrapped(plain(_("History chose: {choice}", choice=one.history)), "  ")
    yield from () if report.weighty else (_("None yet."),)
    yield ""


def _curves(charts: Sequence[Chart]) -> list[tuple[str, ...]]:
    """Return this run's lines as a table, a row for each moment."""
    lines = [(chart, line) for chart in charts for line in chart.series if line.name == _(MINE)]
    rows = [("", *(chart.title for chart, _ in lines))]
    for place, label in enumerate(charts[0].labels if charts else ()):
        cells = (
            chart.told(line.values[place]) if place < len(line.values) else ""
            for chart, line in lines
        )
        rows.append((label, *cells))
    return rows


def _table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Yield a table whose columns stand under one another in plain text too."""
    cells = [[plain(cell) for cell in row] for row in rows]
    widths = [max(width(row[n]) for row in cells) for n in range(len(cells[0]))]
    for number, row in enumerate(cells):
        padded = (pad(cell, room) for cell, room in zip(row, widths, strict=True))
        yield f"| {' | '.join(padded)} |"
        if number == 0:
            yield f"| {' | '.join('-' * max(3, room) for room in widths)} |"
    yield ""


def _turn(turn: Turn) -> Iterator[str]:
    yield f"### {plain(_('{turn}, turn {n}', turn=turn.when, n=turn.number))}"
    yield ""
    if turn.told:
        yield from _points(turn.told)
    if turn.decided:
        yield from (
            _("Decided:"),
            "",
            *(line for one in turn.decided for line in _decided(one)),
            "",
        )
    if turn.record:
        yield from (_("On the record:"), "", *_points(turn.record))


def _decided(one: Decided) -> Iterator[str]:
    yield _wrapped(plain(one.told), "* ")
    yield from (_wrapped(plain(text), "  ") for text in one.led)

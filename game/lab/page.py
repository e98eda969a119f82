"""What kept experiments add up to as one page for a browser, side by side, with pictures.

Nothing is loaded from elsewhere, no script runs, and a table stands beside each picture.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from html import escape
from itertools import count
from math import sqrt

from game.content.records import Content
from game.lab.bars import Bar, Bars, drawing
from game.lab.curves import charts
from game.lab.kept import Kept
from game.lab.measures import Mean
from game.lab.report import mean_text, share_text
from game.narration.figures import figure_title
from game.report import svg
from game.report.page import STYLE, table
from game.report.records import Chart
from game.rules.index import index_of
from game.text.counting import counted

LOOK = """
:root { --d: #7a2f8f; --e: #8a6d00; --f: #555; }
@media (prefers-color-scheme: dark) { :root { --d: #d79be6; --e: #e0c65a; --f: #bbb; } }
.bar, .band { opacity: 0.85; stroke: none; } .band { opacity: 0.16; }
.b0 { fill: var(--a); } .b1 { fill: var(--b); } .b2 { fill: var(--c); } .b3 { fill: var(--d); }
.b4 { fill: var(--e); } .b5 { fill: var(--f); }
.l3 { stroke: var(--d); stroke-dasharray: 10 3 2 3; }
.l4 { stroke: var(--e); stroke-dasharray: 4 2; } .l5 { stroke: var(--f); stroke-dasharray: 1 3; }
.ends { stroke: var(--ink); stroke-width: 1.5; } .chart text.thing { fill: var(--ink); }
"""
SHOWN = 40  # things in a picture; the table has all
ERRORS = 1.96  # standard errors on either side that hold 95 of 100 samples
NAME = 18  # letters of a line-up's name that fit beside a bar
TITLE = "Games of the lab"


def page(several: Sequence[Kept], content: Content) -> str:
    """Return the page of one experiment or several of one scenario."""
    body = "\n".join(_body(several, content))
    title = escape(f"{TITLE}: {several[0].experiment.setup.scenario}")
    return (
        '<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{title}</title>\n<style>{STYLE}{LOOK}</style>\n</head>\n<body>\n"
        f"<header><h1>{title}</h1></header>\n<main>\n{body}\n</main>\n</body>\n</html>\n"
    )


def is_page(text: str) -> bool:
    """Return whether a file's text is a page that was written here."""
    return text.startswith("<!DOCTYPE html>\n<html") and f"<title>{TITLE}" in text[:400]


def names(several: Sequence[Kept]) -> tuple[str, ...]:
    """Return what the experiments are called, each by a name of its own that is short enough."""
    short = [one.name if len(one.name) <= NAME else f"{one.name[: NAME - 1]}…" for one in several]
    alike = {name for name in short if short.count(name) > 1}
    return tuple(
        f"{number}. {name}" if name in alike else name for number, name in enumerate(short, 1)
    )


def _body(several: Sequence[Kept], content: Content) -> Iterator[str]:
    numbers = count()
    yield from _line_ups(several)
    yield from _endings(several, numbers)
    yield from _legacies(several, content, numbers)
    yield from _events(several, numbers)
    yield from _regrets(several, numbers)
    yield from _curves(several, content)


def _line_ups(several: Sequence[Kept]) -> Iterator[str]:
    yield "<h2>What was played</h2>"
    head = ("Line-up", "Players", "Set-up", "Seeds", "Games", "Turns", "Kept to the end", "Minutes")
    yield table(head, [_line_up(name, one) for name, one in _named(several)], words=4)
    yield _quiet(
        "Kept to the end: crewed, the hatches open, at the scenario's last turn. Minutes: how long "
        "a person would take in the chair that can be dismissed. What stands after ± is one "
        "standard error; thin lines in pictures reach over 95 of 100 such samples."
    )


def _line_up(name: str, one: Kept) -> tuple[str, ...]:
    setup, seeds, found = one.experiment.setup, one.experiment.seeds, one.found
    players = ", ".join(f"{chair}: {player}" for chair, player in one.experiment.seats.items())
    asked = f"{setup.chair} can be dismissed, level {setup.level}, {setup.hazards} hazards"
    return (
        name, players, asked, f"{seeds[0]} to {seeds[-1]}", str(found.games),
        mean_text(found.turns), share_text(found.kept), mean_text(found.minutes, 0),
    )  # fmt: skip


def _named(several: Sequence[Kept]) -> Iterable[tuple[str, Kept]]:
    return zip(names(several), several, strict=True)


def _endings(several: Sequence[Kept], numbers: Iterator[int]) -> Iterator[str]:
    """Yield how often each ending came for each line-up."""
    every = dict.fromkeys(ending for one in several for ending in one.found.endings)

    def bars(ending: str) -> tuple[Bar, ...]:
        return tuple(
            _share(name, one.found.endings.get(ending, 0), one.found.games, len(several) > 1)
            for name, one in _named(several)
        )

    shown = tuple((ending or "not over", bars(ending)) for ending in every)
    yield "<h2>Endings</h2>"
    yield from _pictured(
        _bars("How games ended", shown, 1.0),
        ("Ending", *names(several)),
        [
            (ending or "not over", *(_of(one.found.endings.get(ending, 0), one) for one in several))
            for ending in every
        ],
        numbers,
    )


def _share(name: str, times: int, games: int, several: bool) -> Bar:
    """Return the bar of a share of games, with the interval that Wilson gave."""
    share, z = times / games, ERRORS
    middle = (share + z * z / (2 * games)) / (1 + z * z / games)
    half = z * sqrt(share * (1 - share) / games + (z / (2 * games)) ** 2) / (1 + z * z / games)
    told = f"{share:.1%}"
    return Bar(share, middle - half, middle + half, f"{name}: {told}" if several else told)


def _of(times: int, one: Kept) -> str:
    return f"{times} ({times / one.found.games:.1%})"


def _legacies(several: Sequence[Kept], content: Content, numbers: Iterator[int]) -> Iterator[str]:
    """Yield the legacies of each chair at the end, with the mandate."""
    index = index_of(content, several[0].experiment.setup.scenario)
    for chair in index.chairs:
        rows: list[tuple[str, tuple[Mean, ...]]] = [
            (
                figure_title(content, f"{chair}.{legacy.name}", chair),
                tuple(one.found.legacies[chair][legacy.name] for one in several),
            )
            for legacy in index.legacies
        ]
        rows.append(("Mandate", tuple(one.found.mandates[chair] for one in several)))
        shown = tuple(
            (name, tuple(map(_mean, names(several), means, [len(several) > 1] * len(means))))
            for name, means in rows
        )
        yield f"<h2>Legacies: {escape(content.partners[chair].name)}</h2>"
        yield from _pictured(
            _bars(f"Legacies of {chair} at the end", shown, 100.0),
            (
                "Legacy",
                *(f"{name} ({one.experiment.seats[chair]})" for name, one in _named(several)),
            ),
            [(name, *map(mean_text, means)) for name, means in rows],
            numbers,
        )


def _mean(name: str, mean: Mean, several: bool) -> Bar:
    half = ERRORS * (mean.error or 0.0)
    told = mean_text(mean)
    return Bar(
        mean.mean, mean.mean - half, mean.mean + half, f"{name}: {told}" if several else told
    )


def _events(several: Sequence[Kept], numbers: Iterator[int]) -> Iterator[str]:
    """Yield in how many games each event came, the commonest first."""
    every = dict.fromkeys(event for one in several for event in one.found.events)

    def times(event: str, one: Kept) -> int:
        return one.found.events[event].games if event in one.found.events else 0

    order = sorted(every, key=lambda event: -max(times(event, one) for one in several))
    shown = tuple(
        (
            event,
            tuple(
                _share(name, times(event, one), one.found.games, len(several) > 1)
                for name, one in _named(several)
            ),
        )
        for event in order[:SHOWN]
    )
    yield "<h2>Events</h2>"
    yield from _pictured(
        _bars("In how many games an event came", shown, 1.0),
        ("Event", *names(several)),
        [(event, *(_of(times(event, one), one) for one in several)) for event in order],
        numbers,
    )


def _regrets(several: Sequence[Kept], numbers: Iterator[int]) -> Iterator[str]:
    """Yield what choices that were on trial cost beside the best of their card."""
    yield "<h2>Regret of choices</h2>"
    for name, one in _named(several):
        verdicts = sorted(one.found.verdicts.items(), key=lambda pair: -pair[1].regret)
        yield f"<h3>{escape(name)}</h3>" if len(several) > 1 else ""
        if not verdicts:
            yield _quiet("No choices were on trial; play with --trials 2 to try them.")
            continue
        shown = tuple(
            (key, (Bar(v.regret, v.regret, v.regret, f"{v.regret:.2f}, {v.tried} tried"),))
            for key, v in verdicts[:SHOWN]
        )
        most = max(verdict.regret for _, verdict in verdicts)
        yield from _pictured(
            _bars("Points of legacy that a choice costs beside the best of its card", shown, most),
            ("Choice", "Tried", "Best", "Regret"),
            [(key, str(v.tried), str(v.best), f"{v.regret:.2f}") for key, v in verdicts],
            numbers,
        )


def _bars(title: str, things: tuple[tuple[str, tuple[Bar, ...]], ...], most: float) -> Bars:
    """Return bars with a sentence about the first of them."""
    first = (
        f"First {things[0][0]}: {'; '.join(bar.told for bar in things[0][1])}." if things else ""
    )
    return Bars(title, f"{title}, {counted(len(things), 'row')}. {first}".rstrip(), things, most)


def _pictured(
    bars: Bars, head: Sequence[str], rows: Sequence[Sequence[str]], numbers: Iterator[int]
) -> Iterator[str]:
    """Yield a picture with its table."""
    left = "" if len(rows) <= len(bars.things) else f" The table has all {len(rows)}."
    yield (
        f"<figure>{drawing(bars, f'b{next(numbers)}')}<figcaption>{escape(bars.title)}."
        f"{left}{_folded(table(head, rows))}</figcaption></figure>"
    )


def _folded(inner: str) -> str:
    return f"<details><summary>As a table</summary>{inner}</details>"


def _quiet(text: str) -> str:
    return f'<p class="quiet">{escape(text)}</p>'


def _curves(several: Sequence[Kept], content: Content) -> Iterator[str]:
    yield "<h2>How the figures went</h2>"
    yield _quiet(
        "The middle of all games as each turn opens, and at the end; the band holds the middle "
        "half of them. Games that are over count no more."
    )
    yield '<div class="charts">'
    for number, chart in enumerate(charts(several, names(several), content)):
        yield _charted(chart, number)
    yield "</div>"


def _charted(chart: Chart, number: int) -> str:
    def cells(place: int) -> Iterator[str]:
        for line in chart.series:
            yield _three(chart.told, line.values, line.band, place)

    rows = [(label, *cells(place)) for place, label in enumerate(chart.labels)]
    inner = table(("Turn", *(f"{line.name}: low, middle, high" for line in chart.series)), rows)
    return (
        f"<figure><h3>{escape(chart.title)}</h3>{svg.drawing(chart, number)}"
        f"<figcaption>{escape(chart.text)}{_folded(inner)}</figcaption></figure>"
    )


def _three(
    told: Callable[[int], str],
    values: Sequence[int],
    band: Sequence[tuple[int, int]],
    place: int,
) -> str:
    if place >= len(values):
        return ""
    low, high = band[place]
    return f"{told(low)}, {told(values[place])}, {told(high)}"

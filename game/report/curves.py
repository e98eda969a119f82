"""The curves of a run: the main figures turn by turn, beside a run that follows history."""

from __future__ import annotations

from collections.abc import Sequence

from game.content.records import Content, Unit
from game.narration.figures import figure_title, figure_words, told_here
from game.narration.words import rung_told
from game.narration.words.own import phrase
from game.narration.words.times import label
from game.report.records import Chart, Series
from game.rules.calendar import turn_start
from game.rules.index import Index, index_of
from game.rules.rungs import rungs
from game.session import Session
from game.text.language import N_, _
from game.text.lists import parted

MINE = N_("this run")
STORES = ("altitude", "propellant", "supplies")
RUNG_SCALE = (0, 6, 1)
MARKS = 4  # a scale has so many spaces between its marks, or a few more
STEPS = (10, 20, 25, 50)  # tenths of a decade that a mark may step by


def moments(session: Session) -> tuple[str, ...]:
    """Return what the moments of a curve are called: the start, then the end of each turn."""
    scenario = index_of(session.content, session.state.scenario).scenario
    turns = (label(scenario, turn_start(scenario, page.turn)) for page in session.pages)
    return (_("start"), *turns)


def as_in_history(session: Session) -> Session:
    """Return a run of the same set-up in which every chair does what history did, as long."""
    setup = session.setup
    twin = Session(session.content, setup, dict.fromkeys(session.seats, "historical"))
    while not twin.over and (twin.state.turn <= session.state.turn):
        twin.play_one()
    return twin


def values(session: Session, path: str, most: int) -> tuple[int, ...]:
    """Return a figure at the start and at the end of each turn, at most so many values."""
    found = [page.opening[path] for page in session.pages] + [session.state.figures[path]]
    return tuple(found[:most])


def charts(session: Session, chair: str) -> tuple[Chart, ...]:
    """Return the charts of a chair: the main figures, the legacies, the ladder."""
    index = index_of(session.content, session.state.scenario)
    # A run that began at a snapshot has no beginning to set history beside.
    twin = as_in_history(session) if session.opening is None else None
    found = [_figure(session, twin, index, chair, path) for path in _paths(index, chair)]
    return (*found, _ladder(session, index))


def _paths(index: Index, chair: str) -> Sequence[str]:
    others = [other for other in index.chairs if other != chair]
    trust = [f"{other}.trust.{chair}" for other in others]
    own = [f"{chair}.{name}" for name in ("mandate", *(one.name for one in index.legacies))]
    measured = [one.id for one in index.content.measures.values() if one.id == one.pattern]
    wanted = ("tension", "cohesion", *measured, own[0], *trust, *own[1:], *STORES)
    return [path for path in told_here(index, wanted) if path in index.bounds]


def _figure(session: Session, twin: Session | None, index: Index, chair: str, path: str) -> Chart:
    labels = moments(session)
    mine = Series(_(MINE), values(session, path, len(labels)))
    series = [mine]
    if twin is not None:
        series.append(
            Series(phrase(session.content, "chart.twin"), values(twin, path, len(labels)))
        )
    title = figure_title(session.content, path, chair)
    everything = [value for line in series for value in line.values]
    scale = scale_of(index.bounds[path], everything)
    unit = figure_words(session.content, path).shown
    told = _said(session.content, title, unit, labels, series)
    return Chart(title, path, labels, tuple(series), told, *scale, unit=unit)


def scale_of(bounds: tuple[int, int], found: Sequence[int]) -> tuple[int, int, int]:
    """Return a chart's scale and step: points and shares whole, other units where values are.

    Its ends are round, being steps: 1, 2, 2.5 or 5 times a power of ten.
    """
    low, high = bounds if bounds == (0, 100) else (min(found), max(found))
    step = _step(max(1, high - low))
    low = low // step * step
    return low, max(low + step, -(-high // step) * step), step


def _step(span: int) -> int:
    """Return the least round step of which `MARKS` reach over a span."""
    decade = 1
    while True:
        for tenths in STEPS:
            step, rest = divmod(tenths * decade, STEPS[0])
            if not rest and step * MARKS >= span:
                return step
        decade *= 10


def _said(
    content: Content, title: str, unit: Unit, labels: Sequence[str], series: Sequence[Series]
) -> str:
    """Return what a chart shows, in a sentence or two."""
    mine = series[0].values
    high, low = max(mine), min(mine)
    told = _(
        "{figure} began at {start} and stood at {end} in the end; highest {high} ({when_high}), "
        "lowest {low} ({when_low}).",
        figure=title,
        start=unit.told(mine[0]),
        end=unit.told(mine[-1]),
        high=unit.told(high),
        when_high=labels[mine.index(high)],
        low=unit.told(low),
        when_low=labels[mine.index(low)],
    )
    if len(series) == 1:
        return told
    came = unit.told(series[1].values[-1])
    return f"{told} {phrase(content, 'chart.came', value=came)}"


def _ladder(session: Session, index: Index) -> Chart:
    names = session.content.partners
    labels = moments(session)
    series = tuple(
        Series(names[chair].name, values(session, f"{chair}.rung", len(labels)))
        for chair in index.chairs
    )
    told = parted(
        _("{name} ended on rung {rung}", name=line.name, rung=line.values[-1]) for line in series
    )
    path = f"{index.chairs[0]}.rung"
    named = tuple(rung_told(index.content, name) for name in rungs(index.scenario))
    return Chart(
        _("The ladder of leaving"), path, labels, series, f"{told}.", *RUNG_SCALE, rungs=named
    )

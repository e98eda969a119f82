"""Figures: a checked definition becomes what players read, and what bounds one of a world's own."""

from __future__ import annotations

from game.content import records as r
from game.content.compiling import Compiler
from game.content.definitions import figures
from game.content.expressions.library import Library
from game.content.names import measured
from game.content.records.content import BASE
from game.record import replace


def figure(c: Compiler, id_: str, d: figures.Figure) -> r.FigureWords:
    """Return what players read of a figure; the base pack's is the usual one everywhere."""
    return figure_words(c.library, id_, d, usual=c.names.pack == BASE)


def figure_words(library: Library, id_: str, d: figures.Figure, *, usual: bool) -> r.FigureWords:
    """Return what players read of a figure, and what it settles by."""
    pulls = tuple(r.Pull(x.name, library.amount(x.points), x.most) for x in d.settles)
    said = _described(id_, d.path, d)
    return replace(said, settles=pulls, station=d.station, usual=usual)


def _described(id_: str, path: str, d: figures.Described) -> r.FigureWords:
    return r.FigureWords(
        id=id_,
        path=path,
        title=d.title.strip(),
        text=d.text.strip(),
        good=d.good,
        others=d.others or "",
        in_you=d.in_you or "",
        aloud=d.aloud or "",
        gauge=d.gauge or "",
        short=d.short or "",
        called=tuple(d.called),
        elsewhere=d.elsewhere or "",
        shown=r.Unit(**d.shown.model_dump()),
        scale=tuple(d.scale or ()),
        danger=tuple(r.DangerLine(**x.model_dump()) for x in d.danger),
        header=d.header or 0,
    )


def measure(c: Compiler, id_: str, d: figures.Measure) -> r.Measure:
    """Return a figure of a world's own; it opens where it says, or at its lowest."""
    pattern, (low, high) = measured(id_, d.of), d.range
    words = _described(id_, pattern, d)
    worth = d.matters or figures.Matters(topic="peace", points=0)
    return r.Measure(
        id_, pattern, low, high, low if d.opens is None else d.opens,
        replace(words, scale=words.scale or (low, high)), worth.topic, worth.points,
    )  # fmt: skip

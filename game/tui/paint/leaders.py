"""Who holds an office: what it weighs drawn, what it asks for, how it has answered the viewer."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from game.narration.leaders import USUAL, Office, Weight, office
from game.session.answers import answer_lines
from game.text import cells
from game.text.language import _
from game.tui import ink
from game.tui.paint.balance import scale
from game.tui.play import Play

REACH = 90  # per cent either way of what is usual that a scale shows
GAP, LEAST = 1, 3


def office_text(play: Play, chair: str, width: int) -> Content:
    """Return what the viewer knows of an office, its own or another's."""
    return ink.lines(_office(play, chair, width))


def _office(play: Play, chair: str, width: int) -> Iterator[Content]:
    found = office(play.index, play.seen, chair, play.me)
    yield ink.heading(ink.flow(found.holder))
    if found.about:
        yield ink.dim(ink.bullet(found.about, width, "").plain)
    yield from _weights(found, width)
    first, *rest = found.lines
    answers = answer_lines(play.session, play.me, chair) if chair != play.me else ()
    yield from (ink.bullet(line, width) for line in (first, *answers, *rest))


def _weights(found: Office, width: int) -> Iterator[Content]:
    """Yield a scale for each topic, the weightiest first."""
    if not found.weights:
        return
    names = max(cells.width(weight.topic) for weight in found.weights) + GAP
    told = max(cells.width(weight.told) for weight in found.weights) + GAP
    room = width - names - told
    room -= (room + 1) % 2
    if room < LEAST:
        yield ink.dim(_("What it weighs, each as a part of {usual} %.", usual=USUAL))
        rows = (cells.pad(weight.topic, names) + weight.told for weight in found.weights)
        yield from (ink.bullet(row, width, "") for row in rows)
        return
    yield ink.dim(_("What it weighs; in the middle of each line lies {usual} %.", usual=USUAL))
    yield from (_weight(weight, names, room) for weight in found.weights)


def _weight(weight: Weight, names: int, room: int) -> Content:
    at = weight.at - USUAL
    line = scale(at - weight.off, at + weight.off, at, room, REACH)
    told = f"{cells.pad(weight.topic, names)}{line} {weight.told}"
    surely = at - weight.off > 0 or at + weight.off < 0
    return ink.marked(told, line, ink.tone(at > 0) if surely else "")

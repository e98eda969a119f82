"""The ladder with who stands where, and what leaving would cost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from textual.content import Content

from game.narration.leaving import (
    alone_lines,
    how_sure,
    in_short,
    losses,
    rung_lines,
    standing_lines,
    sum_text,
)
from game.narration.words import say
from game.narration.words.own import phrase
from game.narration.years import years_lines, years_texts
from game.rules.decisions import Line
from game.rules.table.ladder import rung_of
from game.text.language import _
from game.tui import ink
from game.tui.paint.ladder import ROOMY, drawn
from game.tui.paint.people import NO_STATION
from game.tui.play import Play

BAR = 10  # cells of a bar of what would be lost


def ladder(play: Play, width: int) -> Content:
    """Return the ladder with what each rung shuts and costs, and who stands on it."""
    return drawn(play, lambda n: tuple(rung_lines(play.index, n)) if n else (), width)


def overview(play: Play, width: int) -> Content:
    """Return the ladder, in full the step ahead of the viewer, then what leaving would cost."""
    key = ("overview", play.content, play.me, width)
    return play.seen.once(key, lambda: _overview(play, width))


def _overview(play: Play, width: int) -> Content:
    ahead = play.viewer.figure("rung") + 1

    def told(number: int) -> Iterable[str]:
        if number == ahead:
            return rung_lines(play.index, number)
        if width < ROOMY:
            return ()
        return (rung_of(play.index, number).text,) if number else ()

    warned = years_texts(play.index, play.seen, play.me)
    parts = [ink.bullet(line, width, "") for line in warned]
    return ink.lines([*parts, drawn(play, told, width), Content(""), *_leaving(play, width)])


def _leaving(play: Play, width: int) -> Iterator[Content]:
    """Yield in short what everybody would lose, each sum with a bar."""
    yield ink.heading(_("What leaving would cost ({key}: all of it)", key="l"))
    for _who, _leaver, asked, lines in losses(play.index, play.seen, play.me):
        lost = sum(line.amount for line in lines)
        points = _("{points} of 100", points=sum_text(lines))
        bar = f"{ink.bar(lost / 100, BAR)} " if width >= ROOMY else ""
        yield ink.pair(asked, f"{bar}{points}", width)
        yield ink.dim(ink.bullet(in_short(play.index, lines), width, "  ").plain)


def stakes(play: Play, width: int) -> Content:
    """Return what everybody would lose, line by line, and where everybody stands."""
    parts = [ink.heading(_("Who stands where"))]
    parts += [Content(line) for line in standing_lines(play.index, play.seen, play.me)]
    years = list(years_lines(play.index, play.seen, play.me))
    parts += [Content(""), ink.heading(_("Promised years"))] if years else []
    parts += [ink.bullet(line, width, "") for line in years]
    for who, _leaver, asked, lines in losses(play.index, play.seen, play.me):
        parts += [Content(""), ink.heading(asked)]
        parts += [_points(play, line, width) for line in lines]
        parts.append(ink.pair(_("in all, of 100"), sum_text(lines), width, "bold"))
        if who != play.me:
            parts.append(ink.dim(how_sure(play.index, lines)))
    return ink.lines(parts)


def _points(play: Play, line: Line, width: int) -> Content:
    off = f" ±{line.spread}" if line.spread else ""
    return ink.pair(f"  {say(play.content, line.label)}", f"{line.amount:+d}{off}", width)


def alone(play: Play, width: int) -> Content:
    """Return what each half could do alone if the viewer let go now."""
    if not play.station:
        return ink.dim(phrase(play.content, NO_STATION))
    found = alone_lines(play.index, play.seen, play.me)
    return ink.lines([ink.bullet(line, width, "") for line in found])

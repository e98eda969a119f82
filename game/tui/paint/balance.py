"""A balance drawn: each side's sum on a scale from far below its line to far above it."""

from __future__ import annotations

from textual.content import Content

from game.narration.balance import REACH, Balance, balances
from game.rules.state import Offer
from game.text import cells
from game.text.language import _
from game.tui import ink
from game.tui.play import Play

AXIS, ZERO, BAND, MARKER, BELOW, ABOVE = "─", "┼", "▒", "█", "<", ">"
MOST = f"+{REACH}"
FINEST = 2 * (2 * REACH) + 1  # cells in which every half point has one
IN_A_LINE = 70  # columns from which a side's words and its scale share a line
SCALE_IN_A_LINE = 23


def place(points: int, width: int, reach: int = REACH) -> int:
    """Return the cell of a sum on a scale of so many cells; beyond its ends the last one."""
    share = (min(max(points, -reach), reach) + reach) / (2 * reach)
    return int(share * (width - 1) + 0.5)


def scale(low: int, high: int, at: int | None, width: int, reach: int = REACH) -> str:
    """Return a scale: zero, the band of what may be, and the middle where one is told."""
    drawn = [AXIS] * width
    if low != high:
        first, last = place(low, width, reach), place(high, width, reach)
        drawn[first : last + 1] = BAND * (last + 1 - first)
    drawn[place(0, width, reach)] = ZERO
    if at is not None:
        beyond = ABOVE if at > reach else BELOW if at < -reach else MARKER
        drawn[place(at, width, reach)] = beyond
    return "".join(drawn)


def _scale(one: Balance, width: int) -> str:
    return scale(one.low, one.high, one.at, width)


def balances_text(play: Play, offer: Offer, width: int) -> Content:
    """Return each side's verdict with its scale, the viewer's first."""
    found = balances(play.index, play.seen, offer, play.me)
    ends = _("{least} {scale} {most}", least=str(-REACH), most=MOST, scale="{scale}")
    beside = cells.width(ends) - len("{scale}")
    if width >= IN_A_LINE:
        room = width - SCALE_IN_A_LINE - beside
        return ink.lines(_in_a_line(one, ends, room) for one in found)
    most = min(FINEST, width - beside)
    return ink.lines(_in_two(one, ends, most - (most + 1) % 2) for one in found)


def _in_two(one: Balance, ends: str, width: int) -> Content:
    """Return a side's words over its scale, where that has room."""
    told = Content.styled(one.told, "bold")
    return ink.lines([told, _scaled(ends, one, _scale(one, width))]) if width > 0 else told


def _in_a_line(one: Balance, ends: str, room: int) -> Content:
    """Return a side's words, and at their right its scale."""
    told = cells.wrap(one.told, room - 1)
    first = "".join(f"{piece}\n" for piece in told[:-1])
    line = _scaled(ends, one, _scale(one, SCALE_IN_A_LINE))
    return Content.assemble((f"{first}{cells.pad(told[-1], room)}", "bold"), line)


def _scaled(ends: str, one: Balance, line: str) -> Content:
    return ink.marked(ends.format(scale=line), line, _tone(one))


def _tone(one: Balance) -> str:
    """Return the colour of a sum that is surely a yes, or surely a no."""
    return ink.tone(True if one.low >= 0 else False if one.high < 0 else None)

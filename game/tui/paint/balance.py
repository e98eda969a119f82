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
FINEST = 2 * (2 * REACH) + 1  # cells in which every half point has one
IN_A_LINE = 70  # columns from which a side's words and its scale share a line
SCALE_IN_A_LINE = 23


def place(points: int, width: int) -> int:
    """Return the cell of a sum on a scale of so many cells; beyond its ends the last one."""
    share = (min(max(points, -REACH), REACH) + REACH) / (2 * REACH)
    return int(share * (width - 1) + 0.5)


def scale(balance: Balance, width: int) -> str:
    """Return a scale: zero, the band of what may be, and the middle where a sum is told."""
    drawn = [AXIS] * width
    first, last = place(balance.low, width), place(balance.high, width)
    if balance.low != balance.high:
        drawn[first : last + 1] = BAND * (last + 1 - first)
    drawn[place(0, width)] = ZERO
    if balance.at is not None:
        drawn[place(balance.at, width)] = _marker(balance.at)
    return "".join(drawn)


def _marker(points: int) -> str:
    return ABOVE if points > REACH else BELOW if points < -REACH else MARKER


def balances_text(play: Play, offer: Offer, width: int) -> Content:
    """Return each side's verdict with its scale, the viewer's first."""
    found = balances(play.index, play.seen, offer, play.me)
    ends = _("{least} {scale} {most}", least=f"{-REACH}", most=f"+{REACH}", scale="{scale}")
    beside = cells.width(ends) - len("{scale}")
    if width >= IN_A_LINE:
        room = width - SCALE_IN_A_LINE - beside
        return ink.lines(_in_a_line(one, ends, room) for one in found)
    most = min(FINEST, width - beside)
    return ink.lines(_in_two(one, ends, most - (most + 1) % 2) for one in found)


def _in_two(one: Balance, ends: str, width: int) -> Content:
    """Return a side's words over its scale."""
    return ink.lines([Content.styled(one.told, "bold"), _scaled(ends, one, scale(one, width))])


def _in_a_line(one: Balance, ends: str, room: int) -> Content:
    """Return a side's words, and at their right its scale."""
    told = cells.wrap(one.told, room - 1)
    first = "".join(f"{piece}\n" for piece in told[:-1])
    line = _scaled(ends, one, scale(one, SCALE_IN_A_LINE))
    return Content.assemble((f"{first}{cells.pad(told[-1], room)}", "bold"), line)


def _scaled(ends: str, one: Balance, line: str) -> Content:
    return ink.marked(ends.format(scale=line), line, _tone(one))


def _tone(one: Balance) -> str:
    """Return the colour of a sum that is surely a yes, or surely a no."""
    return ink.tone(True if one.low >= 0 else False if one.high < 0 else None)

"""The homes drawn: each faction's bench filled for an offer or against it, and what that makes."""

from __future__ import annotations

from textual.content import Content

from game.narration.benches import KEY, Bench, House, houses
from game.narration.home import after_lines, fading_lines
from game.rules.state import Offer
from game.text import cells
from game.text.language import _
from game.tui import ink
from game.tui.play import Play

BLOCKS = {1: "█", -1: "░", 0: "▒"}
ROOMY = 52  # columns from which each faction has a line of its own
GAP = 2


def homes_text(play: Play, offer: Offer, width: int) -> Content:
    """Return how the homes take an offer: benches, sums, what comes of it, what a fall means."""
    found = houses(play.index, play.seen, offer, play.me)
    parts = [Content(line) for line in fading_lines(play.index, play.seen, offer)]
    for house in found:
        parts += _in_lines(house, width) if width >= ROOMY else _in_short(house, width)
    parts.append(ink.dim(_key()))
    parts += [Content(line) for line in after_lines(play.index, play.seen, offer, play.me)]
    return ink.lines(parts)


def homes_in_short(play: Play, offer: Offer, width: int) -> Content:
    """Return in a line or two each what comes of an offer at the homes, and how they fill."""
    found = houses(play.index, play.seen, offer, play.me)
    rows = (
        (h.short, f"{''.join(map(_blocks, h.benches))} {_sum(h)}", _tone(h.total)) for h in found
    )
    return ink.lines(ink.pair(told, filled, width, tone) for told, filled, tone in rows)


def _key() -> str:
    return _(KEY, yes=BLOCKS[1], no=BLOCKS[-1], open=BLOCKS[0])


def _in_lines(house: House, width: int) -> list[Content]:
    """Return a home with a line for each faction."""
    name = max(cells.width(bench.name) for bench in house.benches) + GAP if house.benches else 0
    filled = max((bench.weight for bench in house.benches), default=0) + GAP
    tone = " ".join(filter(None, ("bold", _tone(house.total))))
    rows = [ink.pair(house.told, _sum(house), width, tone)]
    for bench in house.benches:
        row = f"  {cells.pad(bench.name, name)}{cells.pad(_blocks(bench), filled)}{bench.points}"
        rows.append(ink.marked(row, _blocks(bench), ink.tone(bench.way > 0) if bench.way else ""))
    return rows


def _in_short(house: House, width: int) -> list[Content]:
    """Return a home with what comes of the offer and all its benches in few lines."""
    told = ", ".join(f"{bench.name} {_blocks(bench)} {bench.points}" for bench in house.benches)
    head = ink.pair(house.told, _sum(house), width, "bold")
    return [head, ink.bullet(told, width, "  ")] if told else [head]


def _blocks(bench: Bench) -> str:
    return BLOCKS[bench.way] * bench.weight


def _sum(house: House) -> str:
    return f"{house.total:+d}" + (f" ±{house.spread}" if house.spread else "")


def _tone(points: int) -> str:
    return ink.tone(points >= 0)

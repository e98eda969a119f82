"""The table drawn: a tray for what each side gives, what the others ask for, what binds already."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.style import Style

from game.narration.asks import ask_lines
from game.narration.deals import running_told
from game.narration.decisions import offer_lines
from game.narration.trays import Tray, trays
from game.rules.state import Offer
from game.rules.table.sides import others
from game.text import cells
from game.text.language import _
from game.tui import ink
from game.tui.play import Play

LEAST = 15  # columns inside a tray from which trays stand beside each other
EDGE = 3  # columns that each tray takes besides: its left edge and a space at each side


def trays_text(play: Play, offer: Offer, width: int, drops: str = "") -> Content:
    """Return an offer's trays, beside each other where there is room.

    `drops` is the action that a click on a clause takes, with its place: `screen.drop`.
    """
    found = trays(play.index, offer, play.me)
    room = (width - 1) // len(found) - EDGE
    if room < LEAST:
        return _stacked(play, offer, width, drops)
    return _beside(found, [_pieces(tray, room, drops) for tray in found], room)


def _stacked(play: Play, offer: Offer, width: int, drops: str) -> Content:
    """Return a line for each clause, after who does it."""
    told = enumerate(offer_lines(play.content, offer, play.me))
    return ink.lines(_clickable(ink.bullet(text, width, ""), n, drops) for n, text in told)


def _pieces(tray: Tray, room: int, drops: str) -> list[Content]:
    """Return what lies in a tray, line by line."""
    lines = [
        _clickable(Content(piece), place, drops)
        for place, told in tray.terms
        for piece in cells.wrap(told, room, later="  ")
    ]
    return lines or [ink.dim(_("nothing"))]


def _clickable(text: Content, place: int, drops: str) -> Content:
    return text.stylize(Style.from_meta({"@click": f"{drops}({place})"})) if drops else text


def _beside(found: Sequence[Tray], columns: Sequence[list[Content]], room: int) -> Content:
    """Return trays with their frames, those with less in them as deep as the fullest."""
    heads = (cells.fit(tray.title, room) for tray in found)
    rules = (f" {head} {'─' * (room - cells.width(head))}" for head in heads)
    rows = [Content("┌" + "┬".join(rules) + "┐").stylize("$text-primary")]
    for n in range(max(map(len, columns))):
        cellsin = [column[n] if n < len(column) else Content("") for column in columns]
        rows.append(_row(cellsin, room))
    rows.append(Content("└" + "┴".join("─" * (room + EDGE - 1) for _tray in found) + "┘"))
    return ink.lines(rows)


def _row(pieces: Sequence[Content], room: int) -> Content:
    edge, parts = ("│", ink.DIM), list[Content | tuple[str, str] | str]()
    for piece in pieces:
        parts += [edge, " ", piece.pad_right(room - piece.cell_length), " "]
    return Content.assemble(*parts, edge)


def asks_text(play: Play, parties: Sequence[str]) -> list[Content]:
    """Return what the others' offices ask for and what they never sign, a paragraph each."""
    found = (ask_lines(play.index, play.seen, who, play.me) for who in others(parties, play.me))
    return [Content(line) for lines in found for line in lines]


def between_text(play: Play, parties: Sequence[str], width: int) -> list[Content]:
    """Return what runs between some partners already, each paper with when it ends."""
    found = list(running_told(play.index, play.seen, parties, play.me))
    head = [ink.heading(_("In force between you"))] if found else []
    return [*head, *(ink.pair(what, until, width) for what, until in found)]

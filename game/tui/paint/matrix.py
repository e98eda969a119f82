"""A dilemma as a matrix: a column for each own answer, a row for each of theirs."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.narration.compared import Move, move_short
from game.narration.figures import gauge_short, good
from game.narration.matrix import Cell, Reply, matrix
from game.narration.words import say
from game.text import cells
from game.text.language import N_, _
from game.tui import ink
from game.tui.paint.compared import LIT, Choice
from game.tui.play import Play

SUITS = "*"
LEGEND = N_("{mark} suits {name} best, as far as you can see")
LEAST_CELL, WIDEST_CELL = 17, 30
LABEL = 22
LINES = 3  # that an answer of theirs has at most


def matrix_text(play: Play, choices: Sequence[Choice], lit: int, width: int) -> Content:
    """Return the matrix with one own answer lit (-1: none), and what its marks mean."""
    other = _other(play)
    name = play.content.partners[other].name
    many = max(1, min(len(choices), (width - LABEL) // LEAST_CELL))
    cell = min(WIDEST_CELL, (width - LABEL) // many)
    first = max(0, min(lit - many // 2, len(choices) - many))
    shown = range(first, first + many)
    label = max(LABEL, min(width - many * cell, 2 * LABEL))
    replies = _replies(play, choices, other)
    lines = [_head(play, choices, shown, lit, label, cell)]
    for reply in replies:
        lines += _reply(play, reply, shown, lit, label, cell)
    if any(reply.suits for reply in replies):
        lines.append(ink.dim(_(LEGEND, mark=SUITS, name=name)))
    return ink.lines(lines)


def matrix_columns(play: Play, choices: Sequence[Choice]) -> int:
    """Return how many columns the matrix takes at least with all own answers in it."""
    return LABEL + LEAST_CELL * len(choices)


def _other(play: Play) -> str:
    event = play.content.events[play.seen.queue[0].subject]
    return next(chair for chair in event.between if chair != play.me)


def _replies(play: Play, choices: Sequence[Choice], other: str) -> tuple[Reply, ...]:
    """Return the matrix, worked out once for what a chair sees."""
    foreseen = tuple(choice.foreseen for choice in choices)
    key = ("matrix", play.content, play.me, tuple(map(id, foreseen)))
    return play.seen.once(key, lambda: matrix(play.index, play.seen, play.me, other, foreseen))


def _head(
    play: Play, choices: Sequence[Choice], shown: range, lit: int, label: int, cell: int
) -> Content:
    parts: list[Content | tuple[str, str]] = [Content(cells.fit(_("If they choose"), label))]
    for n in shown:
        number = choices[n].number
        told = _("you [{number}]", number=number) if n == lit else _("you {number}", number=number)
        style = ink.DIM if choices[n].locked else "bold"
        parts.append(_fitted(told, cell, f"{style} {LIT}" if n == lit else style))
    return Content.assemble(*parts)


def _reply(
    play: Play, reply: Reply, shown: range, lit: int, label: int, cell: int
) -> list[Content]:
    """Return an answer of theirs with a cell for each own one, as many lines as it takes."""
    lead = f"{SUITS} " if reply.suits else "  "
    told = cells.wrap(say(play.content, reply.choice), label - 3) or [""]
    if len(told) > LINES:
        told = [*told[: LINES - 1], cells.cut(" ".join(told[LINES - 1 :]), label - 3)]
    height = max(len(told), *(len(reply.cells[n]) for n in shown))
    lines = []
    for row in range(height):
        text = told[row] if row < len(told) else ""
        left = cells.fit((lead if row == 0 else "  ") + text, label)
        parts: list[Content | tuple[str, str]] = [(left, "bold" if reply.suits else "")]
        for n in shown:
            move, style = _move(play, reply.cells[n], row, cell)
            parts.append(_fitted(move, cell, f"{style} {LIT}".strip() if n == lit else style))
        lines.append(Content.assemble(*parts))
    return lines


def _move(play: Play, cell: Cell, row: int, width: int) -> tuple[str, str]:
    """Return a line of a cell: a figure in short with its move, and its style."""
    if row >= len(cell):
        return ("." if row == 0 else ""), ink.DIM
    path, move = cell[row]
    amount = move_short(play.index, path, move)
    name = gauge_short(play.content, path, play.me)
    room = max(3, width - cells.width(amount) - 2)
    return f"{cells.cut(name, room)} {amount}", _tone(play, path, move)


def _tone(play: Play, path: str, move: Move) -> str:
    return ink.tone(good(play.content, path, 1 if move.mean > 0 else -1)) if move.mean else ""


def _fitted(text: str, cell: int, style: str) -> tuple[str, str]:
    return f"{cells.fit(text, cell - 1)} ", style

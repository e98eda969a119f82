"""Choices side by side: a row for each figure that one of them moves, a column for each choice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from game.narration.compared import STILL, Move, Row, compared, move_short
from game.narration.figures import figure_title, good, value_text
from game.rules.preview import Preview
from game.text import cells
from game.text.language import N_, _
from game.tui import ink
from game.tui.play import Play

LEAST_LABEL = 24
LEAST_CELL, WIDEST_CELL = 7, 14
BEST = "*"
LEGEND = N_("{mark} does best by this figure")
LIT = "bold on $panel"


@dataclass(frozen=True, slots=True)
class Choice:
    """One column: the number it is chosen by, what it would do, and whether it is locked."""

    number: str
    foreseen: Preview
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """A row in words: what its figure is called, where it stands, each move with its tone."""

    row: Row
    title: str
    value: str
    cells: tuple[tuple[str, str], ...]

    @property
    def wide(self) -> int:
        """How many columns its label takes."""
        return cells.width(f"{self.title} {self.value}") + 1


@dataclass(frozen=True, slots=True)
class Grid:
    """How wide a table's columns are, and which choices have one."""

    label: int
    cell: int  # the room between two columns counted
    shown: range


def comparison(play: Play, choices: Sequence[Choice], lit: int, width: int) -> Content:
    """Return the table with one choice lit (-1: none), and what its best marks mean."""
    told = _told(play, choices)
    odds = [_odds(choice.foreseen) for choice in choices]
    texts = [[text for text, _tone in one.cells] for one in told]
    grid = fitted([one.wide for one in told], [*texts, odds], lit, width)
    lines = [_head(choices, grid, lit)]
    if any(odds[n] for n in grid.shown):
        lines.append(_line(_("Odds, %"), "", [(text, "") for text in odds], grid, lit))
    for one in _shown_first(told, grid):
        lines.append(_line(one.title, one.value, one.cells, grid, lit))
    if not told:
        lines.append(Content(_("Nothing changes at once.")))
    if any(one.row.best for one in told):
        lines.append(ink.dim(_(LEGEND, mark=BEST)))
    return ink.lines(lines)


def columns_of(play: Play, choices: Sequence[Choice]) -> int:
    """Return how many columns the table takes at least with all choices in it."""
    texts = [text for one in _told(play, choices) for text, _tone in one.cells]
    texts += [_odds(choice.foreseen) for choice in choices]
    return LEAST_LABEL + len(choices) * _cell(texts)


def _cell(texts: Iterable[str]) -> int:
    return max(LEAST_CELL, max(map(cells.width, texts), default=0) + 2)


def _shown_first(told: Sequence[Told], grid: Grid) -> list[Told]:
    """Return rows, those first that a column shown moves; else as they stand."""
    return sorted(told, key=lambda one: all(one.row.moves[n] == STILL for n in grid.shown))


def _told(play: Play, choices: Sequence[Choice]) -> tuple[Told, ...]:
    """Return the table's rows in words, which is lit left aside; once for what a chair sees."""
    rows = rows_of(play, choices)
    key = ("told.compared", play.content, play.me, id(rows))
    return play.seen.once(key, lambda: tuple(_in_words(play, row) for row in rows))


def _in_words(play: Play, row: Row) -> Told:
    title, value = _label(play, row)
    tones = [_tone(play, row.path, move) for move in row.moves]
    return Told(row, title, value, tuple(zip(_cells(play, row), tones, strict=True)))


def rows_of(play: Play, choices: Sequence[Choice]) -> tuple[Row, ...]:
    """Return the table's rows, worked out once for what a chair sees."""
    foreseen = tuple(choice.foreseen for choice in choices)
    key = ("compared", play.content, play.me, tuple(map(id, foreseen)))
    return play.seen.once(key, lambda: compared(play.index, play.seen, play.me, foreseen))


def fitted(labels: Sequence[int], told: Sequence[Sequence[str]], lit: int, width: int) -> Grid:
    """Return columns that fit a width; where not all choices do, those around the lit one."""
    count = len(told[0])
    cell = _cell(text for texts in told for text in texts)
    wanted = max([LEAST_LABEL, *labels])
    if wanted + count * cell <= width:
        return Grid(wanted, min(WIDEST_CELL, (width - wanted) // count), range(count))
    many = max(1, min(count, (width - LEAST_LABEL) // cell))
    first = max(0, min(lit - many // 2, count - many))
    return Grid(max(0, width - many * cell), cell, range(first, first + many))


def _label(play: Play, row: Row) -> tuple[str, str]:
    """Return what a row's figure is called, and where it stands."""
    value = value_text(play.content, row.path, play.seen.figures[row.path], play.rungs)
    return figure_title(play.content, row.path, play.me), value


def _cells(play: Play, row: Row) -> list[str]:
    """Return a row's moves, the best of them marked."""
    return [
        move_short(play.index, row.path, move) + (BEST if n in row.best else " ")
        for n, move in enumerate(row.moves)
    ]


def _tone(play: Play, path: str, move: Move) -> str:
    return ink.tone(good(play.content, path, 1 if move.mean > 0 else -1)) if move.mean else ink.DIM


def _odds(foreseen: Preview) -> str:
    """Return the chances of the ways a choice can go: `70/30`; nothing where it is sure."""
    ways = foreseen.branches
    return "/".join(str(branch.chance) for branch in ways) + " " if len(ways) > 1 else ""


def _head(choices: Sequence[Choice], grid: Grid, lit: int) -> Content:
    """Return the columns' numbers: the lit one in brackets, a locked one said to be."""
    texts = []
    for n, choice in enumerate(choices):
        text = f"[{choice.number}]" if n == lit else f"{choice.number} "
        style = ink.DIM if choice.locked else ink.BOLD
        texts.append((f"{'x' if choice.locked else ''}{text}", style))
    missing = len(choices) - len(grid.shown)
    more = _("and {n} more", n=missing) if missing else ""
    return _line(more, _("now"), texts, grid, lit)


def _line(
    label: str, value: str, texts: Sequence[tuple[str, str]], grid: Grid, lit: int
) -> Content:
    room = grid.label - cells.width(value) - 2
    left = f"{cells.fit(label, max(1, room))} {value} "
    parts: list[Content | tuple[str, str]] = [Content(left)]
    for n in grid.shown:
        text, style = texts[n]
        told = cells.pad_left(text, grid.cell - 1) + " "
        parts.append((told, f"{style} {LIT}".strip() if n == lit else style))
    return Content.assemble(*parts)

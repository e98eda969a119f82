"""Choices beside one another: what each would do to every figure, the weightiest figures first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from game.narration.figures import MOVED_DIGITS, figure_words, good, scale_of, told_here
from game.rules.decisions import Branch
from game.rules.home.watch import watched, worth
from game.rules.index import Index
from game.rules.ledger import totals
from game.rules.preview import Preview
from game.rules.state import State

WHOLE = 20000  # what a move over all of its scale is worth where no desk watches a figure
OTHERS = 4  # how many times less a figure of somebody else weighs


@dataclass(frozen=True, slots=True)
class Move:
    """How far a choice moves a figure: at least, at most, and on the average by its odds."""

    least: int = 0
    most: int = 0
    mean: float = 0.0


STILL = Move()


@dataclass(frozen=True, slots=True)
class Row:
    """A figure with what each choice does to it, and the places of the choices that do it best."""

    path: str
    moves: tuple[Move, ...]
    best: frozenset[int] = frozenset()


def compared(index: Index, seen: State, chair: str, previews: Sequence[Preview]) -> tuple[Row, ...]:
    """Return every figure that one of some choices moves, the weightiest first."""
    each = [moves_of(foreseen.branches) for foreseen in previews]
    paths = told_here(index, dict.fromkeys(path for moves in each for path in moves))
    rows = [_row(index, path, tuple(moves.get(path, STILL) for moves in each)) for path in paths]
    return tuple(sorted(rows, key=lambda row: -_weight(index, seen, chair, row)))


def moves_of(branches: Sequence[Branch]) -> dict[str, Move]:
    """Return how far figures move over all the ways that something can go."""
    sums = [totals(branch.changes) for branch in branches]
    chances = [branch.chance for branch in branches]
    return spread(sums, chances)


def spread(sums: Sequence[dict[str, int]], chances: Sequence[int]) -> dict[str, Move]:
    """Return moves over several ways with their odds; ways without odds weigh the same."""
    odds = chances if any(chances) else [1] * len(sums)
    whole = sum(odds) or 1
    found = {}
    for path in dict.fromkeys(path for one in sums for path in one):
        amounts = [one.get(path, 0) for one in sums]
        mean = sum(a * odd for a, odd in zip(amounts, odds, strict=True)) / whole
        if any(amounts):
            found[path] = Move(min(amounts), max(amounts), mean)
    return found


def _row(index: Index, path: str, moves: tuple[Move, ...]) -> Row:
    up = good(index.content, path, 1)
    means = [move.mean for move in moves]
    if up is None or max(means) == min(means):
        return Row(path, moves)
    top = max(means) if up else min(means)
    return Row(path, moves, frozenset(n for n, mean in enumerate(means) if mean == top))


def _weight(index: Index, seen: State, chair: str, row: Row) -> float:
    """Return how much a row weighs for a chair; others' legacies come last."""
    owner, _, rest = row.path.partition(".")
    if owner != chair and any(rest == one.name for one in index.legacies):
        return 0.0
    return max(weight(index, seen, chair, row.path, move) for move in row.moves)


def weight(index: Index, seen: State, chair: str, path: str, move: Move) -> float:
    """Return how much a move weighs for a chair, whichever way it goes, in thousandths of points.

    What a desk watches weighs what it is worth there; anything else its share of its scale.
    """
    amount = max(abs(move.least), abs(move.most))
    if watched(index, chair, path):
        return float(abs(worth(index, seen, chair, path, amount)[0]))
    low, high = scale_of(index.content, path)
    share = amount / max(1, high - low)
    theirs = path.partition(".")[0] in index.chairs and not path.startswith(f"{chair}.")
    return WHOLE * share / (OTHERS if theirs else 1)


def move_short(index: Index, path: str, move: Move) -> str:
    """Return a move in as few letters as say it, without its unit: `+3`, `-4..+1`; nothing: `.`."""
    if not (move.least or move.most):
        return "."
    ends = [_short(index, path, amount) for amount in dict.fromkeys((move.least, move.most))]
    return "..".join(ends)


def _short(index: Index, path: str, amount: int) -> str:
    shown = figure_words(index.content, path).shown
    if shown.per == 1:
        return f"{amount:+d}" if amount else "0"
    return f"{amount / shown.per:+.{MOVED_DIGITS}f}" if amount else "0"

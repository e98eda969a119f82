"""A dilemma as a matrix: what follows where one's own answer meets each of theirs.

Which of theirs suits them best is judged as far as a chair can see: by what it would move of what
their own desks watch. What only they know isn't counted.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from game.narration.compared import Move, spread, weight
from game.rules.decisions import Branch
from game.rules.home.watch import watched, worth
from game.rules.index import Index
from game.rules.ledger import totals
from game.rules.messages import Message
from game.rules.preview import Preview
from game.rules.state import State

WEIGHTIEST = 3  # moves that a cell tells
Cell = tuple[tuple[str, Move], ...]
"""Figures by path with their moves, the weightiest first."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One answer of theirs, with a cell for each of one's own; whether it suits them best."""

    choice: Message
    cells: tuple[Cell, ...]
    suits: bool = False


def matrix(
    index: Index, seen: State, chair: str, other: str, previews: Sequence[Preview]
) -> tuple[Reply, ...]:
    """Return what follows from each answer of theirs, for each of one's own as foreseen."""
    choices = dict.fromkeys(_choice(b.told) for p in previews for b in p.answers if b.told)
    pleased = {
        choice: sum(_pleasure(index, seen, other, met) for p in previews for met in _met(p, choice))
        for choice in choices
    }
    best = max(pleased.values(), default=0)
    clear = len(set(pleased.values())) > 1
    return tuple(
        Reply(
            choice,
            tuple(_cell(index, seen, chair, p, choice) for p in previews),
            clear and pleased[choice] == best,
        )
        for choice in choices
    )


def _choice(told: Message) -> Message:
    """Return which answer of theirs a branch is about."""
    told = _message(told, "reply") if told.code == "dilemma.both" else told
    return _message(told, "choice")


def _message(told: Message, name: str) -> Message:
    found = told.arg(name)
    return found if isinstance(found, Message) else Message("")


def _met(foreseen: Preview, choice: Message) -> Iterator[tuple[int, dict[str, int]]]:
    """Yield every way in which an own answer meets one of theirs: its odds, and what it moves."""
    for own in foreseen.branches:
        replies = [b for b in foreseen.answers if _meets(b, own, choice)]
        for reply in replies or [Branch(0, None, ())]:
            yield own.chance, totals((*own.changes, *reply.changes))


def _meets(branch: Branch, own: Branch, choice: Message) -> bool:
    """Return whether a branch tells of an answer of theirs when the own one goes one way."""
    if branch.told is None or _choice(branch.told) != choice:
        return False
    if branch.told.code != "dilemma.both":
        return True
    return _message(branch.told, "own").arg("chance") == own.chance


def _cell(index: Index, seen: State, chair: str, foreseen: Preview, choice: Message) -> Cell:
    met = list(_met(foreseen, choice))
    moves = spread([sums for _, sums in met], [chance for chance, _ in met])
    ranked = sorted(moves, key=lambda path: -weight(index, seen, chair, path, moves[path]))
    return tuple((path, moves[path]) for path in ranked[:WEIGHTIEST])


def _pleasure(index: Index, seen: State, other: str, met: tuple[int, dict[str, int]]) -> float:
    """Return what a way is worth to the other side by what can be seen of it, by its odds."""
    chance, sums = met
    told = (p for p in sums if watched(index, other, p) and p in seen.figures)
    return chance * sum(worth(index, seen, other, path, sums[path])[0] for path in told)

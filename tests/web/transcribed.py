"""What a transcript holds of what a game told."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from game.session import Session
from game.session.telling import Item, Rank
from game.session.telling.words import danger_told, happened_in, move_told

Block = Sequence[str | list[str]]
"""A kind and its lines, as they came over."""


def unsaid(
    session: Session, chair: str, items: Iterable[Item], blocks: Iterable[Block]
) -> list[str]:
    """Return what items tell and a transcript doesn't hold."""
    flat = _flat(blocks)
    return [line for item in items for line in _words(session, chair, item) if line not in flat]


def said_again(
    session: Session, chair: str, items: Iterable[Item], blocks: Iterable[Block]
) -> list[str]:
    """Return what happened, in words that a transcript holds more often than it did."""
    happened = [item for item in items if item.rank in (Rank.CAME, Rank.SCENE, Rank.EVENT)]
    lines = Counter(line for item in happened for line in _words(session, chair, item))
    flat = _flat(block for block in blocks if block[0] == "said")
    return [line for line, times in lines.items() if flat.count(line) > times]


def choices_told(blocks: Iterable[Block], title: str) -> list[str]:
    """Return the choices told below the latest heading that ends with a card's title."""
    found: list[str] = []
    below = False
    for kind, lines in blocks:
        if kind == "page":
            below = lines[0].endswith(f": {title}")
        elif kind == "choices" and below:
            found = [line.partition(". ")[2].partition(";")[0] for line in lines]
    return found


def _words(session: Session, chair: str, item: Item) -> Iterator[str]:
    """Yield what has to be said where an item is told; traffic is told of several at once."""
    if item.danger is not None:
        lines: Sequence[str] = (danger_told(session, chair, item),)
    elif item.sort == "move":
        lines = (move_told(session, chair, item).title.rstrip("."),)
    else:
        lines = happened_in(session, chair, [item]) if item.rank < Rank.TRAFFIC else ()
    for line in lines:
        yield " ".join(line.split())


def _flat(blocks: Iterable[Block]) -> str:
    return " ".join(" ".join(line.split()) for _kind, lines in blocks for line in lines)

"""A drawing on its way: which cells of it stand already, and which show what stood there before."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from itertools import zip_longest

from game.text import cells

FRAMES, SECONDS = 20, 1.6

Order = Callable[[float, float], float]
"""Returns when a cell comes, from 0 to 1, by how far across and how far down it lies."""
ORDERS: Mapping[str, Order] = {
    "opens": lambda across, down: abs(2 * across - 1),
    "closes": lambda across, down: 1 - abs(2 * across - 1),
    "writes": lambda across, down: across,
    "falls": lambda across, down: down,
    "rises": lambda across, down: 1 - down,
}


def moving(drawing: str, before: str, moves: str, share: float) -> str:
    """Return a drawing of which a share, from 0 to 1, stands; it is as large as when all does."""
    rows, old = drawing.split("\n"), before.split("\n")
    wide, order = max(map(cells.width, [*rows, *old])), ORDERS[moves]
    lines = zip_longest(rows, old[: len(rows)], fillvalue="")
    places = enumerate((cells.pad(one, wide), cells.pad(other, wide)) for one, other in lines)

    def stands(x: int, y: int) -> bool:
        return order((x + 0.5) / wide, (y + 0.5) / len(rows)) <= share

    told = (
        "".join(one[x] if stands(x, y) else other[x] for x in range(wide))
        for y, (one, other) in places
    )
    return "\n".join(told)

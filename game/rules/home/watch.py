"""What the desks of a chair watch, and what a move of it is worth to them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from game.content.desks import DESKS
from game.rules.decisions import Change
from game.rules.index import Index
from game.rules.ledger import totals
from game.rules.state import State

# Worth of one unit of a figure in thousandths of a point.
WORTHS: Mapping[str, int] = {
    "altitude": 1, "propellant": 2, "leak": -10, "supplies": 100, "power": 300, "cohesion": 500,
    "integrity_usos": 800, "integrity_ros": 800, "hazard": -300, "people": 700, "science": 500,
    "option": 400, "tension": -500, "war": -300, "sanctions": -300, "trust": 600,
    "standing": 400, "rung": -3000, "commitment": 1000, "kept": 1500, "broken": -3000,
    "peace": 700, "faction": 150, "power_legacy": 500, "gyroscopes": 5000,
}  # fmt: skip
MONTH = 6000  # worth of a month's income, however large it is
LASTING = 18  # months for which a rise of the income counts


def watched(index: Index, chair: str, path: str) -> str:
    """Return by which name a chair's desks watch a figure; empty: none of them does."""
    owner, _, rest = path.partition(".")
    if not rest:
        return path if path in WORTHS else ""
    if owner == "option":
        return "option" if index.content.options[rest].owner == chair else ""
    if rest == "commitment" or rest == f"trust.{chair}":
        return rest.partition(".")[0]
    if owner != chair:
        return ""
    if rest.startswith("faction."):
        return "faction"
    return rest if rest in WORTHS or rest in ("treasury", "income") else ""


def moves_of(desk: str, chair: str, index: Index, changes: Iterable[Change]) -> dict[str, int]:
    """Return how changes move the figures that a desk of a chair watches."""
    held = DESKS[desk]
    sums = totals(changes)
    return {path: by for path, by in sums.items() if watched(index, chair, path) in held}


def worth(index: Index, seen: State, chair: str, path: str, amount: int) -> tuple[int, str]:
    """Return what a move is worth to the desk that watches it, and the figure's name there."""
    name = watched(index, chair, path)
    if name in ("treasury", "income"):
        months = LASTING if name == "income" else 1
        return MONTH * months * amount // max(1, seen.figures[f"{chair}.income"]), name
    weight = _weight(index, path) if name == "faction" else 1
    return WORTHS[name] * weight * amount, name


def _weight(index: Index, path: str) -> int:
    return index.content.factions[path.rpartition(".")[2]].weight

"""What signing would move most, in a line: the price of an offer before its sums are read."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.records import Content
from game.narration.figures import figure_title, value_text
from game.rules.decisions import Change
from game.rules.index import index_of
from game.rules.ledger import totals
from game.rules.rungs import rungs
from game.rules.state import State

SHOWN = 3


def price_told(content: Content, seen: State, changes: Iterable[Change], chair: str) -> str:
    """Return where what moves most goes, from and to, by shares of its range.

    The own mandate and treasury come first. Factions aren't named, for the mandate sums them up;
    nor what moves only between others.
    """
    bounds = index_of(content, seen.scenario).bounds
    moved = {p: n for p, n in totals(changes).items() if n and p in bounds and _counts(p, chair)}
    shares = {path: abs(by) / (bounds[path][1] - bounds[path][0]) for path, by in moved.items()}
    first = (f"{chair}.mandate", f"{chair}.treasury")
    most = sorted(moved, key=lambda path: (path not in first, -shares[path]))[:SHOWN]
    told = (_from_to(content, seen, path, moved[path], chair) for path in most)
    return ", ".join(told) or "nothing moves at once"


def _counts(path: str, chair: str) -> bool:
    """Return whether a figure is the world's, the chair's own, or somebody's trust in it."""
    owner, dot, rest = path.partition(".")
    if rest.startswith("faction."):
        return False
    return not dot or owner == chair or rest == f"trust.{chair}"


def _from_to(content: Content, seen: State, path: str, by: int, chair: str) -> str:
    index = index_of(content, seen.scenario)
    low, high = index.bounds[path]
    now, names = seen.figures[path], rungs(index.scenario)
    then = min(max(now + by, low), high)
    numbers = f"{value_text(path, now, names)} > {value_text(path, then, names)}"
    return f"{figure_title(content, path, chair)} {numbers}"

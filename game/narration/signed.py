"""What signing would move most, in a line: the price of an offer before its sums are read."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from game.content.records import Content
from game.narration.figures import figure_title, value_text
from game.rules.decisions import Change
from game.rules.index import Index, index_of
from game.rules.ledger import totals
from game.rules.rungs import rungs
from game.rules.state import State

SHOWN = 3


def price_told(content: Content, seen: State, changes: Iterable[Change], chair: str) -> str:
    """Return where what moves most goes, from and to, by shares of its range, and what is left.

    The own mandate and treasury come first; from the fourth on figures are only counted. Factions
    aren't named, for the mandate sums them up; nor what moves only between others.
    """
    index = index_of(content, seen.scenario)
    moved = {path: by for path, by in totals(changes).items() if path in index.bounds}
    bounds = {path: index.bounds[path] for path in moved if _counts(index, path, chair)}
    shares = {path: abs(moved[path]) / (high - low) for path, (low, high) in bounds.items()}
    first = (f"{chair}.mandate", f"{chair}.treasury")
    most = sorted(bounds, key=lambda path: (path not in first, -shares[path]))[:SHOWN]
    told = [_from_to(content, seen, path, moved[path], chair) for path in most]
    if not told:
        return _elsewhere(moved)
    more = len(bounds) - len(told)
    return ", ".join([*told, f"and {more} more"] if more else told)


def _elsewhere(moved: Collection[str]) -> str:
    """Return where something moves, when none of what is named does."""
    if any(".faction." in path for path in moved):
        return "only moods move at once"
    return "only others' figures move at once" if moved else "nothing moves at once"


def _counts(index: Index, path: str, chair: str) -> bool:
    """Return whether a figure is the world's, the chair's own, or somebody's trust in it."""
    owner, _, rest = path.partition(".")
    if rest.startswith("faction."):
        return False
    return owner not in index.partners or owner == chair or rest == f"trust.{chair}"


def _from_to(content: Content, seen: State, path: str, by: int, chair: str) -> str:
    index = index_of(content, seen.scenario)
    low, high = index.bounds[path]
    now, names = seen.figures[path], rungs(index.scenario)
    then = min(max(now + by, low), high)
    numbers = f"{value_text(path, now, names)} > {value_text(path, then, names)}"
    return f"{figure_title(content, path, chair)} {numbers}"

"""The ledger: what moved a figure, and that the reasons add up exactly."""

from __future__ import annotations

from collections.abc import Iterable

from game.rules.decisions import Change, Line
from game.rules.messages import Message

MOVES = ("figure", "person")  # kinds of change whose amounts add up


def moved(changes: Iterable[Change], path: str) -> int:
    """Return by how much the changes moved a figure."""
    return sum(c.amount for c in changes if c.kind in MOVES and c.path == path)


def reasons(changes: Iterable[Change], path: str) -> tuple[Line, ...]:
    """Return the reasons why a figure moved, one line each, in order of first appearance.

    The lines sum exactly to what `moved` returns.
    """
    totals: dict[Message, int] = {}
    for change in changes:
        if change.kind in MOVES and change.path == path:
            totals[change.reason] = totals.get(change.reason, 0) + change.amount
    return tuple(Line(reason, amount) for reason, amount in totals.items() if amount)


def totals(changes: Iterable[Change]) -> dict[str, int]:
    """Return every moved figure with its sum, in order of first appearance."""
    found: dict[str, int] = {}
    for change in changes:
        if change.kind == "figure":
            found[change.path] = found.get(change.path, 0) + change.amount
    return {path: amount for path, amount in found.items() if amount}

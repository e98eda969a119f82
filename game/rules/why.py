"""Why a figure moved, as far as a chair may know."""

from __future__ import annotations

from collections.abc import Sequence

from game.rules.decisions import Change, Line
from game.rules.ledger import reasons
from game.rules.view import visible


def why(changes: Sequence[Change], path: str, chair: str = "") -> tuple[Line, ...]:
    """Return why a figure moved, a line for each reason, in order of first appearance.

    `changes` are those of a step, a branch or a page. Amounts are in the figure's own unit and sum
    exactly to what it moved by. With `chair`, only what it may know of; else all. Nothing for a
    figure that didn't move, nor for a fact (one that `bounds` lacks): it is counted anew from the
    rest of the state.
    """
    return reasons(visible(changes, chair) if chair else changes, path)

"""Figures that deals hold: read as their base plus what the deals add, never below a least.

The base is kept beside, within the figure's own bounds, so that nothing is lost to them: what is
read goes back to it when nothing holds the figure any more.
"""

from __future__ import annotations

from game.record import replace
from game.rules.state import Held


def reading(held: Held, low: int, high: int) -> int:
    """Return what a held figure is read as."""
    return clamped(max(held.base + held.more, held.least), low, high)


def pushed(held: Held, amount: int, low: int, high: int) -> Held:
    """Return a held figure after something else has moved it.

    A rise counts from what is read, so that a figure kept at its least rises above that; a fall
    moves the base alone.
    """
    base = held.base + amount
    if amount > 0 and held.base + held.more < held.least:
        base = max(base, held.least + amount - held.more)
    return replace(held, base=clamped(base, low, high))


def placed(held: Held, value: int, low: int, high: int) -> Held:
    """Return a held figure that something else has set: read so, if what is held allows it."""
    return replace(held, base=clamped(value - held.more, low, high))


def clamped(value: int, low: int, high: int) -> int:
    """Return a value within bounds."""
    return low if value < low else high if value > high else value

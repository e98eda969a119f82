"""Whole numbers that people type: of any length, without the time or the error of a huge one."""

from __future__ import annotations

DIGITS = 18
BEYOND = 10**DIGITS
"""What a number of more digits counts as; nothing in the game is that many."""


def whole_number(text: str) -> int | None:
    """Return the number that a text of digits stands for, at most `BEYOND`; None for others."""
    if not text.isdecimal():
        return None
    return int(text) if len(text) <= DIGITS else BEYOND

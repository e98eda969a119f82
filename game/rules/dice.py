"""Seeded chance without a state: every draw is a pure function of its key.

splitmix64 over (seed, purpose, turn, object, n): adding or editing an event shifts no other draw.
"""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

MASK = (1 << 64) - 1
GOLDEN, FIRST, SECOND = 0x9E3779B97F4A7C15, 0xBF58476D1CE4E5B9, 0x94D049BB133111EB


@lru_cache(maxsize=8192)
def _key(purpose: str, what: str) -> int:
    """Return a number for a purpose and an object, the same in every process."""
    return (crc32(purpose.encode()) << 32) ^ crc32(what.encode())


@lru_cache(maxsize=8192)
def _stream(seed: int, purpose: str, what: str) -> int:
    """Return what all turns of a game share of a draw: the first splitmix64."""
    value = ((seed & MASK ^ _key(purpose, what)) + GOLDEN) & MASK
    value = ((value ^ (value >> 30)) * FIRST) & MASK
    value = ((value ^ (value >> 27)) * SECOND) & MASK
    return value ^ (value >> 31)


def draw(seed: int, purpose: str, turn: int, what: str, n: int = 0) -> int:
    """Return 64 random bits for a key: splitmix64 twice."""
    value = (_stream(seed, purpose, what) ^ (turn << 20) ^ n) + GOLDEN & MASK
    value = ((value ^ (value >> 30)) * FIRST) & MASK
    value = ((value ^ (value >> 27)) * SECOND) & MASK
    return value ^ (value >> 31)


def below(limit: int, seed: int, purpose: str, turn: int, what: str, n: int = 0) -> int:
    """Return a number from 0 to limit - 1; limit must be positive."""
    return draw(seed, purpose, turn, what, n) % limit


def between(low: int, high: int, seed: int, purpose: str, turn: int, what: str, n: int = 0) -> int:
    """Return a number from low to high, both included."""
    return low + draw(seed, purpose, turn, what, n) % (high - low + 1)

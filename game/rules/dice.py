"""Seeded chance without a state: every draw is a pure function of its key.

splitmix64 over (seed, purpose, turn, object, n): adding or editing an event shifts no other draw.
"""

from __future__ import annotations

from functools import lru_cache
from zlib import crc32

MASK = (1 << 64) - 1
GOLDEN = 0x9E3779B97F4A7C15


@lru_cache(maxsize=8192)
def _key(purpose: str, what: str) -> int:
    """Return a number for a purpose and an object, the same in every process."""
    return (crc32(purpose.encode()) << 32) ^ crc32(what.encode())


def _mix(value: int) -> int:
    value = (value + GOLDEN) & MASK
    value = ((value ^ (value >> 30)) * 0xBF58476D1CE4E5B9) & MASK
    value = ((value ^ (value >> 27)) * 0x94D049BB133111EB) & MASK
    return value ^ (value >> 31)


def draw(seed: int, purpose: str, turn: int, what: str, n: int = 0) -> int:
    """Return 64 random bits for a key."""
    return _mix(_mix(seed & MASK ^ _key(purpose, what)) ^ (turn << 20) ^ n)


def below(limit: int, seed: int, purpose: str, turn: int, what: str, n: int = 0) -> int:
    """Return a number from 0 to limit - 1; limit must be positive."""
    return _mix(_mix(seed & MASK ^ _key(purpose, what)) ^ (turn << 20) ^ n) % limit


def between(low: int, high: int, seed: int, purpose: str, turn: int, what: str, n: int = 0) -> int:
    """Return a number from low to high, both included."""
    return low + draw(seed, purpose, turn, what, n) % (high - low + 1)

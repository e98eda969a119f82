"""How the rules' small records are made: read-only to the type checker, cheap to make in play."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True)
def record(made: type[T]) -> type[T]:
    """Make a class a slotted, hashable record that nobody may write to.

    The type checker refuses every write. A `frozen` dataclass would refuse it in play too, but
    costs five times as much to make, and a game makes records by the thousand.
    """
    return dataclass(slots=True, unsafe_hash=True)(made)

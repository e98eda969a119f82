"""Templates that agree with a number."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeAlias

from game.rules.messages import Arg


@dataclass(frozen=True, slots=True)
class Plural:
    """Two templates: for one, and for any other number of what the argument `by` counts."""

    one: str
    many: str
    by: str

    def of(self, args: Mapping[str, Arg]) -> str:
        """Return the template that agrees with the arguments."""
        counted = args[self.by]
        number = len(counted) if isinstance(counted, tuple) else counted
        return self.one if number == 1 else self.many


Template: TypeAlias = str | Plural

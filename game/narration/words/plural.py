"""Templates that agree with a number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from game.content.records import Content
from game.rules.messages import Arg
from game.text.language import unfilled_number


@dataclass(frozen=True, slots=True)
class Plural:
    """Two templates: for one, and for any other number of what the argument `by` counts."""

    one: str
    many: str
    by: str

    def told(self, context: str, args: Mapping[str, Arg]) -> str:
        """Return the template that agrees with the arguments, in the language spoken."""
        counted = args[self.by]
        number = len(counted) if isinstance(counted, tuple) else counted
        assert isinstance(number, int)
        return unfilled_number(context, self.one, self.many, number)


@dataclass(frozen=True, slots=True)
class Worded:
    """Words that hang on more than their arguments: which those are, and how they are told."""

    args: tuple[str, ...]
    tell: Callable[[Content, Mapping[str, Arg]], str]


Template: TypeAlias = str | Plural | Worded

"""Figures and flags as they are typed: `tension=70`, `flag.thaw=true`."""

from __future__ import annotations

from collections.abc import Sequence

from game.errors import UsageError
from game.text.language import _
from game.text.typed import whole_number

YES_NO = {"true": 1, "false": 0}


def read_values(typed: Sequence[str]) -> dict[str, int]:
    """Return values by name. Raises UsageError for what is none."""
    return dict(_value(one) for one in typed)


def _value(typed: str) -> tuple[str, int]:
    name, _equals, value = typed.partition("=")
    number = YES_NO.get(value.strip(), _number(value.strip()))
    if not name.strip() or number is None:
        raise UsageError(
            _("{typed} sets nothing; write it as tension=70 or flag.thaw=true.", typed=repr(typed))
        )
    return name.strip(), number


def _number(typed: str) -> int | None:
    """Return a whole number, which may be less than 0; None for anything else."""
    number = whole_number(typed.removeprefix("-"))
    return -number if number is not None and typed.startswith("-") else number

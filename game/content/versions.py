"""Versions, ranges of them, and packs that are wanted in some range."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Annotated, Any

from pydantic import BeforeValidator

VERSION = re.compile(r"[0-9]{1,9}(?:\.[0-9]{1,9}){0,9}")
_RANGE = re.compile(rf"(>=|<=|==|!=|>|<)\s*({VERSION.pattern})")
_OPERATIONS = {
    ">=": lambda a, b: a >= b,
    "<=": lambda a, b: a <= b,
    "==": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    ">": lambda a, b: a > b,
    "<": lambda a, b: a < b,
}


def fits_range(number: str, wanted: str) -> bool | None:
    """Return whether a version lies in a range such as `>=0.1, <2`; None if it is no range."""
    own = _numbers(number)
    fits = True
    for part in wanted.split(","):
        match = _RANGE.fullmatch(part.strip())
        if match is None:
            return None
        fits = fits and _OPERATIONS[match[1]](own, _numbers(match[2]))
    return fits


def _numbers(number: str) -> tuple[int, ...]:
    """Return a version as numbers, without zeros at its end: 1.0 is 1."""
    parts = [int(part) for part in re.findall(r"[0-9]+", number)]
    while parts and parts[-1] == 0:
        parts.pop()
    return tuple(parts)


def met(number: str | None, wanted: str) -> bool:
    """Return whether a pack of some version (None: it isn't there) is as it is wanted."""
    return number is not None and (not wanted or bool(fits_range(number, wanted)))


def _ranges(value: Any) -> Any:
    """Return the versions wanted of packs, by id. Raises ValueError for what isn't that."""
    if isinstance(value, list) and _are_ids(value):
        return dict.fromkeys(value, "")
    if not isinstance(value, dict) or not _are_ids(value.values()):
        raise ValueError('a list of packs stands here, or a map such as {a_pack: ">=1.2, <2"}')
    for wanted in value.values():
        if fits_range("1", wanted) is None:
            raise ValueError(f'"{wanted}" is no range, as in ">=1.2, <2"')
    return value


def _are_ids(values: Iterable[object]) -> bool:
    return all(isinstance(one, str) and one for one in values)


PackRanges = Annotated[dict[str, str], BeforeValidator(_ranges)]
"""Packs by id, each with the range of versions that will do; an empty one is any."""

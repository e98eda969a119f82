"""Records of content and of saves: frozen, slotted, compared by their fields, and quick to make.

Classes and instances are made in C: a game starts in a fraction of the time that as many
dataclasses would take. The garbage collector leaves them alone: none is part of a circle.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import MISSING, Field, fields, make_dataclass
from dataclasses import field as like_dataclass
from functools import cache
from typing import Any, ClassVar, dataclass_transform

from msgspec import Struct, field
from msgspec.structs import replace

__all__ = ["Record", "field", "replace"]


class _Fields:
    """Tells `dataclasses` of a record's fields: `replace` and `fields` take records as theirs."""

    def __get__(self, record: Record | None, kind: type[Record]) -> dict[str, Field[Any]]:
        return _fields(kind)


@cache
def _fields(kind: type[Record]) -> dict[str, Field[Any]]:
    """Return the fields of a dataclass of the same names, types and defaults."""
    names, given = kind.__struct_fields__, kind.__struct_defaults__
    types = {n: t for base in reversed(kind.__mro__) for n, t in _annotated(base).items()}
    defaults = (*(MISSING for _ in names[len(given) :]), *given)
    told = [(n, types[n], _default(d)) for n, d in zip(names, defaults, strict=True)]
    return {one.name: one for one in fields(make_dataclass(kind.__name__, told))}


def _annotated(kind: type) -> Mapping[str, Any]:
    found: Mapping[str, Any] = vars(kind).get("__annotations__", {})
    return found


def _default(given: Any) -> Any:
    """Return what a field holds where nothing is given, as `dataclasses` writes it."""
    if callable(made := getattr(given, "factory", None)):
        return like_dataclass(default_factory=made)
    return like_dataclass(default=given)


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Record(Struct, frozen=True, gc=False):
    """A record; its fields are the annotated names of its class."""

    __dataclass_fields__: ClassVar[Any] = _Fields()

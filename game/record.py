"""Records of content and of saves: frozen, slotted, compared by their fields, and quick to make.

Classes and instances are made in C: a game starts in a fraction of the time that as many
dataclasses would take.
"""

from __future__ import annotations

from dataclasses import Field, fields, make_dataclass
from functools import cache
from typing import Any, ClassVar, dataclass_transform

from msgspec import Struct, field

__all__ = ["Record", "field"]


class _Fields:
    """Tells `dataclasses` of a record's fields: `replace` and `fields` take records as theirs."""

    def __get__(self, record: Record | None, kind: type[Record]) -> dict[str, Field[Any]]:
        return _fields(kind)


@cache
def _fields(kind: type[Record]) -> dict[str, Field[Any]]:
    twin = make_dataclass(kind.__name__, kind.__struct_fields__)
    return {one.name: one for one in fields(twin)}


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
class Record(Struct, frozen=True):
    """A record; its fields are the annotated names of its class."""

    __dataclass_fields__: ClassVar[Any] = _Fields()

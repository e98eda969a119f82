"""Records: what `dataclasses` says of them is what they are."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass, replace
from importlib import import_module

import pytest

from game.content.cache.unpickling import MODULES
from game.record import Record, field


class Sample(Record):
    name: str
    size: int = 3
    parts: dict[str, int] = field(default_factory=dict)


KINDS = sorted(
    {
        found
        for module in MODULES
        for found in vars(import_module(module)).values()
        if isinstance(found, type) and issubclass(found, Record)
    },
    key=lambda kind: kind.__name__,
)


def test_dataclasses_know_names_and_defaults() -> None:
    assert is_dataclass(Sample)
    name, size, parts = fields(Sample)
    assert [one.name for one in (name, size, parts)] == ["name", "size", "parts"]
    assert name.default is MISSING and name.default_factory is MISSING
    assert size.default == 3
    assert parts.default_factory is dict


def test_one_is_replaced_by_another_that_differs_in_what_is_named() -> None:
    one = Sample("a", 4, {"b": 1})
    assert replace(one, name="c") == Sample("c", 4, {"b": 1})
    assert one == Sample("a", 4, {"b": 1})


def test_nobody_writes_to_one() -> None:
    one, name = Sample("a"), "size"
    with pytest.raises(AttributeError):
        setattr(one, name, 4)


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_content_has_fields_that_dataclasses_can_tell(kind: type[Record]) -> None:
    assert [one.name for one in fields(kind)] == list(kind.__struct_fields__)

"""Declaring an effect: its form, the record that rules perform, and how the guide tells it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeVar, get_origin

from msgspec.structs import fields
from pydantic import BaseModel

from game.content.fields import Strict
from game.content.records.effects import Effect, every
from game.content.walk import Shape, fields_of, shape_of

PACK = "pack"
"""A record with a field of this name is told which pack it is of."""

AnyForm = TypeVar("AnyForm", bound=Strict)
Part = tuple[str, Callable[[Strict], Any], Shape]
"""A field of a record: its name, how a form is asked for it, and what may stand there."""


@dataclass(frozen=True)
class Declared:
    """An effect: `form` is how content writes it, `record` what the rules perform.

    `example` and `more` are for the guide: how it is written, and what its one line leaves out.
    `somebodys`: it is done by a chair, so it stands only where somebody decides. `each`: every
    pair of its map is a record of its own. `always` is what its records hold in any case.
    """

    form: type[Strict]
    record: type[Effect]
    example: str
    more: str
    somebodys: bool
    each: bool
    always: Mapping[str, Any]

    @cached_property
    def attribute(self) -> str:
        """The field of the form that holds what is written."""
        return next(iter(self.form.model_fields))

    @property
    def name(self) -> str:
        """The key by which content writes it."""
        return self.form.model_fields[self.attribute].alias or self.attribute

    @property
    def body(self) -> type[BaseModel] | None:
        """The map that holds what is written; None where that is one value, or pairs."""
        if len(self.form.model_fields) > 1:
            return self.form
        inside = shape_of(self.form.model_fields[self.attribute].annotation).models
        return inside[0] if inside and not self.each else None

    def parts(self) -> tuple[Part, ...]:
        """Return what its record is made of, where it isn't made of pairs."""
        if self.body is None:
            _, reach, shape = parts_of(self.form)[0]
            return ((self.fields[0], reach, shape),)
        way = "" if self.body is self.form else f"{self.attribute}."
        return parts_of(self.body, way)

    def ends(self) -> tuple[Shape, Shape]:
        """Return what may stand at the two ends of each of its pairs."""
        shape = parts_of(self.form)[0][2]
        return shape.keys or Shape(), shape.values or Shape()

    def pairs(self, written: Strict) -> Iterable[tuple[str, Any]]:
        """Return the pairs that are written."""
        held = getattr(written, self.attribute)
        there = held if isinstance(held, dict) else held.model_dump(exclude_none=True)
        return tuple(there.items())

    @property
    def fields(self) -> tuple[str, ...]:
        """The names of what its record holds."""
        return tuple(one.name for one in fields(self.record))

    @cached_property
    def of_pack(self) -> bool:
        """Whether its record is told which pack it is of."""
        return PACK in self.fields

    def unfit(self) -> str:
        """Return how form and record don't fit, or nothing."""
        given = set(self.body.model_fields if self.body else self.fields[: 1 + self.each])
        given |= self.always.keys()
        needed = {one.name for one in fields(self.record) if one.required}
        lacking, odd = needed - given - {PACK}, given - {*self.fields}
        said = [f"the form says no {name}" for name in sorted(lacking)]
        return ", ".join(said + [f"the record holds no {name}" for name in sorted(odd)])


EFFECTS: dict[str, Declared] = {}
"""Every effect by its name, in the order declared."""

FORMS: dict[type[Strict], Declared] = {}
"""The same by their forms."""


def effect(
    record: type[Effect],
    example: str,
    more: str = "",
    *,
    somebodys: bool = False,
    each: bool = False,
    **always: object,
) -> Callable[[type[AnyForm]], type[AnyForm]]:
    """Declare an effect: see `Declared`. Raises TypeError where form and record don't fit."""

    def declared(form: type[AnyForm]) -> type[AnyForm]:
        first = next(iter(form.model_fields.values()))
        several = each or get_origin(first.annotation) is dict
        made = Declared(form, record, example, more, somebodys, several, always)
        if made.unfit():
            pair = f"`{made.name}` and its record {record.__name__} of {record.__module__}"
            raise TypeError(f"the effect {pair} don't fit: {made.unfit()}")
        EFFECTS[made.name] = FORMS[form] = made
        return form

    return declared


def check_declared() -> None:
    """Raise TypeError where the record of an effect is what no form becomes."""
    records = {one.record for one in EFFECTS.values()}
    unsaid = ", ".join(one.__name__ for one in every() if one not in records)
    if unsaid:
        raise TypeError(f"no effect declared in game/content/effects becomes {unsaid}")


def are_effects(shape: Shape | None) -> bool:
    """Return whether effects stand in a place."""
    return shape is not None and any(model in FORMS for model in shape.models)


def parts_of(body: type[BaseModel], way: str = "") -> tuple[Part, ...]:
    """Return the fields of a map, in the order declared, for who holds it at the end of a way."""
    shapes = fields_of(body).values()
    return tuple((key, attrgetter(way + key), shape) for key, shape in shapes)

"""Visits every marked value of a definition: references, expressions, paths and texts."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel

from game.content.fields import STEP, Bare, Expr, Handle, Marker, Path, Ref, RoleName, Said

Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Visit:
    """One marked value and where it stands; `is_key` when it is the key of a map."""

    loc: Loc
    marker: Marker
    value: str | int
    is_key: bool = False


@dataclass(frozen=True, slots=True)
class Shape:
    """What may stand in a place: a marked value, items, a map's keys and values, models."""

    marker: Marker | None = None
    items: Shape | None = None
    keys: Shape | None = None
    values: Shape | None = None
    models: tuple[type[BaseModel], ...] = ()


@cache
def fields_of(model: type[BaseModel]) -> dict[str, tuple[str, Shape]]:
    """Return, by the name content uses, a model's attribute and its shape."""
    hints = get_type_hints(model, include_extras=True)
    return {
        field.alias or name: (name, shape_of(hints[name]))
        for name, field in model.model_fields.items()
    }


def shape_of(annotation: Any) -> Shape:
    """Return the shape of an annotation."""
    marker: Marker | None = None
    while get_origin(annotation) is Annotated:
        annotation, *metadata = get_args(annotation)
        marker = marker or _marker(metadata)
    if marker is not None:
        return Shape(marker=marker)
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _merged([shape_of(arg) for arg in args if arg is not NoneType])
    if origin is list:
        return Shape(items=shape_of(args[0]))
    if origin is dict:
        return Shape(keys=shape_of(args[0]), values=shape_of(args[1]))
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Shape(models=(annotation,))
    return Shape()


def _marker(metadata: list[Any]) -> Marker | None:
    kinds = (Bare, Handle, Ref, Expr, Path, RoleName, Said)
    return next((item for item in metadata if isinstance(item, kinds)), None)


def _merged(shapes: list[Shape]) -> Shape:
    """Return the shape of a union: its branches never mark the same sort of value."""
    found = Shape()
    for shape in shapes:
        found = Shape(
            found.marker or shape.marker,
            found.items or shape.items,
            found.keys or shape.keys,
            found.values or shape.values,
            found.models + shape.models,
        )
    return found


def walk(model: BaseModel, loc: Loc = ()) -> Iterator[Visit]:
    """Yield every marked value that was set, depth first, in the order of declaration."""
    set_by_author = model.model_fields_set
    for key, name, shape in _marked_fields(type(model)):
        if name in set_by_author:
            yield from _visit(getattr(model, name), shape, (*loc, key))


@cache
def _marked_fields(model: type[BaseModel]) -> tuple[tuple[str, str, Shape], ...]:
    """Return key, attribute and shape of the fields in which something can be marked."""
    fields = fields_of(model).items()
    return tuple((key, name, shape) for key, (name, shape) in fields if _marks(shape))


def _marks(shape: Shape | None) -> bool:
    """Return whether anything in such a place is marked, or is a map with fields of its own."""
    if shape is None:
        return False
    inside = (shape.items, shape.keys, shape.values)
    return bool(shape.marker or shape.models or any(_marks(one) for one in inside))


def _visit(value: Any, shape: Shape, loc: Loc) -> Iterator[Visit]:
    if shape.marker is not None and isinstance(value, str | int):
        yield Visit(loc, shape.marker, value)
    elif isinstance(value, BaseModel):
        yield from walk(value, loc)
    elif isinstance(value, list) and shape.items is not None:
        for index, item in enumerate(value):
            yield from _visit(item, shape.items, (*loc, index))
    elif isinstance(value, dict) and shape.keys is not None and shape.values is not None:
        yield from _visit_map(value, shape.keys, shape.values, loc)


def _visit_map(value: dict[str, Any], keys: Shape, values: Shape, loc: Loc) -> Iterator[Visit]:
    for key, item in value.items():
        if keys.marker is not None:
            yield Visit((*loc, key), keys.marker, key, is_key=True)
        yield from _visit(item, values, (*loc, key))


def keys_at(model: type[BaseModel], loc: Loc) -> set[str]:
    """Return the keys that a map may have at a place of a definition."""
    return {key for one in shape_at(model, loc).models for key in fields_of(one)}


def shape_at(model: type[BaseModel], loc: Loc) -> Shape:
    """Return what may stand at a place of a definition."""
    shape = Shape(models=(model,))
    for step in loc:
        shape = _inside(shape, step)
    return shape


def _inside(shape: Shape, step: str | int) -> Shape:
    """Return the shape one step further in; a union's branch narrows to the model it names."""
    if isinstance(step, int):
        return shape.items or shape
    if step.startswith(STEP):
        named = tuple(m for m in shape.models if step.removeprefix(STEP) in fields_of(m))
        return Shape(models=named) if named else shape
    inside = [fields_of(model)[step][1] for model in shape.models if step in fields_of(model)]
    return _merged(inside) if inside else shape.values or shape

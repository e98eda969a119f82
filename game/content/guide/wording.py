"""How a field's type is said to an author: from annotations to a few words."""

from __future__ import annotations

import re
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel
from pydantic.fields import FieldInfo

from game.content.desks import WATCHED
from game.content.effects import are_effects
from game.content.fields import Bare, Expr, Handle, Path, Ref, RoleName, Said, Variant
from game.content.paths import LEGACIES, THREADS, TOPICS
from game.content.walk import shape_of

_SETS = {frozenset(TOPICS): "topic", frozenset(THREADS): "thread", frozenset(LEGACIES): "legacy",
         frozenset(WATCHED): "watched figure"}  # fmt: skip

MANY = 4  # a reference to so many kinds is said without them


def called(model: type[BaseModel]) -> str:
    """Return how the guide calls a map: the words of its class."""
    return re.sub(r"(?<=[a-z])(?=[A-Z])", " ", model.__name__).lower().removesuffix(" body")


def worded(annotation: Any) -> str:
    """Return what may stand in a place, in words."""
    if get_origin(annotation) is Annotated:
        return _annotated(annotation)
    origin, args = get_origin(annotation), get_args(annotation)
    if origin in (Union, UnionType):
        return _either(args)
    if origin is list:
        return "effects" if are_effects(shape_of(args[0])) else f"list of: {worded(args[0])}"
    if origin is dict:
        return f"map from {worded(args[0])} to {worded(args[1])}"
    if origin is Literal:
        return _SETS.get(frozenset(args)) or " or ".join(f"`{word}`" for word in args if word)
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"map ({called(annotation)})"
    return {bool: "`true` or `false`", int: "whole number", str: "word"}[annotation]


def _either(args: tuple[Any, ...]) -> str:
    """Say a union; nothing, which stands for a key that is left out, isn't said."""
    wanted = [arg for arg in args if arg is not NoneType]
    if any(Variant in shape_of(arg).models or _variants(arg) for arg in wanted):
        return "text, or list of: map (variant)"
    return " or ".join(dict.fromkeys(worded(arg) for arg in wanted))


def _variants(annotation: Any) -> bool:
    items = shape_of(annotation).items
    return items is not None and Variant in items.models


def _annotated(annotation: Any) -> str:
    inner, *metadata = get_args(annotation)
    for item in metadata:
        said = _marked(item)
        if said:
            return said
    bounds = _bounds(metadata)
    return bounds if inner is int and bounds else worded(inner)


def _marked(item: Any) -> str:
    """Say what a marker means, or nothing."""
    match item:
        case Ref(kinds, words):
            if len(kinds) > MANY:
                return "id"
            kind = kinds[0].replace("_", " ")
            return " or ".join([f"id of {_article(kind)} {kind}", *(f"`{word}`" for word in words)])
        case Expr(wants):
            amount = "`true`, `false` or amount" if item.yes_no else "amount"
            condition = "happening" if item.happens else "condition"
            return condition if wants == "bool" else amount
        case RoleName(what):
            return "ship role" if what == "vehicle" else "person role"
        case Said():
            return "text"
        case Path():
            return "figure"
        case Handle(books=False):
            return "flight"
        case AfterValidator():
            return "day or month"
        case Bare() | _:
            return ""


def _article(word: str) -> str:
    return "an" if word[0] in "aeiou" else "a"


def _bounds(metadata: list[Any]) -> str:
    """Say the bounds of a whole number, or nothing."""
    found: dict[str, int] = {}
    for item in metadata:
        parts = item.metadata if isinstance(item, FieldInfo) else [item]
        found |= {key: getattr(part, key) for part in parts for key in ("ge", "le")
                  if hasattr(part, key)}  # fmt: skip
    return f"{found['ge']:,} to {found['le']:,}" if len(found) == 2 else ""

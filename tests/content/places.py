"""Every place of a definition that takes an id, and the least object that has something there.

Read off the definitions themselves, so that a new kind, key or effect is a new place at once.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from game.content.definitions import KINDS
from game.content.definitions.stories import Result
from game.content.effects import EFFECTS, When
from game.content.fields import Expr, Handle, Marker, Path, Ref, RoleName

Step = tuple[str, Any]
Route = tuple[Step, ...]
MADE = tuple(one.form for one in EFFECTS.values())
MARKERS = (Ref, Expr, Path, RoleName, Handle)
WHOLE = {"event": "desks.choices.effects"}  # where somebody does them; else a kind's first list


@dataclass(frozen=True)
class Place:
    """Where an id may stand in an object of a kind, and what marks it."""

    kind: str
    route: Route
    marker: Marker

    @property
    def told(self) -> str:
        """The way to it, for whoever reads a failure."""
        return ".".join([self.kind, *_fields(self.route)])

    @property
    def effects(self) -> int:
        """How many effects it stands in, one inside the other."""
        return sum(
            1 for sort, what in self.route if sort == "branch" and unwrapped(what)[1] in MADE
        )

    @property
    def holder(self) -> str:
        """The list of effects that it stands in, if it does."""
        first = [
            unwrapped(what)[1] in MADE if sort == "branch" else False for sort, what in self.route
        ]
        return ".".join(_fields(self.route[: first.index(True)])) if any(first) else ""


def _fields(route: Route) -> list[str]:
    return [str(name) for sort, name in route if sort == "field"]


@cache
def places() -> tuple[Place, ...]:
    """Return every place of every kind; where effects stand in all kinds, all of them once a kind.

    Effects within effects, and those of a kind's further lists of effects, are one flag each.
    """
    return tuple(_places())


def _places() -> Iterator[Place]:
    for kind, model in KINDS.items():
        whole = WHOLE.get(kind, "")
        for route, marker in _routes(model, ()):
            place = Place(kind, route, marker)
            if place.effects:
                whole = whole or place.holder
                inside, further = place.effects > 1, place.holder != whole
                if (inside or further) and not place.told.endswith(".flag"):
                    continue
            yield place


@cache
def _hints(model: type[BaseModel]) -> dict[str, Any]:
    return get_type_hints(model, include_extras=True)


def _routes(annotation: Any, on_way: tuple[type, ...]) -> Iterator[tuple[Route, Marker]]:
    marker, bare, _ = unwrapped(annotation)
    if marker is not None:
        yield (), marker
    elif get_origin(bare) in (Union, UnionType):
        for branch in get_args(bare):
            for route, found in _routes(branch, on_way):
                yield (("branch", branch), *route), found
    elif get_origin(bare) is list:
        for route, found in _routes(get_args(bare)[0], on_way):
            yield (("item", None), *route), found
    elif get_origin(bare) is dict:
        for sort, part in zip(("key", "value"), get_args(bare), strict=True):
            for route, found in _routes(part, on_way):
                yield ((sort, None), *route), found
    elif isinstance(bare, type) and issubclass(bare, BaseModel) and bare not in on_way:
        for name, hint in _hints(bare).items():
            if name in bare.model_fields and name != "sources":
                for route, found in _routes(hint, (*on_way, bare)):
                    yield (("field", name), *route), found


def unwrapped(annotation: Any) -> tuple[Marker | None, Any, list[Any]]:
    """Return an annotation's marker, what is annotated, and all that is said of it."""
    metadata: list[Any] = []
    while get_origin(annotation) is Annotated:
        annotation, *said = get_args(annotation)
        metadata += said
    marker = next((one for one in metadata if isinstance(one, MARKERS)), None)
    parts = [p for one in metadata for p in (one.metadata if isinstance(one, FieldInfo) else [one])]
    return marker, annotation, parts


class Builder:
    """Makes the least data that a definition takes, with a value at a route."""

    def __init__(self, samples: dict[type, Any], beside: dict[type, dict[str, Any]]) -> None:
        """Take what stands at a marked place by its marker, and what models need beside."""
        self.samples = samples
        self.beside = beside

    def object(self, place: Place, id_: str, value: Any) -> dict[str, Any]:
        """Return an object of the place's kind with a value there."""
        return {place.kind: id_, **self._filled(KINDS[place.kind], place.route, value)}

    def _filled(self, annotation: Any, route: Route, value: Any) -> Any:
        if not route:
            return value
        (sort, what), rest = route[0], route[1:]
        _, bare, said = unwrapped(annotation)
        if sort == "branch":
            return self._filled(what, rest, value)
        if sort == "item":
            more = [self.least(get_args(bare)[0])] * (_fewest(said) - 1)
            return [self._filled(get_args(bare)[0], rest, value), *more]
        if sort == "field":
            return self._model(bare, what, rest, value)
        key, content = get_args(bare)
        if sort == "key":
            return {self._filled(key, rest, value): self.least(content)}
        return {self.least(key): self._filled(content, rest, value)}

    def _model(self, model: type[BaseModel], name: str, rest: Route, value: Any) -> Any:
        hint, made = _hints(model)[name], self._least_model(model)
        filled = self._filled(hint, rest, value)
        if model is Result and name == "answers":
            return made | filled
        return merged(made, {_key(model, name): filled})

    def least(self, annotation: Any) -> Any:
        """Return the least value that an annotation takes."""
        marker, bare, said = unwrapped(annotation)
        origin, args = get_origin(bare), get_args(bare)
        if marker is not None:
            return self.sample(marker)
        if origin in (Union, UnionType):
            return self.least(next(arg for arg in args if arg is not NoneType))
        if origin is list:
            return [self.least(args[0])] * max(1, _fewest(said))
        if origin is dict:
            return {self.least(args[0]): self.least(args[1])}
        if origin is Literal:
            return args[0]
        if isinstance(bare, type) and issubclass(bare, BaseModel):
            return self._least_model(bare)
        low = next((one.ge for one in said if hasattr(one, "ge")), 1)
        day = any(type(one).__name__ == "AfterValidator" for one in said)
        return {bool: False, int: max(low, 1), str: "2022-03-01" if day else "word"}[bare]

    def _least_model(self, model: type[BaseModel]) -> dict[str, Any]:
        hints, fields = _hints(model), model.model_fields
        needed = [name for name, field in fields.items() if field.is_required()]
        if model is When:
            return {"when": self.sample(Expr("bool")), "do": [{"flag": {"h_flag": 2}}]}
        made = {_key(model, name): self.least(hints[name]) for name in needed}
        made |= self.beside.get(model, {})
        answers = made.pop("answers") if model is Result else {}
        return {**made, **answers}

    def sample(self, marker: Marker) -> Any:
        """Return what stands at a place that isn't looked at."""
        if isinstance(marker, Ref):
            return self.samples[Ref][marker.kinds[0]]
        if isinstance(marker, Expr) and marker.happens:
            return self.samples[Expr]["happens"]
        if isinstance(marker, Expr):
            return self.samples[Expr][marker.wants]
        return self.samples[type(marker)]


def _fewest(said: list[Any]) -> int:
    return next((one.min_length for one in said if hasattr(one, "min_length")), 0)


def _key(model: type[BaseModel], name: str) -> str:
    return model.model_fields[name].alias or name


def merged(base: dict[str, Any], made: dict[str, Any]) -> dict[str, Any]:
    """Return a map with another's keys over its own, inner maps likewise."""
    both = base.keys() & made.keys()
    inner = {
        key: merged(base[key], made[key])
        for key in both
        if isinstance(base[key], dict) and isinstance(made[key], dict)
    }
    return {**base, **made, **inner}

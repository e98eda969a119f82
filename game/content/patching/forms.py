"""What a patch and a removal say, and of which object."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Annotated, Any

from pydantic import Field, PlainValidator, ValidationError

from game.content.checking import said_wrong
from game.content.definitions import KINDS
from game.content.fields import Line, Strict
from game.content.findings import Finding, Mark, finding
from game.content.nodes import Mapping, Scalar, Sequence, plain
from game.content.versions import PackRanges
from game.text.near import did_you_mean

_TARGET = re.compile(r"(?:([a-z][a-z0-9_]*):)?([a-z_]+)/([A-Za-z][A-Za-z0-9_-]*)")
_OTHERWISE = re.compile(r"(?:([a-z][a-z0-9_]*)[:/])?([a-z_]+)[.: /]([A-Za-z][A-Za-z0-9_-]*)")
WHEN = "when"
"""The path that a condition is joined to where none is named."""
WRITTEN_SO = "as in `base:event/invasion`"


def _list_or_map(value: Any) -> Any:
    if not isinstance(value, list | dict):
        raise ValueError("a list or a map of what is added stands here")
    return value


def _conditions(value: Any) -> Any:
    several = list(value.values()) if isinstance(value, dict) else [value]
    if not several or not all(isinstance(one, str | bool) for one in several):
        raise ValueError("a condition stands here, or a map from paths to conditions")
    return value


Fields = dict[str, Any]
Lists = dict[str, Annotated[Any, PlainValidator(_list_or_map)]]
Conditions = Annotated[Any, PlainValidator(_conditions)]
Paths = list[Annotated[str, Field(min_length=1)]]


class Removal(Strict):
    """A whole object taken out, and why."""

    because: Line
    if_pack: PackRanges = Field(default_factory=dict)


class Patch(Strict):
    """What is changed of an object: values by path, in the order expect, remove, set, add, join."""

    because: Line | None = None
    if_pack: PackRanges = Field(default_factory=dict)
    expect: Fields = Field(default_factory=dict)
    remove: Paths = Field(default_factory=list)
    set: Fields = Field(default_factory=dict)
    add_first: Lists = Field(default_factory=dict)
    add: Lists = Field(default_factory=dict)
    and_when: Conditions = None
    or_when: Conditions = None


FORMS: dict[str, type[Patch | Removal]] = {"patch": Patch, "remove": Removal}
"""What a map says whose first key is this, by the key."""
_DOES = ("remove", "set", "add_first", "add", "and_when", "or_when")


@dataclass(frozen=True, slots=True)
class Written:
    """A patch or removal as read: who wrote it, and of which object of which pack (may be "")."""

    pack: str
    node: Mapping = field(repr=False)
    form: Patch | Removal
    target: str
    whose: str
    kind: str
    id: str

    @property
    def mark(self) -> Mark:
        """Where it names its object."""
        return next(iter(self.node.values.values())).mark

    def part(self, key: str) -> Mapping | None:
        """Return the map under a key, where there is one."""
        found = self.node.values.get(key)
        return found if isinstance(found, Mapping) else None

    def path_at(self, mark: Mark) -> str:
        """Return the path of the field that a place in the patch is about; empty where of none."""
        before = [(at, path) for at, path in self._paths() if at <= (mark.line, mark.column)]
        return max(before, default=((0, 0), ""))[1] if before else ""

    def _paths(self) -> Iterator[tuple[tuple[int, int], str]]:
        """Yield line and column, counted from 1, of each path that the patch names."""
        for operation, value in self.node.values.items():
            if isinstance(value, Mapping) and operation in Patch.model_fields:
                yield from _named(value, "")
            elif isinstance(value, Sequence) and operation == "remove":
                yield from (((x.mark.line, x.mark.column), str(plain(x))) for x in value.items)
            elif isinstance(value, Scalar) and operation in ("and_when", "or_when"):
                yield (value.mark.line, value.mark.column), WHEN


def _named(node: Mapping, above: str) -> Iterator[tuple[tuple[int, int], str]]:
    for key, value in node.values.items():
        mark, path = node.keys[key].mark, f"{above}{key}"
        yield (mark.line, mark.column), path
        if isinstance(value, Mapping):
            yield from _named(value, f"{path}.")


def read(pack: str, node: Mapping) -> Written | list[Finding]:
    """Return the patch that a map is, or what is wrong with its form."""
    what, named = next(iter(node.values.items()))
    target = named.value if isinstance(named, Scalar) else None
    if not isinstance(target, str) or not (match := _TARGET.fullmatch(target)):
        said = f"this names no object, {WRITTEN_SO}"
        return [finding("E080", named.mark, said, _meant(target))]
    whose, kind, id_ = match.groups()
    if kind not in KINDS:
        hint = did_you_mean(kind, KINDS)
        return [finding("E080", named.mark, f'unknown kind "{kind}"', hint)]
    model = FORMS[what]
    data = {key: value for key, value in plain(node).items() if key != what}
    try:
        form = model.model_validate(data)
    except ValidationError as refused:
        return said_wrong(what, model, node, refused)
    written = Written(pack, node, form, target, whose or "", kind, id_)
    return list(_empty(written)) or written


def _meant(target: object) -> str:
    match = _OTHERWISE.fullmatch(target) if isinstance(target, str) else None
    if match and match[2] in KINDS:
        return f"write {match[1] or 'base'}:{match[2]}/{match[3]}"
    return ""


def _empty(written: Written) -> Iterator[Finding]:
    """Yield that a patch does nothing, or two things to one field."""
    if isinstance(written.form, Removal):
        return
    if not any(getattr(written.form, one) for one in _DOES):
        yield finding("E082", written.mark, f"this patch does nothing: it has no {_listed()}")
    form = written.form
    for path in sorted({*form.set} & {*form.remove}):
        mark = written.node.values["remove"].mark
        yield finding(
            "E082", mark, f'"{path}" is set and removed in one patch', "do one of the two"
        )


def _listed() -> str:
    return f"{', '.join(_DOES[:-1])} or {_DOES[-1]}"

"""One patch on one object: its operations, in order, each on what the one before left."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from game.content.checking import Defined
from game.content.definitions import KINDS
from game.content.fields import Expr
from game.content.findings import Mark
from game.content.nodes import Joined, Mapping, Node, Scalar, Sequence, plain
from game.content.objects import Objects
from game.content.patching import editing, joining
from game.content.patching.changes import Change, Operation
from game.content.patching.forms import WHEN, Patch, Written
from game.content.patching.qualifying import Crossing
from game.content.patching.steps import Found, find, known_at, longest, scalar_told
from game.content.patching.telling import told
from game.content.walk import fields_of, keys_at, shape_at
from game.text.near import did_you_mean


class RefusedError(Exception):
    """A patch can't be applied: a finding's code, place, message and hint."""

    def __init__(self, code: str, mark: Mark, message: str, hint: str = "", path: str = "") -> None:
        """Take the parts of a finding, and the path that leads nowhere, if one does."""
        super().__init__(message)
        self.code, self.mark, self.message, self.hint, self.path = code, mark, message, hint, path


class StaleError(RefusedError):
    """An object isn't as a patch expects it."""


@dataclass(slots=True)
class Applying:
    """A patch that is being applied: the object as it is by now, and what was written."""

    objects: Objects
    defined: Defined
    patch: Written
    form: Patch
    node: Mapping
    changes: list[Change] = field(default_factory=list)

    def run(self) -> None:
        """Do all that the patch says. Raises RefusedError where something can't be done."""
        for path, key, value in self._entries("expect"):
            self._expect(path, key, value)
        for path, mark in self._removed():
            self._remove(path, mark)
        for path, key, value in self._entries("set"):
            self._set(path, key, value)
        for path, key, value in self._entries("add_first"):
            self._add(path, key, value, first=True)
        for path, key, value in self._entries("add"):
            self._add(path, key, value, first=False)
        for path, condition in self._conditions("and_when", self.form.and_when):
            self._join("and_when", path, condition)
        for path, condition in self._conditions("or_when", self.form.or_when):
            self._join("or_when", path, condition)

    def _entries(self, operation: str) -> Iterator[tuple[str, Scalar, Node]]:
        """Yield path, key and value of what stands under an operation."""
        several = self.patch.part(operation)
        for path in several.values if several else ():
            assert several is not None
            yield path, several.keys[path], several.values[path]

    def _removed(self) -> Iterator[tuple[str, Mark]]:
        listed = self.patch.node.values.get("remove")
        if isinstance(listed, Sequence):
            yield from ((str(plain(one)), one.mark) for one in listed.items)

    def _conditions(self, key: str, form: object) -> Iterator[tuple[str, Scalar]]:
        """Yield the conditions to join, each with the path of the one that it joins."""
        entries = [(path, value) for path, _, value in self._entries(key)]
        if form is not None and not isinstance(form, dict):
            entries = [(WHEN, self.patch.node.values[key])]
        yield from ((path, value) for path, value in entries if isinstance(value, Scalar))

    def _find(self, path: str, mark: Mark) -> Found:
        """Return how far a path leads. Raises RefusedError where it is the id, or is ambiguous."""
        found = find(self.node, path)
        if found.loc[:1] == (self.defined.kind,):
            raise RefusedError("E082", mark, "an id stays as it is", "`renamed:` in pack.yaml")
        if found.rivals:
            hint = "say more, as in `date=2022-04,chair=nasa`"
            several = ", ".join(found.rivals)
            said = f'"{path}" may be any of several in {_told(found)}: {several}'
            raise RefusedError("E081", mark, said, hint, path)
        return found

    def _there(self, path: str, mark: Mark) -> Found:
        """Return what stands at a path. Raises RefusedError where nothing does."""
        found = self._find(path, mark)
        if found.rest:
            raise self._nowhere(path, mark, found)
        return found

    def _nowhere(self, path: str, mark: Mark, found: Found) -> RefusedError:
        known = sorted({*known_at(found.node), *keys_at(KINDS[self.defined.kind], found.loc)})
        there = did_you_mean(found.rest, known) or did_you_mean(found.rest.split(".")[0], known)
        hint = there or (f"there are {', '.join(known[:12])}" if known else "")
        place = _told(found) or f"{self.defined.kind} {self.defined.id}"
        return RefusedError("E081", mark, f'there is no "{found.rest}" in {place}', hint, path)

    def _wrote(
        self, operation: Operation, labels: tuple[str, ...], mark: Mark, new: str, old: str
    ) -> None:
        of, whom = self.defined, self.patch
        only = tuple(sorted(self.form.if_pack))
        self.changes.append(
            Change(whom.pack, of.kind, of.id, operation, labels, mark, new, old, only)
        )

    def _expect(self, path: str, key: Scalar, value: Node) -> None:
        found = self._find(path, key.mark)
        here = plain(found.node) if not found.rest else self._default(path)
        if here != plain(value):
            said = f'"{path}" is {told(found.node) if not found.rest else "not there"} by now'
            raise StaleError("W123", key.mark, f"{said}, not {told(value)}", "", path)

    def _default(self, path: str) -> object:
        """Return what a key of the object that is left out stands for."""
        known = fields_of(KINDS[self.defined.kind]).get(path)
        return getattr(self.defined.model, known[0]) if known else None

    def _remove(self, path: str, mark: Mark) -> None:
        found = self._there(path, mark)
        self.node = editing.edited(self.node, found.loc, lambda _: None)
        self._wrote("remove", found.labels, mark, "", told(found.node))

    def _set(self, path: str, key: Scalar, value: Node) -> None:
        """Set a value; a map is set key by key, and what it doesn't name stays."""
        found = self._find(path, key.mark)
        if found.rest:
            self._create("set", path, key, value, found)
        elif isinstance(value, Mapping) and isinstance(found.node, Mapping) and value.values:
            for name, inner in value.values.items():
                self._set(f"{path}.{name}", value.keys[name], inner)
        else:
            self.node = editing.edited(self.node, found.loc, lambda _: value)
            self._wrote("set", found.labels, key.mark, told(value), told(found.node))

    def _create(
        self, operation: Operation, path: str, key: Scalar, value: Node, found: Found
    ) -> None:
        """Write under a key that isn't there yet, if its place may have it."""
        if not isinstance(found.node, Mapping):
            raise self._nowhere(path, key.mark, found)
        head, rest = self._parted(path, key, found)
        made = _nested(key, rest, value)
        place = Scalar(key.source, key.line, key.column, head, key.style)
        self.node = editing.edited(
            self.node, found.loc, lambda node: editing.with_key(_map(node), place, made, head)
        )
        labels = (*found.labels, head, *([rest] if rest else []))
        self._wrote(operation, labels, key.mark, told(value), "")

    def _parted(self, path: str, key: Scalar, found: Found) -> tuple[str, str]:
        """Return the new key that a path names, and the rest of the path below it."""
        model = KINDS[self.defined.kind]
        known = keys_at(model, found.loc)
        if known:
            head = longest(known, found.rest)
            if not head:
                raise self._nowhere(path, key.mark, found)
            return head, found.rest[len(head) + 1 :]
        values = shape_at(model, found.loc).values
        if values is None or not (values.models or values.values or values.items):
            return found.rest, ""
        head, _, rest = found.rest.partition(".")
        return head, rest

    def _add(self, path: str, key: Scalar, value: Node, *, first: bool) -> None:
        """Put items into a list, or keys that are new into a map."""
        found = self._find(path, key.mark)
        if found.rest:
            self._create("add", path, key, value, found)
        elif isinstance(found.node, Sequence) and isinstance(value, Sequence):
            old, new = found.node.items, value.items
            items = [*new, *old] if first else [*old, *new]
            self.node = editing.edited(
                self.node, found.loc, lambda node: editing.with_items(_list(node), items)
            )
            self._wrote("add", found.labels, key.mark, told(value), "")
        elif isinstance(found.node, Mapping) and isinstance(value, Mapping):
            for name, inner in value.values.items():
                if name in found.node.values:
                    said = f'"{name}" stands in {_told(found)} already'
                    raise RefusedError("E082", value.keys[name].mark, said, "`set` it", path)
                self._set(f"{path}.{name}", value.keys[name], inner)
        else:
            said = f'"{path}" is {_sort(found.node)}, and {_sort(value)} can\'t be added to it'
            raise RefusedError("E082", key.mark, said, "`set` it", path)

    def _join(self, how: Operation, path: str, condition: Scalar) -> None:
        """Join a condition to the one that stands there, as trees."""
        text = scalar_told(condition)
        if not joining.readable(text):
            said = f"the condition {told(condition)} can't be read"
            raise RefusedError("E030", condition.mark, said, "", path)
        crossing = Crossing(self.objects, self.patch.pack, self.defined.pack)
        new, found = crossing.expression(text), self._find(path, condition.mark)
        self._takes_condition(path, condition.mark, found)
        if found.rest and how == "or_when":
            said = f'without "{path}" it always holds, and nothing is to be joined'
            raise RefusedError("E082", condition.mark, said, "", path)
        if found.rest:
            whole = _joined(condition, new, ())
            self._create(how, path, _key(condition, path), whole, found)
            return
        old = found.node
        if not isinstance(old, Scalar) or not joining.readable(scalar_told(old)):
            raise RefusedError("E082", condition.mark, f'"{path}" can\'t be read', "", path)
        both = joining.joined("and" if how == "and_when" else "or", scalar_told(old), new)
        parts = old.parts if isinstance(old, Joined) else (old,)
        whole = _joined(condition, both, parts)
        self.node = editing.edited(self.node, found.loc, lambda _: whole)
        self._wrote(how, found.labels, condition.mark, text, told(old))

    def _takes_condition(self, path: str, mark: Mark, found: Found) -> None:
        """Raise RefusedError where no condition may stand at a place."""
        shape = shape_at(KINDS[self.defined.kind], (*found.loc, *filter(None, [found.rest])))
        if not (isinstance(shape.marker, Expr) and shape.marker.wants == "bool"):
            if found.rest and found.rest not in keys_at(KINDS[self.defined.kind], found.loc):
                raise self._nowhere(path, mark, found)
            raise RefusedError("E082", mark, f'"{path}" is no condition', "", path)


def _joined(condition: Scalar, text: str, parts: tuple[Scalar, ...]) -> Joined:
    place = condition.source, condition.line, condition.column
    return Joined(*place, text, condition.style, (*parts, condition))


def _key(condition: Scalar, path: str) -> Scalar:
    return Scalar(condition.source, condition.line, condition.column, path)


def _nested(key: Scalar, rest: str, value: Node) -> Node:
    """Return a value within the maps that the rest of a path names."""
    head, _, further = rest.partition(".")
    if not head:
        return value
    inner = _nested(key, further, value)
    return Mapping(key.source, key.line, key.column, {head: key}, {head: inner})


def _map(node: Node) -> Mapping:
    assert isinstance(node, Mapping)
    return node


def _list(node: Node) -> Sequence:
    assert isinstance(node, Sequence)
    return node


def _told(found: Found) -> str:
    return f'"{".".join(found.labels)}"' if found.labels else ""


def _sort(node: Node) -> str:
    if isinstance(node, Scalar):
        return "a text" if isinstance(node.value, str) else told(node)
    return "a map" if isinstance(node, Mapping) else "a list"

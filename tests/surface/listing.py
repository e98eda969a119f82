"""The public surface as lines: every name with its signature, every field, property and method."""

from __future__ import annotations

import ast
import inspect
import re
import textwrap
from collections.abc import Iterator
from dataclasses import MISSING, dataclass, fields, is_dataclass
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from game.content.records import Content

PACKAGES = ("game", "game.testing", "game.envs", "game.lab")
OF_EXTRAS = {"game.envs.ChairEnv": "game.envs.chair"}
"""What can't be loaded without an extra that tests do without, by module: its source is read."""


@dataclass(frozen=True)
class Entry:
    """A public thing: its whole name, itself (None where an extra is missing)."""

    name: str
    thing: Any

    @property
    def doc(self) -> str:
        """What is said of it; of a constant, nothing."""
        if self.thing is None:
            return ast.get_docstring(unloaded(self.name)) or ""
        told = self.thing if callable(self.thing) else None
        return inspect.getdoc(told) or "" if told is not None else ""


def entries(package: str) -> Iterator[Entry]:
    """Yield the public things of a package, by name."""
    module = import_module(package)
    for name in module.__all__:
        whole = f"{package}.{name}"
        if name != "__version__":
            yield Entry(whole, None if whole in OF_EXTRAS else getattr(module, name))


def lines(entry: Entry) -> list[str]:
    """Return an entry as lines: what it is called with, then what it has."""
    if entry.thing is None:
        read = _of_source(unloaded(entry.name))
        return [f"{entry.name}: needs an extra", *(f"{entry.name}.{told}" for told in read)]
    if inspect.isclass(entry.thing):
        return list(_of_class(entry.name, entry.thing))
    if callable(entry.thing):
        return [f"{entry.name}{signature(entry.thing)}"]
    return [f"{entry.name}: {type(entry.thing).__name__}"]


def unloaded(name: str) -> ast.ClassDef:
    """Return the source of a class that isn't loaded."""
    found = find_spec(OF_EXTRAS[name])
    assert found and found.origin
    tree = ast.parse(Path(found.origin).read_text(encoding="utf-8"))
    return next(n for n in tree.body if isinstance(n, ast.ClassDef) and name.endswith(n.name))


def _of_source(read: ast.ClassDef) -> Iterator[str]:
    """Yield the methods of a class as its source has them, that which makes it first."""
    methods = (node for node in read.body if isinstance(node, ast.FunctionDef))
    for node in methods:
        if node.name == "__init__" or not node.name.startswith("_"):
            takes = re.sub(r"(?<=[\w\]])=", " = ", ast.unparse(node.args))
            yield f"{node.name}({takes}) -> {ast.unparse(node.returns) if node.returns else None}"


def signature(thing: Any) -> str:
    """Return what a function takes and returns, as it is written."""
    told = re.sub(r"<(function|object)[^>]*>", "...", str(inspect.signature(inspect.unwrap(thing))))
    return re.sub(r"(: |-> )'([^']*)'", r"\1\2", told)


def _of_class(name: str, kind: type) -> Iterator[str]:
    bases = ", ".join(base.__name__ for base in kind.__bases__ if _told(base))
    yield f"{name}: class{f' of {bases}' if bases else ''}"
    yield from (f"{name}.{told}" for told in members(kind))


def _told(base: type) -> bool:
    return base.__module__.startswith("game.") and base.__name__ not in ("Brief", "Record", "Kept")


def members(kind: type) -> list[str]:
    """Return the fields, attributes, properties and methods of a class that are public."""
    return [*_fields(kind), *_attributes(kind), *_methods(kind)]


def _fields(kind: type) -> Iterator[str]:
    if not is_dataclass(kind) or kind is Content:  # which has its own promise, that of packs
        return
    for one in fields(kind):
        hint = one.type if isinstance(one.type, str) else getattr(one.type, "__name__", one.type)
        given = one.default is not MISSING or one.default_factory is not MISSING
        if not one.name.startswith("_") and one.init:
            yield f"{one.name}: {hint}{' = ...' if given else ''}"


def _attributes(kind: type) -> Iterator[str]:
    """Yield what a class that is no record sets as it is made."""
    made = vars(kind).get("__init__")
    if is_dataclass(kind) or not inspect.isfunction(made):
        return
    yield f"__init__{signature(made)}"
    tree = ast.parse(textwrap.dedent(inspect.getsource(made)))
    found = (n for n in ast.walk(tree) if isinstance(n, ast.Attribute))
    stored = [n for n in found if isinstance(n.ctx, ast.Store) and not n.attr.startswith("_")]
    yield from sorted({n.attr for n in stored if getattr(n.value, "id", "") == "self"})


def _methods(kind: type) -> Iterator[str]:
    for name, member in sorted(vars(kind).items()):
        if name.startswith("_"):
            continue
        if isinstance(member, property) and member.fget:
            yield f"{name}{signature(member.fget)}".replace("(self)", "", 1)
        elif inspect.isfunction(member):
            yield f"{name}{signature(member)}"


def surface() -> str:
    """Return all of it, a line each."""
    found = (line for package in PACKAGES for entry in entries(package) for line in lines(entry))
    return "".join(f"{line}\n" for line in found)

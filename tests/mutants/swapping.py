"""Puts other code into functions that live, so that whoever holds them runs it."""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterable, Iterator
from importlib import import_module
from types import CodeType, FunctionType

from tests.mutants.drawing import ROOT, Mutant

HIT = "_hit"  # what a marked statement calls, with the numbers of the mutants that change it
Place = tuple[str, str, int]  # of a function: its file, its name within it, its first line


class Swapping:
    """The functions of some mutants' modules, which it imports."""

    def __init__(self, mutants: Iterable[Mutant]) -> None:
        self.files = {one.path: _file_of(one.path) for one in mutants}
        here = set(self.files.values())
        self.living: dict[Place, list[FunctionType]] = {}
        for thing in gc.get_objects():
            if type(thing) is FunctionType and thing.__code__.co_filename in here:
                self.living.setdefault(_place(thing.__code__), []).append(thing)

    def mark(self, path: str, lines: dict[int, int]) -> None:
        """Let the statements on these lines of a module call `HIT`: number to line."""
        tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
        for number, line in lines.items():
            body, at = _innermost(tree, line)
            body.insert(at, _call(number, body[min(at, len(body) - 1)]))
        self._put(path, compile(tree, self.files[path], "exec"))

    def put(self, mutant: Mutant) -> bool:
        """Put a mutant's code in; return whether there was a function to put it into."""
        return self._put(mutant.path, compile(mutant.text, self.files[mutant.path], "exec"))

    def take(self, path: str) -> None:
        """Put a module's own code in again."""
        text = (ROOT / path).read_text(encoding="utf-8")
        self._put(path, compile(text, self.files[path], "exec"))

    def _put(self, path: str, code: CodeType) -> bool:
        found = False
        for one in _functions(code):
            for function in self.living.get(_place(one), ()):
                if function.__code__ != one:
                    function.__code__ = one
                    found = True
        return found


def _file_of(path: str) -> str:
    module = import_module(path.removesuffix(".py").removesuffix("/__init__").replace("/", "."))
    assert module.__file__ is not None
    return module.__file__


def _place(code: CodeType) -> Place:
    return code.co_filename, code.co_qualname, code.co_firstlineno


def _functions(code: CodeType) -> Iterator[CodeType]:
    """Yield the functions of a module and of its classes, those within functions left out."""
    for one in code.co_consts:
        if isinstance(one, CodeType) and "<locals>" not in one.co_qualname:
            yield one
            yield from _functions(one)


def _innermost(tree: ast.Module, line: int) -> tuple[list[ast.stmt], int]:
    """Return where the innermost statement on a line stands; of a head, where its body begins."""
    found: tuple[list[ast.stmt], int] = tree.body, 0
    for body in (body for node in ast.walk(tree) for body in _bodies(node)):
        for at, one in enumerate(body):
            if one.lineno <= line <= (one.end_lineno or 0):
                found = body, at
    here = found[0][found[1]]
    return (here.body, 0) if isinstance(here, ast.FunctionDef) else found


def _bodies(node: ast.AST) -> Iterator[list[ast.stmt]]:
    for name in ("body", "orelse", "finalbody"):
        body = getattr(node, name, None)
        if isinstance(body, list) and body and isinstance(body[0], ast.stmt):
            yield body


def _call(number: int, near: ast.stmt) -> ast.stmt:
    call = ast.Call(ast.Name(HIT, ast.Load()), [ast.Constant(number)], [])
    return ast.fix_missing_locations(ast.copy_location(ast.Expr(call), near))

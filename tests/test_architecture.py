"""The layout's promises: pure rules, a light front door, small modules and functions."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Container
from pathlib import Path

import pytest

import game

GAME = Path(__file__).parents[1] / "game"
MODULES = sorted(GAME.rglob("*.py"))
IMPURE = {"pathlib", "time", "random", "os", "io", "secrets", "tempfile", "asyncio", "threading"}
HEAVY = ("textual", "pydantic", "yaml", "typer", "hypothesis")


def imported(module: Path) -> set[str]:
    names: set[str] = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            names.add(node.module.partition(".")[0])
    return names


@pytest.mark.parametrize("module", sorted((GAME / "rules").rglob("*.py")), ids=lambda p: p.stem)
def test_rules_touch_no_files_no_clock_no_chance(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert not imported(module) & IMPURE
    assert ".today()" not in text and ".now()" not in text


def test_the_front_door_loads_nothing_heavy() -> None:
    code = f"import game, sys; print([m for m in {HEAVY!r} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_every_public_name_is_there() -> None:
    assert all(getattr(game, name) is not None for name in game.__all__)
    missing = "nothing_of_that_name"
    with pytest.raises(AttributeError):
        getattr(game, missing)


def test_nothing_in_the_game_but_the_command_that_fuzzes_imports_its_testing_kit() -> None:
    fuzzes = GAME / "cli" / "fuzzing.py"
    outside = [m for m in MODULES if "testing" not in m.relative_to(GAME).parts and m != fuzzes]
    assert [m.name for m in outside if "game.testing" in m.read_text(encoding="utf-8")] == []


@pytest.mark.parametrize("module", MODULES, ids=lambda p: str(p.relative_to(GAME)))
def test_modules_and_functions_stay_small(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    assert text.count("\n") <= 400
    kinds = (ast.FunctionDef, ast.AsyncFunctionDef)
    functions = (node for node in ast.walk(ast.parse(text)) if isinstance(node, kinds))
    long = [f.name for f in functions if (f.end_lineno or f.lineno) - f.lineno >= 40]
    assert long == []


def _named(module: Path) -> str:
    return ".".join(module.relative_to(GAME.parent).with_suffix("").parts).removesuffix(".__init__")


def _of_the_game(module: Path, known: Container[str]) -> set[str]:
    """Return which modules of the game a module names: for types alone, or when they are needed."""
    found = set()
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module:
            names = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in known else node.module for name in names}
        elif isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
    return {name for name in found if name in known and name != _named(module)}


def test_imports_run_in_no_circle() -> None:
    """Neither those for types alone nor those within a function run in one."""
    known = {_named(module): module for module in MODULES}
    left = {name: _of_the_game(module, known) for name, module in known.items()}
    while free := {name for name, needs in left.items() if not needs & left.keys()}:
        left = {name: needs for name, needs in left.items() if name not in free}
    assert sorted(left) == []

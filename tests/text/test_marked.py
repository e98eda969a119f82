"""Every word that a face of the game shows is marked for translation where it stands."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.literals import GAME, MARKS, called, literals, sources

FACES = ("tui", "plain")
MODULES = tuple(sources(*FACES))
NOW = set(MARKS) - {"N_"}  # what translates at once
KEYS = {"Enter", "Esc", "PgUp PgDn"}  # as printed on the keys
ALLOWED = {
    "tui/app.py": {"Orbital Handshake"},  # the game's name
    "tui/going_on.py": {"Session"},  # a type
    "tui/paint/vitals.py": {"ORBITAL HANDSHAKE"},  # the game's name
    "tui/paint/foreseen.py": {"The "},  # an English title's article, left out where it is long
    "tui/screens/keys.py": {
        "`handshake plain`",  # a command
        '{"keys": {"undo": "z"}}',  # a setting as it is written
    },
    "tui/screens/title.py": {"handshake plain"},  # a command
    "plain/choosing.py": {"step up", "step down"},  # typed by the player
    "plain/draughting.py": {
        "remove 1, sum, home, preview, work, send, list, back",  # typed by the player
        "sum, home, preview",
    },
    "plain/game.py": {"`handshake continue --plain`"},  # a command
    "plain/scenes.py": {"scenes all", "scenes great", "scenes none"},  # typed by the player
    "plain/seat.py": {"why tension", "what would work", "what would work?"},  # typed by the player
    "plain/table.py": {"sum, home, work"},  # typed by the player
}


def _name(module: Path) -> str:
    return module.relative_to(GAME).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_words_are_marked_where_they_stand(module: Path) -> None:
    allowed = KEYS | ALLOWED.get(_name(module), set())
    bare = [(one.line, one.text) for one in literals(module) if one.read and not one.marked]
    assert [(line, text) for line, text in bare if text not in allowed] == []


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_what_is_marked_can_be_found_and_waits_until_it_is_shown(module: Path) -> None:
    tree = ast.parse(module.read_text(encoding="utf-8"))
    calls = [n for n in ast.walk(tree) if isinstance(n, ast.Call) and called(n) in MARKS]
    assert [n.lineno for n in calls if not _findable(n)] == []
    early = [n.lineno for n in _at_import(tree) if isinstance(n, ast.Call) and called(n) in NOW]
    assert early == []


def _findable(call: ast.Call) -> bool:
    """Return whether words are literals, or, of `_`, a name for words marked elsewhere."""
    words = call.args[: MARKS[called(call)]]
    kept = (ast.Name, ast.Subscript, ast.Attribute, ast.IfExp) if called(call) == "_" else ()
    return all(isinstance(word, (ast.Constant, *kept)) for word in words)


def _at_import(node: ast.AST) -> Iterator[ast.AST]:
    """Yield what is worked out as a module is imported: all but what stands in functions."""
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            yield from (n for d in (*child.args.defaults, *child.args.kw_defaults) if d
                        for n in ast.walk(d))  # fmt: skip
        else:
            yield child
            yield from _at_import(child)


def test_nothing_is_allowed_that_isnt_there() -> None:
    for name, allowed in ALLOWED.items():
        assert allowed <= {one.text for one in literals(GAME / name)}, name

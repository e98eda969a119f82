"""Every word that a face of the game shows is marked for translation where it stands."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.literals import GAME, MARKS, called, literals, sources

FACES = ("tui", "plain")
TELLERS = ("narration", "session", "saves", "report", "players")  # rooms whose words they show
APART = (
    "narration/words/",  # tables, which are translated by code
    "tui/picture/",  # takes the README's pictures: no player meets it
    "report/bug.py",  # for whoever mends the game, in one language
)
MODULES = tuple(
    m for m in sources(*FACES, *TELLERS) if not m.relative_to(GAME).as_posix().startswith(APART)
)
MARKUP = re.compile(r"</?[a-z]|[a-z]=\"|\{ color|^name n")  # of a page
NOW = set(MARKS) - {"N_"}  # what translates at once
KEYS = {"Enter", "Esc", "PgUp PgDn", "Tab"}  # as printed on the keys
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
    "plain/lessons.py": {"why tension"},  # typed by the player
    "plain/menus.py": {"step up", "step down"},  # typed by the player
    "plain/draughting.py": {"sum, home, preview"},  # typed by the player
    "plain/game.py": {"`handshake continue --plain`"},  # a command
    "plain/scenes.py": {"scenes all", "scenes great", "scenes none"},  # typed by the player
    "plain/speech.py": {"speech terse", "speech normal", "speech full"},  # typed by the player
    "plain/seat.py": {"why tension", "what would work", "what would work?"},  # typed by the player
    "narration/decisions.py": {"The ", "the {}"},  # an English name's article
    "narration/reasons.py": {"The ", "An "},  # an English name's article
    "narration/figures.py": {"{owner}: {}"},  # a placeholder
    "narration/hardware.py": {"the tunnel"},  # a context
    "narration/leaving.py": {"Zarya", "Columbus"},  # names
    "session/__init__.py": {
        "Page",
        "Saver",
        "Session",
        "Waiting",  # names of the module
        "Session: `content`",
        "Session: `setup`",
        "Session: `seats`",
        "submit: `decision`",
        "what the player {} decides",
        "the decision of the player {}",  # said to programmers
    },
    "session/counsel.py": {"Counsel", "Given", "Tally"},  # names of the module
    "session/telling/__init__.py": {"Item", "Rank", "Teller", "Telling"},  # names of the module
    "session/keeping.py": {"The save"},  # a place, where a programmer names none
    "session/seating.py": {  # said to programmers
        "the class {}",
        "{} can't sit for {}: give a player's name, {}, or a player of your own, made from a class "
        "that extends game.Player.",
        "The {} for {} has no name, and a save couldn't say who sat there: give its class a "
        "`name`.",
        "The {} for {} is called {}, as somebody else is in this game: give its class another "
        "`name`, by which a save tells them apart.",
    },
    "saves/earlier_formats.py": {  # as an older format wrote them
        "stays on the ground",
        "waits for money",
        "waits: the stores are full",
        "waits: its port is left only as the turn ends",
        "waits: no port is free",
    },
    "saves/times.py": {"{} UTC"},  # a zone's name
    "report/building.py": {"Orbital Handshake: "},  # the game's name
    "players/__init__.py": {  # names of the module
        "Diplomat",
        "Hawk",
        "Historical",
        "Move",
        "Peacemaker",
        "Planner",
        "Player",
    },
    "players/planner/__init__.py": {"Goals", "Peacemaker", "Planner"},  # names of the module
    "players/imagining.py": {  # said to programmers
        "This is what {} sees, not {}: take the view of {}.",
    },
}


def _name(module: Path) -> str:
    return module.relative_to(GAME).as_posix()


@pytest.mark.parametrize("module", MODULES, ids=_name)
def test_words_are_marked_where_they_stand(module: Path) -> None:
    allowed = KEYS | ALLOWED.get(_name(module), set())
    found = (one for one in literals(module) if one.read and not one.marked)
    bare = [(one.line, one.text) for one in found if not MARKUP.search(one.text)]
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

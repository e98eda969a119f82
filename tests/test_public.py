"""What others build on: the public surface, whole, typed, and plain about what it is given."""

from __future__ import annotations

import inspect
import os
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from pathlib import Path
from random import Random
from typing import Any, get_args, get_type_hints

import pytest

import game
from game.content import records
from game.content.records import Content
from tests.small import CONTENT
from tests.worlds import opening

ROOT = Path(__file__).parent.parent
SETUP = game.Setup("campaign", "nasa", 1)
OUTSIDE = """
from collections.abc import Sequence
from random import Random
from typing import ClassVar

import game


class Mine(game.Player):
    name: ClassVar[str] = "mine"
    about: ClassVar[str] = "takes the first thing that may be taken"

    def decide(
        self,
        content: game.Content,
        seen: game.State,
        options: Sequence[game.Option],
        dice: Random,
    ) -> game.Move:
        return game.Move(next(option.decision for option in options if option.legal))


def ahead(content: game.Content, seen: game.View, chair: str) -> game.Step:
    world: game.State = game.imagine(content, seen, chair, Random(1))
    decision: game.Decision = game.options(content, world)[0].decision
    told: game.Preview = game.preview(content, seen, decision)
    changes: list[game.Change] = [c for branch in told.branches for c in branch.changes]
    print(game.__version__, len(changes))
    return game.apply(content, world, decision)


content = game.load_content()
session = game.Session(content, game.Setup("the_leak", "nasa", 1), {"nasa": Mine()})
lines: tuple[game.Line, ...] = session.why("nasa", "tension")
"""
WRONG = "reveal_type(game.no_such_name)\ngame.pending(1)\n"


def _named(hint: Any) -> Iterator[type]:
    """Yield the game's own classes in a type hint."""
    if inspect.isclass(hint) and hint.__module__.startswith("game."):
        yield hint
    for part in get_args(hint):
        yield from _named(part)


def _hints(found: Any) -> Iterator[Any]:
    """Yield every hint of a function, or of a class's fields, properties and public methods."""
    if not inspect.isclass(found):
        yield from get_type_hints(found).values()
        return
    if found is Content:
        return
    if is_dataclass(found):
        hints = get_type_hints(found)
        yield from (hints[field.name] for field in fields(found))
    for name, member in vars(found).items():
        made = member.fget if isinstance(member, property) else member
        if inspect.isfunction(made) and (name == "__init__" or not name.startswith("_")):
            yield from get_type_hints(made).values()


def test_all_that_a_public_name_takes_or_returns_is_public_too() -> None:
    public = [getattr(game, name) for name in game.__all__ if name != "__version__"]
    met = {kind for found in public for hint in _hints(found) for kind in _named(hint)}
    assert sorted(kind.__name__ for kind in met - set(public)) == []
    assert {game.State, game.Decision, game.Move, game.View, game.Preview} <= met


def test_what_content_holds_is_public_beside_the_records() -> None:
    met = {kind for hint in get_type_hints(Content).values() for kind in _named(hint)}
    assert [kind.__name__ for kind in met if not hasattr(records, kind.__name__)] == []


def test_it_can_be_listed_before_it_is_used() -> None:
    code = "import game; print(sorted(set(game.__all__) - set(dir(game))), game.__version__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["[]", game.__version__]


def test_the_package_says_that_it_is_typed() -> None:
    assert (ROOT / "game" / "py.typed").is_file()
    built = tomllib.loads((ROOT / "pyproject.toml").read_text())["tool"]["hatch"]["build"]
    assert built["targets"]["wheel"]["packages"] == ["game", "orbital_handshake.py"]


def test_a_project_outside_is_held_to_the_types(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text(OUTSIDE)
    (tmp_path / "wrong.py").write_text(OUTSIDE + WRONG)
    done = subprocess.run(
        [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(_cache()),
         "mine.py", "wrong.py"],
        capture_output=True, text=True, cwd=tmp_path, env={**os.environ, "MYPYPATH": str(ROOT)},
    )  # fmt: skip
    found = [line for line in done.stdout.splitlines() if ": error:" in line]
    assert [line.partition(":")[0] for line in found] == ["wrong.py"] * 2, done.stdout + done.stderr


def _cache() -> Path:
    """Return where mypy keeps what it has learnt, so that it reads the game once."""
    return ROOT / ".mypy_cache" / "outside"


SEEN = game.view(CONTENT, opening(), "nasa")
CALLS: tuple[tuple[str, tuple[Any, ...], str], ...] = (
    ("load_content", ("packs/mine",), "`extra_packs` must be a Sequence, not 'packs/mine'"),
    ("load_content", ([3],), "`extra_packs`[0] must be a Path or a text, not 3"),
    ("load_content", (["/nowhere"],), "there is no such file"),
    ("new_game", (CONTENT, "campaign"), "`setup` must be a Setup, not 'campaign'"),
    ("new_game", ("base", SETUP), "`content` must be a Content, not 'base'"),
    ("new_game", (CONTENT, game.Setup), "not the class Setup itself"),
    ("new_game", (CONTENT, game.Setup("campaign", "nasa", "x")), "`setup`.seed must be a whole"),  # type: ignore[arg-type]
    ("new_game", (CONTENT, game.Setup("campain", "nasa", 1)), 'did you mean "campaign"'),
    ("new_game", (CONTENT,), "takes (content, setup), but the call has missing a required"),
    ("pending", (None,), "`state` must be a State, not None"),
    ("options", (CONTENT, (opening(), ())), "not a value of type tuple"),
    ("apply", (CONTENT, opening(), "end"), "`decision` must be a Decision, not 'end'"),
    ("apply", (CONTENT, opening(), game.Decision("nasa", "card", 3)), "`decision`.pick must be"),  # type: ignore[arg-type]
    ("why_not", (CONTENT, opening(), game.Decision("nasa", "x", "y")), "must be one of card, "),  # type: ignore[arg-type]
    ("why_not", (CONTENT, opening(), game.Decision("nasa", "card", "y", terms=("z",))), "a Term"),  # type: ignore[arg-type]
    ("view", (CONTENT, opening(), 1), "`chair` must be a text, not 1"),
    ("view", (CONTENT, opening(), "nassa"), 'no chair \'nassa\'; did you mean "nasa"?'),
    ("imagine", (CONTENT, SEEN, "nasa", 7), "`dice` must be a Random, not 7"),
    ("imagine", (CONTENT, opening(), "nasa", Random(1)), "`seen` must be a View"),
    ("imagine", (CONTENT, SEEN, "esa", Random(1)), "This is what nasa sees, not esa"),
    ("violations", (CONTENT, {}), "`state` must be a State"),
)  # fmt: skip


@pytest.mark.parametrize(("name", "given", "said"), CALLS)
def test_what_is_of_the_wrong_kind_is_told_in_a_sentence(
    name: str, given: tuple[Any, ...], said: str
) -> None:
    with pytest.raises(game.HandshakeError) as refused:
        getattr(game, name)(*given)
    assert said in str(refused.value)


def test_a_type_checker_finds_every_public_name() -> None:
    source = (ROOT / "game/__init__.py").read_text(encoding="utf-8")
    block = source.partition("if TYPE_CHECKING:")[2].partition("MODULES =")[0]
    told = set(re.findall(r"import \w+ as (\w+)", block)) | {"__version__"}
    assert told == set(game.__all__)

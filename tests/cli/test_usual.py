"""The commands without options: they do what the parser would do, and load little before a word."""

from __future__ import annotations

import subprocess
import sys

import pytest

from game.cli.playing import GREETING
from game.cli.usual import usual
from tests.cli.conftest import Run

HEAVY = ("pydantic", "yaml", "typer", "game.content.records", "game.session", "game.plain.game")


@pytest.mark.parametrize(
    "arguments", [["-h"], ["new"], ["continue", "--plain"], ["continue", "a", "b"], ["plain", "-h"]]
)
def test_what_has_options_is_left_to_the_parser(arguments: list[str]) -> None:
    assert usual(arguments) is None


@pytest.mark.parametrize("arguments", [[], ["continue"], ["continue", "mine"], ["plain"]])
def test_what_has_none_is_done_at_once(arguments: list[str]) -> None:
    assert usual(arguments) is not None


@pytest.mark.parametrize("module", ["game.cli.usual", "game.tui.app", "game.plain.console"])
def test_a_first_word_needs_neither_content_nor_a_game(module: str) -> None:
    code = f"import sys, {module}; print([name for name in {HEAVY!r} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


def test_plain_says_the_same_with_the_parser_and_without(run: Run) -> None:
    short, long = run("plain"), run("plain", "--hazards", "dated")
    assert short.out.startswith(GREETING)
    assert (short.status, short.out) == (long.status, long.out)

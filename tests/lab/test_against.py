"""This tree beside another revision: the table, and what is said where there is none."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from game.errors import UsageError
from game.lab import pace
from game.lab.against import measured, rows, worktree


def test_a_row_for_what_both_have() -> None:
    found = list(rows({"calls, rules": 150.0, "calls, new": 3.0}, {"calls, rules": 200.0}))
    assert [line.split() for line in found] == [["calls,", "rules", "150.0", "200.0", "-25.0", "%"]]


def test_a_revision_that_does_not_exist_is_told() -> None:
    with pytest.raises(UsageError, match="Name a revision"), worktree("no-such-revision"):
        pass


def test_a_tree_that_cannot_be_measured_is_told(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="can't be measured"):
        measured(tmp_path, "--nonsense")


LONG_THERE = {
    "game.content.load",
    "game.content.records",
    "game.rules.decisions",
    "game.rules.legality",
    "game.rules.setup",
    "game.rules.state",
    "game.rules.turn",
    "game.session",
}


def test_what_measures_older_trees_loads_only_what_they_have() -> None:
    tree = ast.parse(Path(pace.__file__).read_text("utf-8"))
    found = {n.module for n in tree.body if isinstance(n, ast.ImportFrom) and n.module}
    assert {name for name in found if name.startswith("game.")} == LONG_THERE

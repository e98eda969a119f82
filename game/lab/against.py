"""This tree beside any other revision of it: calls and clock, in one run."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory
from typing import Any

from game.errors import UsageError
from game.lab import pace

ROUNDS = 5
TREE = Path(__file__).resolve().parents[2]
MEASURE = Path(pace.__file__)


@contextmanager
def worktree(revision: str) -> Iterator[Path]:
    """Check a revision out into a folder that goes away again.

    Raises UsageError where there is no such revision, or no git at all.
    """
    with TemporaryDirectory() as folder:
        path = Path(folder) / "tree"
        _git("worktree", "add", "--detach", str(path), revision)
        try:
            yield path
        finally:
            _git("worktree", "remove", "--force", str(path))


def _git(*words: str) -> None:
    try:
        done = subprocess.run(["git", *words], cwd=TREE, capture_output=True, text=True)
    except OSError as wrong:
        raise UsageError(f"git can't be run ({wrong}); comparing trees needs it.") from wrong
    if done.returncode:
        said = done.stderr.strip().splitlines()[-1:] or ["it said nothing"]
        raise UsageError(f"git can't do that: {said[0]}. Name a revision of this repository.")


def measured(tree: Path, *words: str) -> Any:
    """Return what `pace` prints when it measures a tree. Raises UsageError where it can't."""
    command = [sys.executable, "-P", str(MEASURE), *words]
    place = os.environ | {"PYTHONPATH": str(tree), "PYTHONHASHSEED": "0"}
    done = subprocess.run(command, cwd=tree, env=place, capture_output=True, text=True)
    if done.returncode:
        said = done.stderr.strip().splitlines()[-1:] or ["it said nothing"]
        raise UsageError(f"{tree} can't be measured: {said[0]}")
    return json.loads(done.stdout)


def _clocked(there: Path, first: bool, words: tuple[str, ...]) -> tuple[float, float]:
    """Return decisions a second here and there; `first` says which of the two begins."""
    order = (there, TREE) if first else (TREE, there)
    found = {tree: measured(tree, "--clock", *words) for tree in order}
    return found[TREE], found[there]


def rows(mine: dict[str, float], theirs: dict[str, float]) -> Iterator[str]:
    """Yield a line for every figure that both have: here, there, and the change in per cent."""
    for name in (name for name in mine if theirs.get(name)):
        here, there = mine[name], theirs[name]
        yield f"{name:<22}{here:12.1f}{there:12.1f}{100 * (here - there) / there:+9.1f} %"


def compare_campaigns(revision: str, root: Path | None = None) -> list[str]:
    """Return the table of whole campaigns in this tree and in a revision: calls, then the clock."""
    words = ("--campaigns", *(("--root", str(root.resolve())) if root else ()))
    with worktree(revision) as there:
        calls = [measured(tree, *words) for tree in (TREE, there)]
        clock = [measured(tree, "--clock", *words) for tree in (TREE, there)]
    return [
        f"{'':<22}{'this tree':>12}{revision[:11]:>12}",
        *rows(calls[0], calls[1]),
        *rows(clock[0], clock[1]),
    ]


def compare(revision: str, root: Path | None = None) -> list[str]:
    """Return the table of this tree beside a revision, each with its own content unless `root`.

    The two begin a clocked round by turns, so that a busy machine slows both alike.
    """
    words = ("--root", str(root.resolve())) if root else ()
    with worktree(revision) as there:
        calls = [measured(tree, *words) for tree in (TREE, there)]
        pairs = [_clocked(there, n % 2 == 1, words) for n in range(ROUNDS)]
    ours, theirs = (median(column) for column in zip(*pairs, strict=True))
    return [
        f"{'':<22}{'this tree':>12}{revision[:11]:>12}",
        *rows(*({f"calls, {name}": n for name, n in one.items()} for one in calls)),
        *rows({"decisions a second": ours}, {"decisions a second": theirs}),
        f"{'ratio, by pairs':<22}{median(a / b for a, b in pairs):12.2f}",
    ]

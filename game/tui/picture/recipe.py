"""What a picture is made from: a game by its seed, the keys that play it, how long each is shown.

A recipe is a text. First lines of `name: value` say which game and how large the screen is, then
each line is a step: seconds that what stands there is shown, then the keys that are pressed before
it. `#` begins a remark; a line that begins with `=` is a decision that the keys are to lead to.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from game.errors import UsageError
from game.rules.decisions import Decision
from game.rules.setup import Setup

NAMES = ("scenario", "chair", "seed", "size")


@dataclass(frozen=True, slots=True)
class Step:
    """Keys to press, and how many seconds to show what then stands there."""

    hold: float
    keys: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Recipe:
    """A game, the size of its screen in cells, the steps, and the decisions they are to take."""

    setup: Setup
    size: tuple[int, int]
    steps: tuple[Step, ...]
    decisions: tuple[str, ...]


def named(decision: Decision) -> str:
    """Return a decision as a recipe names it."""
    told = (decision.chair, decision.pick, decision.target)
    return " ".join(part for part in told if part)


def read(path: Path) -> Recipe:
    """Return the recipe in a file. Raises UsageError where it says too little."""
    lines = [line.partition("#")[0].strip() for line in path.read_text("utf-8").splitlines()]
    found = dict(line.split(": ", 1) for line in lines if ": " in line)
    if missing := [name for name in NAMES if name not in found]:
        raise UsageError(f"{path}: a recipe says its {', '.join(missing)} too.")
    width, height = map(int, found["size"].split("x"))
    return Recipe(
        Setup(found["scenario"], found["chair"], int(found["seed"])),
        (width, height),
        tuple(_steps(lines)),
        tuple(line[1:].strip() for line in lines if line.startswith("=")),
    )


def _steps(lines: Sequence[str]) -> list[Step]:
    steps = (line.split() for line in lines if line[:1].isdigit())
    return [Step(float(hold), tuple(keys)) for hold, *keys in steps]

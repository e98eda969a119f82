"""Draws mutants, each room its share."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from random import Random

import libcst
from mutmut.mutation.file_mutation import Mutation, create_mutations, deep_replace

ROOT = Path(__file__).resolve().parents[2]
SHARES = {"rules": 100, "content": 70, "narration": 50, "session": 45, "saves": 35}


@dataclass(frozen=True)
class Mutant:
    """A module with one change: its path from the root, its text, and the line that changed."""

    room: str
    path: str
    text: str
    line: int

    @property
    def diff(self) -> str:
        """Return what changed, as lines that begin with `-` or `+`."""
        before = (ROOT / self.path).read_text(encoding="utf-8").splitlines()
        lines = [*unified_diff(before, self.text.splitlines(), n=0, lineterm="")]
        return "\n".join(lines[3:])


def drawn(seed: int, shares: Mapping[str, int] = SHARES) -> list[Mutant]:
    """Return as many mutants of each room as its share says, all equally likely."""
    dice = Random(seed)
    return [mutant for room, share in shares.items() for mutant in _of_room(dice, room, share)]


def _of_room(dice: Random, room: str, share: int) -> Iterator[Mutant]:
    paths = sorted((ROOT / "game" / room).rglob("*.py"))
    places = [(path, n) for path in paths for n in range(len(_changes(path)[1]))]
    picked = dice.sample(places, share)
    for path in dict.fromkeys(path for path, _ in sorted(picked)):
        module, changes = _changes(path)
        for n in sorted(n for other, n in picked if other == path):
            yield _mutant(room, path, module, changes[n])


def _changes(path: Path) -> tuple[libcst.Module, list[Mutation]]:
    module, found, *_ = create_mutations(str(path), path.read_text(encoding="utf-8"))
    within = libcst.FunctionDef
    return module, [one for one in found if isinstance(one.contained_by_top_level_function, within)]


def _mutant(room: str, path: Path, module: libcst.Module, change: Mutation) -> Mutant:
    mutated = deep_replace(module, change.original_node, change.mutated_node)
    assert isinstance(mutated, libcst.Module)
    lines = zip(module.code.splitlines(), mutated.code.splitlines(), strict=False)
    line = next(n for n, (old, new) in enumerate(lines, 1) if old != new)
    return Mutant(room, path.relative_to(ROOT).as_posix(), mutated.code, line)

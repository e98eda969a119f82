"""The records of finished runs: a file beside the saves, bounded; which endings were seen stays.

What can't be read is put aside before anything is written over it. Whoever writes holds the lock
of the saves.
"""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Annotated

from msgspec import Meta, ValidationError, convert, to_builtins

from game.errors import SaveError
from game.record import Record as AnyRecord
from game.record import field
from game.regular import is_there
from game.saves.files import read, write_over

DIRECTORY, FILE, ASIDE = "records", "runs.json", "runs-damaged.json"
MOST = 500  # runs that are kept
MOST_SEEN = 200  # scenarios of which endings are kept, and endings of each
Name = Annotated[str, Meta(max_length=200)]


class Left(AnyRecord, forbid_unknown_fields=True):
    """What a run leaves of one legacy: its points, history's, and the letter."""

    legacy: Name
    points: int
    par: int
    letter: Annotated[str, Meta(max_length=1)]


class Finished(AnyRecord, forbid_unknown_fields=True):
    """A finished run of one person's; `run` tells it from any other, `on` is when it ended."""

    run: Name
    on: Name
    scenario: Name
    chair: Name
    ending: Name
    seed: int
    level: Name
    turn: int
    left: Annotated[list[Left], Meta(max_length=8)]
    hindsight: bool = False
    iron: bool = False

    @property
    def ahead(self) -> int:
        """Return how many points it left beyond history, over all legacies."""
        return sum(one.points - one.par for one in self.left)


class Finishes(AnyRecord, forbid_unknown_fields=True):
    """Finished runs, the latest last, and by scenario the endings that were ever seen."""

    runs: list[Finished] = field(default_factory=list)
    seen: dict[Name, list[Name]] = field(default_factory=dict)


def finished(directory: Path) -> Finishes:
    """Return what is kept; what is damaged, or can't be read, counts as not there."""
    return _read(directory) or Finishes()


def finish(directory: Path, run: Finished) -> None:
    """Keep a finished run, in place of what was kept of it. Raises SaveError."""
    path = directory / DIRECTORY / FILE
    kept = _read(directory)
    if kept is None and is_there(path):
        with suppress(OSError):
            path.replace(path.with_name(ASIDE))
    before = kept or Finishes()
    runs = [*(one for one in before.runs if one.run != run.run), run][-MOST:]
    endings = [*before.seen.get(run.scenario, ()), run.ending]
    seen = {**before.seen, run.scenario: list(dict.fromkeys(endings))[-MOST_SEEN:]}
    now = Finishes(runs, dict(list(seen.items())[-MOST_SEEN:]))
    if now != kept:
        write_over(path, json.dumps(to_builtins(now), indent=1, ensure_ascii=False) + "\n")


def _read(directory: Path) -> Finishes | None:
    """Return what is kept; None where there is nothing that can be read."""
    with suppress(SaveError, ValidationError, ValueError, RecursionError):
        return convert(json.loads(read(directory / DIRECTORY / FILE)), Finishes)
    return None

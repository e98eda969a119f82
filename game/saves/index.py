"""An index of the saves of a directory: each in short, read again only once its file has changed.

It is a file beside the saves, which may be removed: what it says holds for a file of that size and
time alone, and what is missing or damaged is read from the saves.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

from msgspec import Meta, ValidationError, convert, to_builtins

from game.errors import SaveError
from game.record import Record as AnyRecord
from game.record import field
from game.saves.files import read, write_over
from game.saves.summary import Summary

DIRECTORY, FILE = "index", "saves.json"
LONGEST = 2000  # letters of a problem


@dataclass(frozen=True, slots=True)
class Mark:
    """By what a file is known to be the one that was read: its size in bytes and its time."""

    size: int
    time: int


class Row(AnyRecord, forbid_unknown_fields=True):
    """What is kept of one save: its file's mark, and it in short or what is wrong with it."""

    size: int
    time: int
    summary: Summary | None = None
    problem: Annotated[str, Meta(max_length=LONGEST)] = ""


class Index(AnyRecord, forbid_unknown_fields=True):
    """The rows by the saves' names."""

    saves: dict[str, Row] = field(default_factory=dict)


Summarise = Callable[[Path], tuple[Summary | None, str]]
"""Reads a save: it in short, or what is wrong with it."""


def summarised(directory: Path, paths: Iterable[Path], make: Summarise) -> dict[str, Row]:
    """Return what there is to tell of each save by its name; only changed ones are read."""
    known, found = _kept(directory), dict[str, Row]()
    for path in paths:
        mark = _mark(path)
        if mark is None:  # removed since the directory was read
            continue
        row = known.get(path.stem)
        if row is None or Mark(row.size, row.time) != mark:
            summary, problem = make(path)
            row = Row(mark.size, mark.time, summary, problem[:LONGEST])
        found[path.stem] = row
    if found != known:
        _keep(directory, found)
    return found


def _mark(path: Path) -> Mark | None:
    try:
        found = path.stat()
    except OSError:
        return None
    return Mark(found.st_size, found.st_mtime_ns)


def _kept(directory: Path) -> dict[str, Row]:
    """Return what is kept; what is damaged counts as not there."""
    with suppress(SaveError, ValidationError, ValueError, RecursionError):
        return convert(json.loads(read(directory / DIRECTORY / FILE)), Index).saves
    return {}


def _keep(directory: Path, rows: dict[str, Row]) -> None:
    """Keep rows for the next time; where that can't be, everything is read again then."""
    with suppress(SaveError):
        text = json.dumps(to_builtins(Index(rows)), ensure_ascii=False)
        write_over(directory / DIRECTORY / FILE, f"{text}\n")

"""Whether files of packs have changed since they were looked at."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

Marks = frozenset[tuple[str, int, int]]
"""Of each file its path, when it was changed, and how long it is."""


def marks(folders: Sequence[Path]) -> Marks:
    """Return what tells one state of some folders from another, without reading any file."""
    return frozenset(mark for folder in folders for mark in _of(folder))


def _of(folder: Path) -> Iterator[tuple[str, int, int]]:
    for place, folders, files in os.walk(folder):
        folders[:] = [name for name in folders if name[0] != "."]
        for name in files:
            if name.endswith(".yaml") and name[0] != ".":
                path = Path(place, name)
                try:
                    told = path.stat()
                except OSError:  # it is being written anew
                    continue
                yield str(path), told.st_mtime_ns, told.st_size

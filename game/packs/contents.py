"""The files of a pack as they lie in its folder, read with bounds."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from game.errors import PackError
from game.packs.manifest import NAME as MANIFEST
from game.packs.naming import MOST_BYTES, MOST_FILES, check_names
from game.regular import read_regular, reason
from game.text.language import _


def contents(folder: Path) -> dict[str, bytes]:
    """Return the files of a pack by their paths, in order; what is hidden, and a manifest, aren't.

    Raises PackError for a link, a device, what can't be read, too much, or a name that not every
    system can keep.
    """
    found: dict[str, bytes] = {}
    left = MOST_BYTES
    for path in _files(folder):
        data = _read(path, left)
        left -= len(data)
        found[path.relative_to(folder).as_posix()] = data
        if len(found) > MOST_FILES:
            raise PackError(_("{folder} holds more than {n} files.", folder=folder, n=MOST_FILES))
    check_names(found)
    return found


def _files(folder: Path) -> Iterator[Path]:
    """Yield all files of a pack but for hidden ones and its manifest, in order of their paths."""
    found: list[Path] = []
    for place, folders, files in os.walk(folder):
        for name in folders:
            _check_link(Path(place, name))
        folders[:] = [name for name in folders if name[0] != "."]
        found += [Path(place, name) for name in files if name[0] != "."]
    return iter(sorted(path for path in found if path != folder / MANIFEST))


def _check_link(path: Path) -> None:
    if path.is_symlink():
        raise PackError(_("{file} is a link; a pack holds files of its own.", file=path))


def _read(path: Path, most: int) -> bytes:
    """Return a file of a pack. Raises PackError for what is none or has more than `most` bytes."""
    _check_link(path)
    try:
        return read_regular(path, max(most, 0))
    except OSError as error:
        told = _(
            "{file} can't be taken into the pack: {why}. A pack has at most {mb} MB.",
            file=path,
            why=reason(error),
            mb=MOST_BYTES // 1_000_000,
        )
        raise PackError(told) from error

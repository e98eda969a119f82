"""The files of the cache: the user's own, written whole or not at all, damaged ones passed over.

A file holds its own checksum, the key of what it was made of, the packs, and the pickle.
"""

from __future__ import annotations

import hashlib
import json
import os
import stat
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from platformdirs import user_cache_path

VARIABLE = "HANDSHAKE_CACHE"
OFF = "off"
ENDING = ".content"
MOST_FILES = 16
"""So many sets of packs are remembered; the oldest goes first."""
MOST_BYTES = 64_000_000
_MAGIC = b"content of Orbital Handshake, 1\n"
_OPEN = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)
_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True, slots=True)
class Entry:
    """What is kept under a name: key, places of the packs in order, and the pickled content."""

    key: str
    packs: tuple[Path, ...]
    pickled: bytes


def directory() -> Path | None:
    """Return where the cache is, None where there is none: `HANDSHAKE_CACHE` names it or is `off`.

    Else it is the user's cache directory.
    """
    named = os.environ.get(VARIABLE, "")
    if named == OFF:
        return None
    with suppress(RuntimeError):  # the system knows no home
        if named:
            return Path(named).expanduser()
        return user_cache_path("orbital-handshake", appauthor=False)
    return None


def found(where: Path, name: str) -> Entry | None:
    """Return what is kept under a name, None where nothing sound is, or others could write it."""
    try:
        return _read(where, name)
    except (OSError, ValueError):
        return None


def _read(where: Path, name: str) -> Entry:
    """Return an entry. Raises OSError or ValueError where there is none to trust."""
    if not _private(where.stat()):
        raise ValueError("others may write to the directory")
    handle = os.open(where / f"{name}{ENDING}", _OPEN)
    with os.fdopen(handle, "rb") as file:
        told = os.fstat(handle)
        if not (_private(told) and stat.S_ISREG(told.st_mode) and told.st_size <= MOST_BYTES):
            raise ValueError("others may write to the file")
        return _entry(file.read(MOST_BYTES))


def _private(told: os.stat_result) -> bool:
    """Return whether something is the user's own and nobody else's to write."""
    if not hasattr(os, "geteuid"):  # Windows, where a user's own directories are private
        return True
    return told.st_uid == os.geteuid() and not told.st_mode & (stat.S_IWGRP | stat.S_IWOTH)


def _entry(data: bytes) -> Entry:
    """Return what a file holds. Raises ValueError where it is damaged."""
    if not data.startswith(_MAGIC):
        raise ValueError("another kind of file")
    checksum, _, held = data[len(_MAGIC) :].partition(b"\n")
    if checksum.decode("ascii") != hashlib.sha256(held).hexdigest():
        raise ValueError("damaged")
    told, _, pickled = held.partition(b"\n")
    key, *packs = json.loads(told)
    return Entry(key, tuple(Path(pack) for pack in packs), pickled)


def put(where: Path, name: str, entry: Entry) -> None:
    """Keep an entry under a name; where that can't be, nothing happens."""
    with suppress(OSError, ValueError):
        where.mkdir(mode=0o700, parents=True, exist_ok=True)
        if _private(where.stat()):
            _write(where, name, _bytes(entry))
            _sweep(where)


def _bytes(entry: Entry) -> bytes:
    told = json.dumps([entry.key, *(str(pack) for pack in entry.packs)]).encode("ascii")
    held = told + b"\n" + entry.pickled
    return _MAGIC + hashlib.sha256(held).hexdigest().encode("ascii") + b"\n" + held


def _write(where: Path, name: str, data: bytes) -> None:
    """Write a file beside its place and move it there. Raises OSError."""
    beside = where / f"{name}{ENDING}.{os.getpid()}"
    try:
        with os.fdopen(os.open(beside, _CREATE, 0o600), "wb") as file:
            file.write(data)
        beside.replace(where / f"{name}{ENDING}")
    finally:
        beside.unlink(missing_ok=True)


def _sweep(where: Path) -> None:
    """Remove the oldest files, those too that a crash has left half written."""
    kept = sorted(where.glob(f"*{ENDING}*"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[MOST_FILES:]:
        path.unlink(missing_ok=True)

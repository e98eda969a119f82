"""Where games that were played once are kept, by what they were made of."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterator
from contextlib import nullcontext, suppress
from functools import cache
from pathlib import Path
from typing import Any, TypeVar

import msgspec
from filelock import FileLock, Timeout

from game.content.cache import shelf
from game.content.records import Content
from game.regular import read_regular

VARIABLE = "HANDSHAKE_POOL"
GAME = Path(__file__).resolve().parents[1]
MAKERS = ("content", "players", "rules", "testing")
"""The rooms of the game whose source says how a game is played."""
MOST_BYTES = 16_000_000
MOST_FILES = 64
"""So many scenarios are remembered; the oldest goes first."""
PATIENCE = 300  # seconds, for another process that plays the same games
T = TypeVar("T")


def directory() -> Path | None:
    """Return where games are kept, None where they aren't.

    `HANDSHAKE_POOL` names it; else it is `games` in the directory in which content is kept.
    """
    named = os.environ.get(VARIABLE, "")
    if named:
        return None if named == shelf.OFF else Path(named).expanduser()
    kept = shelf.directory()
    return kept / "games" if kept else None


def kept_or_made(content: Content, scenario: str, kind: type[T], make: Callable[[], T]) -> T:
    """Return what is kept of a content's scenario, or what `make` makes, which is kept then.

    While one process makes it, others wait for it. Where nothing can be kept it is made.
    """
    where = directory()
    if where is None:
        return make()
    path = where / f"{_key(content, scenario)}.json"
    found = _read(path, kind)
    if found is not None:
        return found
    with _alone(path):
        found = _read(path, kind)
        return found if found is not None else _write(path, make())


def forget(content: Content, scenario: str) -> None:
    """Remove what is kept of a content's scenario, if anything is and it can be."""
    where = directory()
    if where is not None:
        with suppress(OSError):
            (where / f"{_key(content, scenario)}.json").unlink(missing_ok=True)


def _key(content: Content, scenario: str) -> str:
    """Return a name for all that a scenario's games hang on."""
    made = hashlib.sha256(f"{_source()} {scenario}".encode())
    for field in content.__struct_fields__:
        made.update(repr(_ordered(getattr(content, field))).encode())
    return made.hexdigest()[:40]


def _ordered(value: Any) -> Any:
    """Return a value whose sets, at most one table deep, print in one order."""
    if isinstance(value, dict):
        return {key: _ordered(item) for key, item in value.items()}
    return sorted(value) if isinstance(value, frozenset) else value


@cache
def _source() -> str:
    """Return the hash of the source that plays."""
    made = hashlib.sha256()
    for path in _modules():
        made.update(path.relative_to(GAME).as_posix().encode())
        made.update(read_regular(path, MOST_BYTES))
    return made.hexdigest()


def _modules() -> Iterator[Path]:
    for room in MAKERS:
        yield from sorted((GAME / room).rglob("*.py"))


def _alone(path: Path) -> Any:
    """Return a lock on what is made for a path; none where there can't be one."""
    with suppress(OSError):
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        lock = FileLock(f"{path}.lock")
        with suppress(Timeout, NotImplementedError):
            return lock.acquire(timeout=PATIENCE)
    return nullcontext()


def _read(path: Path, kind: type[T]) -> T | None:
    """Return what a file holds; None where there is none, or it isn't what was written."""
    with suppress(OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return msgspec.json.decode(read_regular(path, MOST_BYTES), type=kind)
    return None


def _write(path: Path, made: T) -> T:
    """Keep what was made, whole or not at all, and return it."""
    beside = path.with_suffix(f".{os.getpid()}")
    with suppress(OSError):
        beside.write_bytes(msgspec.json.encode(made))
        beside.replace(path)
        _sweep(path.parent)
    return made


def _sweep(where: Path) -> None:
    """Remove the oldest files, with their locks. Raises OSError."""
    kept = sorted(where.glob("*.json"), key=lambda path: path.stat().st_mtime, reverse=True)
    for path in kept[MOST_FILES:]:
        path.unlink(missing_ok=True)
        Path(f"{path}.lock").unlink(missing_ok=True)

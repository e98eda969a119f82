"""What a piece of content was made of: change anything of it, and the key is another.

It goes into the key what was read (names and bytes, by pack and in the order of the packs), how the
packs are called in findings, the source of every module that reads or defines records, and the
versions of Python, of the game and of what it reads with.
"""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from game.content.places import shown
from game.regular import read_regular
from game.version import game_version, installed_version

GAME = Path(__file__).resolve().parents[2]
MAKERS = ("content", "text", "errors.py", "record.py", "regular.py", "version.py")
"""The modules of the game that content is made with, in `GAME`."""
LEANT_ON = ("pydantic", "pydantic-core", "PyYAML", "msgspec")
_MOST = 4_000_000
"""Bytes of the longest file that is looked at; content and source have far fewer."""


def place_key(root: Path, extra: Sequence[Path]) -> str:
    """Return a name for what lies at these places, seen from here, whatever it holds.

    Raises OSError where the working directory is gone.
    """
    asked = [f"{path.absolute()} {shown(path)}" for path in (root, *extra)]
    return _digest(f"{sys.implementation.cache_tag} {asked}".encode())


def key_of(packs: Sequence[Path], game: Path = GAME) -> str:
    """Return the key of the content in these packs, in this order; empty where there can't be one.

    `game` holds the modules that make it. Raises OSError for a file that can't be read.
    """
    versions = [installed_version(name) for name in LEANT_ON]
    if not all(versions):
        return ""
    made = hashlib.sha256(f"{sys.version} {game_version()} {versions}".encode())
    for part in (*_sources(game), *_contents(packs)):
        made.update(len(part).to_bytes(8, "big"))
        made.update(part)
    return made.hexdigest()


def _sources(game: Path) -> Iterator[bytes]:
    """Yield names and bytes of the modules that content is made with."""
    for maker in MAKERS:
        place = game / maker
        for path in _visible(place) if place.is_dir() else (place,):
            if path.suffix == ".py":
                yield from _named(path, game)


def _contents(packs: Sequence[Path]) -> Iterator[bytes]:
    """Yield names of all that lies in packs, and the bytes of what is read of it."""
    for pack in packs:
        yield shown(pack).encode(errors="surrogateescape")
        for path in _visible(pack):
            if path.suffix == ".yaml":
                yield from _named(path, pack)
            else:
                yield _name(path, pack)


def _named(path: Path, within: Path) -> tuple[bytes, bytes]:
    return _name(path, within), read_regular(path, _MOST)


def _name(path: Path, within: Path) -> bytes:
    return path.relative_to(within).as_posix().encode(errors="surrogateescape")


def _visible(place: Path) -> Iterator[Path]:
    """Yield all that lies below a place, in order, but for what is hidden."""
    for folder, folders, files in os.walk(place):
        folders[:] = sorted(name for name in folders if name[0] != ".")
        seen = (name for name in (*folders, *sorted(files)) if name[0] != ".")
        yield from (Path(folder, name) for name in seen)


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()

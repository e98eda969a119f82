"""Which version of the game this is, and which of what it leans on."""

from __future__ import annotations

import re
import sys
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

_INSTALLED = re.compile(r"([^-]+)-([^-]+?)(?:-py[0-9.]+)?\.(?:dist|egg)-info")


def game_version() -> str:
    """Return the version of this game, `0` when it runs without being installed."""
    return installed_version("orbital-handshake") or "0"


@lru_cache
def installed_version(name: str) -> str:
    """Return the version of an installed distribution, empty when there is none.

    The names of folders usually tell; `importlib.metadata`, slow to load, is asked where they
    don't.
    """
    wanted = _plain(name)
    for place in sys.path:
        for found in _folders(place):
            if _plain(found[1]) == wanted:
                return found[2]
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


@lru_cache
def _folders(place: str) -> tuple[re.Match[str], ...]:
    """Return the folders that say what is installed at a place on Python's path."""
    with suppress(OSError):
        found = (_INSTALLED.fullmatch(path.name) for path in Path(place or ".").iterdir())
        return tuple(match for match in found if match)
    return ()


def _plain(name: str) -> str:
    """Return a distribution's name as all its spellings have it."""
    return re.sub(r"[-_.]+", "-", name).lower()

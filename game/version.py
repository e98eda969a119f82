"""Which version of the game this is."""

from __future__ import annotations

from importlib.metadata import PackageNotFoundError, version


def game_version() -> str:
    """Return the version of this game, `0` when it runs without being installed."""
    try:
        return version("orbital-handshake")
    except PackageNotFoundError:
        return "0"

"""The commands as they are mostly typed: without options, so without what reads options."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from game.cli import playing


def usual(arguments: Sequence[str]) -> Callable[[], int] | None:
    """Return what does a command that has no options, and returns its status; else None."""
    match list(arguments):
        case []:
            return playing.open_title
        case ["continue"]:
            return partial(playing.open_save, "", _packs())
        case ["continue", name] if not name.startswith("-"):
            return partial(playing.open_save, name, _packs())
        case ["plain"]:
            return _plain
    return None


def _packs() -> tuple[Path, ...]:
    """Return the packs that are enabled."""
    from game.packs.played import enabled

    return enabled()


def _plain() -> int:
    from game.plain.wishes import Wishes

    playing.play_plain(Wishes(), "", _packs())
    return 0

"""The commands as they are mostly typed: without options, so without what reads options."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from game.cli import playing


def usual(arguments: Sequence[str]) -> Callable[[], int] | None:
    """Return what does a command that has no options, and returns its status; else None."""
    match list(arguments):
        case []:
            return playing.open_title
        case ["continue"]:
            return partial(playing.open_save, "", ())
        case ["continue", name] if not name.startswith("-"):
            return partial(playing.open_save, name, ())
        case ["plain"]:
            return _plain
    return None


def _plain() -> int:
    from game.plain.wishes import Wishes

    playing.play_plain(Wishes(), "", ())
    return 0

"""Files that the player names, anywhere: nothing there is lost by a slip of the fingers."""

from __future__ import annotations

import stat
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

from game.errors import UsageError
from game.regular import beginning, reason
from game.saves.files import place
from game.text.language import _

MOST_BYTES = 40_000_000
SAVE_MARK = '"snapshot"'
Ours = Callable[[str], bool]


def check_place(path: Path, ours: Ours, force: bool = False) -> None:
    """Raise UsageError unless a text may be written to a path.

    A new file may be made in a folder that exists; of files that exist, only those replaced that
    are `ours`, or with `force` any regular one but a saved game.
    """
    try:
        if not path.name or path.is_dir():
            raise UsageError(_("'{file}' is a folder; name another file.", file=path))
        found = path.lstat()
    except FileNotFoundError:
        _check_folder(path)
        return
    except (OSError, ValueError) as error:
        raise unwritten(path, error) from error
    if not stat.S_ISREG(found.st_mode):
        raise UsageError(
            _("{file} is a link, a device or a pipe; nothing is written over it.", file=path)
        )
    text = _text(path)
    if text.startswith("{") and SAVE_MARK in text:
        raise UsageError(_("{file} is a saved game; nothing is written over it.", file=path))
    if not (force or ours(text)):
        raise UsageError(
            _("{file} is there already, and wasn't written by this; name another file.", file=path)
        )


def write_out(path: Path, text: str, ours: Ours, force: bool = False) -> None:
    """Write a text to a file that `check_place` lets it go to; an earlier file's mode stays.

    Raises UsageError when it can't be written.
    """
    check_place(path, ours, force)
    try:
        place(path, text)
    except (OSError, ValueError) as error:
        raise unwritten(path, error) from error


def unwritten(path: Path, error: Exception) -> UsageError:
    """Return the sentence for a file that can't be written."""
    said = reason(error) if isinstance(error, OSError) else str(error)
    return UsageError(_("{file} can't be written: {why}. Name another file.", file=path, why=said))


def _check_folder(path: Path) -> None:
    if not path.parent.is_dir():
        raise UsageError(_("{file} can't be written: its folder doesn't exist.", file=path))


def _text(path: Path) -> str:
    """Return a file's text, empty where it has none that can be read."""
    with suppress(OSError):
        return beginning(path, MOST_BYTES).decode("utf-8", "replace")
    return ""

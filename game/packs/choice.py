"""Which of the packs that are kept are enabled, and in which order: a small file beside them.

It is read at every start, so nothing here loads what reads content.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path

from game.errors import PackError
from game.regular import read_regular, reason
from game.saves.files import place
from game.text.language import _

FILE = "enabled.json"
KEY = "enabled"
MOST_BYTES = 100_000


def enabled_in(directory: Path) -> tuple[str, ...]:
    """Return the folders of the enabled packs, by name, in the player's order.

    None are where there is no file. Raises PackError for one that can't be read.
    """
    path = directory / FILE
    try:
        found = json.loads(read_regular(path, MOST_BYTES).decode("utf-8"))
    except (FileNotFoundError, NotADirectoryError):
        return ()
    except OSError as error:
        raise _unread(path, reason(error)) from error
    except (ValueError, RecursionError) as error:
        raise _unread(path, str(error)) from error
    names = found.get(KEY) if isinstance(found, dict) else None
    if not isinstance(names, list) or not all(_is_folder(name) for name in names):
        raise _unread(path, _("it must hold names of folders beside it"))
    return tuple(dict.fromkeys(names))


def enable_in(directory: Path, names: Sequence[str]) -> None:
    """Let these folders, and no others, be the enabled packs, in this order.

    Raises PackError where that can't be written down.
    """
    path = directory / FILE
    try:
        place(path, json.dumps({KEY: list(names)}, indent=2, ensure_ascii=False) + "\n")
    except OSError as error:
        raise unwritten(path, error) from error


def unwritten(path: Path, error: OSError) -> PackError:
    """Return what to tell of a file or folder of the packs that couldn't be written."""
    return PackError(
        _(
            "{file} can't be written: {why}. Make room there, or name another directory in "
            "{variable}.",
            file=path,
            why=reason(error),
            variable="HANDSHAKE_PACKS",
        )
    )


def _is_folder(name: object) -> bool:
    """Return whether something is the name of a folder in the directory itself."""
    return isinstance(name, str) and bool(name) and name[0] != "." and Path(name).name == name


def _unread(path: Path, why: str) -> PackError:
    return PackError(
        _(
            "{file} can't be read: {why}. Delete it, then no pack is enabled, or play without "
            "packs: `--no-packs`.",
            file=path,
            why=why,
        )
    )

"""What a file in an archive of a pack may be called: so that every system can keep it, in place."""

from __future__ import annotations

import unicodedata
from collections.abc import Collection
from pathlib import PurePosixPath

from game.errors import PackError
from game.saves.names import DEVICES, FOREIGN
from game.text.inert import one_line
from game.text.language import N_, _

MOST_FILES = 1000
MOST_BYTES = 20_000_000
"""Of all files of a pack together."""
MOST_NAME = 100
MOST_PATH = 200
MOST_FOLDERS = 8

UPWARD = N_("its path leads out of the pack")
HIDDEN = N_("it is hidden: its name begins with a full stop")
ODD = N_("not every system can keep such a name; use letters, digits, - and _")
LONG = N_("its path is too long")
DEEP = N_("it lies too deep in folders")


def check_names(names: Collection[str]) -> None:
    """Raise PackError unless all these paths can lie in one pack, on every system.

    A path has `/` between its parts.
    """
    seen: dict[str, str] = {}
    for name in names:
        if why := _why_not(name):
            raise PackError(_("{file}: {why}.", file=told(name), why=_(why)))
        for path in (*_folders(name), name):
            other = seen.setdefault(_alike(path), path)
            if other != path:
                raise PackError(
                    _(
                        "{one} and {other} differ only in the case of their letters; a system "
                        "that makes no difference could keep but one.",
                        one=told(other),
                        other=told(path),
                    )
                )
    _check_apart(names)


def told(name: str) -> str:
    """Return a path as a message shows it, a long one cut short."""
    return f"'{one_line(name if len(name) <= 60 else f'{name[:59]}…')}'"


def _folders(name: str) -> list[str]:
    return [str(one) for one in PurePosixPath(name).parents if str(one) != "."]


def _alike(name: str) -> str:
    """Return what two names have in common that some system takes for one."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _check_apart(names: Collection[str]) -> None:
    """Raise PackError where something is a file and a folder at once."""
    files = set(names)
    for name in names:
        for folder in _folders(name):
            if folder in files:
                raise PackError(_("{file} is a file and a folder at once.", file=told(folder)))


def _why_not(name: str) -> str:
    """Return why no pack can hold a path, empty where one can."""
    parts = name.split("/")
    if not name or name[0] == "/" or "\\" in name or ".." in parts or name[1:2] == ":":
        return UPWARD
    if any(part.startswith(".") for part in parts):
        return HIDDEN
    if len(parts) > MOST_FOLDERS:
        return DEEP
    if len(name) > MOST_PATH or any(len(p.encode("utf-8", "replace")) > MOST_NAME for p in parts):
        return LONG
    return ODD if any(_odd(part) for part in parts) else ""


def _odd(part: str) -> bool:
    """Return whether some system can't keep a name."""
    awkward = not part or part != part.strip() or part.endswith(".") or not part.isprintable()
    return awkward or bool(FOREIGN & set(part)) or part.partition(".")[0].lower() in DEVICES

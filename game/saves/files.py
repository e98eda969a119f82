"""Files that are written whole or not at all."""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

from game.errors import SaveError
from game.regular import read_regular, reason
from game.saves.places import VARIABLE

UNFINISHED = ".tmp"
FORGOTTEN_SECONDS = 3600
MOST_BYTES = 40_000_000


def write_new(path: Path, text: str) -> bool:
    """Write a file that doesn't exist yet; False, and nothing written, when it does.

    Raises SaveError when it can't be written.
    """
    if path.exists():
        return False
    try:
        return _name(_whole(path, text), path)
    except OSError as error:
        raise _unwritten(path, error) from error


def write_over(path: Path, text: str) -> None:
    """Put a file in the place of an earlier one. Raises SaveError when it can't be written."""
    try:
        place(path, text)
    except OSError as error:
        raise _unwritten(path, error) from error


def place(path: Path, text: str) -> None:
    """Put a text in the place of an earlier file, whose mode stays, or where there was none.

    Raises OSError when it can't be written, or when what is there is no regular file.
    """
    mode = None
    with suppress(FileNotFoundError):
        found = path.stat().st_mode
        if not stat.S_ISREG(found):
            raise OSError(errno.EEXIST, "what has this name is no file", str(path))
        mode = stat.S_IMODE(found)
    whole = _whole(path, text)
    try:
        if mode is not None:
            whole.chmod(mode)
        whole.replace(path)
    except BaseException:
        whole.unlink(missing_ok=True)
        raise
    _settle(path.parent)


def read(path: Path) -> str:
    """Return a file's text. Raises SaveError when it has none that can be read."""
    try:
        return read_regular(path, MOST_BYTES).decode("utf-8")
    except UnicodeDecodeError as error:
        raise SaveError(f"{path} isn't a text; the file is left as it is.") from error
    except OSError as error:
        raise SaveError(f"{path} can't be read: {reason(error)}. It is left as it is.") from error


def sweep(directory: Path) -> None:
    """Remove the unfinished files that killed games left behind in a directory."""
    for path in directory.glob(f".*{UNFINISHED}"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > FORGOTTEN_SECONDS:
                path.unlink()


def _whole(path: Path, text: str) -> Path:
    """Write a text to a file beside its own and make sure that it is on the disk."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = path.with_name(f".{path.stem}.{token_hex(4)}{UNFINISHED}")
    try:
        with whole.open("x", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
    except BaseException:
        whole.unlink(missing_ok=True)
        raise
    return whole


def _name(whole: Path, path: Path) -> bool:
    """Give a finished file its name; False when somebody else took the name meanwhile."""
    try:
        path.hardlink_to(whole)
    except FileExistsError:
        return False
    except OSError:  # a file system without links: the name was free a moment ago
        whole.rename(path)
    finally:
        whole.unlink(missing_ok=True)
    _settle(path.parent)
    return True


def _settle(directory: Path) -> None:
    """Make sure that a directory's new names are on the disk, where the system can."""
    with suppress(OSError):
        handle = os.open(directory, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def _unwritten(path: Path, error: OSError) -> SaveError:
    reason = error.strerror or str(error)
    return SaveError(
        f"The game can't be saved to {path}: {reason}. Make room there, or name another "
        f"directory in {VARIABLE} and start again."
    )

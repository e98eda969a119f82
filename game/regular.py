"""Reading files that may be anything: only regular ones, never more than a bound, never waiting.

A pipe, a device or a folder under the name of a save would hang or starve whoever opened it.
"""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path

_FLAGS = (
    os.O_RDONLY
    | getattr(os, "O_NONBLOCK", 0)  # a pipe without a writer opens at once
    | getattr(os, "O_NOCTTY", 0)  # a terminal doesn't become this process's own
    | getattr(os, "O_BINARY", 0)  # Windows changes the ends of lines without it
)
_KINDS = (
    (stat.S_ISDIR, "it is a folder, not a file"),
    (stat.S_ISFIFO, "it is a pipe, not a file"),
    (stat.S_ISREG, ""),
)


def read_regular(path: Path, most: int) -> bytes:
    """Return the bytes of a regular file, or of one that a link names.

    Raises OSError, the reason in `strerror`, for what isn't there, can't be read, isn't a regular
    file or holds more than `most` bytes.
    """
    data = beginning(path, most + 1)
    if len(data) > most:
        raise OSError(errno.EFBIG, f"it is longer than {most // 1_000_000 or 1} MB")
    return data


def beginning(path: Path, most: int) -> bytes:
    """Return so many of the first bytes of a regular file. Raises OSError as `read_regular`."""
    try:
        _check(path.stat())
        handle = os.open(path, _FLAGS)
    except ValueError as error:  # no file can have such a name
        raise OSError(errno.EINVAL, "no file can have this name") from error
    with os.fdopen(handle, "rb") as file:
        _check(os.fstat(handle))
        return file.read(most)


def _check(found: os.stat_result) -> None:
    """Raise OSError for anything but a regular file."""
    for is_kind, reason in _KINDS:
        if is_kind(found.st_mode):
            if reason:
                raise OSError(errno.EINVAL, reason)
            return
    raise OSError(errno.EINVAL, "it is a device, not a file")


def is_regular(path: Path) -> bool:
    """Return whether a path names a regular file, or a link to one; False where nobody can tell."""
    try:
        return stat.S_ISREG(path.stat().st_mode)
    except (OSError, ValueError):
        return False


def is_there(path: Path) -> bool:
    """Return whether anything has this name, if only a link that leads nowhere."""
    try:
        path.lstat()
    except (OSError, ValueError):
        return False
    return True


def reason(error: OSError) -> str:
    """Return what an error of the system says, as the end of a sentence without its stop."""
    return (error.strerror or str(error) or type(error).__name__).rstrip(".")

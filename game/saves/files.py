"""Files that are written whole or not at all, and are there after a power cut once told so.

Each step is a call of `os`, by itself or through `Path`, so that a test can watch all of them.
"""

from __future__ import annotations

import errno
import os
import stat
import time
from contextlib import suppress
from hashlib import sha256
from pathlib import Path
from secrets import token_hex

from game import regular
from game.errors import SaveError
from game.regular import read_regular, reason
from game.saves.places import VARIABLE
from game.text.language import N_, _

UNFINISHED = ".tmp"
FORGOTTEN_SECONDS = 3600
MOST_BYTES = 40_000_000
TRIAL = " " * 4096
WORDS = {
    errno.ENOSPC: N_("disk full"),
    errno.EDQUOT: N_("quota full"),
    errno.EROFS: N_("read-only"),
    errno.EACCES: N_("not permitted"),
    errno.EPERM: N_("not permitted"),
}
LOST = (errno.EIO, errno.ENOSPC, errno.EDQUOT)  # a directory that says so isn't on the disk


def write_new(path: Path, text: str) -> bool:
    """Write a file that doesn't exist yet; False, and nothing written, when it does.

    Raises SaveError when it can't be written.
    """
    if path.exists():
        return False
    try:
        return _name(_whole(path, text), path)
    except OSError as error:
        raise unwritten(path, error) from error


def write_over(path: Path, text: str) -> None:
    """Put a file in the place of an earlier one. Raises SaveError when it can't be written."""
    try:
        place(path, text)
    except OSError as error:
        raise unwritten(path, error) from error


def try_out(directory: Path) -> None:
    """Write something to a directory and remove it. Raises SaveError when nothing can be."""
    try:
        _whole(directory / "trial", TRIAL).unlink()
    except OSError as error:
        raise unwritten(directory, error) from error


def place(path: Path, text: str) -> None:
    """Put a text in the place of an earlier file, whose mode stays, or where there was none.

    Raises OSError when it can't be written, or when what is there is no regular file.
    """
    mode = None
    with suppress(FileNotFoundError):
        found = path.stat().st_mode
        if not stat.S_ISREG(found):
            raise OSError(errno.EEXIST, _("what has this name is no file"), str(path))
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
        told = _("{file} isn't a text; the file is left as it is.", file=path)
        raise SaveError(told) from error
    except OSError as error:
        told = _("{file} can't be read: {why}. It is left as it is.", file=path, why=reason(error))
        raise SaveError(told) from error


def beginning(path: Path, most: int = 1000) -> str:
    """Return how a plain file begins; empty for one that can't be read."""
    with suppress(OSError):
        return regular.beginning(path, most).decode("utf-8", "replace")
    return ""


def fingerprint(text: str) -> str:
    """Return a hash that tells a file's text from any other."""
    return sha256(_bytes(text)).hexdigest()


def sweep(directory: Path) -> None:
    """Remove the unfinished files that killed games left behind in a directory."""
    for path in directory.glob(f".*{UNFINISHED}"):
        with suppress(OSError):
            if time.time() - path.stat().st_mtime > FORGOTTEN_SECONDS:
                path.unlink()


def make(directory: Path) -> None:
    """Make a directory and those above it, and make sure that they are on the disk."""
    missing = [place for place in (directory, *directory.parents) if not place.exists()]
    for place in reversed(missing):
        place.mkdir(exist_ok=True)
        _settle(place.parent)


def unwritten(path: Path, error: OSError) -> SaveError:
    """Return what to tell of a file or directory that couldn't be written."""
    reason = error.strerror or str(error)
    return SaveError(
        _(
            "{file} can't be written: {why}. Make room there, or name another directory in "
            "{variable} when you next start the game.",
            file=path,
            why=reason,
            variable=VARIABLE,
        ),
        _(WORDS[error.errno]) if error.errno in WORDS else reason,
    )


def _whole(path: Path, text: str) -> Path:
    """Write a text to a file beside its own and make sure that it is on the disk."""
    make(path.parent)
    whole = path.with_name(f".{path.stem}.{token_hex(4)}{UNFINISHED}")
    try:
        _write(whole, _bytes(text))
    except BaseException:
        with suppress(OSError):
            whole.unlink()
        raise
    return whole


def _write(path: Path, content: bytes) -> None:
    binary = getattr(os, "O_BINARY", 0)  # Windows would write other line ends
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | binary, 0o666)
    try:
        while content:
            content = content[os.write(handle, content) :]
        os.fsync(handle)
    finally:
        os.close(handle)


def _bytes(text: str) -> bytes:
    """Return a text as a file holds it; half a letter becomes the escape that JSON has for it."""
    return text.encode("utf-8", "backslashreplace")


def _name(whole: Path, path: Path) -> bool:
    """Give a finished file its name; False when somebody else took the name meanwhile."""
    try:
        _link(whole, path)
    except FileExistsError:
        return False
    finally:
        with suppress(OSError):
            whole.unlink()
    _settle(path.parent)
    return True


def _link(whole: Path, path: Path) -> None:
    try:
        path.hardlink_to(whole)
    except FileExistsError:
        raise
    except (OSError, NotImplementedError):  # no links here: the name was free a moment ago
        whole.rename(path)


def _settle(directory: Path) -> None:
    """Make sure that a directory's new names are on the disk, where the system can.

    Raises OSError where the system can, and they aren't.
    """
    try:
        handle = os.open(directory, os.O_RDONLY)
    except OSError:  # Windows opens no directories
        return
    try:
        os.fsync(handle)
    except OSError as error:
        if error.errno in LOST:
            raise
    finally:
        os.close(handle)

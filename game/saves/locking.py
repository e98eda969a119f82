"""One writer at a time: the lock on a directory of saves, which ends with its process."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.errors import SaveError
from game.saves.files import make, unwritten
from game.text.language import _

with warnings.catch_warnings():  # where a system has no locks, it warns and makes a file serve
    warnings.simplefilter("ignore")
    from filelock import FileLock, Timeout

NAME = ".lock"
SECONDS = 10.0  # a save takes a few thousandths


class Lock:
    """Keeps other processes from writing to a directory; it may be held twice by its holder."""

    def __init__(self, directory: Path) -> None:
        """Guard a directory; nothing is written before it is held."""
        self.directory = directory
        self._lock = FileLock(directory / NAME)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock for a while. Raises SaveError when somebody else holds it, or none can."""
        try:
            make(self.directory)
            self._lock.acquire(timeout=SECONDS)
        except Timeout as error:
            raise SaveError(
                _(
                    "Another game has been writing to {folder} for {seconds:.0f} seconds. Close it "
                    "if it hangs; saving is tried again at your next decision.",
                    folder=self.directory,
                    seconds=SECONDS,
                ),
                _("another game is writing"),
            ) from error
        except OSError as error:
            raise unwritten(self.directory, error) from error
        try:
            yield
        finally:
            self._lock.release()

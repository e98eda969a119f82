"""One writer at a time: the lock on a directory of saves, which ends with its process."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from game.errors import SaveError
from game.saves.files import make, unwritten
from game.text.language import _

if TYPE_CHECKING:
    from filelock import BaseFileLock

NAME = ".lock"
SECONDS = 10.0  # a save takes a few thousandths


class Lock:
    """Keeps other processes from writing to a directory; it may be held twice by its holder."""

    def __init__(self, directory: Path) -> None:
        """Guard a directory; nothing is written before it is held."""
        self.directory = directory
        self._lock: BaseFileLock | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the lock for a while. Raises SaveError when somebody else holds it, or none can."""
        lock = self._made()
        try:
            make(self.directory)
            lock.acquire(timeout=SECONDS)
        except TimeoutError as error:
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
            lock.release()

    def _made(self) -> BaseFileLock:
        """Return the lock, made when it is first held: reading a save needs none."""
        if self._lock is None:
            with warnings.catch_warnings():  # where a system has no locks, a file serves
                warnings.simplefilter("ignore")
                from filelock import FileLock
            self._lock = FileLock(self.directory / NAME)
        return self._lock

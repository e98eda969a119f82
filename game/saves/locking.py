"""One writer at a time: the lock on a directory of saves, which ends with its process."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import ClassVar, Protocol

from game.errors import SaveError
from game.saves.files import make, unwritten
from game.text.language import _

NAME = ".lock"
SECONDS = 10.0  # a save takes a few thousandths


class Guard(Protocol):
    """What one process holds at a time; its holder may take it twice."""

    def acquire(self, timeout: float) -> object:
        """Take it, in so many seconds. Raises TimeoutError where somebody else keeps it."""

    def release(self) -> object:
        """Let go of it once."""


def on_file(path: Path) -> Guard:
    """Return a guard that is a lock on a file."""
    with warnings.catch_warnings():  # where a system has no locks, a file serves
        warnings.simplefilter("ignore")
        from filelock import FileLock
    return FileLock(path)


class Lock:
    """Keeps other processes from writing to a directory; it may be held twice by its holder."""

    guard: ClassVar[Callable[[Path], Guard]] = on_file

    def __init__(self, directory: Path) -> None:
        """Guard a directory; nothing is written before it is held."""
        self.directory = directory
        self._lock: Guard | None = None

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

    def _made(self) -> Guard:
        """Return the lock, made when it is first held: reading a save needs none."""
        if self._lock is None:
            self._lock = type(self).guard(self.directory / NAME)
        return self._lock

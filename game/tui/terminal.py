"""The terminal under the screen: it may go away, and the process may be told to stop or to end."""

from __future__ import annotations

import os
import signal
import sys
from asyncio import AbstractEventLoop
from collections.abc import Callable
from contextlib import suppress
from threading import Event, Thread

from game.text.language import N_, _

ENDING = ("SIGTERM", "SIGHUP", "SIGINT")  # Windows has no SIGHUP
SIGNALLED = 128  # a process that a signal ends has this and the signal's number as its status
HUNG_UP = SIGNALLED + 1
ENDED = N_("The game was told to end.")
ENDED_SAVED = N_("The game was told to end. It is saved.")
SECONDS = 1.0  # between two looks at whether the terminal is still there


class Terminal:
    """Sees to it that the game ends in order when it is told to, or when its terminal is gone."""

    def __init__(self, keep: Callable[[], object], leave: Callable[[int], None]) -> None:
        """`keep` saves what is played, on any thread; `leave` ends the screen with a status."""
        self.keep = keep
        self.leave = leave
        self.over = Event()

    def look_after(self, loop: AbstractEventLoop) -> None:
        """Begin: hear the signals that end a process, and look whether the terminal is there."""
        for number in filter(None, (getattr(signal, name, None) for name in ENDING)):
            with suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(number, self.told_to_end, int(number))
        if not gone():
            Thread(target=self._watch, daemon=True, name="terminal").start()

    def told_to_end(self, number: int) -> None:
        """Leave in order, or, where nobody can see it any more, at once."""
        if gone():
            self._drop()
        self.leave(SIGNALLED + number)

    def _watch(self) -> None:
        while not self.over.wait(SECONDS):
            if gone():
                self._drop()

    def _drop(self) -> None:
        """Save and end without a word: whatever writes to a terminal that is gone may hang."""
        try:
            self.keep()
        finally:
            os._exit(HUNG_UP)


def gone() -> bool:
    """Return whether the terminal has been closed, or was never there."""
    try:
        os.get_terminal_size(sys.__stdin__.fileno() if sys.__stdin__ else -1)
    except (OSError, ValueError):
        return True
    return False


def can_suspend() -> bool:
    """Return whether a shell waits behind the game, to which Ctrl+Z goes back."""
    return hasattr(signal, "SIGTSTP") and os.getsid(0) != os.getpid()


def tell_end(status: int, kept: bool) -> None:
    """Say, where a signal has ended the screen, that it did, and whether the game is saved."""
    if status > SIGNALLED:
        print(_(ENDED_SAVED if kept else ENDED), file=sys.stderr)

"""Starting as a player starts: a command in a terminal until its first words stand there.

Each start is timed beside one of an empty Textual app in the same kind of terminal, one after the
other, so that a busy machine slows both alike; only the ratios matter. The first start of all
fills the cache of content and counts on its own. Needs a system with pseudo-terminals.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from select import select
from statistics import median
from time import perf_counter

from game.errors import UsageError

ROUNDS = 7
SIZE = {"COLUMNS": "80", "LINES": "24", "TERM": "xterm-256color"}
PATIENCE = 60.0
"""Seconds after which a start has failed."""
TURNS = "8"
"""How far the game is that is gone on with."""
EMPTY_APP = """
from textual.app import App
from textual.widgets import Static
class Empty(App):
    def compose(self):
        yield Static("Here it is.")
Empty().run()
"""
_STEERING = re.compile(
    rb"\x1b(?:\[[0-9;?<=>$ ]*[A-Za-z~]|\][^\x07\x1b]*(?:\x07|\x1b\\)|P[^\x1b]*\x1b\\|.)"
)


@dataclass(frozen=True, slots=True)
class Start:
    """A command that is started, the words that end the wait, and what it may take.

    `most` is in times of an empty app; 0 binds nothing.
    """

    name: str
    words: tuple[str, ...]
    until: str
    most: float = 0.0


EMPTY = Start("empty app", ("-c", EMPTY_APP), "Here it is.")
STARTS = (
    Start("handshake", ("-m", "game"), "New game", 1.6),
    Start("continue", ("-m", "game", "continue", "measured"), "Supplies", 2.0),
    Start("plain", ("-m", "game", "plain"), "andshake", 0.6),
)


@dataclass(frozen=True, slots=True)
class Pace:
    """What a start took: seconds, those of the empty app beside it, and their ratio (medians)."""

    start: Start
    seconds: float
    empty: float
    ratio: float

    @property
    def holds(self) -> bool:
        """Whether it is as quick as it has to be."""
        return self.ratio <= self.start.most

    def line(self) -> str:
        """Return it as a line of a table."""
        said = "" if self.holds else "  too slow"
        ours, theirs = 1000 * self.seconds, 1000 * self.empty
        return (
            f"{self.start.name:<22}{ours:8.0f} ms   empty app{theirs:8.0f} ms   "
            f"ratio {self.ratio:.2f} of {self.start.most:.1f}{said}"
        )


def seen(output: bytes) -> str:
    """Return the words of what was sent to a terminal, without what steers it."""
    return _STEERING.sub(b"", output).decode("utf-8", errors="replace")


def first_words(start: Start, place: Mapping[str, str]) -> float:
    """Return seconds from starting a command in a terminal until its words stand there.

    `place` is its environment. Raises UsageError where there are no pseudo-terminals, or the words
    don't come.
    """
    master, slave = terminal()
    began = perf_counter()
    process = subprocess.Popen(
        [sys.executable, *start.words], stdin=slave, stdout=slave, stderr=slave, env=dict(place),
        start_new_session=True,
    )  # fmt: skip
    os.close(slave)
    try:
        return _waited(master, start, began)
    finally:
        process.kill()
        process.wait()
        os.close(master)


def terminal() -> tuple[int, int]:
    """Open both ends of a terminal. Raises UsageError where there are none."""
    if not hasattr(os, "openpty"):
        raise UsageError(
            "Starting is measured in a pseudo-terminal, which this system lacks; measure it on "
            "Linux or macOS."
        )
    return os.openpty()


def _waited(master: int, start: Start, began: float) -> float:
    """Return seconds until the words have come. Raises UsageError when they don't."""
    output = b""
    while perf_counter() - began < PATIENCE:
        if not select([master], [], [], 1.0)[0]:
            continue
        chunk = b""
        with suppress(OSError):  # the other end is closed
            chunk = os.read(master, 65536)
        if not chunk:
            break
        output += chunk
        if start.until in seen(output):
            return perf_counter() - began
    said = " ".join(seen(output).split())[-200:]
    raise UsageError(
        f"{start.name} never said {start.until!r}, so it can't be timed. Last it said: {said}"
    )


@contextmanager
def home(tree: Path) -> Iterator[dict[str, str]]:
    """Make a place of its own with a save and an empty cache; yield the environment for it."""
    with tempfile.TemporaryDirectory() as folder:
        place = os.environ | SIZE | {
            "PYTHONPATH": str(tree), "PYTHONSAFEPATH": "1", "HANDSHAKE_SAVES": f"{folder}/saves",
            "HANDSHAKE_CACHE": f"{folder}/cache", "HANDSHAKE_SETTINGS": f"{folder}/settings.json",
            "PYTHONPYCACHEPREFIX": f"{folder}/bytecode",
        }  # fmt: skip
        place.pop("PYTHONDONTWRITEBYTECODE", None)  # a player's Python compiles a module once
        wish = ("-m", "game", "auto", "--turns-limit", TURNS, "--save", "measured")
        command = [sys.executable, *wish]
        subprocess.run(command, env=place, check=True, stdout=subprocess.DEVNULL)
        yield place


def _pace(start: Start, place: Mapping[str, str], rounds: int) -> Pace:
    """Time a start and the empty app by turns, after one of each that counts for nothing."""
    for one in (start, EMPTY):
        first_words(one, place)
    pairs = [(first_words(start, place), first_words(EMPTY, place)) for _ in range(rounds)]
    ours, theirs = (median(column) for column in zip(*pairs, strict=True))
    return Pace(start, ours, theirs, median(a / b for a, b in pairs))


def paces(tree: Path, rounds: int = ROUNDS) -> tuple[Pace, ...]:
    """Return what each start takes with the code of a tree. Raises UsageError as `first_words`."""
    with home(tree) as place:
        return tuple(_pace(start, place, rounds) for start in STARTS)

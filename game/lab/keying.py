"""What a key takes in a terminal: from pressing it until the screen stands still again.

The game and an empty Textual app run side by side, each in a terminal of its own, and are typed
into by turns, so that a busy machine slows both alike; only the ratios matter. Beside the time
stands what both made the processor do, which other programs don't lengthen, where the system tells.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from select import select
from statistics import median
from time import perf_counter

from game.lab.starting import home, seen, terminal

ROUNDS = 15
STILL = 0.08  # seconds without a byte after which the screen stands still
PATIENCE = 60.0
ESCAPE, DOWN = b"\x1b", b"\x1b[B"
SIZE = (120, 36)
EMPTY_APP = """
from textual.app import App
from textual.screen import Screen
from textual.widgets import Static
class Page(Screen):
    BINDINGS = [("escape", "dismiss", "")]
    def compose(self):
        yield Static("A page.")
class Empty(App):
    BINDINGS = [("x", "tell", ""), ("p", "push_screen('page')", "")]
    SCREENS = {"page": Page}
    told = 0
    def compose(self):
        yield Static("Here it is.")
    def action_tell(self):
        self.told += 1
        self.query_one(Static).update(f"Here it is {self.told}.")
Empty().run()
"""


@dataclass(frozen=True, slots=True)
class Typing:
    """What is typed into the game and into the empty app, and how many times its time is allowed.

    `before` and `after` are typed too, and not timed: they lead there, and back.
    """

    name: str
    key: bytes
    beside: bytes
    most: float
    before: tuple[bytes, bytes] = (b"", b"")
    after: tuple[bytes, bytes] = (b"", b"")


PAGES = {"crew": b"c", "station": b"s", "table": b"t", "why": b"w", "chronicle": b"h"}
TYPINGS = (
    Typing("pointing", DOWN, b"x", 2.0),
    *(Typing(f"open {n}", key, b"p", 3.0, after=(ESCAPE, ESCAPE)) for n, key in PAGES.items()),
    *(Typing(f"close {n}", ESCAPE, ESCAPE, 3.0, before=(key, b"p")) for n, key in PAGES.items()),
)


@dataclass(frozen=True, slots=True)
class Took:
    """What a key took: seconds, those of the empty app beside it, and their ratio (medians).

    `work` is how many times the empty app's processor time it took; 0 where no system tells.
    """

    typing: Typing
    seconds: float
    empty: float
    ratio: float
    work: float

    def line(self) -> str:
        """Return it as a line of a table."""
        said = "" if self.ratio <= self.typing.most else "  too slow"
        ours, theirs = 1000 * self.seconds, 1000 * self.empty
        return (
            f"{self.typing.name:<22}{ours:8.0f} ms   empty app{theirs:8.0f} ms   "
            f"ratio {self.ratio:.2f} of {self.typing.most:.1f}   processor {self.work:.1f}{said}"
        )


class Window:
    """A process in a terminal of its own."""

    def __init__(self, words: tuple[str, ...], place: Mapping[str, str]) -> None:
        """Start a command of Python's."""
        self.master, slave = terminal()
        columns, lines = map(str, SIZE)
        told = {**place, "COLUMNS": columns, "LINES": lines, "TEXTUAL_ANIMATIONS": "none"}
        self.process = subprocess.Popen(
            [sys.executable, *words], stdin=slave, stdout=slave, stderr=slave, env=told,
            start_new_session=True,
        )  # fmt: skip
        os.close(slave)

    def press(self, key: bytes) -> float:
        """Type a key; return seconds until the last of what it showed."""
        began = last = perf_counter()
        os.write(self.master, key)
        while perf_counter() - began < PATIENCE:
            if not select([self.master], [], [], STILL if last > began else 1.0)[0]:
                break
            os.read(self.master, 65536)
            last = perf_counter()
        return last - began

    def until(self, words: str) -> None:
        """Wait until words stand there, and then until the screen stands still."""
        shown, began = b"", perf_counter()
        while words not in seen(shown) and perf_counter() - began < PATIENCE:
            if select([self.master], [], [], 1.0)[0]:
                shown += os.read(self.master, 65536)
        self.press(b"")

    @property
    def worked(self) -> float:
        """Seconds of the processor that it has taken, where the system tells; else 0."""
        with suppress(OSError, ValueError, IndexError):
            threads = Path(f"/proc/{self.process.pid}/task").iterdir()
            return sum(int((one / "schedstat").read_text().split()[0]) for one in threads) / 1e9
        return 0.0

    @property
    def memory(self) -> float:
        """MiB that it holds, where the system tells; else 0."""
        with suppress(OSError, StopIteration):
            lines = Path(f"/proc/{self.process.pid}/status").read_text().splitlines()
            return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024
        return 0.0

    def close(self) -> None:
        """End it."""
        self.process.kill()
        self.process.wait()
        os.close(self.master)


@contextmanager
def _window(words: tuple[str, ...], place: Mapping[str, str], until: str) -> Iterator[Window]:
    opened = Window(words, place)
    try:
        opened.until(until)
        yield opened
    finally:
        opened.close()


def _took(typing: Typing, ours: Window, theirs: Window, rounds: int) -> Took:
    """Time a key in both by turns, after one of each that counts for nothing."""

    def timed(window: Window, n: int) -> tuple[float, float]:
        if typing.before[n]:
            window.press(typing.before[n])
        worked = window.worked
        seconds = window.press((typing.key, typing.beside)[n])
        worked = window.worked - worked
        if typing.after[n]:
            window.press(typing.after[n])
        return seconds, worked

    pairs = [(timed(ours, 0), timed(theirs, 1)) for _ in range(rounds + 1)][1:]
    mine, other = (median(one[0] for one in column) for column in zip(*pairs, strict=True))
    ratio = median(a[0] / b[0] for a, b in pairs)
    return Took(typing, mine, other, ratio, median(a[1] / b[1] if b[1] else 0 for a, b in pairs))


def lines(tree: Path, rounds: int = ROUNDS) -> Iterator[str]:
    """Yield what each key takes, then what the game holds in memory by then."""
    with (
        home(tree) as place,
        _window(("-c", EMPTY_APP), place, "Here it is.") as theirs,
        _window(("-m", "game", "continue", "measured"), place, "Supplies") as ours,
    ):
        for _ in range(8):  # news, scenes, lessons
            ours.press(ESCAPE)
        for typing in TYPINGS:
            yield _took(typing, ours, theirs, rounds).line()
        yield f"{'memory':<22}{ours.memory:8.0f} MiB  empty app{theirs.memory:8.0f} MiB"

"""A bar on a terminal: how many games are played, and how long the rest may take."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import TextIO, cast

from game.text.inert import steer

Tick = Callable[[int], None]
WHOLE_RUN = 1e9  # seconds back to which the estimate looks


class _Straight:
    """A stream that the bar may steer."""

    def __init__(self, stream: TextIO) -> None:
        self.stream = stream

    def write(self, text: str) -> int:
        steer(self.stream, text)
        return len(text)

    def flush(self) -> None:
        self.stream.flush()

    def isatty(self) -> bool:
        return self.stream.isatty()


@contextmanager
def progress(games: int, stream: TextIO, clock: Callable[[], float] = monotonic) -> Iterator[Tick]:
    """Give what is told how many games have been played, and shows it if anybody can see it.

    The bar is drawn when it is told, and goes away at the end. `clock` tells seconds.
    """
    if not stream.isatty():
        yield lambda done: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

    columns = (BarColumn(), MofNCompleteColumn(), "games,", TimeRemainingColumn(), "left")
    with Progress(
        *columns, console=Console(file=cast(TextIO, _Straight(stream))), transient=True,
        auto_refresh=False, speed_estimate_period=WHOLE_RUN, get_time=clock,
    ) as bar:  # fmt: skip
        task = bar.add_task("", total=games)
        yield lambda done: bar.update(task, completed=done, refresh=True)

"""Games played into a folder, chunk by chunk, by any executor; a second run plays what is missing.

A chunk of games is one task and one file. Whoever plays it hands in the finished file, so that
what collects them only writes bytes; which chunk comes when, and from whom, changes no row.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor, as_completed
from functools import partial
from pathlib import Path

from game.errors import UsageError
from game.lab.experiment import Experiment, Tick, content_of, play, silent
from game.lab.mark import Mark, mark_of
from game.lab.partitions import opened, put, seeds_in
from game.lab.tables import check_parquet, packed
from game.session import Session

CHUNK = 10
Chunk = tuple[int, ...]
Played = tuple[Chunk, bytes]


def play_into(
    folder: Path,
    experiment: Experiment,
    executor: Executor | None = None,
    *,
    chunk: int = CHUNK,
    resume: bool = False,
    tick: Tick = silent,
) -> None:
    """Play an experiment's games into a folder, `chunk` of them a file, for `rows_in` to read.

    The executor may be any of `concurrent.futures`, or that of a Dask client,
    `Client(address).get_executor(pure=False)`; without one the games are played here. A chunk is
    one task. With `resume` only the games are played that the folder lacks. `tick` is told how many
    of all games the folder has. Whatever breaks it off leaves the files that are there.

    Raises UsageError for a folder that can't be used or holds another experiment, before any game
    is played; for workers that would play other games than this process; without the extra `lab`;
    and what a game raises.
    """
    check_parquet()
    Session(content_of(experiment.load), experiment.setup, experiment.seats)
    mark = mark_of(experiment)
    with opened(folder, mark, resume):
        missing = sorted(set(experiment.seeds) - seeds_in(folder))
        done = len(experiment.seeds) - len(missing)
        tick(done)
        for seeds, data in _played(partial(hand_in, experiment, mark), missing, chunk, executor):
            put(folder, seeds, data)
            done += len(seeds)
            tick(done)


def chunks(seeds: Iterable[int], most: int) -> Iterator[Chunk]:
    """Yield ascending seeds in chunks of consecutive ones, at most so many each."""
    held: list[int] = []
    for seed in seeds:
        if held and (len(held) == most or seed != held[-1] + 1):
            yield tuple(held)
            held = []
        held.append(seed)
    if held:
        yield tuple(held)


def _played(
    one: partial[Played], seeds: Sequence[int], most: int, executor: Executor | None
) -> Iterator[Played]:
    """Yield chunks as they are done; those that nobody has begun are called off when it breaks."""
    if executor is None:
        yield from map(one, chunks(seeds, most))
        return
    waiting = {executor.submit(one, part) for part in chunks(seeds, most)}
    try:
        for future in as_completed(waiting):
            waiting.discard(future)
            yield future.result()
    finally:
        for future in waiting:
            future.cancel()


def hand_in(experiment: Experiment, mark: Mark, seeds: Chunk) -> Played:
    """Play some games, here, and return their seeds with their file.

    Raises UsageError when this process would play other games than whoever made the mark.
    """
    if unlike := mark.unlike(mark_of(experiment)):
        raise UsageError(
            f"A worker would play other games than you ({unlike}); give all of them the same game "
            "and packs."
        )
    return seeds, packed((play(experiment, seed) for seed in seeds), mark.figures)

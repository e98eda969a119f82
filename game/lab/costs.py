"""What games cost here, to plan many of them by: `python -m game.lab.costs --games 5 --jobs 2`.

It prints for each player what a game takes with that player on all chairs, with `--jobs` how much
quicker so many processes play the same games than one, and with `--tasks` what feeding a Dask
cluster of two workers takes (needs the extra `cluster`).
"""

from __future__ import annotations

import argparse
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor, as_completed
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import fmean, median
from tempfile import TemporaryDirectory
from time import perf_counter, process_time

from game.lab.executors import dask, processes
from game.lab.experiment import Experiment, Packs, content_of, play, run_games
from game.lab.mark import mark_of
from game.lab.partitions import put
from game.lab.rows import Row
from game.lab.streaming import CHUNK
from game.lab.tables import packed
from game.rules.setup import USUAL, Setup

PLAYERS = ("random", "historical", "hawk", "diplomat", "peacemaker", "planner")
ROUNDS = 3


@dataclass(frozen=True, slots=True)
class Cost:
    """What a game takes: seconds of a core to play, and to pack beside others; bytes of its row."""

    play: float
    pack: float
    size: float


def cost(experiment: Experiment) -> Cost:
    """Play an experiment's games here, and return what one takes on average."""
    content_of(experiment.load)
    began = process_time()
    rows = [play(experiment, seed) for seed in experiment.seeds]
    played = process_time()
    size = len(_chunk(experiment, rows))
    packing = process_time() - played
    return Cost((played - began) / len(rows), packing / CHUNK, size / CHUNK)


def _chunk(experiment: Experiment, rows: Sequence[Row]) -> bytes:
    """Return the file of a usual chunk of rows like these."""
    many = [replace(rows[n % len(rows)], seed=n) for n in range(CHUNK)]
    return packed(many, mark_of(experiment).figures)


def quicker(experiment: Experiment, jobs: int, rounds: int = ROUNDS) -> float:
    """Return how much quicker so many processes play an experiment than one, both by turns.

    Both have loaded the content before they are timed.
    """
    warm = replace(experiment, games=jobs)
    with processes(jobs) as executor:
        ratios = []
        for who in (None, executor):
            run_games(warm, who)
        for _ in range(rounds):
            alone, together = (_seconds(experiment, who) for who in (None, executor))
            ratios.append(alone / together)
    return median(ratios)


def _seconds(experiment: Experiment, executor: Executor | None) -> float:
    began = perf_counter()
    run_games(experiment, executor)
    return perf_counter() - began


def fed(executor: Executor, tasks: int, size: int) -> float:
    """Return the seconds of a core that it takes here to hand out a task and take in its bytes."""
    began = process_time()
    for future in as_completed([executor.submit(bytes, size) for _ in range(tasks)]):
        future.result()
    return (process_time() - began) / tasks


def written(folder: Path, files: int, size: int) -> float:
    """Return the seconds that it takes to put a file of so many bytes into a folder."""
    began = perf_counter()
    for number in range(files):
        put(folder, (number,), bytes(size))
    return (perf_counter() - began) / files


def _lines(asked: argparse.Namespace) -> Iterator[str]:
    costs = []
    for player in asked.players.split(","):
        experiment = _experiment(asked.scenario, player, asked.games)
        costs.append(one := cost(experiment))
        yield (
            f"{player:<12}{one.play:9.3f} s a game{1000 * one.pack:8.1f} ms to pack its row"
            f"{one.size / 1000:8.1f} kB"
        )
    size = int(CHUNK * fmean(one.size for one in costs))
    with TemporaryDirectory() as folder:
        took = written(Path(folder), asked.games, size)
        yield f"{'a file':<12}{1000 * took:9.1f} ms to write {CHUNK} rows"
    if asked.jobs > 1:
        games = _experiment(asked.scenario, asked.players.split(",")[0], 10 * asked.games)
        yield f"{'in all':<12}{quicker(games, asked.jobs):9.2f} x the speed of one process"
    if asked.tasks:
        with dask(2) as executor:
            fed(executor, 100, size)
            took = fed(executor, asked.tasks, size)
        yield f"{'a task':<12}{1000 * took:9.2f} ms of a core to feed, {1 / took:.0f} a second"


def _experiment(scenario: str, player: str, games: int) -> Experiment:
    chairs = content_of(Packs()).scenarios[scenario].chairs
    return Experiment(Setup(scenario, chairs[0], 1), dict.fromkeys(chairs, player), games)


def main() -> None:
    """Print what was measured."""
    asked = argparse.ArgumentParser(description="What games cost here.")
    asked.add_argument("--scenario", default=USUAL)
    asked.add_argument("--players", default=",".join(PLAYERS), help="one on all chairs, each")
    asked.add_argument("--games", type=int, default=3, help="games for each player")
    asked.add_argument("--jobs", type=int, default=1, help="compare so many processes with one")
    asked.add_argument("--tasks", type=int, default=0, help="feed Dask so many tasks")
    for line in _lines(asked.parse_args()):
        print(line, flush=True)


if __name__ == "__main__":
    main()

"""`handshake lab`: many games, and what they add up to."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import Executor
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from pathlib import Path

from game.cli.auto import seats_of
from game.cli.progress import progress
from game.errors import Interrupted, UsageError
from game.lab.asserting import tell
from game.lab.executors import dask, processes
from game.lab.experiment import Experiment, Packs, content_of, run_games
from game.lab.keeping import is_measured, is_table, write_json, write_rows
from game.lab.measures import measure
from game.lab.offering import offered
from game.lab.offering import report as offers_told
from game.lab.partitions import rows_in
from game.lab.report import report
from game.lab.rows import Row, tracked
from game.lab.streaming import CHUNK, play_into
from game.rules.index import index_of
from game.rules.setup import Setup
from game.saves.outside import check_place
from game.text.counting import counted


@dataclass(frozen=True, slots=True)
class Workers:
    """Who plays: `processes` of this machine or a `dask` cluster, so many or a scheduler's."""

    executor: str = "processes"
    jobs: int = 1
    scheduler: str = ""

    def begun(self) -> AbstractContextManager[Executor | None]:
        """Return what begins them and ends them. Raises UsageError for a wish that can't be met."""
        if self.executor == "dask":
            return dask(self.jobs, self.scheduler)
        if self.scheduler:
            raise UsageError("Only Dask has a scheduler; add --executor dask, or leave it out.")
        return processes(self.jobs)


@dataclass(frozen=True, slots=True)
class Keep:
    """The folder that games are kept in, if any, how many a file, and whether it may hold some."""

    folder: Path | None = None
    chunk: int = CHUNK
    resume: bool = False


@dataclass(frozen=True, slots=True)
class Wish:
    """What `lab` was asked for; the setup's seed is that of the first game."""

    setup: Setup
    players: str
    games: int
    workers: Workers
    json: Path | None
    rows: Path | None
    trials: int
    keep: Keep

    def experiment(self, packs: Sequence[Path]) -> Experiment:
        """Return what is to be played. Raises UsageError for a setup or a player there isn't."""
        load = Packs(tuple(packs))
        seats = seats_of(content_of(load), self.setup, self.players)
        return Experiment(self.setup, seats, self.games, load, self.trials)


def run(wish: Wish, packs: Sequence[Path], what: str = "report") -> int:
    """Play the games and print what was asked for: the `report`, `asserts` or `offers`.

    Returns the status. Raises UsageError for a setup, player, folder or file that can't be used,
    before any game is played where that can be known.
    """
    if what != "report" and wish.keep.folder is not None:
        raise UsageError(f"--{what} keeps no rows; leave --into out.")
    if wish.keep.resume and wish.keep.folder is None:
        raise UsageError("Only a folder can be gone on with; name it with --into.")
    if what == "asserts":
        return _assertions(wish, packs)
    if what == "offers":
        return _offers(wish, packs)
    return _whole(wish, packs)


def _whole(wish: Wish, packs: Sequence[Path]) -> int:
    """Play the games, print the report and write the files that were asked for."""
    _check_files(wish)
    experiment = wish.experiment(packs)
    rows = _rows(wish, experiment)
    content, scenario = content_of(experiment.load), wish.setup.scenario
    if wish.rows:
        rows = tuple(rows)
        write_rows(wish.rows, rows, tracked(index_of(content, scenario)))
    found = measure(rows, content, scenario)
    if wish.json:
        write_json(wish.json, experiment, found)
    print(report(experiment, found))
    return 0


def _rows(wish: Wish, experiment: Experiment) -> Iterable[Row]:
    """Play the games, into a folder where there is one, and return their rows."""
    keep = wish.keep
    with (
        told_how_to_go_on(keep.folder),
        wish.workers.begun() as executor,
        progress(wish.games, sys.stderr) as tick,
    ):
        if keep.folder is None:
            return run_games(experiment, executor, tick)
        play_into(
            keep.folder, experiment, executor, chunk=keep.chunk, resume=keep.resume, tick=tick
        )
    return rows_in(keep.folder, experiment.seeds)


@contextmanager
def told_how_to_go_on(folder: Path | None) -> Iterator[None]:
    """Say of games that were interrupted what is left of them."""
    try:
        yield
    except KeyboardInterrupt as stopped:
        left = "Nothing is left of the games; --into keeps what is played."
        if folder is not None:
            left = f"What was played is in {folder}; --resume plays the rest."
        raise Interrupted(f"Interrupted. {left}") from stopped


def _check_files(wish: Wish) -> None:
    for path, ours in ((wish.json, is_measured), (wish.rows, is_table)):
        if path is not None:
            check_place(path, ours)


def _assertions(wish: Wish, packs: Sequence[Path]) -> int:
    """Play the games, print what texts took for granted against the truth; 0 where nothing did."""
    told = tell(wish.experiment(packs))
    print("\n".join(untrue.line() for untrue in told.untrue) or "Nothing untrue was told.")
    games = counted(wish.games, "game")
    print(f"{games}: {counted(told.looked_at, 'assertion')}, {len(told.untrue)} untrue.")
    return 1 if told.untrue else 0


def _offers(wish: Wish, packs: Sequence[Path]) -> int:
    """Play the games and print what offers became, leader by leader."""
    experiment = wish.experiment(packs)
    index = index_of(content_of(experiment.load), wish.setup.scenario)
    with wish.workers.begun() as executor:
        print("\n".join(offers_told(index, offered(experiment, executor))))
    return 0

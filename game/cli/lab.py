"""`handshake lab`: many games, and what they add up to."""

from __future__ import annotations

import sys
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field, replace
from functools import partial
from pathlib import Path
from typing import TextIO

from game.cli.auto import seats_of
from game.lab.asserting import tell
from game.lab.experiment import Experiment, Packs, Tick, content_of, run_games
from game.lab.keeping import is_measured, is_table, write_json, write_rows
from game.lab.measures import measure
from game.lab.offering import offered
from game.lab.offering import report as offers_told
from game.lab.report import report
from game.lab.rows import Row, tracked
from game.lab.targets import experiments, lines, targets
from game.rules.index import index_of
from game.rules.setup import Setup, check_setup
from game.saves.outside import check_place
from game.text.cells import pad
from game.text.counting import counted
from game.text.inert import steer

WINDOWS_JOBS = 61  # that system lets nobody wait for more processes at once


@dataclass(frozen=True, slots=True)
class Wish:
    """What `lab` was asked for; the setup's seed is that of the first game."""

    setup: Setup
    players: str
    games: int
    jobs: int
    json: Path | None
    rows: Path | None
    trials: int = 0


@dataclass(slots=True)
class Progress:
    """A line on a terminal: how many games are played, and how long the rest may take."""

    games: int
    stream: TextIO
    began: float = field(default_factory=time.monotonic)

    def tick(self, done: int) -> None:
        """Say how far it has come, if anybody can see it; the line goes away at the end."""
        if not self.stream.isatty():
            return
        left = (time.monotonic() - self.began) / done * (self.games - done)
        line = f"{done} of {counted(self.games, 'game')}, about {left:.0f} s left" if left else ""
        steer(self.stream, f"\r{pad(line, 60)}" + ("" if left else "\r"))


def run(wish: Wish, packs: Sequence[Path]) -> None:
    """Play the games, print the report and write the files that were asked for.

    Raises UsageError for a setup, player or file that can't be used, before any game is played
    where that can be known.
    """
    for path, ours in ((wish.json, is_measured), (wish.rows, is_table)):
        if path is not None:
            check_place(path, ours)
    load = Packs(tuple(packs))
    content = content_of(load)
    seats = seats_of(content, wish.setup, wish.players)
    experiment = Experiment(wish.setup, seats, wish.games, load, wish.trials)
    rows = _play(experiment, wish.jobs, Progress(wish.games, sys.stderr).tick)
    found = measure(rows, content, wish.setup.scenario)
    if wish.json:
        write_json(wish.json, experiment, found)
    if wish.rows:
        write_rows(wish.rows, rows, tracked(index_of(content, wish.setup.scenario)))
    print(report(experiment, found))


def assertions(wish: Wish, packs: Sequence[Path]) -> int:
    """Play the games, print what texts took for granted against the truth; 0 where nothing did.

    Raises UsageError for a setup or player that can't be used.
    """
    load = Packs(tuple(packs))
    seats = seats_of(content_of(load), wish.setup, wish.players)
    told = tell(Experiment(wish.setup, seats, wish.games, load))
    print("\n".join(untrue.line() for untrue in told.untrue) or "Nothing untrue was told.")
    games = counted(wish.games, "game")
    print(f"{games}: {counted(told.looked_at, 'assertion')}, {len(told.untrue)} untrue.")
    return 1 if told.untrue else 0


def offers(wish: Wish, packs: Sequence[Path]) -> None:
    """Play the games and print what offers became, leader by leader.

    Raises UsageError for a setup or player that can't be used.
    """
    load = Packs(tuple(packs))
    content = content_of(load)
    seats = seats_of(content, wish.setup, wish.players)
    experiment = Experiment(wish.setup, seats, wish.games, load)
    index = index_of(content, wish.setup.scenario)
    if wish.jobs == 1:
        print("\n".join(offers_told(index, offered(experiment))))
        return
    with ProcessPoolExecutor(min(wish.jobs, WINDOWS_JOBS)) as executor:
        print("\n".join(offers_told(index, offered(experiment, executor))))


def judge(setup: Setup, games: int, jobs: int, packs: Sequence[Path]) -> int:
    """Play every line-up that the targets need and print what holds; 0 when all of it does.

    Raises UsageError for a setup that doesn't exist; its chair is chosen here.
    """
    load = Packs(tuple(packs))
    content = content_of(load)
    chairs = [c for s in content.scenarios.values() if s.id == setup.scenario for c in s.chairs]
    check_setup(content, replace(setup, chair=chairs[0] if chairs else ""))
    line_ups = list(experiments(content, setup, games, load))
    progress = Progress(games * len(line_ups), sys.stderr)
    table: dict[tuple[str, str], tuple[Row, ...]] = {}
    for done, (player, experiment) in enumerate(line_ups):
        tick = partial(_tick_on, progress, done * games)
        table[experiment.setup.chair, player] = _play(experiment, jobs, tick)
    found = targets(content, setup.scenario, table)
    print("\n".join(lines(found, lambda held: "holds" if held else "FAILS")))
    return 0 if all(target.held for target in found) else 1


def _tick_on(progress: Progress, before: int, done: int) -> None:
    """Say how far it has come, games of earlier line-ups counted."""
    progress.tick(before + done)


def _play(experiment: Experiment, jobs: int, tick: Tick) -> tuple[Row, ...]:
    """Play in so many processes at once; one job needs no process of its own."""
    if jobs == 1:
        return run_games(experiment, tick=tick)
    most = WINDOWS_JOBS if sys.platform == "win32" else jobs
    with ProcessPoolExecutor(min(jobs, most)) as executor:
        return run_games(experiment, executor, tick)

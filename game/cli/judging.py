"""`handshake targets`: the line-ups that targets need, played, kept and judged."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from game.cli.lab import Keep, told_how_to_go_on
from game.cli.progress import progress
from game.content.records import Content
from game.errors import UsageError
from game.lab.executors import processes
from game.lab.experiment import Experiment, Packs, Tick, content_of, run_games
from game.lab.mark import mark_of
from game.lab.partitions import known_mark, rows_in
from game.lab.rows import Row
from game.lab.streaming import play_into
from game.lab.targets import PLAYERS, experiments, lines, targets
from game.rules.setup import Setup, check_setup
from game.text.lists import comma_listed

Kept = dict[tuple[str, str], tuple[Row, ...]]


@dataclass(frozen=True, slots=True)
class Wish:
    """What was asked for: the setup's chair is chosen here, `players` none: all of them."""

    setup: Setup
    games: int
    jobs: int
    keep: Keep
    players: tuple[str, ...] = ()

    def plays(self, player: str) -> bool:
        """Return whether games of a player are wanted."""
        return not self.players or player in self.players


def judge(wish: Wish, packs: Sequence[Path]) -> int:
    """Play the line-ups that targets need and print what holds; 0 when all of it does.

    What a folder holds of line-ups that aren't to be played is judged too. Raises UsageError for a
    setup or player that doesn't exist and a folder that can't be used.
    """
    load = Packs(tuple(packs))
    content = content_of(load)
    _check(content, wish)
    line_ups = list(experiments(content, wish.setup, wish.games, load))
    table = dict(_kept(wish, line_ups)) | _played(
        wish, [one for one in line_ups if wish.plays(one[0])]
    )
    found = targets(content, wish.setup.scenario, table)
    print("\n".join(lines(found, lambda held: "holds" if held else "FAILS")))
    return 0 if all(target.held for target in found) else 1


def _check(content: Content, wish: Wish) -> None:
    setup = wish.setup
    chairs = [c for s in content.scenarios.values() if s.id == setup.scenario for c in s.chairs]
    check_setup(content, replace(setup, chair=chairs[0] if chairs else ""))
    for player in wish.players:
        if player not in PLAYERS:
            named = comma_listed(PLAYERS)
            raise UsageError(f"No target asks about {player}; the players are {named}.")
    if wish.keep.resume and wish.keep.folder is None:
        raise UsageError("Only a folder can be gone on with; name it with --into.")


def _played(wish: Wish, line_ups: Sequence[tuple[str, Experiment]]) -> Kept:
    """Play line-ups, telling how far they have come."""
    found: Kept = {}
    with (
        told_how_to_go_on(wish.keep.folder),
        progress(wish.games * len(line_ups), sys.stderr) as tick,
        processes(wish.jobs) as executor,
    ):
        for done, (player, experiment) in enumerate(line_ups):
            on = partial(_tick_on, tick, done * wish.games)
            rows = _rows(wish.keep, player, experiment, executor, on)
            found[experiment.setup.chair, player] = rows
    return found


def _rows(
    keep: Keep, player: str, experiment: Experiment, executor: Executor | None, tick: Tick
) -> tuple[Row, ...]:
    folder = _folder(keep, player, experiment)
    if folder is None:
        return run_games(experiment, executor, tick)
    folder.parent.mkdir(parents=True, exist_ok=True)
    play_into(folder, experiment, executor, chunk=keep.chunk, resume=keep.resume, tick=tick)
    return tuple(rows_in(folder, experiment.seeds))


def _kept(
    wish: Wish, line_ups: Sequence[tuple[str, Experiment]]
) -> Iterator[tuple[tuple[str, str], tuple[Row, ...]]]:
    """Yield what a folder holds of line-ups that aren't to be played now."""
    for player, experiment in line_ups:
        folder = _folder(wish.keep, player, experiment)
        if folder is None or not folder.exists() or wish.plays(player):
            continue
        if unlike := known_mark(folder).unlike(mark_of(experiment)):
            raise UsageError(f"{folder} holds another experiment ({unlike}); name another folder.")
        if rows := tuple(rows_in(folder)):
            yield (experiment.setup.chair, player), rows


def _folder(keep: Keep, player: str, experiment: Experiment) -> Path | None:
    return keep.folder and keep.folder / f"{player}-{experiment.setup.chair}"


def _tick_on(tick: Tick, before: int, done: int) -> None:
    """Say how far it has come, games of earlier line-ups counted."""
    tick(before + done)

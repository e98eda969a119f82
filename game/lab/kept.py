"""Experiments that were played into folders, and what each adds up to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from game.content.records import Content
from game.errors import UsageError
from game.lab.experiment import Experiment, Loader, content_of
from game.lab.mark import Mark
from game.lab.measures import Measures, measure
from game.lab.partitions import known_mark, rows_in
from game.lab.rows import Row
from game.rules.setup import check_setup

MOST = 6  # line-ups that can be told apart in a picture


@dataclass(frozen=True, slots=True)
class Kept:
    """An experiment in a folder: what it is called, what was played, what that adds up to.

    The experiment's games reach from the first seed there to the last, though some may be missing.
    """

    name: str
    experiment: Experiment
    found: Measures


def kept(folders: Sequence[Path], load: Loader) -> tuple[Kept, ...]:
    """Return the experiments in folders, with the packs that `load` loads.

    Raises UsageError for a folder without finished games, for games of other packs than those, for
    experiments of several scenarios, and for more than `MOST`.
    """
    if len(folders) > MOST:
        raise UsageError(f"{len(folders)} experiments are too many for one report; name {MOST}.")
    marks = [known_mark(folder) for folder in folders]
    for folder, mark in zip(folders, marks, strict=True):
        _check(folder, mark, marks[0], content_of(load))
    return tuple(_kept(folder, mark, load) for folder, mark in zip(folders, marks, strict=True))


def _check(folder: Path, mark: Mark, first: Mark, content: Content) -> None:
    scenario = mark.setup.scenario
    if scenario != first.setup.scenario:
        raise UsageError(f"{folder} holds games of {scenario}; report each scenario by itself.")
    if mark.packs != tuple((stamp.id, stamp.rules) for stamp in content.packs):
        packs = ", ".join(name for name, _ in mark.packs)
        raise UsageError(
            f"{folder} holds games of other packs than are loaded now, or of other versions of "
            f"them ({packs}); name the same with --pack."
        )
    check_setup(content, mark.setup)


def _kept(folder: Path, mark: Mark, load: Loader) -> Kept:
    setup = mark.setup
    seeds: list[int] = []
    rows = _noting(rows_in(folder), seeds)
    first = next(rows, None)
    if first is None:
        raise UsageError(f"{folder} holds no finished games yet; play some into it with --resume.")
    found = measure(_after(first, rows), content_of(load), setup.scenario)
    games = max(seeds) - setup.seed + 1
    experiment = Experiment(setup, mark.seats, games, load, mark.trials)
    return Kept(folder.resolve().name, experiment, found)


def _noting(rows: Iterable[Row], seeds: list[int]) -> Iterator[Row]:
    for row in rows:
        seeds.append(row.seed)
        yield row


def _after(first: Row, rows: Iterable[Row]) -> Iterator[Row]:
    yield first
    yield from rows

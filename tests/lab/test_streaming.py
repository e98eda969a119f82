from __future__ import annotations

import random
from collections.abc import Iterator
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import UsageError
from game.lab import partitions
from game.lab.experiment import Experiment
from game.lab.mark import Mark, mark_of
from game.lab.partitions import PARTS, known_mark, opened, rows_in, seeds_in
from game.lab.rows import Row
from game.lab.streaming import Chunk, Played, chunks, hand_in, play_into
from game.lab.tables import packed
from tests.lab.world import experiment

GAMES = 5
EXPERIMENT = experiment(GAMES)


class Shuffled(Executor):
    """Plays everything at once when the last is asked for, in an order of its own."""

    def __init__(self, tasks: int) -> None:
        self.tasks: list[tuple[Future[Any], Any, Any]] = []
        self.waits_for = tasks

    def submit(self, one: Any, /, *args: Any, **_: Any) -> Future[Any]:
        future: Future[Any] = Future()
        self.tasks.append((future, one, args))
        if len(self.tasks) == self.waits_for:
            random.Random(3).shuffle(self.tasks)
            for waiting, what, given_it in self.tasks:
                waiting.set_result(what(*given_it))
        return future


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "kept"


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with all the games, two a file, that is left as it is."""
    place = tmp_path_factory.mktemp("whole") / "kept"
    play_into(place, EXPERIMENT, chunk=2)
    return place


def copied(whole: Path, folder: Path) -> Path:
    folder.mkdir()
    for path in whole.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    return folder


def parts(folder: Path) -> list[Path]:
    return sorted(folder.glob(PARTS))


def test_a_folder_holds_the_rows_of_the_games(whole: Path, rows: tuple[Row, ...]) -> None:
    assert tuple(rows_in(whole)) == rows[:GAMES]
    assert seeds_in(whole) == set(EXPERIMENT.seeds)
    assert len(parts(whole)) == 3
    assert known_mark(whole) == mark_of(EXPERIMENT)
    assert tuple(rows_in(whole, range(2, 4))) == rows[1:3]


@pytest.mark.parametrize("executor", [Shuffled(5), ThreadPoolExecutor(2)], ids=["any", "threads"])
def test_neither_executor_nor_chunk_changes_a_row(
    folder: Path, rows: tuple[Row, ...], executor: Executor
) -> None:
    ticks: list[int] = []
    play_into(folder, EXPERIMENT, executor, chunk=1, tick=ticks.append)
    assert tuple(rows_in(folder)) == rows[:GAMES]
    assert ticks == [0, 1, 2, 3, 4, 5]


def test_what_is_missing_is_played_and_nothing_else(
    whole: Path, folder: Path, rows: tuple[Row, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    copied(whole, folder)
    first, second, _ = parts(folder)
    second.unlink()
    before = first.stat().st_mtime_ns
    played, ticks = [], list[int]()

    def noted(one: Experiment, mark: Mark, seeds: Chunk) -> Played:
        played.append(seeds)
        return hand_in(one, mark, seeds)

    monkeypatch.setattr("game.lab.streaming.hand_in", noted)
    play_into(folder, experiment(GAMES + 1), chunk=9, resume=True, tick=ticks.append)
    assert played == [(3, 4), (6,)]
    assert ticks == [3, 5, 6]
    assert first.stat().st_mtime_ns == before
    assert tuple(rows_in(folder)) == rows[: GAMES + 1]


class Broken(Exception):
    pass


def test_what_was_played_before_it_broke_is_there(folder: Path, rows: tuple[Row, ...]) -> None:
    def tick(done: int) -> None:
        if done == 2:
            raise Broken

    with pytest.raises(Broken):
        play_into(folder, EXPERIMENT, chunk=1, tick=tick)
    assert seeds_in(folder) == {1, 2}
    play_into(folder, EXPERIMENT, resume=True)
    assert tuple(rows_in(folder)) == rows[:GAMES]


def test_who_waits_is_called_off_when_it_breaks(folder: Path) -> None:
    begun: list[Future[Any]] = []

    class One(Shuffled):
        def submit(self, one: Any, /, *args: Any, **_: Any) -> Future[Any]:
            begun.append(Future())
            if len(begun) == 1:
                begun[0].set_exception(Broken())
            return begun[-1]

    with pytest.raises(Broken):
        play_into(folder, EXPERIMENT, One(9), chunk=1)
    assert [future.cancelled() for future in begun] == [False, True, True, True, True]


def test_files_that_are_half_written_or_damaged_are_played_again(
    whole: Path, folder: Path, rows: tuple[Row, ...]
) -> None:
    copied(whole, folder)
    first, second, third = parts(folder)
    first.rename(first.with_suffix(".unfinished"))
    second.write_bytes(second.read_bytes()[:-20])
    third.write_bytes(b"")
    assert list(rows_in(folder)) == []
    play_into(folder, EXPERIMENT, chunk=3, resume=True)
    assert tuple(rows_in(folder)) == rows[:GAMES]


def test_a_game_that_lies_there_twice_counts_once(
    whole: Path, folder: Path, rows: tuple[Row, ...]
) -> None:
    copied(whole, folder)
    for name in ("games-0.parquet", "games-x.parquet"):
        (folder / name).write_bytes(parts(folder)[-1].read_bytes())
    found = sorted(rows_in(folder), key=lambda row: row.seed)
    assert tuple(found) == rows[:GAMES]


def test_a_file_appears_whole_or_not_at_all(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder.mkdir()

    def full(_: int) -> None:
        assert list(folder.glob(PARTS)) == []
        raise OSError(28, "disk full")

    monkeypatch.setattr("game.lab.partitions.os.fsync", full)
    with pytest.raises(UsageError, match="can't be written"):
        partitions.put(folder, (1, 2), b"PAR1")
    assert list(folder.glob(PARTS)) == []


OTHERS = {
    "the set-up": replace(EXPERIMENT, setup=replace(EXPERIMENT.setup, seed=2)),
    "the players": experiment(GAMES, "historical"),
    "the trials": replace(EXPERIMENT, trials=1),
}


@pytest.mark.parametrize("what", OTHERS)
def test_another_experiment_is_refused(what: str, whole: Path) -> None:
    with pytest.raises(UsageError, match=rf"another experiment .*{what}"):
        play_into(whole, OTHERS[what], resume=True)


@pytest.mark.parametrize(
    ("field", "value", "what"),
    [
        ("version", "0", "version"),
        ("program", "0", "source"),
        ("packs", (("base", "0"),), "packs"),
    ],
)
def test_another_game_is_refused(
    field: str, value: Any, what: str, whole: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def other(one: Experiment) -> Mark:
        return replace(mark_of(one), **{field: value})

    monkeypatch.setattr("game.lab.streaming.mark_of", other)
    with pytest.raises(UsageError, match=what):
        play_into(whole, EXPERIMENT, resume=True)
    with pytest.raises(UsageError, match=rf"A worker would play other games than you \(.*{what}"):
        hand_in(EXPERIMENT, mark_of(EXPERIMENT), (1,))


def test_games_are_not_gone_on_with_by_mistake(whole: Path) -> None:
    with pytest.raises(UsageError, match="go on with --resume"):
        play_into(whole, EXPERIMENT)


def test_a_folder_of_other_files_is_left_alone(folder: Path) -> None:
    folder.mkdir()
    (folder / "diary.txt").write_text("dear diary", encoding="utf-8")
    for resume in (False, True):
        with pytest.raises(UsageError, match="other files"):
            play_into(folder, EXPERIMENT, resume=resume)
    assert [path.name for path in folder.iterdir()] == ["diary.txt"]


def _places(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / "file").write_text("", encoding="utf-8")
    yield tmp_path / "file"
    yield tmp_path / "no" / "such"
    yield tmp_path / ("x" * 300)
    yield tmp_path / "nul\0l"


def test_a_place_that_can_be_no_folder_is_refused_in_a_sentence(tmp_path: Path) -> None:
    for place in _places(tmp_path):
        with pytest.raises(UsageError, match=r"\.$"):
            play_into(place, EXPERIMENT)


def test_a_row_of_somebody_else_is_told_with_the_way_out(
    whole: Path, folder: Path, rows: tuple[Row, ...]
) -> None:
    copied(whole, folder)
    foreign = replace(rows[0], events={"invasion": "often"})  # type: ignore[dict-item]
    partitions.put(folder, (1, 2), packed([foreign], known_mark(folder).figures))
    with pytest.raises(UsageError, match=r"game 1 .*--resume"):
        list(rows_in(folder))


def test_a_mark_that_is_none_is_refused(whole: Path, folder: Path) -> None:
    copied(whole, folder)
    (folder / partitions.MARK).write_text("{}", encoding="utf-8")
    with pytest.raises(UsageError, match="can't be read"):
        play_into(folder, EXPERIMENT, resume=True)
    with pytest.raises(UsageError, match="holds no games"):
        known_mark(folder.parent)


def test_a_player_who_does_not_exist_is_refused_before_anything_is_made(folder: Path) -> None:
    with pytest.raises(UsageError, match=r"(?i)player"):
        play_into(folder, experiment(1, "nobody"))
    assert not folder.exists()


def test_two_at_once_do_not_play_into_one_folder(folder: Path) -> None:
    mark = mark_of(EXPERIMENT)
    with (
        opened(folder, mark, resume=False),
        pytest.raises(UsageError, match="just being played"),
        opened(folder, mark, resume=True),
    ):
        pass
    with opened(folder, mark, resume=True):
        pass


@given(st.sets(st.integers(0, 60)), st.integers(1, 7))
def test_chunks_are_all_seeds_in_runs(seeds: set[int], most: int) -> None:
    found = list(chunks(sorted(seeds), most))
    assert [seed for chunk in found for seed in chunk] == sorted(seeds)
    for chunk in found:
        assert 1 <= len(chunk) <= most
        assert chunk == tuple(range(chunk[0], chunk[-1] + 1))
    joins = pairwise(found)
    assert all(len(a) == most or a[-1] + 1 < b[0] for a, b in joins)

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from game.lab import costs
from game.lab.partitions import PARTS
from tests.lab.world import experiment


def test_a_game_costs_time_and_room() -> None:
    found = costs.cost(experiment(1))
    assert found.play > 0 and found.pack > 0
    assert 100 < found.size < 100_000


def test_feeding_takes_a_part_of_a_second_a_task() -> None:
    with ThreadPoolExecutor(1) as executor:
        assert 0 < costs.fed(executor, 20, 100) < 1


def test_a_file_takes_time_to_write(tmp_path: Path) -> None:
    assert costs.written(tmp_path, 3, 100) > 0
    assert len(list(tmp_path.glob(PARTS))) == 3


def test_who_is_compared_plays_by_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 8.0, 10.0, 14.0, 20.0, 26.0, 30.0, 32.0, 40.0, 41.0, 50.0, 51.0])
    monkeypatch.setattr(costs, "perf_counter", lambda: next(clock))
    monkeypatch.setattr(costs, "run_games", lambda experiment, executor: ())
    assert costs.quicker(experiment(1), 1) == 2.0

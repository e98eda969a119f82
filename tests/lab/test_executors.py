from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest

from game.errors import HandshakeError, UsageError
from game.lab.executors import dask, processes
from game.lab.partitions import PARTS, rows_in
from game.lab.rows import Row
from game.lab.streaming import play_into
from tests.lab.world import experiment

GAMES = 8


def _die(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


def test_one_job_needs_no_process() -> None:
    with processes(1) as executor:
        assert executor is None


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_process_that_dies_is_told_with_the_way_to_go_on() -> None:
    with pytest.raises(HandshakeError, match="--resume"), processes(2) as executor:
        assert executor is not None
        executor.submit(_die, 1).result()


def test_dask_without_its_extra_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    with pytest.raises(UsageError, match=r"orbital-handshake\[cluster\]"), dask(2):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="needs signals")
def test_a_killed_worker_of_dask_loses_no_game_and_doubles_none(
    tmp_path: Path, rows: tuple[Row, ...]
) -> None:
    distributed = pytest.importorskip("distributed", reason="needs the extra cluster")
    killed: list[int] = []
    with (
        distributed.LocalCluster(
            n_workers=2, threads_per_worker=1, dashboard_address=None, silence_logs=50
        ) as cluster,
        dask(2, cluster.scheduler_address) as executor,
    ):

        def kill_one(done: int) -> None:
            if done >= 2 and not killed:
                killed.append(next(iter(cluster.workers.values())).pid)
                os.kill(killed[0], signal.SIGKILL)

        play_into(tmp_path / "kept", experiment(GAMES), executor, chunk=1, tick=kill_one)
    assert killed
    assert len(list((tmp_path / "kept").glob(PARTS))) == GAMES
    assert tuple(rows_in(tmp_path / "kept")) == rows[:GAMES]

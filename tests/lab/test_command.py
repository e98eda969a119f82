from __future__ import annotations

import io
import itertools
import json
import re
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from game import cli
from game.cli import judging, lab
from game.cli.progress import progress
from tests.lab.world import CHAIRS, short
from tests.small import CAMPAIGN

Run = Callable[..., int]
SMOKE = ("--games", "2", "--players", "random", "--scenario", CAMPAIGN)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the command on short games and returns its status."""
    for command in (lab, judging):
        monkeypatch.setattr(command, "Packs", lambda paths: short)

    def run_it(*arguments: str) -> int:
        monkeypatch.setattr("sys.argv", ["handshake", "lab", *arguments])
        return cli.main()

    return run_it


def test_two_games_are_reported_and_kept(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    written, kept = tmp_path / "lab.json", tmp_path / "lab.sqlite"
    assert run(*SMOKE, "--seed", "7", "--json", str(written), "--rows", str(kept)) == 0
    shown = capsys.readouterr()
    assert f"2 games of {CAMPAIGN}, seeds 7 to 8" in shown.out
    assert shown.err == ""
    assert json.loads(written.read_text(encoding="utf-8"))["games"] == 2
    with closing(sqlite3.connect(kept)) as base:
        assert base.execute("SELECT seed FROM games").fetchall() == [(7,), (8,)]


def test_the_number_of_jobs_changes_nothing(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    said = []
    for jobs in ("1", "2"):
        assert run(*SMOKE, "--jobs", jobs) == 0
        said.append(capsys.readouterr().out)
    assert said[0] == said[1]


def test_players_are_named_in_the_order_of_the_chairs(
    run: Run, capsys: pytest.CaptureFixture[str]
) -> None:
    names = ["historical", *["random"] * (len(CHAIRS) - 1)]
    status = run(*SMOKE[:2], "--players", ",".join(names), *SMOKE[4:], "--as", CHAIRS[1])
    assert status == 0
    out = capsys.readouterr().out
    assert f"{CHAIRS[0]}: historical, {CHAIRS[1]}: random" in out
    assert f"{CHAIRS[1]} can be dismissed" in out


@pytest.mark.parametrize(
    "wrong",
    [("--json", "/nowhere/lab.json"), ("--rows", "/"), ("--players", "nobody"), ("--as", "mars")],
)
def test_what_cannot_be_used_is_refused_in_a_sentence(
    run: Run, capsys: pytest.CaptureFixture[str], wrong: tuple[str, str]
) -> None:
    assert run(*SMOKE, *wrong) == 2
    shown = capsys.readouterr()
    assert shown.out == ""
    assert shown.err.endswith(".\n")
    assert "Traceback" not in shown.err


def test_help_explains_with_examples(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--help") == 0
    assert "handshake lab" in capsys.readouterr().out.split("Example")[1]


def test_a_folder_is_filled_and_gone_on_with(
    run: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder, written = tmp_path / "kept", tmp_path / "lab.sqlite"
    assert run(*SMOKE) == 0
    alone = capsys.readouterr().out
    into = ("--into", str(folder), "--chunk", "1")
    assert run("--games", "1", *SMOKE[2:], *into) == 0
    assert run(*SMOKE, *into) == 2
    assert "go on with --resume" in capsys.readouterr().err
    assert run(*SMOKE, *into, "--resume", "--rows", str(written)) == 0
    assert capsys.readouterr().out == alone
    assert len(list(folder.glob("*.parquet"))) == 2
    with closing(sqlite3.connect(written)) as base:
        assert base.execute("SELECT seed FROM games").fetchall() == [(1,), (2,)]


def test_who_breaks_it_off_is_told_how_to_go_on(
    run: Run,
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    def broken_off(*_: object, **named: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(lab, "play_into", broken_off)
    monkeypatch.setattr(lab, "run_games", broken_off)
    for where, cure in (
        (("--into", str(tmp_path / "kept")), "--resume plays the rest"),
        ((), "--into"),
    ):
        assert run(*SMOKE, *where) == 130
        told = capsys.readouterr().err
        assert cure in told and "decided" not in told


def test_dask_without_its_extra_is_refused_with_the_cure(
    run: Run, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "distributed", None)
    assert run(*SMOKE, "--executor", "dask") == 2
    assert "orbital-handshake[cluster]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("wrong", "cure"),
    [(("--resume",), "--into"), (("--into", "x", "--offers"), "leave --into out")],
)
def test_what_makes_no_sense_together_is_refused(
    run: Run, wrong: tuple[str, ...], cure: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(*SMOKE, *wrong) == 2
    assert cure in capsys.readouterr().err


def test_only_dask_has_a_scheduler(run: Run, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(*SMOKE, "--scheduler", "tcp://127.0.0.1:1") == 2
    assert "--executor dask" in capsys.readouterr().err


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_bar_with_an_estimate_is_for_terminals() -> None:
    clock, screen = itertools.count(), _Terminal()
    with progress(4, screen, lambda: float(next(clock))) as tick:
        for done in (0, 1, 2, 3):
            tick(done)
    assert re.search(r"0/4\S* games, \S*-:--:--\S* left", screen.getvalue())
    assert re.search(r"3/4\S* games, \S*0:00:0[1-9]\S* left", screen.getvalue())
    silent = io.StringIO()
    with progress(4, silent) as tick:
        tick(1)
    assert silent.getvalue() == ""


def test_targets_are_measured_and_the_status_tells(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["handshake", "targets", "--games", "2", "--scenario", CAMPAIGN, "--jobs", "1"]
    monkeypatch.setattr("game.lab.targets.LADDER", ("random", "random"))
    monkeypatch.setattr("game.lab.targets.PEACEFUL", "random")
    monkeypatch.setattr("sys.argv", arguments)
    assert cli.main() == 1
    said = capsys.readouterr().out.splitlines()
    assert {line.split()[0] for line in said} <= {"holds", "FAILS"}
    assert any(line.startswith("FAILS") and "random beats random" in line for line in said)


def test_targets_are_kept_gone_on_with_and_judged_player_by_player(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    pytest.importorskip("duckdb")
    folder = tmp_path / "judged"
    common = ["handshake", "targets", "--scenario", CAMPAIGN, "--jobs", "1", "--into", str(folder)]

    def said(*more: str) -> tuple[int, list[str], str]:
        monkeypatch.setattr("sys.argv", [*common, *more])
        status, out = cli.main(), capsys.readouterr()
        return status, out.out.splitlines(), out.err

    _, alone, _ = said("--player", "random", "--games", "2")
    assert len(alone) == 3 and all("random play" in line for line in alone)
    status, _, why = said("--player", "random", "--games", "2")
    assert status == 2 and "--resume" in why
    _, both, _ = said("--player", "historical", "--games", "1")
    assert both[:3] == alone and len(both) > 3
    _, more, _ = said("--player", "random", "--games", "3", "--resume")
    assert len(list((folder / "random-nasa").glob("games-*.parquet"))) == 2 and len(more) >= 3
    status, _, why = said("--player", "historical", "--resume", "--level", "cold")
    assert status == 2 and "another experiment" in why
    status, _, why = said("--player", "nobody")
    assert status == 2 and "historical" in why


def test_targets_of_no_scenario_are_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["handshake", "targets", "--scenario", "mars"])
    assert cli.main() == 2
    assert "mars" in capsys.readouterr().err

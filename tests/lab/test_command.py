from __future__ import annotations

import io
import json
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from game import cli
from game.cli import lab
from tests.lab.world import CHAIRS, short
from tests.small import CAMPAIGN

Run = Callable[..., int]
SMOKE = ("--games", "2", "--players", "random", "--scenario", CAMPAIGN)


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch) -> Run:
    """Return a function that runs the command on short games and returns its status."""
    monkeypatch.setattr(lab, "Packs", lambda paths: short)

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


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_progress_is_for_terminals(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 3.0, 9.0])
    monkeypatch.setattr("game.cli.lab.time.monotonic", lambda: next(clock))
    screen = _Terminal()
    progress = lab.Progress(3, screen, began=next(clock))
    progress.tick(1)
    assert screen.getvalue().rstrip() == "\r1 of 3 games, about 6 s left"
    progress.tick(3)
    assert screen.getvalue().endswith(" \r")
    silent = io.StringIO()
    lab.Progress(3, silent, began=0.0).tick(1)
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


def test_targets_of_no_scenario_are_refused(
    run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("sys.argv", ["handshake", "targets", "--scenario", "mars"])
    assert cli.main() == 2
    assert "mars" in capsys.readouterr().err

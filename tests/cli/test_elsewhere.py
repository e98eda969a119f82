"""A system without what only POSIX has, as Windows is: the game plays, saves and goes on there."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from game.saves.store import Store
from tests.cli.conftest import Ran
from tests.cli.elsewhere import NEXT

ROOT = Path(__file__).resolve().parents[2]
CAMPAIGN = ("--scenario", "cold_snap_2022", "--as", "nasa", "--level", "director", "--seed", "3")
SCREEN = """
import asyncio, os
os.environ["TEXTUAL_DRIVER"] = "textual.drivers.headless_driver:HeadlessDriver"
from tests.cli.elsewhere import hide
hide()
from game.tui.app import Handshake
from game.tui.launch import Launch

async def play():
    app = Handshake(Launch())
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.press("4")
        await pilot.pause()
        print(type(app.screen).__name__)

asyncio.run(play())
"""


def _run(*words: str, typed: str = "") -> Ran:
    done = subprocess.run(
        [sys.executable, *words], input=typed, capture_output=True, text=True, check=False,
        cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    return Ran(done.returncode, done.stdout, done.stderr)


def _there(*words: str, typed: str = "") -> Ran:
    return _run("-m", "tests.cli.elsewhere", *words, typed=typed)


@pytest.mark.parametrize("iron", [(), ("--iron",)])
def test_it_plays_saves_and_goes_on(saves: Path, tmp_path: Path, iron: tuple[str, ...]) -> None:
    played = _there("plain", *CAMPAIGN, *iron, typed="1\n1\nend\nsave\nquit\n")
    assert played.status == 0, played.err
    (entry,) = Store(saves).entries()
    assert entry.record is not None and bool(entry.record.iron) == bool(iron)
    went_on = _there("continue", "--plain", typed="end\n1\nend\nend\nquit\n")
    assert (went_on.status, went_on.err) == (0, "")
    (later,) = Store(saves).entries()
    assert later.record is not None
    assert len(later.record.decisions) > len(entry.record.decisions)
    assert bool(later.record.iron) == bool(iron)
    report = ("report", entry.name, "--out", str(tmp_path / "run.md"))
    ran = _there("replay", entry.name, NEXT, "list", "saves", NEXT, "bug", NEXT, *report)
    assert (ran.status, ran.err) == (0, "")
    assert (tmp_path / "run.md").is_file() and entry.name in ran.out


def test_the_screen_opens_there(saves: Path) -> None:
    ran = _run("-c", SCREEN)
    assert ran.status == 0, ran.err
    assert ran.out.strip()

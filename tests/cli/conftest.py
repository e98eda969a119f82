"""Running `handshake`: in this process with the small world, or in one of its own."""

from __future__ import annotations

import io
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from game import cli
from game.cli import auto, listing
from game.content import cached
from game.saves.places import VARIABLE
from tests.saves.games import SMALL


@dataclass(frozen=True, slots=True)
class Ran:
    """What a command left behind."""

    status: int
    out: str
    err: str


Run = Callable[..., Ran]
HANDSHAKE = (sys.executable, "-m", "game")


@pytest.fixture(autouse=True)
def _reads_content_once(kept_content: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every process read content that the first one has kept."""
    monkeypatch.setenv("HANDSHAKE_CACHE", kept_content)


@pytest.fixture
def saves(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return an empty directory that games are saved in."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "saves"))
    return tmp_path / "saves"


@pytest.fixture
def run(saves: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Run:
    """Return a function that runs a command on the small world in this process."""
    for module in (auto, listing, cached):
        monkeypatch.setattr(module, "load_content", lambda packs=(): SMALL)

    def run_it(*arguments: str, typed: str = "") -> Ran:
        monkeypatch.setattr(sys, "argv", ["handshake", *arguments])
        monkeypatch.setattr(sys, "stdin", io.StringIO(typed))
        capsys.readouterr()
        status = cli.main()
        written = capsys.readouterr()
        return Ran(status, written.out, written.err)

    return run_it


@pytest.fixture
def spawn(saves: Path) -> Run:
    """Return a function that runs a command on the game's own content in a process of its own."""

    def spawn_it(*arguments: str, typed: str = "", **environment: str) -> Ran:
        done = subprocess.run(
            [*HANDSHAKE, *arguments],
            input=typed.encode(),
            capture_output=True,
            env={**os.environ, **environment},
            timeout=600,
            check=False,
        )
        return Ran(done.returncode, done.stdout.decode(errors="replace"), done.stderr.decode())

    return spawn_it

"""What only a process of its own can show: full disks, closed pipes, no home, no folder."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.conftest import HANDSHAKE, Run

FULL = Path("/dev/full")
COMMANDS = (("--version",), ("--help",), ("list", "players"), ("report", "sample"))
ANYWHERE = (["list", "saves"], ["check", "some_pack"], ["report", "sample", "--out", "x.md"],
            ["bug"], ["continue", "sample", "--plain"])  # fmt: skip
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def sample(saves: Path) -> None:
    saves.mkdir()
    text = (ROOT / "saves" / "sample.json").read_text(encoding="utf-8")
    (saves / "sample.json").write_text(text, encoding="utf-8")


@pytest.mark.skipif(not FULL.exists(), reason="this system has no device that is always full")
@pytest.mark.parametrize("command", COMMANDS)
def test_a_full_disk_behind_the_output_gets_a_sentence(
    sample: None, command: tuple[str, ...]
) -> None:
    with FULL.open("w") as full:
        done = subprocess.run(
            [*HANDSHAKE, *command], stdout=full, stderr=subprocess.PIPE, text=True, check=False
        )
    assert done.returncode == 1
    assert "can't be written" in done.stderr
    assert done.stderr.count("\n") == 1


@pytest.mark.parametrize("command", COMMANDS)
def test_a_pipe_that_nobody_reads_is_left_quietly(sample: None, command: tuple[str, ...]) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run([*HANDSHAKE, *command], stdout=writing, stderr=subprocess.PIPE)
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, b"")


@pytest.mark.parametrize("missing", ["home", "folder"])
def test_neither_a_home_nor_a_folder_is_needed(
    saves: Path, tmp_path: Path, missing: str, sample: None
) -> None:
    """Without `HOME`, and with a system that knows no user; in a folder that has been removed."""
    program = (
        "import os, sys; os.path.expanduser = lambda path: path\n"
        if missing == "home"
        else f"import os, sys; os.mkdir({str(tmp_path / 'gone')!r}); "
        f"os.chdir({str(tmp_path / 'gone')!r}); os.rmdir({str(tmp_path / 'gone')!r})\n"
    )
    code = f"{program}from game.cli import main\nfor command in {ANYWHERE!r}:\n"
    code += "    sys.argv = ['handshake', *command]\n    assert main() in (0, 1, 2), command\n"
    done = subprocess.run(
        [sys.executable, "-c", code],
        input="quit\n", capture_output=True, text=True, check=False, cwd=tmp_path,
        env={k: v for k, v in os.environ.items() if k != "HOME"} | {"PYTHONPATH": str(ROOT)},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "Traceback" not in done.stderr


def test_no_home_for_the_saves_says_how_to_name_a_place(spawn: Run) -> None:
    ran = spawn("list", "saves", HANDSHAKE_SAVES="~nouser/saves")
    assert ran.status == 1
    assert "HANDSHAKE_SAVES" in ran.err and "~nouser/saves" in ran.err

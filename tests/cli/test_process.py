"""What only a process of its own can show: kills, pipes, locales, start-up."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from game.content.records import Content
from game.saves.record import Record, from_text
from game.saves.store import Store
from game.session.keeping import Resumed, go_on, verify
from tests.cli.conftest import HANDSHAKE, Run

CAMPAIGN = ("--scenario", "cold_snap_2022", "--as", "nasa", "--level", "director", "--seed", "3")
AUTO = (
    "auto",
    "--scenario",
    "cold_snap_2022",
    "--player",
    "random",
    "--turns-limit",
    "3",
    "--json",
)


def test_the_order_of_sets_changes_nothing(spawn: Run) -> None:
    first, second = (spawn(*AUTO, PYTHONHASHSEED=seed) for seed in ("1", "2"))
    assert first.status == 0
    assert json.loads(first.out)["hash"] == json.loads(second.out)["hash"]


def test_a_saved_game_verifies_in_another_process(spawn: Run, saves: Path, base: Content) -> None:
    played = spawn("plain", *CAMPAIGN, typed="1\n1\n1\nend\n" * 4, PYTHONHASHSEED="1")
    assert played.status == 0
    name = Store(saves).latest()
    record = Store(saves).load(name)
    assert verify(base, record).chain == record.chain


def _until_asked(game: subprocess.Popen[bytes]) -> None:
    """Wait until a game asks its next question."""
    assert game.stdout is not None
    seen = b""
    while not seen.endswith(b"\n> "):
        letter = game.stdout.read(1)
        assert letter, seen.decode()
        seen += letter


def _saved(saves: Path) -> Record | None:
    found = list(saves.glob("*.json"))
    return from_text(found[0].read_text(encoding="utf-8"), "save") if found else None


@pytest.mark.parametrize("delay", [0.0, 0.02])
def test_a_killed_game_loses_at_most_the_decision_being_made(
    saves: Path, base: Content, delay: float
) -> None:
    game = subprocess.Popen(
        [*HANDSHAKE, "plain", *CAMPAIGN], stdin=subprocess.PIPE, stdout=subprocess.PIPE, bufsize=0
    )
    assert game.stdin is not None
    try:
        for answer in (b"1\n", b"1\n", b"end\n", b"end\n"):
            _until_asked(game)
            game.stdin.write(answer)
        _until_asked(game)
        before = _saved(saves)
        game.stdin.write(b"3\n")
        time.sleep(delay)
    finally:
        game.send_signal(signal.SIGKILL)
        game.wait()
        for pipe in (game.stdin, game.stdout):
            if pipe is not None:
                pipe.close()
    after = _saved(saves)
    assert before is not None
    assert after is not None
    assert after.decisions[: len(before.decisions)] == before.decisions
    resumed = go_on(base, Store(saves))
    assert resumed == Resumed(resumed.session)
    assert len(resumed.session.decisions) == len(after.decisions)


def _heeds_interrupts() -> None:
    """Undo what a job that runs in the background has inherited: deafness to Ctrl-C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_an_interrupted_game_is_saved(saves: Path) -> None:
    game = subprocess.Popen(
        [*HANDSHAKE, "plain", *CAMPAIGN],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE, bufsize=0,
        preexec_fn=_heeds_interrupts,
    )  # fmt: skip
    _until_asked(game)
    game.send_signal(signal.SIGINT)
    _, said = game.communicate(timeout=600)
    assert game.returncode == 130
    assert said == b"Interrupted. What you had decided is saved.\n"
    assert _saved(saves) is not None


def test_a_closed_pipe_is_left_quietly(saves: Path) -> None:
    for command in (("auto", *AUTO[1:], "--games", "30"), ("plain", *CAMPAIGN)):
        game = subprocess.Popen(
            [*HANDSHAKE, *command],
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
        )  # fmt: skip
        assert game.stdout is not None
        game.stdout.close()
        assert game.stdin is not None
        game.stdin.write(b"1\nhelp\nstatus\n" * 50)
        game.stdin.close()
        assert game.wait(timeout=600) == 1
        assert game.stderr is not None
        assert game.stderr.read() == b""
        game.stderr.close()


@pytest.mark.parametrize("encoding", ["ascii", "cp437"])
def test_letters_that_a_locale_lacks_break_nothing(spawn: Run, encoding: str) -> None:
    ran = spawn("plain", *CAMPAIGN, typed="1\nwhy \xe9\nstatus\n", PYTHONIOENCODING=encoding)
    assert ran.status == 0
    assert ran.err == ""
    assert "You are NASA" in ran.out


def test_a_whole_campaign_is_played_from_a_script(spawn: Run, saves: Path, base: Content) -> None:
    ran = spawn("plain", *CAMPAIGN, typed="1\n2\nback\nend\ndecline\n" * 600)
    assert ran.status == 0
    assert "against what really happened" in ran.out
    store = Store(saves)
    assert verify(base, store.load(store.latest())).over


def test_nothing_ever_steers_a_terminal(spawn: Run) -> None:
    ran = spawn("plain", *CAMPAIGN, typed="help\nstatus\n1\n\x1b[31mred\n", TERM="xterm-256color")
    assert "\x1b" not in ran.out


def test_the_screen_needs_a_terminal(spawn: Run) -> None:
    ran = spawn()
    assert ran.status == 2
    assert "handshake plain" in ran.err
    assert ran.out == ""


@pytest.mark.parametrize(
    ("arguments", "heavy"),
    [("'--version'", "'typer', 'pydantic'"), ("'auto', '--help'", "'game.rules.state', 'rich'")],
)
def test_what_needs_little_loads_little(arguments: str, heavy: str) -> None:
    program = (
        f"import sys; sys.argv = ['handshake', {arguments}]; from game.cli import main; main(); "
        f"print([m for m in ('textual', 'yaml', {heavy}) if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True,
        env=dict(os.environ),
    )  # fmt: skip
    assert done.stdout.endswith("[]\n")


def test_the_plain_game_never_loads_the_screen(saves: Path) -> None:
    program = (
        "import sys, io; sys.argv = ['handshake', 'plain', '--as', 'nasa', '--seed', '1', "
        "'--scenario', 'cold_snap_2022', '--level', 'director']; sys.stdin = io.StringIO(); "
        "from game.cli import main; status = main(); print(status, 'textual' in sys.modules)"
    )
    done = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert done.stdout.endswith("0 False\n")

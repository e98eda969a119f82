"""The terminal under the screen: told to end, gone, suspended, interrupted at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from select import select

import pytest

from game.saves.store import Store
from game.tui import terminal
from game.tui.terminal import HUNG_UP, Terminal
from tests.tui.conftest import Opener

pty = pytest.importorskip("pty", reason="only POSIX has terminals of this kind")
fcntl = pytest.importorskip("fcntl")
termios = pytest.importorskip("termios")

PATIENCE = 30  # seconds after which a process counts as stuck
NEWS = b"Where you come in"
ALTERNATE, BACK = b"\x1b[?1049h", b"\x1b[?1049l"
RESTORED = (BACK, b"\x1b[?25h", b"\x1b[?1000l", b"\x1b[?1003l", b"\x1b[?2004l")
GAME = """
import sys
from pathlib import Path
from game.rules.setup import Setup
from game.tui import app
from game.tui.launch import Launch
from game.tui.library import Library
from tests.small import CAMPAIGN, CONTENT
app.Library = lambda *_, **__: Library(CONTENT, Path(sys.argv[1]))
sys.exit(app.run(Launch(setup=Setup(CAMPAIGN, "nasa", 3))))
"""


class Window:
    """A process in a terminal of its own, as a person has it."""

    def __init__(self, arguments: list[str], settings: Path, deaf: bool = False) -> None:
        self.master, self.slave = pty.openpty()
        environment = {
            **os.environ, "TERM": "xterm-256color", "HANDSHAKE_SETTINGS": str(settings),
            "LINES": "24", "COLUMNS": "80",
        }  # fmt: skip

        def own_terminal() -> None:
            os.setsid()
            fcntl.ioctl(0, termios.TIOCSCTTY, 0)
            if deaf:
                signal.signal(signal.SIGHUP, signal.SIG_IGN)

        self.process = subprocess.Popen(
            [sys.executable, *arguments], stdin=self.slave, stdout=self.slave, stderr=self.slave,
            env=environment, preexec_fn=own_terminal,
        )  # fmt: skip
        self.shown = b""

    def until(self, text: bytes) -> None:
        """Read until something has been shown."""
        while text not in self.shown:
            ready, _, _ = select([self.master], [], [], PATIENCE)
            assert ready, f"{text!r} was never shown; at last: {self.shown[-300:]!r}"
            self.shown += os.read(self.master, 65536)

    def end(self) -> int:
        """Wait until the process has ended, with all that it still shows, and return its status."""
        os.close(self.slave)
        with suppress(OSError):
            while more := os.read(self.master, 65536):
                self.shown += more
        return self.process.wait(PATIENCE)


@contextmanager
def window(arguments: list[str], settings: Path, deaf: bool = False) -> Iterator[Window]:
    opened = Window(arguments, settings, deaf)
    try:
        yield opened
    finally:
        opened.process.kill()
        opened.process.wait(PATIENCE)
        for end in (opened.master, opened.slave):
            with suppress(OSError):
                os.close(end)


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
def test_a_screen_told_to_end_saves_and_restores_the_terminal(
    number: signal.Signals, tmp_path: Path
) -> None:
    with window(["-c", GAME, str(tmp_path)], tmp_path / "settings.json") as one:
        before = termios.tcgetattr(one.slave)
        one.until(NEWS)
        one.process.send_signal(number)
        one.until(BACK)
        assert termios.tcgetattr(one.slave)[:4] == before[:4]
        assert one.end() == 128 + number
        after = one.shown.partition(ALTERNATE)[2]
        assert all(sign in after for sign in RESTORED)
        assert b"It is saved." in after and b"Traceback" not in one.shown
    assert len(list(Store(tmp_path).entries())) == 1


@pytest.mark.parametrize("deaf", [False, True])
def test_a_screen_does_not_outlive_its_terminal(tmp_path: Path, deaf: bool) -> None:
    with window(["-c", GAME, str(tmp_path)], tmp_path / "settings.json", deaf) as one:
        one.until(NEWS)
        os.close(one.slave)
        os.close(one.master)
        assert one.process.wait(PATIENCE) == HUNG_UP
    assert len(list(Store(tmp_path).entries())) == 1


def test_an_interruption_while_the_program_is_read_is_told_in_a_sentence(tmp_path: Path) -> None:
    code = (
        "import sys, builtins\nfrom game import cli\n"
        "def interrupted(*_): raise KeyboardInterrupt\n"
        "sys.modules['game.cli.failing'] = type(sys)('x')\n"
        "sys.modules['game.cli.failing'].__getattr__ = interrupted\n"
        "sys.exit(cli.main())"
    )
    ended = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
    assert ended.returncode == 130
    assert ended.stderr == "Interrupted before anything was begun.\n"


def test_a_save_that_fails_keeps_no_process_alive(monkeypatch: pytest.MonkeyPatch) -> None:
    class Ended(BaseException):
        pass

    def end(status: int) -> None:
        raise Ended(status)

    def fail() -> None:
        raise OSError("no room")

    monkeypatch.setattr(terminal, "gone", lambda: True)
    monkeypatch.setattr(os, "_exit", end)
    with pytest.raises(Ended, match=str(HUNG_UP)):
        Terminal(fail, lambda status: None).told_to_end(signal.SIGTERM)


@pytest.mark.parametrize("shell", [True, False])
async def test_ctrl_z_goes_to_the_shell_where_there_is_one(
    opened: Opener, monkeypatch: pytest.MonkeyPatch, shell: bool
) -> None:
    async with opened("nasa") as screen:
        suspended: list[bool] = []
        monkeypatch.setattr("game.tui.app.can_suspend", lambda: shell)
        monkeypatch.setattr(
            type(screen.app), "action_suspend_process", lambda _: suspended.append(True)
        )
        await screen.keys("ctrl+z")
        assert suspended == [True] * shell
        await screen.keys("enter", "q", "ctrl+z")
        assert suspended == [True, True] * shell


def test_where_nothing_can_be_suspended_it_is_known(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(signal, "SIGTSTP")
    assert not terminal.can_suspend()

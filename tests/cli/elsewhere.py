"""The game in a process from which everything is hidden that only POSIX has, as on Windows.

Run with the words of a command, it hides and then runs `handshake` with them; several commands,
with `NEXT` between them, are run one after the other.
"""

from __future__ import annotations

import errno
import importlib
import importlib.abc
import os
import signal
import sys
from pathlib import Path
from typing import Any

import platformdirs.unix  # it takes this for a POSIX system, whatever is hidden from it later

MODULES = (
    "fcntl",
    "termios",
    "tty",
    "pty",
    "pwd",
    "grp",
    "resource",
    "syslog",
    "readline",
    "curses",
)
OF_OS = (
    "O_NONBLOCK", "O_NOCTTY", "O_DIRECTORY", "O_NOFOLLOW", "O_CLOEXEC", "O_SYNC", "O_DSYNC",
    "mkfifo", "mknod", "fork", "forkpty", "getuid", "geteuid", "getgid", "getegid", "getpgid",
    "setsid", "killpg", "chown", "fchown", "lchown", "fchmod", "lockf", "fdatasync", "statvfs",
    "sync", "uname", "nice", "tcgetpgrp", "posix_fadvise",
)  # fmt: skip
SIGNALS = ("SIGTSTP", "SIGCONT", "SIGHUP", "SIGKILL", "SIGSTOP", "SIGUSR1", "SIGWINCH", "SIGALRM",
           "SIGPIPE", "SIGQUIT", "SIGCHLD", "SIGTTOU", "SIGTTIN")  # fmt: skip


NEXT = "; then"


class Blocked(importlib.abc.MetaPathFinder):
    """Finds no module that only POSIX has."""

    def find_spec(self, name: str, path: Any, target: Any = None) -> None:
        """Refuse such a module, leave every other to whoever comes next."""
        if name in MODULES:
            raise ModuleNotFoundError(f"No module named {name!r}", name=name)


def hide() -> None:
    """Hide what only POSIX has from all that is imported and called from now on."""
    sys.meta_path.insert(0, Blocked())
    for name in MODULES:
        sys.modules.pop(name, None)
    for owner, names in ((os, OF_OS), (signal, SIGNALS)):
        for name in names:
            if hasattr(owner, name):
                delattr(owner, name)
    opened = os.open

    def open_file(path: Any, *more: Any, **options: Any) -> int:
        if not isinstance(path, int) and Path(path).is_dir():
            raise PermissionError(errno.EACCES, "Permission denied", path)
        return opened(path, *more, **options)

    def link(*arguments: Any, **options: Any) -> None:
        raise OSError(errno.EPERM, "the file system has no links")

    os.open = open_file
    os.link = link


def main() -> int:
    """Hide, and run the commands until one fails."""
    hide()
    assert "game" not in sys.modules and platformdirs.unix
    run = importlib.import_module("game.cli").main
    for command in _commands(sys.argv[1:]):
        sys.argv = ["handshake", *command]
        if status := run():
            return int(status)
    return 0


def _commands(words: list[str]) -> list[list[str]]:
    found: list[list[str]] = [[]]
    for word in words:
        if word == NEXT:
            found.append([])
        else:
            found[-1].append(word)
    return found


if __name__ == "__main__":
    sys.exit(main())

"""The command line: `handshake` and its commands."""

from __future__ import annotations

import sys

DEBUG = "--debug"
INTERRUPTED = 130


def debugging() -> bool:
    """Return whether tracebacks are wanted; the option may stand anywhere."""
    return DEBUG in sys.argv[1:]


def main() -> int:
    """Run `handshake` with the arguments of the process and return its exit status."""
    try:
        return _run()
    except KeyboardInterrupt:  # while the program itself is still being read
        print("Interrupted before anything was begun.", file=sys.stderr)
        return INTERRUPTED


def _run() -> int:
    from game.cli.failing import guarded

    arguments = [word for word in sys.argv[1:] if word != DEBUG]
    return guarded(arguments, debug=debugging())

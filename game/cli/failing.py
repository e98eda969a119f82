"""The one place where whatever goes wrong becomes a sentence and an exit status."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper

from game.cli.app import app
from game.errors import HandshakeError, UsageError

FAILED = 1
MISUSED = 2
BROKEN = 70
INTERRUPTED = 130


def guarded(arguments: Sequence[str], debug: bool) -> int:
    """Run a command and return its exit status; only `debug` ever shows a traceback."""
    _be_lenient()
    try:
        return _run(arguments)
    except HandshakeError as error:
        _explain(str(error), debug)
        return MISUSED if isinstance(error, UsageError) else FAILED
    except BrokenPipeError:
        _forget_output()
        return FAILED
    except KeyboardInterrupt:
        _explain("Interrupted. What you had decided is saved.", debug)
        return INTERRUPTED
    except Exception as error:
        _explain(_apology(error), debug)
        return BROKEN


def _run(arguments: Sequence[str]) -> int:
    """Run a command to its end and return its status, with everything written."""
    status = 0
    try:
        app(list(arguments), prog_name="handshake")
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else 0
    if status == INTERRUPTED:  # that is how the command line passes on an interruption
        raise KeyboardInterrupt
    if sys.stdout is not None:
        sys.stdout.flush()
    return status


def _be_lenient() -> None:
    """Let letters that the terminal's encoding lacks become question marks, never an error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


def _explain(text: str, debug: bool) -> None:
    with suppress(OSError):
        if debug:
            traceback.print_exc()
        print(text, file=sys.stderr)


def _apology(error: Exception) -> str:
    return (
        f"Something went wrong that shouldn't ({type(error).__name__}: {error}). Your last save "
        "is whole. Run it again with --debug and report what it prints, with the save, where you "
        "got the game from."
    )


def _forget_output() -> None:
    """Send what is still unwritten nowhere, or Python complains about the closed pipe."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

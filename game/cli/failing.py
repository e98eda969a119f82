"""The one place where whatever goes wrong becomes a sentence and an exit status."""

from __future__ import annotations

import os
import sys
import traceback
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from io import TextIOWrapper
from typing import TextIO, cast

from game.cli.speaking import in_the_language_asked_for
from game.errors import HandshakeError, Interrupted, UsageError
from game.regular import reason
from game.text.inert import Door
from game.text.language import _

FAILED = 1
MISUSED = 2
BROKEN = 70
INTERRUPTED = 130
STATUS = {UsageError: MISUSED, Interrupted: INTERRUPTED}


def guarded(arguments: Sequence[str], debug: bool) -> int:
    """Run a command and return its exit status; only `debug` ever shows a traceback."""
    _be_lenient()
    with _doors():
        status = _explained(arguments, debug)
        with suppress(ValueError):  # closed by whoever called
            _flush_or_forget()
        return status


def _explained(arguments: Sequence[str], debug: bool) -> int:
    """Run a command, put what goes wrong in a sentence, and return the status."""
    try:
        return _run(arguments)
    except HandshakeError as error:
        from game.packs.played import with_way_out

        _explain(with_way_out(error), debug)
        return STATUS.get(type(error), FAILED)
    except BrokenPipeError:
        _forget_output()
        return FAILED
    except OSError as error:
        _explain(_refused(error), debug)
        return FAILED
    except KeyboardInterrupt:
        _explain(_("Interrupted. What you had decided is saved."), debug)
        return INTERRUPTED
    except Exception as error:
        _explain(_apology(error, arguments), debug)
        return BROKEN


def _run(arguments: Sequence[str]) -> int:
    """Run a command to its end and return its status, with everything written."""
    status = 0
    if list(arguments) == ["--version"]:
        from game.version import game_version

        print(f"handshake {game_version()}")
    else:
        status = _command(in_the_language_asked_for(arguments))
    if sys.stdout is not None:
        sys.stdout.flush()
    return status


def _command(arguments: Sequence[str]) -> int:
    """Run a command of the command line and return its status."""
    from game.cli.usual import usual

    if (quick := usual(arguments)) is not None:
        return quick()
    from game.cli.app import app

    status = 0
    try:
        app(list(arguments), prog_name="handshake")
    except SystemExit as leaving:
        status = leaving.code if isinstance(leaving.code, int) else 0
    if status == INTERRUPTED:  # that is how the command line passes on an interruption
        raise KeyboardInterrupt
    return status


def _be_lenient() -> None:
    """Let letters that the terminal's encoding lacks become question marks, never an error."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")


@contextmanager
def _doors() -> Iterator[None]:
    """Let nothing be printed that steers a terminal."""
    straight = sys.stdout, sys.stderr
    sys.stdout, sys.stderr = (cast(TextIO, Door(s)) if s is not None else s for s in straight)
    try:
        yield
    finally:
        sys.stdout, sys.stderr = straight


def _explain(text: str, debug: bool) -> None:
    with suppress(OSError):
        if debug:
            traceback.print_exc()
        print(text, file=sys.stderr)


def _refused(error: OSError) -> str:
    """Return what the system refused, in a sentence."""
    if error.filename is None:
        return _(
            "What the game has to say can't be written: {why}. Make room there, or send it "
            "elsewhere.",
            why=reason(error),
        )
    return _(
        "{file} can't be used: {why}. Name another, or mend it.",
        file=os.fsdecode(error.filename),
        why=reason(error),
    )


def _apology(error: Exception, arguments: Sequence[str]) -> str:
    what = f"{type(error).__name__}: {error}"
    said = _("Something went wrong that shouldn't ({error}). Your last save is whole.", error=what)
    with suppress(Exception):  # whatever is broken may break this too
        from game.report.bug import written

        told = _(
            "Attach this one file where you got the game from; nothing in it tells who you are: "
            "{file} (--debug shows where it happened.)",
            file=written(arguments, error),
        )
        return f"{said} {told}"
    told = _(
        "Run it again with --debug and report what it prints, with the save, where you got the "
        "game from."
    )
    return f"{said} {told}"


def _flush_or_forget() -> None:
    """Send out what is still unwritten, or, where it can't be, nowhere."""
    try:
        if sys.stdout is not None:
            sys.stdout.flush()
    except OSError:
        _forget_output()


def _forget_output() -> None:
    """Send what is still unwritten nowhere, or Python complains about the closed pipe."""
    with suppress(OSError, ValueError, AttributeError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

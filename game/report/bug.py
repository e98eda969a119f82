"""One file that tells all about what went wrong, and nothing about who plays."""

from __future__ import annotations

import getpass
import json
import os
import platform
import re
import shutil
import socket
import sys
import tempfile
import traceback
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import asdict, replace
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from game.errors import HandshakeError, SaveError
from game.regular import read_regular
from game.saves.files import write_new
from game.saves.record import Record, from_text, to_text
from game.saves.settings import load_settings, settings_file
from game.saves.store import Store
from game.session.keeper import now
from game.text.language import _
from game.version import game_version

DIRECTORY = "bugs"
ABOUT = (
    "What Orbital Handshake knows about something that went wrong. Attach this file where you got "
    "the game from. Names of the user, the home directory and the computer have been left out."
)
LIBRARIES = ("textual", "rich", "pydantic", "PyYAML", "typer", "platformdirs")
TERMINAL = ("TERM", "COLORTERM", "TERM_PROGRAM", "NO_COLOR", "LANG", "LC_ALL", "PYTHONIOENCODING")
HOMES = ("HOME", "USERPROFILE")
USERS = ("USER", "LOGNAME", "USERNAME")
MOST_BYTES = 2_000_000


def written(asked: Sequence[str], error: BaseException | None = None, save: str = "") -> Path:
    """Write a report beside the saves, or where there is room, and return its file.

    `asked` are the words of the command line. Raises SaveError when it can be written nowhere.
    """
    found = told(asked, error, save)
    text = json.dumps(found, indent=1, ensure_ascii=True) + "\n"
    for directory in _places():
        with suppress(HandshakeError, OSError):
            return _written_in(directory, text)
    raise SaveError(_("The report can be written nowhere: neither beside the saves nor here."))


def _places() -> Iterator[Path]:
    with suppress(SaveError):
        yield Store().directory / DIRECTORY
    yield Path()
    yield Path(tempfile.gettempdir())


def _written_in(directory: Path, text: str) -> Path:
    number = 1
    while not write_new(path := directory / f"bug-{now():%Y-%m-%d}-{number:04d}.json", text):
        number += 1
    return path


def told(asked: Sequence[str], error: BaseException | None, save: str) -> dict[str, Any]:
    """Return all that a report tells, with nothing personal in it."""
    strangers = _Stranger()
    saved = _saved(save)
    record, raw = saved if saved is not None else (None, "")
    body: dict[str, Any] = {
        "about": ABOUT,
        "versions": dict(_versions()),
        "asked": list(asked),
        "terminal": dict(_terminal()),
        "settings": _settings(),
        "error": "".join(traceback.format_exception(error)).splitlines() if error else [],
        "packs": [asdict(mark) for mark in record.packs] if record else [],
    }
    body = strangers.made_of(body)
    kept = _nobodys(record, strangers) if record else strangers.made_of(raw)
    return {**body, "save": kept or None}


def _nobodys(record: Record, strangers: _Stranger) -> Any:
    """Return a save as it is, but for the name of the game that it has left."""
    if record.parent is not None:
        parent = replace(record.parent, save=strangers.made_of(record.parent.save))
        record = replace(record, parent=parent)
    return json.loads(to_text(record))


def _versions() -> Iterator[tuple[str, str]]:
    yield "game", game_version()
    yield "python", sys.version
    yield "system", platform.platform()
    for name in LIBRARIES:
        with suppress(PackageNotFoundError):
            yield name, version(name)


def _terminal() -> Iterator[tuple[str, str]]:
    columns, rows = shutil.get_terminal_size()
    yield "size", f"{columns} by {rows}"
    for name, stream in (("input", sys.stdin), ("output", sys.stdout)):
        yield name, _stream_told(stream)
    yield from ((name, os.environ[name]) for name in TERMINAL if name in os.environ)


def _stream_told(stream: Any) -> str:
    if stream is None:
        return "none"
    kind = "a terminal" if stream.isatty() else "no terminal"
    return f"{kind}, {getattr(stream, 'encoding', None)}"


def _settings() -> dict[str, Any]:
    """Return what has been set."""
    try:
        found = load_settings(settings_file())
    except SaveError as error:
        return {"problem": str(error)}
    return {"theme": found.theme, "keys": dict(found.keys), "problem": found.problem}


def _saved(name: str) -> tuple[Record | None, str] | None:
    """Return a save's record, or its text where it is damaged; None where there is none.

    Raises SaveError where a save that was named can't be read.
    """
    try:
        store = Store()
        path = store.path(name or store.latest())
        text = read_regular(path, MOST_BYTES).decode("utf-8", "replace")
    except (SaveError, OSError) as error:
        if name:
            raise error if isinstance(error, SaveError) else SaveError(f"{name}: {error}") from None
        return None
    try:
        return from_text(text, path.name), ""
    except SaveError:
        return None, text


class _Stranger:
    """Takes out of texts who the player is."""

    def __init__(self) -> None:
        """Learn the names of this computer, its user and the home directory."""
        self._homes = sorted(set(_homes()), key=len, reverse=True)
        names = [(name, "<user>") for name in _users()] + [(n, "<computer>") for n in _hosts()]
        self._names = [
            (re.compile(rf"(?<![^\W_]){re.escape(name)}(?![^\W_])", re.IGNORECASE), stand_in)
            for name, stand_in in sorted(names, key=lambda pair: -len(pair[0]))
        ]

    def made_of(self, value: Any) -> Any:
        """Return a value in whose texts nobody can be known."""
        if isinstance(value, str):
            return self._text(value)
        if isinstance(value, dict):
            return {self._text(str(key)): self.made_of(item) for key, item in value.items()}
        return [self.made_of(item) for item in value] if isinstance(value, list) else value

    def _text(self, text: str) -> str:
        for home in self._homes:
            text = text.replace(home, "~")
        for name, stand_in in self._names:
            text = name.sub(stand_in, text)
        return text


def _homes() -> Iterator[str]:
    found = [os.environ.get(name, "") for name in HOMES]
    with suppress(RuntimeError):
        found.append(str(Path.home()))
    for home in (Path(name) for name in found if name):
        if len(home.parts) > 1:  # a user without a home has `/`
            yield str(home)
            with suppress(OSError, RuntimeError):
                yield str(home.resolve())


def _users() -> Iterator[str]:
    yield from {os.environ[name] for name in USERS if os.environ.get(name)}
    with suppress(Exception):  # nobody knows the user; what is raised differs by system
        yield getpass.getuser()
    yield from (Path(home).name for home in _homes())


def _hosts() -> Iterator[str]:
    for name in {socket.gethostname(), platform.node()} - {"", "localhost"}:
        yield name
        yield name.partition(".")[0]

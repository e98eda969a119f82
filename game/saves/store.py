"""The saved games of a directory: named, listed, loaded, and never written over one another."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from game.content.findings import did_you_mean
from game.errors import SaveError
from game.regular import is_regular, is_there, reason
from game.saves.files import read, sweep, write_new, write_over
from game.saves.names import check_name, check_new_name
from game.saves.places import VARIABLE, save_directory
from game.saves.record import Record, from_text, to_text

ENDING = ".json"
SAMPLE = "sample"
LONGEST_ID = 40  # letters of an id in a name


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the directory of saves: its record, or the problem that hides it."""

    name: str
    path: Path
    record: Record | None
    problem: str = ""


class Store:
    """The saved games of one directory; a game's name is its file's name without `.json`."""

    def __init__(self, directory: Path | None = None) -> None:
        """Use a directory, or the one that `game.saves.places` names."""
        self.directory = directory or save_directory()
        sweep(self.directory)

    def path(self, name: str) -> Path:
        """Return the file of a name, or of a path to a file. Raises SaveError for a bad name."""
        if name.endswith(ENDING) and is_regular(Path(name)):
            return Path(name)
        plain = name.removesuffix(ENDING)
        check_name(plain)
        return self.directory / f"{plain}{ENDING}"

    def check_new(self, name: str) -> None:
        """Raise SaveError where no new game can have a name: it is a bad one, or taken."""
        check_new_name(name.removesuffix(ENDING))
        path = self.path(name)
        if is_there(path):
            raise SaveError(f"{path} is there already; name another save, or remove that one.")

    def load(self, name: str) -> Record:
        """Return the record of a save. Raises SaveError when there is none, or it is damaged."""
        path = self.path(name)
        if is_there(path):
            return from_text(read(path), str(path))
        guess = did_you_mean(name, [found.stem for found in self._files()])
        hint = f"; {guess}" if guess else "."
        raise SaveError(
            f"There is no saved game {name!r} in {self.directory}{hint} "
            "`handshake list saves` names them all."
        )

    def create(self, record: Record) -> str:
        """Write a new game under a name that no file has yet, and return the name.

        Raises SaveError when it can't be written.
        """
        base = f"{_safe(record.scenario)}-{_safe(record.chair)}-{record.saved_at[:10]}"
        text, number = to_text(record), 1
        while not write_new(self.path(f"{base}-{number:04d}"), text):
            number += 1
        return f"{base}-{number:04d}"

    def create_as(self, name: str, record: Record) -> None:
        """Write a new game under a name. Raises SaveError when it is a bad one, or taken."""
        self.check_new(name)
        path = self.path(name)
        if not write_new(path, to_text(record)):
            raise SaveError(f"{path} is there already; name another save, or remove that one.")

    def write(self, name: str, record: Record) -> None:
        """Write a game over its own earlier save. Raises SaveError when it can't be written."""
        write_over(self.path(name), to_text(record))

    def entries(self) -> Iterator[Entry]:
        """Yield every save, the latest first, those that can't be read with their problem."""
        for path in sorted(self._files(), key=_age, reverse=True):
            try:
                yield Entry(path.stem, path, from_text(read(path), str(path)))
            except SaveError as error:
                yield Entry(path.stem, path, None, str(error))

    def latest(self) -> str:
        """Return the name of the game saved last. Raises SaveError when there is none."""
        for entry in self.entries():
            if entry.record is not None and entry.name != SAMPLE:
                return entry.name
        raise SaveError(
            f"There is no saved game in {self.directory} to go on with. Start one with "
            f"`handshake new`; {VARIABLE} names another directory."
        )

    def _files(self) -> list[Path]:
        """Return what bears a save's name. Raises SaveError where the directory can't be read."""
        try:
            found = list(self.directory.iterdir())
        except FileNotFoundError:
            return []
        except OSError as error:
            raise SaveError(
                f"The saved games in {self.directory} can't be listed: {reason(error)}. Mend that, "
                f"or name another directory in {VARIABLE}."
            ) from error
        return [path for path in found if path.suffix == ENDING and not path.name.startswith(".")]


def _age(path: Path) -> tuple[float, str]:
    try:
        return path.stat().st_mtime, path.name
    except OSError:  # removed since the directory was read
        return 0.0, path.name


def _safe(text: str) -> str:
    """Return an id as part of a file name; ids of other packs hold a colon."""
    ascii_only = (letter if letter.isascii() and letter.isalnum() else "_" for letter in text)
    return "".join(ascii_only)[:LONGEST_ID]

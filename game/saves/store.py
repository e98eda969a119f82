"""The saved games of a directory: named, listed, loaded, and never written over one another."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from game.errors import ChangedMeanwhile, SaveError
from game.regular import is_regular, is_there, reason
from game.saves.earlier import Earlier
from game.saves.files import beginning, fingerprint, read, sweep, try_out, write_new, write_over
from game.saves.index import Row, summarised
from game.saves.locking import Lock
from game.saves.names import check_name, check_new_name
from game.saves.places import VARIABLE, save_directory
from game.saves.record import Record, from_text, to_text
from game.saves.summary import Summary, summary_of
from game.saves.times import moment, moment_in
from game.text.language import N_, _
from game.text.near import did_you_mean

NANOSECONDS = 1_000_000_000
ENDING = ".json"
SAMPLE = "sample"
LONGEST_ID = 40  # letters of an id in a name
TAKEN = N_("{file} is there already; name another save, or remove that one.")


@dataclass(frozen=True, slots=True)
class Entry:
    """A file in the directory of saves: its record, or the problem that hides it."""

    name: str
    path: Path
    record: Record | None
    problem: str = ""


@dataclass(frozen=True, slots=True)
class Listed:
    """A save in short, or the problem that hides it; `age` is when it was made, in seconds."""

    name: str
    summary: Summary | None
    problem: str = ""
    age: float = 0.0


@dataclass(frozen=True, slots=True)
class Opened:
    """A save that was read: its record, its file, and the fingerprint of the file's text."""

    record: Record
    path: Path
    seen: str


class Store:
    """The saved games of one directory; a game's name is its file's name without `.json`.

    `my_game~7` names how `my_game` stood at the end of its turn 7, where that is still kept.
    """

    def __init__(self, directory: Path | None = None) -> None:
        """Use a directory, or the one that `game.saves.places` names."""
        self.directory = directory or save_directory()
        self.earlier = Earlier(self.directory)
        self._lock = Lock(self.directory)
        sweep(self.directory)

    def path(self, name: str) -> Path:
        """Return the file of a name, or of a path to a file. Raises SaveError for a bad name."""
        if name.endswith(ENDING) and is_regular(Path(name)):
            return Path(name)
        plain = name.removesuffix(ENDING)
        check_name(plain)
        path = self.directory / f"{plain}{ENDING}"
        return path if is_there(path) else self.earlier.find(plain) or path

    def check_new(self, name: str) -> None:
        """Raise SaveError where no new game can have a name: it is a bad one, or taken."""
        check_new_name(name.removesuffix(ENDING))
        path = self.path(name)
        if is_there(path):
            raise SaveError(_(TAKEN, file=path))

    def load(self, name: str) -> Record:
        """Return the record of a save. Raises SaveError when there is none, or it is damaged."""
        return self.open(name).record

    def open(self, name: str) -> Opened:
        """Return a save that was read. Raises SaveError when there is none, or it is damaged."""
        path = self.path(name)
        if is_there(path):
            text = self._read(path)
            return Opened(self._record(text, path), path, fingerprint(text))
        guess = did_you_mean(name, [found.stem for found in self._files()])
        none = _(
            "There is no saved game {name} in {folder}", name=repr(name), folder=self.directory
        )
        listed = _("`handshake list saves` names them all.")
        raise SaveError(f"{none}{f'; {guess}' if guess else '.'} {listed}")

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
            raise SaveError(_(TAKEN, file=path))

    def replace(self, name: str, record: Record, seen: str) -> str:
        """Write a game over its own earlier save; `seen` is the fingerprint of that one's text.

        Returns the fingerprint of the new text. Raises ChangedMeanwhile, and writes nothing, when
        the file has another text by now, and SaveError when it can't be written.
        """
        path, text = self.path(name), to_text(record)
        with self.locked():
            if path.exists() and _fingerprint(path) != seen:
                raise ChangedMeanwhile(
                    _("{file} has been changed by somebody else meanwhile.", file=path)
                )
            write_over(path, text)
        return fingerprint(text)

    def locked(self) -> AbstractContextManager[None]:
        """Let nobody else write to the directory for a while. Raises SaveError when others do."""
        return self._lock.held()

    def keep_earlier(self, name: str, record: Record) -> None:
        """Keep how one of the directory's saves stood at the end of a turn, to go back to."""
        if self.path(name).parent == self.directory:
            self.earlier.keep(self.path(name).stem, record.snapshot["turn"], to_text(record))

    def problem(self) -> SaveError | None:
        """Return why nothing can be saved here, if that is so."""
        try:
            with self.locked():
                try_out(self.directory)
        except SaveError as error:
            return error
        return None

    def entries(self) -> Iterator[Entry]:
        """Yield every save, the latest first, those that can't be read with their problem."""
        for path in sorted(self._files(), key=_age, reverse=True):
            try:
                yield Entry(path.stem, path, self._record(self._read(path), path))
            except SaveError as error:
                yield Entry(path.stem, path, None, str(error))

    def listed(self) -> list[Listed]:
        """Return every save in short, the latest first; only those that have changed are read."""
        found = summarised(self.directory, self._files(), self._in_short)
        rows = [self._listed(name, row) for name, row in found.items()]
        return sorted(rows, key=lambda one: (one.age, one.name), reverse=True)

    def _listed(self, name: str, row: Row) -> Listed:
        told = moment(row.summary.saved_at) if row.summary else None
        age = told.timestamp() if told else row.time / NANOSECONDS
        return Listed(name, row.summary, row.problem, age)

    def _in_short(self, path: Path) -> tuple[Summary | None, str]:
        try:
            return summary_of(self._record(self._read(path), path)), ""
        except SaveError as error:
            return None, str(error)

    def latest(self) -> str:
        """Return the name of the game saved last. Raises SaveError when there is none."""
        for entry in self.entries():
            if entry.record is not None and entry.name != SAMPLE:
                return entry.name
        raise SaveError(
            _(
                "There is no saved game in {folder} to go on with. Start one with `handshake new`; "
                "{variable} names another directory.",
                folder=self.directory,
                variable=VARIABLE,
            )
        )

    def _files(self) -> list[Path]:
        """Return what bears a save's name. Raises SaveError where the directory can't be read."""
        try:
            found = list(self.directory.iterdir())
        except FileNotFoundError:
            return []
        except OSError as error:
            raise SaveError(
                _(
                    "The saved games in {folder} can't be listed: {why}. Mend that, or name "
                    "another directory in {variable}.",
                    folder=self.directory,
                    why=reason(error),
                    variable=VARIABLE,
                )
            ) from error
        return [path for path in found if path.suffix == ENDING and not path.name.startswith(".")]

    def _read(self, path: Path) -> str:
        try:
            return read(path)
        except SaveError as error:
            raise self._damaged(error, path) from error

    def _record(self, text: str, path: Path) -> Record:
        try:
            return from_text(text, str(path))
        except SaveError as error:
            raise self._damaged(error, path) from error

    def _damaged(self, error: SaveError, path: Path) -> SaveError:
        """Return what is wrong with a save, and how to go back to an earlier state of it."""
        turns = self.earlier.turns(path.stem) if path.parent == self.directory else ()
        if not turns:
            return error
        kept = _(
            "How it stood at the end of turn {turn} is kept: `handshake continue {save}~{turn}`.",
            turn=turns[-1],
            save=path.stem,
        )
        return SaveError(f"{error} {kept}")


def _fingerprint(path: Path) -> str:
    """Return the fingerprint of a file; empty for one that can't be read."""
    try:
        return fingerprint(read(path))
    except SaveError:
        return ""


def _age(path: Path) -> tuple[float, str]:
    """Return when a save was made: by its own time, or by the file's where it tells none."""
    told = moment_in(beginning(path))
    try:
        return told.timestamp() if told else path.stat().st_mtime, path.name
    except OSError:  # removed since the directory was read
        return 0.0, path.name


def _safe(text: str) -> str:
    """Return an id as part of a file name; ids of other packs hold a colon."""
    ascii_only = (letter if letter.isascii() and letter.isalnum() else "_" for letter in text)
    return "".join(ascii_only)[:LONGEST_ID]

"""The folder of an experiment: its mark, and its rows in Parquet files of a chunk of games each.

A file appears whole or not at all. What isn't whole, or isn't of the lab, is passed over, and each
game counts once, whatever lies there.
"""

from __future__ import annotations

import os
from collections.abc import Container, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import msgspec

from game.errors import UsageError
from game.lab.mark import Mark
from game.lab.rows import Row
from game.lab.tables import PLAIN, SHAPED, row_from, unpacked
from game.regular import read_regular
from game.saves.files import place
from game.saves.locking import NAME as LOCK
from game.saves.locking import on_file
from game.saves.outside import unwritten

MARK = "experiment.json"
PARTS = "games-*.parquet"
MOST_BYTES = 1_000_000_000


def mark_in(folder: Path) -> Mark | None:
    """Return the mark of the experiment in a folder, None where there is none.

    Raises UsageError for one that can't be read.
    """
    try:
        return msgspec.json.decode(read_regular(folder / MARK, MOST_BYTES), type=Mark)
    except FileNotFoundError:
        return None
    except (OSError, ValueError, msgspec.DecodeError) as error:
        said = f"{folder / MARK} can't be read; name the folder of an experiment of the lab."
        raise UsageError(said) from error


def known_mark(folder: Path) -> Mark:
    """Return the mark of the experiment in a folder. Raises UsageError where there is none."""
    mark = mark_in(folder)
    if mark is None:
        raise UsageError(f"{folder} holds no games of the lab; play some into it with --into.")
    return mark


@contextmanager
def opened(folder: Path, mark: Mark, resume: bool) -> Iterator[None]:
    """Hold a folder for an experiment, made where there was none; nobody else plays into it.

    Raises UsageError when it holds another experiment, this one without the wish to `resume` it,
    or other files; when it can't be made; when somebody else plays into it.
    """
    lock = on_file(folder / LOCK)
    try:
        _check(folder, mark, resume)
        folder.mkdir(exist_ok=True)
        lock.acquire(timeout=0)
        text = msgspec.json.format(msgspec.json.encode(mark), indent=1).decode()
        place(folder / MARK, text + "\n")
    except TimeoutError as error:
        said = f"Games are just being played into {folder}; wait for them, or name another folder."
        raise UsageError(said) from error
    except (OSError, ValueError) as error:
        raise unwritten(folder, error) from error
    try:
        yield
    finally:
        lock.release()


def _check(folder: Path, mark: Mark, resume: bool) -> None:
    found = mark_in(folder)
    if found is None:
        if folder.exists() and any(path.name != LOCK for path in folder.iterdir()):
            raise UsageError(f"{folder} holds other files; name a new folder, or an empty one.")
    elif not resume:
        said = f"{folder} holds games already; go on with --resume, or name another folder."
        raise UsageError(said)
    elif unlike := found.unlike(mark):
        raise UsageError(
            f"{folder} holds another experiment than this one ({unlike}); name another folder."
        )


def put(folder: Path, seeds: Sequence[int], data: bytes) -> None:
    """Put the Parquet file of some games into a folder, whole or not at all.

    Raises UsageError when it can't be written.
    """
    path = folder / f"games-{seeds[0]:018d}-{seeds[-1]:018d}.parquet"
    unfinished = path.with_suffix(".unfinished")
    try:
        with unfinished.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        unfinished.replace(path)
    except OSError as error:
        raise unwritten(path, error) from error


def seeds_in(folder: Path) -> set[int]:
    """Return the seeds of the games in a folder. Raises UsageError without the extra `lab`."""
    return {seed for games in unpacked(_files(folder), ("seed",)) for (seed,) in games}


def rows_in(folder: Path, seeds: Container[int] | None = None) -> Iterator[Row]:
    """Yield the rows in a folder, of all games or of some seeds, each game once.

    They come by seed, but for a folder whose files don't follow each other. Raises UsageError
    without the extra `lab`, and for a row that the lab didn't write.
    """
    met: set[int] = set()
    for games in unpacked(_files(folder), (*PLAIN, *SHAPED)):
        for values in games:
            seed = values[0]
            if seed not in met and (seeds is None or seed in seeds):
                met.add(seed)
                yield _row(folder, values)


def _row(folder: Path, values: tuple[Any, ...]) -> Row:
    try:
        return row_from(values)
    except msgspec.MsgspecError as error:
        said = f"In {folder} game {values[0]} isn't as the lab wrote it ({error}); remove its file."
        raise UsageError(f"{said} --resume plays its games again.") from error


def _files(folder: Path) -> Iterator[bytes]:
    """Yield the bytes of the files of rows, in order; one that can't be read has none."""
    for path in sorted(folder.glob(PARTS)):
        try:
            yield read_regular(path, MOST_BYTES)
        except OSError:
            yield b""

"""Keeping what was measured: everything as JSON, the rows as an SQLite table, one row a game."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from dataclasses import asdict
from pathlib import Path
from typing import Any

from game.errors import UsageError
from game.lab.experiment import Experiment
from game.lab.measures import Measures
from game.lab.notable import stand_outs
from game.lab.rows import Row
from game.lab.tables import Cells, cells_of, packed
from game.saves.outside import write_out

PARQUET = ".parquet"


def as_json(experiment: Experiment, found: Measures) -> dict[str, Any]:
    """Return everything measured, with how it was come by."""
    return {
        "setup": asdict(experiment.setup),
        "players": dict(experiment.seats),
        **asdict(found),
        "stand_outs": stand_outs(found),
    }


def write_json(path: Path, experiment: Experiment, found: Measures) -> None:
    """Write everything measured. Raises UsageError when the file can't be written."""
    text = json.dumps(as_json(experiment, found), ensure_ascii=False, indent=1)
    write_out(path, text + "\n", is_measured)


def is_measured(text: str) -> bool:
    """Return whether a text was written by `write_json`."""
    return text.startswith('{\n "setup": {')


def is_table(text: str) -> bool:
    """Return whether a file that begins like this holds rows, or nothing yet."""
    return text.startswith(("SQLite format 3", "PAR1")) or not text


def write_rows(path: Path, rows: Sequence[Row], figures: Sequence[str]) -> None:
    """Write rows, one a game: a Parquet file by that ending, else an SQLite table `games`.

    The columns are the row's numbers, the `figures` of its curves at the end, and, as JSON, the
    rest. Raises UsageError when the file isn't a database, can't be written, or needs the extra
    `lab` (for Parquet) that isn't installed.
    """
    if path.suffix == PARQUET:
        _write_parquet(path, rows, figures)
    else:
        _write_sqlite(path, [cells_of(row, figures) for row in rows])


def _write_parquet(path: Path, rows: Sequence[Row], figures: Sequence[str]) -> None:
    data = packed(rows, figures)
    try:
        path.write_bytes(data)
    except (OSError, ValueError) as error:
        raise refusal(path, error) from error


def _write_sqlite(path: Path, table: Sequence[Cells]) -> None:
    """Write cells into the table `games`, in the place of the one it held."""
    names = [f'"{name}"' for name in table[0]]
    marks = ", ".join("?" * len(names))
    try:
        with closing(sqlite3.connect(path)) as base, base:
            base.execute("DROP TABLE IF EXISTS games")
            base.execute(f"CREATE TABLE games ({', '.join(names)})")
            values = [tuple(cells.values()) for cells in table]
            base.executemany(f"INSERT INTO games VALUES ({marks})", values)
    except sqlite3.Error as error:
        raise refusal(path, error) from error


def refusal(path: Path, error: Exception) -> UsageError:
    """Return the error for a file that can't be written."""
    return UsageError(f"{path} can't be written ({error}); choose another file.")

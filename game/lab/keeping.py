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

Cells = dict[str, int | float | str]


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
    try:
        path.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise refusal(path, error) from error


def write_rows(path: Path, rows: Sequence[Row], figures: Sequence[str]) -> None:
    """Write rows into the table `games` of a database, in the place of the one it held.

    The columns are the row's numbers, the `figures` of its curves at the end, and, as JSON, the
    rest. Raises UsageError when the file isn't a database or can't be written.
    """
    table = [_cells(row, figures) for row in rows]
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


def _cells(row: Row, figures: Sequence[str]) -> Cells:
    plain: Cells = {
        "seed": row.seed,
        "ending": row.ending,
        "turns": row.turns,
        "kept": int(row.kept),
        "decisions": row.decisions,
        "minutes": row.minutes,
    }
    last = {name.replace(".", "_"): n for name, n in zip(figures, row.curves[-1], strict=True)}
    whole = {name: json.dumps(value) for name, value in asdict(row).items() if name not in plain}
    return plain | last | whole


def refusal(path: Path, error: Exception) -> UsageError:
    """Return the error for a file that can't be written."""
    return UsageError(f"{path} can't be written ({error}); choose another file.")

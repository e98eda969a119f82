"""Rows as the cells of a table and back: numbers as they are, what has a shape of its own as JSON.

A table as a Parquet file is made and read by DuckDB, which types and packs the columns. It sees
only files in a folder of its own, so that nothing in a name is taken for a pattern.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any, get_type_hints

import msgspec

from game.errors import UsageError
from game.lab.rows import Row

if TYPE_CHECKING:
    from duckdb import DuckDBPyConnection

Cells = dict[str, int | float | str]
PLAIN = ("seed", "ending", "turns", "kept", "decisions")
MADE = "minutes"  # worked out of the others
SHAPED = tuple(name for name in Row.__slots__ if name not in PLAIN)
KINDS = {int: "BIGINT", float: "DOUBLE", str: "VARCHAR"}


def cells_of(row: Row, figures: Sequence[str]) -> Cells:
    """Return a row's numbers, the `figures` of its curves at the end, and as JSON the rest."""
    plain: Cells = {name: getattr(row, name) for name in PLAIN}
    last = {name.replace(".", "_"): n for name, n in zip(figures, row.curves[-1], strict=True)}
    whole = asdict(row)
    shaped = {name: json.dumps(whole[name], sort_keys=True) for name in SHAPED}
    return plain | {"kept": int(row.kept), MADE: row.minutes} | last | shaped


def row_from(values: Sequence[Any]) -> Row:
    """Return the row of cells, those of `PLAIN` and then of `SHAPED`.

    Raises msgspec.ValidationError, or DecodeError, when they aren't those of a row.
    """
    named = dict(zip((*PLAIN, *SHAPED), values, strict=True))
    shaped = {name: _decoders()[name].decode(named[name]) for name in SHAPED}
    return Row(**named | shaped | {"kept": bool(named["kept"])})


@lru_cache(maxsize=1)
def _decoders() -> dict[str, msgspec.json.Decoder[Any]]:
    hints = get_type_hints(Row)
    return {name: msgspec.json.Decoder(hints[name]) for name in SHAPED}


def check_parquet() -> None:
    """Raise UsageError where the extra that Parquet needs isn't installed."""
    with _base():
        pass


def packed(rows: Iterable[Row], figures: Sequence[str]) -> bytes:
    """Return rows, at least one, as a Parquet file. Raises UsageError as `check_parquet` does."""
    table = [cells_of(row, figures) for row in rows]
    kinds = {name: KINDS[type(value)] for name, value in table[0].items()}
    with _base() as (base, folder):
        lines, made = folder / "rows.json", folder / "rows.parquet"
        lines.write_text("\n".join(json.dumps(cells) for cells in table), encoding="utf-8")
        read = base.read_json(str(lines), format="newline_delimited", columns=kinds)
        read.write_parquet(str(made), compression="zstd")
        return made.read_bytes()


def unpacked(files: Iterable[bytes], columns: Sequence[str]) -> Iterator[list[tuple[Any, ...]]]:
    """Yield for each Parquet file its games' values of some columns; none where it isn't whole.

    Raises UsageError as `check_parquet` does.
    """
    names = ", ".join(columns)
    with _base() as (base, folder):
        place = folder / "rows.parquet"
        for data in files:
            place.write_bytes(data)
            yield _values(base, f"SELECT {names} FROM read_parquet(?) ORDER BY seed", place)


def _values(base: DuckDBPyConnection, query: str, place: Path) -> list[tuple[Any, ...]]:
    import duckdb

    try:
        return base.execute(query, [str(place)]).fetchall()
    except duckdb.Error:
        return []


@contextmanager
def _base() -> Iterator[tuple[DuckDBPyConnection, Path]]:
    """Open DuckDB, which takes one core, beside an empty folder; both are gone at the end."""
    try:
        import duckdb
    except ImportError as error:
        said = "Parquet needs DuckDB: pip install 'orbital-handshake[lab]', or name an SQLite file."
        raise UsageError(said) from error
    with TemporaryDirectory() as folder, duckdb.connect(config={"threads": 1}) as base:
        yield base, Path(folder)

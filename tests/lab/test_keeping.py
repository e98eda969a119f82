from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import closing
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

import duckdb
import pytest

from game.errors import UsageError
from game.lab.keeping import write_json, write_rows
from game.lab.measures import Measures
from game.lab.rows import Row, tracked
from game.rules.index import index_of
from tests.lab.world import SHORT, experiment
from tests.small import CAMPAIGN

FIGURES = tracked(index_of(SHORT, CAMPAIGN))


def _read(path: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(path)) as base:
        return base.execute(query).fetchall()


def test_json_holds_all_measures(tmp_path: Path, found: Measures) -> None:
    path = tmp_path / "lab.json"
    write_json(path, experiment(found.games), found)
    read = json.loads(path.read_text(encoding="utf-8"))
    measured = {field.name for field in fields(Measures)}
    assert set(read) == measured | {"setup", "players", "stand_outs"}
    assert read["endings"] == found.endings
    assert read["choices"] == {key: asdict(tally) for key, tally in found.choices.items()}
    assert read["setup"] == json.loads(json.dumps(asdict(experiment().setup)))


def test_rows_hold_a_game_each(tmp_path: Path, rows: tuple[Row, ...]) -> None:
    path = tmp_path / "lab.sqlite"
    write_rows(path, rows, FIGURES)
    read = _read(path, "SELECT seed, ending, turns, kept, nasa_mandate, choices FROM games")
    place = FIGURES.index("nasa.mandate")
    assert [each[:5] for each in read] == [
        (row.seed, row.ending, row.turns, row.kept, row.curves[-1][place]) for row in rows
    ]
    for (*_, choices), row in zip(read, rows, strict=True):
        assert json.loads(choices) == {key: asdict(tally) for key, tally in row.choices.items()}


def test_rows_take_the_place_of_older_ones(tmp_path: Path, rows: tuple[Row, ...]) -> None:
    path = tmp_path / "lab.sqlite"
    write_rows(path, rows, FIGURES)
    write_rows(path, rows[:2], FIGURES)
    assert _read(path, "SELECT count(*) FROM games") == [(2,)]


def test_a_file_that_is_no_database_is_left_alone(tmp_path: Path, rows: tuple[Row, ...]) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("dear diary, " * 100, encoding="utf-8")
    with pytest.raises(UsageError, match="another file"):
        write_rows(path, rows, FIGURES)
    assert path.read_text(encoding="utf-8").startswith("dear diary")


def test_a_folder_takes_no_json(tmp_path: Path, found: Measures) -> None:
    with pytest.raises(UsageError, match="another file"):
        write_json(tmp_path, experiment(found.games), found)


def test_parquet_holds_the_same_rows(tmp_path: Path, rows: tuple[Row, ...]) -> None:
    path = tmp_path / "lab.parquet"
    write_rows(path, rows, FIGURES)
    place = FIGURES.index("nasa.mandate")
    with duckdb.connect() as base:
        query = f"SELECT seed, ending, turns, kept, nasa_mandate FROM '{path}' ORDER BY seed"
        read = base.execute(query).fetchall()
    assert read == [(r.seed, r.ending, r.turns, r.kept, r.curves[-1][place]) for r in rows]


def test_parquet_without_duckdb_is_refused_with_the_cure(
    tmp_path: Path, rows: tuple[Row, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(UsageError, match=r"orbital-handshake\[lab\]"):
        write_rows(tmp_path / "lab.parquet", rows, FIGURES)

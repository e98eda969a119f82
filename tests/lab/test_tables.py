from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import msgspec
import pytest

from game.lab.rows import Row, Verdict, tracked
from game.lab.tables import PLAIN, SHAPED, cells_of, packed, row_from, unpacked
from game.rules.index import index_of
from tests.lab.world import SHORT
from tests.small import CAMPAIGN

FIGURES = tracked(index_of(SHORT, CAMPAIGN))
COLUMNS = (*PLAIN, *SHAPED)


def test_rows_come_back_as_they_were(rows: tuple[Row, ...]) -> None:
    ((*games,),) = unpacked([packed(rows, FIGURES)], COLUMNS)
    assert tuple(map(row_from, games)) == rows


def test_trials_come_back_too(rows: tuple[Row, ...]) -> None:
    row = replace(rows[0], verdicts={"a/b/c": Verdict(3, 1, 0.0625)})
    ((values,),) = unpacked([packed([row], FIGURES)], COLUMNS)
    assert row_from(values) == row


def test_cells_are_the_same_whatever_the_order_of_keys(rows: tuple[Row, ...]) -> None:
    row = rows[0]
    turned = replace(row, choices=dict(reversed(list(row.choices.items()))))
    assert cells_of(turned, FIGURES) == cells_of(row, FIGURES)


def test_a_file_that_is_cut_short_holds_nothing(rows: tuple[Row, ...]) -> None:
    data = packed(rows, FIGURES)
    for broken in (b"", data[:-10], b"dear diary"):
        assert list(unpacked([broken, data], ("seed",))) == [[], [(row.seed,) for row in rows]]


def test_cells_of_something_else_are_refused(rows: tuple[Row, ...]) -> None:
    cells = cells_of(rows[0], FIGURES)
    values = [cells[name] for name in COLUMNS]
    with pytest.raises(msgspec.MsgspecError):
        row_from([*values[:-1], '{"a": 3}'])


def test_a_name_is_no_pattern(tmp_path: Path, rows: tuple[Row, ...]) -> None:
    place = tmp_path / "a[b]*.parquet"
    place.write_bytes(packed(rows, FIGURES))
    assert list(unpacked([place.read_bytes()], ("seed",))) == [[(row.seed,) for row in rows]]

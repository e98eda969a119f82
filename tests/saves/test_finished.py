"""The records of finished runs: kept, bounded, and never in the way of a game."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.errors import SaveError
from game.record import replace
from game.saves import finished as records
from game.saves.finished import Finished, Finishes, Left, finish, finished

RUN = Finished(
    run="a", on="2026-11-21T12:00:00+00:00", scenario="campaign", chair="nasa", ending="over",
    seed=7, level="story", turn=8, left=[Left("peace", 60, 50, "B")],
)  # fmt: skip


def test_a_run_is_kept_once_and_every_ending_it_had_is_seen(tmp_path: Path) -> None:
    finish(tmp_path, RUN)
    finish(tmp_path, replace(RUN, ending="war"))
    finish(tmp_path, replace(RUN, run="b", scenario="brief"))
    kept = finished(tmp_path)
    assert [one.run for one in kept.runs] == ["a", "b"] and kept.runs[0].ending == "war"
    assert kept.seen == {"campaign": ["over", "war"], "brief": ["over"]}
    assert kept.runs[0].ahead == 10


def test_it_is_bounded_and_what_was_seen_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(records, "MOST", 3)
    for number in range(5):
        finish(tmp_path, replace(RUN, run=str(number), ending=f"end_{number}"))
    kept = finished(tmp_path)
    assert [one.run for one in kept.runs] == ["2", "3", "4"]
    assert len(kept.seen["campaign"]) == 5


@pytest.mark.parametrize("text", ["", "[]", '{"runs": [{}]}', "[" * 9999, '{"runs": 1}', "\x00"])
def test_what_is_damaged_is_put_aside_and_the_records_begin_anew(tmp_path: Path, text: str) -> None:
    place = tmp_path / records.DIRECTORY
    place.mkdir()
    (place / records.FILE).write_text(text)
    assert finished(tmp_path) == Finishes()
    finish(tmp_path, RUN)
    assert [one.run for one in finished(tmp_path).runs] == ["a"]
    assert (place / records.ASIDE).read_text() == text


def test_what_can_t_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / records.DIRECTORY).write_text("in the way")
    assert finished(tmp_path) == Finishes()
    with pytest.raises(SaveError):
        finish(tmp_path, RUN)

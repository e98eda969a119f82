from __future__ import annotations

from datetime import timedelta, timezone

import pytest

from game.saves.times import moment, moment_in, shown

BERLIN = timezone(timedelta(hours=1), "CET")


def test_a_time_is_shown_in_the_players_zone_which_is_named() -> None:
    assert shown("2026-11-29T23:30:00+00:00", BERLIN) == "2026-11-30 00:30 CET"


@pytest.mark.parametrize("text", ["", "yesterday", "2026-13-45", "9" * 50])
def test_what_is_no_time_is_shown_as_none(text: str) -> None:
    assert moment(text) is None
    assert shown(text) == "at no known time"


@pytest.mark.parametrize("text", ["0001-01-01T00:00:00+00:00", "9999-12-31T23:59:00-12:00"])
def test_the_edges_of_time_break_nothing(text: str) -> None:
    assert shown(text, BERLIN)


def test_a_time_is_found_in_the_beginning_of_a_save() -> None:
    text = '{\n  "format": 1,\n  "saved_at": "2026-11-29T10:00:00+01:00",'
    assert moment_in(text) == moment("2026-11-29T09:00:00")
    assert moment_in('{"format": 1}') is None

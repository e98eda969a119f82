"""Days, months and turns."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from game.rules.calendar import add_months, due_turn, label, settling, turn_of, turn_start
from tests.small import BRIEF, CAMPAIGN, CONTENT

DAYS = st.dates(date(1975, 1, 1), date(2040, 12, 31))
QUARTERS, MONTHS = CONTENT.scenarios[CAMPAIGN], CONTENT.scenarios[BRIEF]


@given(start=DAYS, months=st.sampled_from((1, 3)), turn=st.integers(1, 60))
def test_the_first_day_of_a_turn_lies_in_that_turn(start: date, months: int, turn: int) -> None:
    scenario = replace(QUARTERS, start=start, turn_months=months)
    assert turn_of(scenario, turn_start(scenario, turn)) == turn


@given(start=DAYS.filter(lambda d: d.day <= 28), ahead=st.integers(0, 3000))
def test_a_day_lies_between_the_first_days_of_its_turn_and_the_next(
    start: date, ahead: int
) -> None:
    scenario = replace(QUARTERS, start=start)
    day = start.toordinal() + ahead
    turn = turn_of(scenario, day)
    assert turn_start(scenario, turn) <= day < turn_start(scenario, turn + 1)


def test_a_day_before_the_start_lies_in_no_turn_to_play() -> None:
    assert turn_of(QUARTERS, date(2021, 12, 31).toordinal()) == 0
    assert turn_of(MONTHS, date(2022, 12, 1).toordinal()) == 0


@given(day=DAYS, months=st.integers(0, 60))
def test_months_are_added_by_the_calendar(day: date, months: int) -> None:
    later = date.fromordinal(add_months(day.toordinal(), months))
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == min(day.day, 28)


def test_turns_are_called_by_quarter_or_by_month() -> None:
    day = date(2022, 11, 5).toordinal()
    assert label(QUARTERS, day) == "2022 Q4"
    assert label(MONTHS, day) == "2022-11"


@given(DAYS, st.sampled_from((1, 3)), st.integers(1, 60), st.integers(0, 400))
def test_what_is_due_is_called_in_by_the_first_turn_that_reaches_its_day(
    start: date, months: int, turn: int, later: int
) -> None:
    scenario = replace(QUARTERS, start=start, turn_months=months)
    day = turn_start(scenario, turn) + later
    due = due_turn(scenario, day)
    assert turn_start(scenario, due) < day <= turn_start(scenario, due + 1)


def test_half_a_year_is_two_quarters() -> None:
    begins = turn_start(QUARTERS, 3)
    assert due_turn(QUARTERS, add_months(begins, 6)) == 4
    assert settling(QUARTERS, add_months(begins, 6)) == label(QUARTERS, turn_start(QUARTERS, 4))

"""Days, months and turns. A day is a proleptic ordinal; a turn is the step a scenario sets."""

from __future__ import annotations

from datetime import date
from functools import lru_cache

from game.content.records import Scenario

DAYS_A_MONTH = 30


@lru_cache(maxsize=4096)
def add_months(day: int, months: int) -> int:
    """Return the first of the month `months` after a day's month, keeping the day of the month."""
    when = date.fromordinal(day)
    total = when.year * 12 + when.month - 1 + months
    return date(total // 12, total % 12 + 1, min(when.day, 28)).toordinal()


def turn_start(scenario: Scenario, turn: int) -> int:
    """Return the first day of a turn (turn 1 is the scenario's start)."""
    return add_months(scenario.start.toordinal(), (turn - 1) * scenario.turn_months)


def turn_of(scenario: Scenario, day: int) -> int:
    """Return the turn that holds a day; 0 or less before the start."""
    when, start = date.fromordinal(day), scenario.start
    months = (when.year - start.year) * 12 + when.month - start.month
    months -= when.day < min(start.day, 28)
    return months // scenario.turn_months + 1


def due_turn(scenario: Scenario, day: int) -> int:
    """Return the turn whose end calls in what is due on a day: the one that reaches that day."""
    turn = turn_of(scenario, day)
    return turn - (turn_start(scenario, turn) == day)


def settling(scenario: Scenario, due: int) -> str:
    """Return what the turn is called whose end calls in what is due on a day."""
    return label(scenario, turn_start(scenario, due_turn(scenario, due)))


def label(scenario: Scenario, day: int) -> str:
    """Return how a turn is called: `2022 Q4` for quarters, `2022-12` for shorter steps."""
    when = date.fromordinal(day)
    if scenario.turn_months == 3:
        return f"{when.year} Q{(when.month + 2) // 3}"
    return f"{when.year}-{when.month:02d}"

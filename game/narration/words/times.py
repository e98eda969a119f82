"""Turns and days as a language writes them."""

from __future__ import annotations

import re
from datetime import date

from game.content.records import Scenario
from game.rules import calendar
from game.text.language import pgettext

_QUARTER = re.compile(r"([0-9]+) Q([1-4])")


def label(scenario: Scenario, day: int) -> str:
    """Return what the turn of a day is called: `2022 Q4` for quarters, else `2022-12`."""
    return turn_told(calendar.label(scenario, day))


def turn_told(name: str) -> str:
    """Return a turn as the rules call it in the language spoken."""
    quarter = _QUARTER.fullmatch(name)
    if quarter is None:
        return name
    return pgettext("a turn", "{year} Q{quarter}", year=quarter[1], quarter=quarter[2])


def day_told(day: int) -> str:
    """Return a day as it is written: `2022-12-31`, in every language."""
    return date.fromordinal(day).isoformat()

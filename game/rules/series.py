"""What coming ships are called: a series goes on where the record leaves it (MS-31, Crew-13)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from game.content.records import Content, Scenario, Vehicle

Numbers = dict[str, tuple[tuple[int, int], ...]]


def numbers_of(content: Content, scenario: Scenario) -> Numbers:
    """Return, by series, the numbers that a scenario's own ships bear, each with its launch day."""
    named: dict[str, list[tuple[int, int]]] = {}
    for vehicle, name, day in _named(scenario):
        series = content.vehicles[vehicle].series
        found = re.search(rf"{re.escape(series.rpartition(' ')[2])}(\d+)", name) if series else None
        if found:
            named.setdefault(series, []).append((int(found[1]), day))
    return {series: tuple(rows) for series, rows in named.items()}


def _named(scenario: Scenario) -> Iterator[tuple[str, str, int]]:
    """Yield type, name and launch day of every ship that a scenario names."""
    for docked in scenario.docked:
        yield docked.vehicle, docked.name, docked.launched.toordinal()
    for planned in scenario.manifest:
        yield planned.vehicle, planned.name, planned.launches.toordinal()


def counter(vehicle: Vehicle) -> str:
    """Return the mark that counts a series in `State.flags`."""
    return f"count.{vehicle.series}"


def next_number(rows: Iterable[tuple[int, int]], last: int, day: int) -> int:
    """Return the number of a ship that launches on a day; `last` was given latest, 0: none yet.

    A series goes on from the last of it that flies before, and leaves out what the record needs.
    """
    taken = dict(rows)
    number = max([last, *[n for n, launch in taken.items() if launch <= day]]) + 1
    while number in taken:
        number += 1
    return number

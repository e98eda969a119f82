"""Ships, pads, ports, power and tunnel in words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from game.narration import hardware as fleet
from game.rules.state import Flight, Ship
from tests.small import CONTENT
from tests.worlds import begin, changed, done, opening, with_ships

TODAY = opening().figures["date"]
OLD = Ship("s1", "soyuz", "Soyuz 1", "roscosmos", TODAY - 300, TODAY + 9, "coolant")
KIT = Ship("c1", "cygnus", "Cygnus 1", "nasa", TODAY - 10, TODAY + 60, boost=700)
FLIGHT = Flight("f1", "soyuz", "Soyuz 2", "roscosmos", TODAY + 20, TODAY + 200, ("anton",),
                slip=12, why="pad.out:steppe")  # fmt: skip


def test_ships_tell_their_age_their_port_and_what_ails_them() -> None:
    soyuz, cygnus = fleet.ships(CONTENT, with_ships(opening(), OLD, KIT))
    assert soyuz.alarm and soyuz.mark == "day 300 of 200"
    assert "FAULT: coolant" in soyuz.line and "past its certified life" in soyuz.line
    assert "Russian port" in soyuz.line
    assert not cygnus.alarm and "can push 0.7 km" in cygnus.line


def test_a_flight_tells_its_pad_its_people_and_why_it_slipped() -> None:
    state = replace(changed(opening(), pad__steppe=115), manifest=(FLIGHT,))
    (flight,) = fleet.flights(CONTENT, state)
    assert flight.alarm
    for told in ("Roscosmos, The steppe", "Anton", "slipped 12 days: The steppe is out", "HELD"):
        assert told in flight.line, told
    (free,) = fleet.flights(CONTENT, replace(opening(), manifest=(FLIGHT,)))
    assert not free.alarm and "HELD" not in free.line


@pytest.mark.parametrize(("slip", "told"), [
    (1, "slipped 1 day: "), (2, "slipped 2 days: "),
    (-1, "brought forward 1 day: "), (-2, "brought forward 2 days: "),
])  # fmt: skip
def test_a_flight_has_moved_by_a_day_or_by_days_either_way(slip: int, told: str) -> None:
    state = replace(opening(), manifest=(replace(FLIGHT, slip=slip),))
    (flight,) = fleet.flights(CONTENT, state)
    assert flight.details[-1] == f"{told}The steppe is out"


def test_pads_and_ports_say_whether_they_can_be_used() -> None:
    state = with_ships(changed(opening(), pad__steppe=115), OLD)
    pads = {entry.name: entry for entry in fleet.launch_pads(CONTENT, state)}
    assert pads["The steppe"].mark.startswith("out until") and pads["The steppe"].alarm
    assert pads["The beach"].mark == "open"
    assert [(entry.name, entry.mark) for entry in fleet.berths(CONTENT, state)] == [
        ("Russian ports", "1 of 4 taken"),
        ("US ports", "0 of 4 taken"),
    ]


def test_power_and_tunnel_are_told_with_what_they_cost() -> None:
    dark = [entry.line for entry in fleet.light(changed(opening(), power=50, power_share=5))]
    assert any("short by" in line for line in dark)
    shut = begin()
    shut.own("words")["prk"] = "shut"
    told = " ".join(entry.line for entry in fleet.air(done(shut)))
    assert "shut for good" in told and "90 %" in told
    assert [e.name for e in fleet.sky(opening())] and [e.name for e in fleet.age(opening())]


def test_the_sun_is_told_by_its_years() -> None:
    told = {}
    for year in (2022, 2024, 2029):
        figures = {**opening().figures, "date": date(year, 10, 1).toordinal()}
        told[year] = next(fleet.sky(replace(opening(), figures=figures))).mark
    assert told == {2022: "quiet", 2024: "near its maximum", 2029: "quiet"}


def test_what_flies_beyond_a_year_is_counted_and_not_named() -> None:
    near = replace(FLIGHT, day=TODAY + 365)
    later = replace(FLIGHT, id="f2", name="Soyuz 3", day=TODAY + 366)
    state = replace(opening(), manifest=(later, near))
    told = [entry.line for entry in fleet.flights(CONTENT, state)]
    assert len(told) == 2 and told[0].startswith("Soyuz 2: ")
    assert told[1] == "Beyond a year: 1 more planned."
    assert fleet.coming(state) == (near,)


def test_a_flight_tells_its_price_and_who_pays_for_the_next_one() -> None:
    state = replace(opening(), manifest=(FLIGHT,))
    price = CONTENT.vehicles["soyuz"].price
    (flight,) = fleet.flights(CONTENT, state)
    assert price and f"The steppe, {price} M at launch" in flight.line
    day = date.fromordinal(FLIGHT.day).isoformat()
    assert fleet.next_bill(CONTENT, state, "roscosmos") == f"Next: Soyuz 2, {price} M by {day}."
    assert not fleet.next_bill(CONTENT, state, "nasa")
    paid = replace(state, manifest=(replace(FLIGHT, handle="booked"),))
    assert not fleet.next_bill(CONTENT, paid, "roscosmos")
    assert "at launch" not in next(fleet.flights(CONTENT, paid)).line

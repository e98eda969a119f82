"""What coming ships are called: numbers go on from the record's, and no two ships share one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from game.content import records as r
from game.content.records import Content
from game.rules.draft import Draft
from game.rules.hardware.manifest import RESCUE, book
from game.rules.series import next_number, numbers_of
from game.rules.setup import Setup
from game.session import Session
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import begin, index_with, opening

DAY = date(2022, 1, 1)


def _planned(vehicle: str, name: str, day: date = DAY) -> r.Planned:
    return r.Planned(vehicle, name, day, None, (), False, {})


@pytest.mark.parametrize(
    ("series", "name", "number"),
    (
        ("Progress MS-", "Progress MS-18", 18),
        ("Cygnus NG-", "Cygnus XL NG-23", 23),
        ("Crew-", "Crew-12 Freedom", 12),
        ("HTV-X", "HTV-X1", 1),
        ("Starliner-", "Starliner test flight", 0),
        ("", "Progress MS-18", 0),
    ),
)
def test_the_records_own_names_bear_the_numbers(series: str, name: str, number: int) -> None:
    ship = replace(CONTENT.vehicles["progress"], series=series)
    content = replace(CONTENT, vehicles={**CONTENT.vehicles, "progress": ship})
    scenario = replace(
        CONTENT.scenarios[CAMPAIGN], docked=(), manifest=(_planned("progress", name),)
    )
    found = numbers_of(content, scenario)
    assert found == ({series: ((number, DAY.toordinal()),)} if number else {})


@pytest.mark.parametrize(
    ("last", "day", "number"),
    (
        (0, 15, 23),  # after 22, which has flown: its successor isn't taken
        (23, 15, 26),  # 24 and 25 are the record's own
        (0, 25, 26),
        (0, 5, 1),
        (30, 99, 31),
    ),
)
def test_a_series_goes_on_and_leaves_out_what_the_record_needs(
    last: int, day: int, number: int
) -> None:
    assert next_number(((22, 10), (24, 20), (25, 30)), last, day) == number


def test_types_of_one_series_share_its_numbers() -> None:
    ships = {
        id_: replace(CONTENT.vehicles[id_], series="Dragon CRS-") for id_ in ("progress", "cygnus")
    }
    draft = Draft(index_with(vehicles={**CONTENT.vehicles, **ships}), opening())
    day = draft.figures["date"]
    names = [book(draft, id_, day + 10, "none").name for id_ in ("progress", "cygnus", "progress")]
    assert names == ["Dragon CRS-1", "Dragon CRS-2", "Dragon CRS-3"]
    assert book(draft, "cygnus", day, "none", RESCUE).name == "Cygnus sent empty"
    assert book(draft, "cygnus", day, "none").name == "Dragon CRS-4"
    assert len({flight.id for flight in draft.state.manifest}) == len(draft.state.manifest)


def test_a_type_without_a_series_is_numbered_by_its_name() -> None:
    draft = begin()
    count = draft.state.flags.get("count.taxi", 0)
    assert book(draft, "taxi", draft.figures["date"], "none").name == f"Taxi {count + 1}"


def test_the_campaigns_ships_go_on_from_the_record_each_with_a_name_of_its_own(
    base: Content,
) -> None:
    session = Session(base, Setup("cold_snap_2022", "nasa", 5), dict.fromkeys(
        ("nasa", "roscosmos", "esa"), "historical"
    ))  # fmt: skip
    names: dict[str, str] = {}
    while not session.over and session.state.turn < 24:
        session.play_one()
        names |= {ship.id: ship.name for ship in session.state.ships.values()}
        names |= {flight.id: flight.name for flight in session.state.manifest}
    called = list(names.values())
    assert len(set(called)) == len(called)
    assert {"Progress MS-20", "Soyuz MS-29", "Crew-13", "Cygnus NG-18", "HTV-X2"} <= set(called)
    assert not [name for name in called if name.startswith(("Progress 1", "Soyuz 1", "Cygnus 1"))]

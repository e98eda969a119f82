"""The game's own content: what the record says of ships and pads happens when history is played."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from game.content.records import Content
from game.rules.setup import Setup
from game.session import Session

CHAIRS = ("nasa", "roscosmos", "esa")


def _played(base: Content, hazards: str, seed: int) -> Session:
    setup = Setup("cold_snap_2022", "nasa", seed, hazards=hazards)
    session = Session(base, setup, dict.fromkeys(CHAIRS, "historical"))
    session.play_others()
    return session


@pytest.fixture(scope="module")
def record(base: Content) -> Session:
    """A game as history went."""
    return _played(base, "dated", 3)  # a seed whose slips leave ports free, and Moscow its money


def _launched(session: Session, *vehicles: str) -> Iterator[tuple[date, str]]:
    """Yield the day on which each ship of some types was launched, in order."""
    seen: dict[str, tuple[date, str]] = {}
    for state in session.states:
        for ship in state.ships.values():
            if ship.vehicle in vehicles:
                seen[ship.id] = (date.fromordinal(ship.launched), ship.name)
    return iter(sorted(seen.values()))


def test_site_31_launches_nothing_for_115_days(record: Session) -> None:
    days = [day for day, _ in _launched(record, "soyuz", "progress")]
    wrecked = date(2025, 11, 27)
    assert wrecked in days
    assert min(day for day in days if day > wrecked) == date(2026, 3, 22)


def test_starliners_pilots_come_home_in_another_ship(record: Session) -> None:
    up = [s for s in record.states if "wilmore" in s.crew and s.crew["wilmore"].place == "aboard"]
    assert date.fromordinal(up[0].crew["wilmore"].since) == date(2024, 6, 5)
    assert up[-1].ships[up[-1].crew["wilmore"].ship].name == "Crew-9 Freedom"
    later = (s.crew["wilmore"] for s in record.states if "wilmore" in s.crew)
    home = next(known for known in later if known.place == "recovering")
    assert (home.place, date.fromordinal(home.since)) == ("recovering", date(2025, 3, 18))


def test_a_boost_kit_and_a_japanese_freighter_come_on_their_days(record: Session) -> None:
    assert (date(2025, 8, 24), "Dragon CRS-33") in list(_launched(record, "boost_dragon"))
    assert next(_launched(record, "htv_x")) == (date(2025, 10, 26), "HTV-X1")


def test_seeded_faults_wreck_the_pad_on_another_day_or_never(base: Content) -> None:
    wrecked = {
        _played(base, "seeded", seed).state.fired.get("the_cabin_in_the_trench")
        for seed in range(6)
    }
    assert len(wrecked) > 2


def test_every_type_of_ship_leaves_from_somewhere(base: Content) -> None:
    assert all(vehicle.pads for vehicle in base.vehicles.values())
    used = {pad for vehicle in base.vehicles.values() for pad in vehicle.pads}
    assert used == set(base.pads)

"""The ports over time: each ship at one, none twice, freighters make room for people."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from game.narration.docking import AFT, PORTS, Port, ports_ahead, short_name
from game.rules.state import Flight, Ship, State
from tests.small import CONTENT
from tests.worlds import begin, done, opening, with_ships

TODAY = opening().figures["date"]
VEHICLES = ("soyuz", "dragon", "cygnus")


def flight(number: int, vehicle: str, start: int, days: int) -> Flight:
    name = f"{vehicle.capitalize()} {number}"
    return Flight(f"f{number}", vehicle, name, "nasa", TODAY + start, TODAY + start + days, ())


FLIGHTS = st.lists(
    st.tuples(st.sampled_from(VEHICLES), st.integers(1, 300), st.integers(1, 200)), max_size=14
).map(lambda found: tuple(flight(n, *one) for n, one in enumerate(found)))


def planned(*flights: Flight, state: State | None = None) -> tuple[tuple[Port, ...], int]:
    ports, homeless = ports_ahead(CONTENT, replace(state or opening(), manifest=flights))
    return ports, len(homeless)


@given(FLIGHTS)
def test_no_port_has_two_ships_at_once_and_no_flight_is_lost(flights: tuple[Flight, ...]) -> None:
    before = sum(len(port.stays) for port in planned()[0])
    ports, homeless = planned(*flights)
    for port in ports:
        stays = sorted(port.stays, key=lambda stay: stay.start)
        assert all(a.end <= b.start for a, b in pairwise(stays))
    assert sum(len(port.stays) for port in ports) + homeless == before + len(flights)


@given(FLIGHTS)
def test_what_is_docked_is_found_where_it_is_whatever_comes(flights: tuple[Flight, ...]) -> None:
    alone = {port.id: port.ship and port.ship.name for port in planned()[0]}
    assert {port.id: port.ship and port.ship.name for port in planned(*flights)[0]} == alone


def _full(crewed: bool) -> State:
    vehicle = "soyuz" if crewed else "cygnus"
    ships = (Ship(f"s{n}", vehicle, f"S {n}", "nasa", TODAY - n, TODAY + 200) for n in range(4))
    return with_ships(opening(), *ships)


def test_a_freighter_makes_room_for_people_but_people_make_room_for_nobody() -> None:
    people, freight = flight(1, "dragon", 9, 90), flight(2, "cygnus", 9, 90)
    assert planned(people, state=_full(crewed=False))[1] == 0
    assert planned(freight, state=_full(crewed=False))[1] == 1
    assert planned(flight(3, "soyuz", 9, 90), state=_full(crewed=True))[1] == 1


def test_the_port_behind_a_tunnel_that_is_shut_for_good_is_lost() -> None:
    assert not any(port.shut for port in planned()[0])
    shut = begin()
    shut.own("words")["prk"] = "shut"
    lost = [port for port in planned(state=done(shut))[0] if port.shut]
    assert [(port.segment, port.id) for port in lost] == [("ros", AFT)]
    assert sum(map(len, PORTS.values())) == 8


def test_a_ship_is_told_apart_where_there_is_little_room() -> None:
    assert short_name("Progress MS-26", 20) == "Progress MS-26"
    assert short_name("Progress MS-26", 9) == "Pro MS-26"
    assert short_name("Progress MS-26", 7) == "P MS-26"
    assert short_name("Progress MS-26", 6) == "MS-26"
    assert short_name("Crew-8 Endeavour", 9) == "Crew-8"
    assert short_name("Sent empty", 6) == "Sent …"

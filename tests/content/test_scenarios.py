"""The base pack's scenarios: they open as history stood, and history then comes at its pace."""

from __future__ import annotations

from datetime import date

import pytest

from game.content.records import Content
from game.rules.calendar import turn_of
from game.rules.invariants import violations
from game.rules.setup import Setup, new_game
from game.rules.state import State
from game.session import Session

CHAIRS = ("nasa", "roscosmos", "esa")
LAPSED = 3  # turns of the thaw without swaps while home or purse stand in the way
PACE = {
    "white_on_black": 1,
    "a_hole_has_two_sides": 2,
    "chairs_with_nobody_in_them": 2,
    "a_chair_down_the_corridor": 2,
    "twelve_millimetres": 3,
    "empty_ship_at_the_port": 3,
    "nobody_to_feel_the_heat": 4,
    "until_2028": 5,
    "the_year_in_orbit": 10,
}


@pytest.fixture
def content(base: Content) -> Content:
    return base


def _opening(content: Content, scenario: str) -> State:
    return new_game(content, Setup(scenario, "nasa", 1))[0]


def _aboard(state: State) -> set[str]:
    return {person.id for person in state.crew.values() if person.place == "aboard"}


@pytest.mark.parametrize("scenario", ("cold_snap_2022", "the_leak", "second_thaw"))
def test_nothing_dated_before_a_scenario_comes_up_in_it(content: Content, scenario: str) -> None:
    state = _opening(content, scenario)
    assert not violations(content, state)
    started = content.scenarios[scenario].start.toordinal()
    fired = [content.events[e].day for e, day in state.fired.items() if day >= started]
    assert fired and all(day is None or day >= started for day in fired)


def test_the_leak_opens_with_the_crews_and_the_deal_of_december_2022(content: Content) -> None:
    state = _opening(content, "the_leak")
    up = {"prokopyev", "petelin", "rubio", "mann", "cassada", "wakata", "kikina"}
    assert _aboard(state) == up
    assert state.figures["stranded"] == 3
    (deal,) = state.deals
    assert date.fromordinal(deal.signed) == date(2022, 7, 14)


def test_the_thaw_opens_with_the_ships_of_july_2025(content: Content) -> None:
    ships = {ship.name: ship for ship in content.scenarios["second_thaw"].docked}
    assert ships["Soyuz MS-27"].crew == ("ryzhikov", "zubritsky", "kim")
    assert ships["Crew-10 Endurance"].crew == ("mcclain", "ayers", "onishi", "peskov")
    state = _opening(content, "second_thaw")
    assert state.figures["deal.seat_swap.nasa"] == 1
    assert state.words["nasa.leader"] == "duffy" and state.words["roscosmos.leader"] == "bakanov"


@pytest.mark.parametrize("seed", (1, 4))
def test_the_leak_follows_the_record_month_by_month(content: Content, seed: int) -> None:
    setup = Setup("the_leak", "nasa", seed)
    session = Session(content, setup, dict.fromkeys(CHAIRS, "historical"))
    docked: set[str] = set()
    while not session.over:
        session.play_one()
        docked |= {ship.name for ship in session.state.ships.values()}
    assert {"Soyuz MS-22", "Soyuz MS-23"} <= docked
    scenario, fired = content.scenarios["the_leak"], session.state.fired
    assert {event: turn_of(scenario, fired[event]) for event in PACE} == PACE
    assert session.state.ending == "leak_a_year_aloft"
    assert not _aboard(session.state) & {"prokopyev", "petelin", "rubio"}


def test_history_renews_the_swaps_of_the_thaw(content: Content) -> None:
    setup = Setup("second_thaw", "nasa", 1)
    session = Session(content, setup, dict.fromkeys(CHAIRS, "historical"))
    swaps: dict[int, int] = {}
    while not session.over:
        session.play_one()
        swaps[session.state.turn] = session.state.figures["deal.seat_swap"]
    missing = [turn for turn, runs in swaps.items() if not runs]
    assert len(missing) <= LAPSED

"""The station: orbit, propellant, air, stores, wear, and the facts they make."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules import station
from game.rules.ledger import moved
from game.rules.state import Crew, Ship, State
from tests.small import CONTENT
from tests.worlds import begin, changed, opening, with_crew, with_deal, with_ships

ALTITUDES = st.integers(200_000, 480_000)
HAZARDS = st.integers(0, 100)
CYGNUS = Ship("c1", "cygnus", "Cygnus 1", "nasa", 100, 400)


@given(ALTITUDES, ALTITUDES, HAZARDS)
def test_the_orbit_decays_faster_when_lower(one: int, other: int, hazard: int) -> None:
    low, high = sorted((one, other))
    assert station.decay(low, hazard) >= station.decay(high, hazard) > 0


def test_decay_is_two_kilometres_a_month_where_the_station_flies() -> None:
    assert station.decay(416_000, 15) == 2_000
    assert station.decay(380_000, 15) == 4_000


@given(ALTITUDES, HAZARDS, HAZARDS)
def test_storms_thicken_the_air(altitude: int, one: int, other: int) -> None:
    quiet, rough = sorted((one, other))
    assert station.decay(altitude, rough) >= station.decay(altitude, quiet)


@given(ALTITUDES, st.integers(0, 12_000), HAZARDS, st.integers(1, 12))
def test_propellant_is_never_negative_and_every_burn_costs(
    altitude: int, propellant: int, hazard: int, months: int
) -> None:
    state = changed(opening(), altitude=altitude, propellant=propellant, hazard=hazard)
    draft = begin(state)
    station.live(draft, months)
    assert draft.figures["propellant"] >= 0
    burns = [c for c in draft.changes if c.cause == "rule:reboost"]
    raised, burnt = moved(burns, "altitude"), -moved(burns, "propellant")
    assert burnt <= raised * station.PROPELLANT_A_KM // 1000 <= burnt + months
    assert bool(raised > 1000) <= bool(burnt)


def test_the_standing_plan_keeps_the_orbit_and_a_reserve() -> None:
    full = begin(changed(opening(), altitude=416_000, propellant=6_000))
    station.live(full, 1)
    assert full.figures["altitude"] == station.KEEP_ALTITUDE
    dry = begin(changed(opening(), altitude=416_000, propellant=station.RESERVE))
    station.live(dry, 1)
    assert dry.figures["altitude"] < station.KEEP_ALTITUDE
    assert dry.figures["propellant"] == station.RESERVE - station.ATTITUDE_A_MONTH


def test_nobody_burns_russian_propellant_for_the_station_during_a_notice() -> None:
    draft = begin(changed(opening(), altitude=410_000, roscosmos__rung=3))
    station.live(draft, 1)
    assert not [c for c in draft.changes if c.cause == "rule:reboost"]


def test_after_separation_nobody_holds_the_orbit() -> None:
    draft = begin(changed(opening(), altitude=410_000))
    draft.own("words")["hatch"] = "gone"
    station.live(draft, 1)
    assert draft.figures["altitude"] < 408_500


def test_us_ships_push_as_far_as_their_option_has_come() -> None:
    docked = with_ships(changed(opening(), altitude=400_000, propellant=0), CYGNUS)
    for progress, pushed in ((29, 0), (30, 90), (100, 300)):
        draft = begin(changed(docked, option__us_reboost=progress))
        station.live(draft, 1)
        by_ships = [c for c in draft.changes if c.cause == "rule:us_reboost"]
        assert moved(by_ships, "altitude") == pushed


def test_a_reboost_stops_where_the_tanks_are_dry() -> None:
    draft = begin(changed(opening(), altitude=400_000, propellant=220))
    station.reboost(draft, 5_000)
    assert draft.figures["altitude"] == 402_000
    assert draft.figures["propellant"] == 0
    station.reboost(draft, 5_000)
    assert draft.figures["altitude"] == 402_000


def test_a_leak_grows_and_a_closed_one_does_not() -> None:
    leaking = begin(changed(opening(), leak=450))
    station.live(leaking, 2)
    assert leaking.figures["leak"] == 450 + 2 * station.LEAK_GROWTH
    tight = begin(changed(opening(), leak=0))
    station.live(tight, 2)
    assert tight.figures["leak"] == 0


def test_seven_people_eat_thirty_days_of_stores_a_month_and_air_is_carried_up() -> None:
    state = changed(opening(), leak=2_500, supplies=100)
    draft = begin(state)
    draft.figures["aboard"] = 7
    station.live(draft, 1)
    meals = moved([c for c in draft.changes if c.cause == "rule:meals"], "supplies")
    air = moved([c for c in draft.changes if c.cause == "rule:air"], "supplies")
    assert (meals, air) == (-30, -3)


def test_a_segment_with_nobody_to_run_it_wears_out() -> None:
    kept = with_crew(with_ships(opening(), CYGNUS), Crew("anton", "roscosmos", "aboard", "", 1))
    draft = begin(replace(kept, figures={**kept.figures, "month": 1}))
    station.live(draft, 1)
    assert moved(draft.changes, "integrity_usos") == -station.CARETAKER_WEAR
    assert moved(draft.changes, "integrity_ros") > -station.CARETAKER_WEAR


def test_a_closed_hatch_wears_both_halves_out() -> None:
    together, apart = begin(opening()), begin(opening())
    apart.own("words")["hatch"] = "closed"
    for draft in (together, apart):
        station.live(draft, 3)
    for segment in ("integrity_usos", "integrity_ros"):
        assert together.figures[segment] - apart.figures[segment] == 3 * station.ALONE_WEAR


@pytest.mark.parametrize("months", (1, 3))
def test_a_tended_segment_loses_a_point_every_fourth_month(months: int) -> None:
    draft = begin(changed(opening(), leak=0))
    for month in range(0, 12, months):
        draft.figures["month"] = month
        station.live(draft, months)
    assert moved(draft.changes, "integrity_ros") == -12 // station.WEAR_MONTHS


def _reliance(state: State, **figures: int) -> dict[str, int]:
    moved_state = changed(state, **figures)
    return {p: moved_state.figures[f"{p}.reliance"] for p in ("nasa", "roscosmos")}


def test_outside_options_make_a_side_rely_less_on_the_other() -> None:
    bound = _reliance(opening(), option__us_reboost=0, option__russian_station=0)
    freed = _reliance(opening(), option__us_reboost=90, option__russian_station=90)
    assert freed["nasa"] < bound["nasa"] and freed["roscosmos"] < bound["roscosmos"]


def test_the_facts_count_deals_for_both_parties() -> None:
    figures = with_deal(opening(), "inspection").figures
    assert figures["deal.inspection"] == figures["deal.inspection.nasa"] == 1
    assert figures["deal.inspection.roscosmos"] == 1
    assert figures["deal.inspection.esa"] == figures["deal.seat_swap"] == 0


def test_bills_are_what_ones_own_flights_of_half_a_year_cost() -> None:
    state = opening()
    flights = [f for f in state.manifest if f.owner == "roscosmos"]
    soon = [f for f in flights if f.day < state.figures["date"] + station.BILL_DAYS]
    assert 0 < len(soon) < len(flights)
    assert station.bills(CONTENT, state)["roscosmos"] == 10 * len(soon)
    paid = replace(state, manifest=tuple(replace(f, handle="paid") for f in state.manifest))
    assert "roscosmos" not in station.bills(CONTENT, paid)

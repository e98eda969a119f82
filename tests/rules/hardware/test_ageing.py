"""Age: certified lives, and what an old station costs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from game.rules.hardware import ageing
from game.rules.ledger import moved
from game.rules.messages import message
from game.rules.people.crew import stranded
from game.rules.setup import LEVELS
from game.rules.state import Crew, Ship
from tests.small import CONTENT
from tests.worlds import begin, changed, opening, with_crew, with_ships

TODAY = opening().figures["date"]
SOYUZ = CONTENT.vehicles["soyuz"]
SHIP = Ship("s1", "soyuz", "Soyuz 1", "roscosmos", TODAY - 200, TODAY + 300)
YEAR = 365


@given(st.integers(0, 600), st.integers(0, 600))
def test_no_risk_within_the_certified_life_and_more_the_further_past(one: int, other: int) -> None:
    less, more = sorted((one, other))
    chances = [
        ageing.risk(SOYUZ, replace(SHIP, launched=TODAY - age), TODAY) for age in (less, more)
    ]
    assert chances[0] <= chances[1] <= ageing.MOST_RISK
    assert not (less <= SOYUZ.life and chances[0])


def test_freighters_carry_nobody_and_frighten_nobody() -> None:
    tanker = replace(SHIP, vehicle="progress", launched=TODAY - 900)
    assert ageing.risk(CONTENT.vehicles["progress"], tanker, TODAY) == 0


def test_a_ship_is_certified_for_longer_from_a_day_on() -> None:
    renewed = replace(SOYUZ, later_life=245, later_from=TODAY)
    assert ageing.life(renewed, TODAY - 1) == SOYUZ.life
    assert ageing.life(renewed, TODAY) == 245
    assert ageing.life(SOYUZ, TODAY + 9_999) == SOYUZ.life


def test_a_ship_past_its_life_fails_as_often_as_is_said_and_strands_its_crew() -> None:
    old = replace(SHIP, launched=TODAY - SOYUZ.life - 160)
    state = with_crew(with_ships(opening(), old), Crew("anton", "roscosmos", "aboard", "s1", 1))
    chance, failures = ageing.risk(SOYUZ, old, TODAY), 0
    for seed in range(400):
        draft = begin(replace(state, seed=seed))
        ageing.outlive(draft, TODAY)
        failures += len(stranded(draft.state))
        assert bool(draft.state.ships["s1"].fault) == bool(stranded(draft.state))
    assert abs(failures - 4 * chance) < 45  # five standard deviations
    sound = begin(with_ships(opening(), SHIP))
    ageing.outlive(sound, TODAY)
    assert not sound.changes


def test_wear_is_steady_and_then_grows_year_by_year() -> None:
    first = ageing.OLD - 2 * YEAR
    yearly = [
        ageing.worn(first + n * YEAR, first + (n + 1) * YEAR, 12 * n, 12, "director")
        for n in range(8)
    ]
    assert yearly[0] == yearly[1] == 12 // ageing.WEAR_MONTHS
    assert yearly[2:] == sorted(yearly[2:]) and yearly[-1] > 2 * yearly[0]


@given(st.integers(0, 4_000), st.integers(1, 400), st.integers(1, 400), st.sampled_from(LEVELS))
def test_wear_adds_up_however_time_is_cut(start: int, one: int, other: int, level: str) -> None:
    day = ageing.OLD - 400 + start
    whole = ageing.worn(day, day + one + other, 0, 0, level)
    assert whole == ageing.worn(day, day + one, 0, 0, level) + ageing.worn(
        day + one, day + one + other, 0, 0, level
    )


@given(st.integers(0, 2_500), st.integers(1, 400))
def test_the_harder_the_level_the_faster_an_old_station_wears(start: int, days: int) -> None:
    lost = [ageing.worn(ageing.OLD, ageing.OLD + start + days, 0, 0, level) for level in LEVELS]
    assert lost == sorted(lost)
    young = {ageing.worn(ageing.OLD - days, ageing.OLD, 0, 3, level) for level in LEVELS}
    assert len(young) == 1


@given(st.integers(0, 2_000), st.sampled_from(LEVELS))
def test_what_is_told_of_age_is_what_it_takes_beside_steady_wear(start: int, level: str) -> None:
    day, months = ageing.OLD + start, 12
    steady = months // ageing.WEAR_MONTHS
    worn = ageing.worn(day, day + 30 * months, 0, months, level)
    assert ageing.aged(day, level, months) == worn - steady


def test_spares_cost_more_each_year_and_never_more_than_there_is() -> None:
    bought = []
    for year in (2024, 2025, 2028, 2030):
        draft = begin(changed(opening(), nasa__income=100, nasa__treasury=50, supplies=300))
        draft.figures["date"] = date(year, 6, 1).toordinal()
        ageing.buy_spares(draft, 3)
        bought.append(moved(draft.changes, "nasa.treasury"))
        assert draft.figures["nasa.treasury"] >= 0
        assert bool(moved(draft.changes, "supplies")) == (year > 2024)
    assert bought[0] == 0 > bought[1] > bought[2] >= bought[3] >= -50


def test_years_past_the_design_life_are_counted_when_they_begin() -> None:
    years = {-400: 0, 0: 0, 1: 1, YEAR: 1, YEAR + 1: 2, 3 * YEAR: 3}
    assert {past: ageing.years_old(ageing.OLD + past) for past in years} == years


def test_spares_are_a_share_of_income_and_room_and_are_called_so() -> None:
    """In the second year: 2 x 3 % of three months' income, and 2 x 3 days of supplies."""
    draft = begin(changed(opening(), nasa__income=100, nasa__treasury=90, supplies=300))
    draft.figures["date"] = ageing.OLD + YEAR + 1
    ageing.buy_spares(draft, 3)
    assert moved(draft.changes, "nasa.treasury") == -6 * ageing.SPARES
    assert moved(draft.changes, "supplies") == -6
    assert {(c.cause, c.reason) for c in draft.changes} == {
        ("rule:spares", message("spares.bought"))
    }


def test_the_risk_is_a_per_cent_for_every_twelve_days_and_has_a_top() -> None:
    past = {0: 0, 11: 0, 12: 1, 35: 2, 36: 3, 239: 19, 240: 20, 900: 20}
    risks = {
        over: ageing.risk(SOYUZ, replace(SHIP, launched=TODAY - SOYUZ.life - over), TODAY)
        for over in past
    }
    assert risks == past
    assert all(type(risk) is int for risk in risks.values())


def test_a_failed_ship_is_recorded_with_its_cause() -> None:
    old = with_ships(opening(), replace(SHIP, launched=TODAY - SOYUZ.life - 300))
    drafts = [begin(replace(old, seed=seed)) for seed in range(60)]
    for draft in drafts:
        ageing.outlive(draft, TODAY)
    failed = next(draft for draft in drafts if draft.changes)
    assert failed.state.ships["s1"].fault == "age"
    assert [(c.kind, c.path, c.cause, c.reason) for c in failed.changes] == [
        ("headline", "s1", "rule:life", message("ship.fails_test", ship="Soyuz 1"))
    ]
    assert failed.state.ships["s1"].launched == TODAY - SOYUZ.life - 300

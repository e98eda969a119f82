"""The station: air, stores, wear, and the facts they make."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules import facts as station
from game.rules.calendar import turn_start
from game.rules.figures import RUNG
from game.rules.hardware.ageing import WEAR_MONTHS
from game.rules.ledger import moved
from game.rules.state import Crew, Ship, State
from tests.small import CONTENT
from tests.small_names import holds
from tests.worlds import begin, changed, done, opening, with_crew, with_deal, with_ships

CYGNUS = Ship("c1", "cygnus", "Cygnus 1", "nasa", 100, 400)


def test_people_eat_by_the_days_that_they_are_aboard() -> None:
    start = opening().figures["date"]
    draft = begin(with_ships(opening(), CYGNUS))
    length = turn_start(draft.index.scenario, 2) - start
    people = (
        Crew("anton", "roscosmos", "aboard", "", start - 50),
        Crew("pyotr", "roscosmos", "aboard", "", start + 10),
        Crew("mann", "nasa", "recovering", "", start + 20),
        Crew("rubio", "nasa", "recovering", "", start - 5),
        Crew("vande", "nasa", "ground", "", start),
    )
    draft.state.crew = {person.id: person for person in people}
    assert station.person_days(draft) == length + (length - 10) + 20


def test_a_crew_eats_and_lost_air_is_carried_up() -> None:
    draft = begin(changed(opening(), leak=2_500, supplies=200))
    eaten = station.person_days(draft) // station.CREW_OF_PLAN
    station.live(draft, 1)
    meals = moved([c for c in draft.changes if c.cause == "rule:meals"], "supplies")
    air = moved([c for c in draft.changes if c.cause == "rule:air"], "supplies")
    assert (meals, air) == (-eaten, -3)
    assert eaten > 0


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
    assert moved(draft.changes, "integrity_ros") == -12 // WEAR_MONTHS


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


def test_what_a_turn_does_to_stores_and_hulls_is_put_down_to_its_causes() -> None:
    kept = with_crew(with_ships(opening(), CYGNUS), Crew("anton", "roscosmos", "aboard", "", 1))
    draft = begin(changed(replace(kept, figures={**kept.figures, "month": 1}), leak=9_000))
    station.live(draft, 1)
    told = {(c.path, c.cause, c.reason) for c in draft.changes if c.kind == "figure"}
    assert {
        ("supplies", "rule:meals", station.EATEN),
        ("supplies", "rule:air", station.AIR_LOST),
        ("integrity_usos", "rule:wear", station.UNTENDED),
        ("integrity_ros", "rule:wear", station.METAL),
    } <= told


def test_the_facts_count_heads_places_and_ships() -> None:
    dragon = Ship("d1", "dragon", "Dragon 1", "nasa", 100, 400, liners=1)
    spare, harmed = replace(dragon, id="d2", liners=0), replace(dragon, id="d3", fault="coolant")
    crew = [Crew(p, "nasa", "aboard", "d1", 1) for p in ("mann", "rubio")]
    crew += [
        Crew("anton", "roscosmos", "aboard", "d3", 1),
        Crew("vande", "nasa", "training", "", 1),
    ]
    state = with_crew(with_ships(opening(), dragon, spare, harmed), *crew)
    wanted = {
        "aboard": 3, "aboard.nasa": 2, "aboard.roscosmos": 1, "aboard.esa": 0, "stranded": 1,
        "stranded.roscosmos": 1, "stranded.nasa": 0, "specialists.usos": 2, "specialists.ros": 1,
        "crew.training": 1, "seats": 9, "docked.dragon": 3, "docked.soyuz": 0,
        "crew.record_days": state.figures["date"] - 1,
    }  # fmt: skip
    assert {path: state.figures[path] for path in wanted} == wanted


def test_the_facts_follow_when_a_table_changes_and_only_then() -> None:
    """A deal, a flight and a step on the ladder are seen by the next refresh, nothing else."""
    draft = begin(with_deal(opening(), "seat_swap"))
    draft.state.deals = ()
    draft.state.manifest = ()
    station.refresh(draft)
    assert draft.figures["deal.seat_swap"] == 0
    assert draft.figures["roscosmos.bills"] == 0
    assert draft.figures == done(begin(draft.state)).figures
    draft.figures["deal.seat_swap"] = draft.figures["nasa.bills"] = 9
    station.refresh(draft)
    assert draft.figures["deal.seat_swap"] == draft.figures["nasa.bills"] == 9


def test_what_partners_would_lose_follows_deals_and_flights_at_once() -> None:
    fresh = opening()
    signed = begin(fresh)
    signed.state.deals = with_deal(fresh, "engines", giver="roscosmos").deals
    grounded = begin(fresh)
    grounded.state.manifest = ()
    for draft in (signed, grounded):
        for partner in ("nasa", "roscosmos"):
            draft.figures[f"{partner}.reliance"] = -1
        station.refresh(draft)
        assert draft.figures == done(begin(draft.state)).figures


def test_feelings_wait_when_they_are_told_to_and_are_not_forgotten() -> None:
    state = with_crew(with_ships(opening(), CYGNUS), Crew("anton", "roscosmos", "aboard", "", 1))
    draft = begin(state)
    draft.own("crew")["anton"] = replace(state.crew["anton"], morale=10)
    before = draft.figures["morale"]
    station.recount(draft)
    assert draft.figures["morale"] == before
    station.refresh(draft)
    assert draft.figures["morale"] == 10 != before
    draft.figures["morale"] = before
    draft.dirty.add(RUNG)
    station.refresh(draft)
    assert draft.figures["morale"] == before, "a rung alone asks nobody how they are"


ASKED = (("nasa.loss.roscosmos >= 1", True), ("nasa.reliance >= 1", True), ("tension >= 1", False))


@pytest.mark.parametrize(("asked", "rated"), ASKED)
def test_losses_are_worked_out_for_a_condition_that_asks_about_them(
    asked: str, rated: bool
) -> None:
    draft = begin()
    draft.shift("altitude", -30_000)
    assert draft.dirty
    station.refresh_for(draft, holds(asked))
    assert (not draft.dirty) == rated

"""The first state, and set-ups that can't be."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import TypedDict, Unpack

import pytest
from hypothesis import given

from game.content.records import StandingDeal
from game.errors import UsageError
from game.rules.draft import Draft
from game.rules.encoding import canonical
from game.rules.index import index_of
from game.rules.invariants import violations
from game.rules.setup import Setup, new_game
from game.rules.state import Deal, State, Term
from game.testing.strategies import setups
from tests.small import BRIEF, CAMPAIGN, CONTENT
from tests.worlds import opening


@given(setups(CONTENT))
def test_every_setup_opens_a_game_that_waits_for_somebody(setup: Setup) -> None:
    state, changes = new_game(CONTENT, setup)
    assert state.queue and state.turn == 1 and changes
    assert not violations(CONTENT, state)
    assert canonical(state) == canonical(new_game(CONTENT, setup)[0])
    assert (state.words["level"], state.words["hazards"]) == (setup.level, setup.hazards)


@pytest.mark.parametrize(
    ("wrong", "said"),
    (
        (Setup("campain", "nasa", 1), "no scenario 'campain'"),
        (Setup(CAMPAIGN, "jaxa", 1), "no partner 'jaxa'"),
        (Setup(CAMPAIGN, "nasa", 1, level="easy"), "no level 'easy'"),
        (Setup(CAMPAIGN, "nasa", 1, hazards="none"), "no hazards 'none'"),
    ),
)
def test_what_does_not_exist_is_refused_with_what_does(wrong: Setup, said: str) -> None:
    with pytest.raises(UsageError, match=said) as refused:
        new_game(CONTENT, wrong)
    assert "Choose from: " in str(refused.value)


def test_figures_come_from_the_scenario_or_start_in_the_middle() -> None:
    figures = opening().figures
    assert figures["nasa.income"] == 40
    assert figures["esa.commitment"] == 2024
    assert figures["roscosmos.faction.corps"] == 50
    assert figures["in_chair.nasa"] == 1 and figures["in_chair.esa"] == 0
    assert figures["turns_left"] == 7


def test_a_faction_named_like_a_figure_starts_in_the_middle_all_the_same() -> None:
    science = replace(CONTENT.factions["members"], id="science")
    content = replace(CONTENT, factions={**CONTENT.factions, "science": science})
    state, _ = new_game(content, Setup(BRIEF, "nasa", 1))
    assert state.figures["esa.faction.science"] == 50


def test_who_decides_without_a_chair_has_factions_that_can_be_pleased() -> None:
    alone = replace(CONTENT.scenarios[CAMPAIGN], chairs=("nasa",))
    content = replace(CONTENT, scenarios={CAMPAIGN: alone})
    state, _ = new_game(content, Setup(CAMPAIGN, "nasa", 1))
    draft = Draft(index_of(content, CAMPAIGN), state)
    assert draft.shift("esa.faction.members", 3) == 3


def test_ships_people_and_flights_are_those_of_the_scenario() -> None:
    state = opening()
    assert state.ships["soyuz_start_0"].name == "Soyuz A"
    assert state.crew["anton"].ship == "soyuz_start_0"
    assert "dragon_record_1" in {flight.id for flight in state.manifest}


def test_a_scenario_without_a_manifest_books_its_standing_plan_or_nothing() -> None:
    brief, _ = new_game(CONTENT, Setup(BRIEF, "nasa", 1))
    assert not brief.manifest
    plan = replace(CONTENT.scenarios[BRIEF], cadence={"soyuz": 200})
    content = replace(CONTENT, scenarios={BRIEF: plan})
    state, _ = new_game(content, Setup(BRIEF, "nasa", 1))
    assert [flight.vehicle for flight in state.manifest] == ["soyuz"]
    assert state.manifest[0].day == plan.start.toordinal() + 100


class _Past(TypedDict, total=False):
    deals: tuple[StandingDeal, ...]
    happened: tuple[str, ...]
    flags: Mapping[str, int]
    broken: tuple[str, ...]


def _begun(**past: Unpack[_Past]) -> State:
    scenario = replace(CONTENT.scenarios[BRIEF], **past)
    content = replace(CONTENT, scenarios={BRIEF: scenario})
    return new_game(content, Setup(BRIEF, "nasa", 1))[0]


def test_deals_in_force_are_running_from_the_first_day() -> None:
    terms = (("seat_swap", 3), ("engines", 2))
    swap = StandingDeal(("nasa", "roscosmos"), terms, date(2022, 7, 14), date(2024, 12, 31))
    state = _begun(deals=(swap,))
    days = (date(2022, 7, 14).toordinal(), date(2024, 12, 31).toordinal())
    parties = ("nasa", "roscosmos")
    given = tuple(Term(clause, amount, "nasa") for clause, amount in terms)
    (deal,) = state.deals
    assert replace(deal, lives=()) == Deal("start_0", parties, given, *days)
    assert [(life.ends, life.months) for life in deal.lives] == [(days[1], 30)] * 2
    assert state.figures["deal.seat_swap.roscosmos"] == 1
    assert state.figures["deal.seat_swap.esa"] == 0


def test_what_happened_before_never_comes_up_again() -> None:
    start = CONTENT.scenarios[BRIEF].start.toordinal()
    state = _begun(happened=("cold_morning", "parade"))
    assert state.fired["parade"] < start and state.fired["cold_morning"] < start
    assert not {slot.subject for slot in state.queue} & {"cold_morning", "parade"}


def test_flags_and_broken_threads_are_those_of_the_scenario() -> None:
    state = _begun(flags={"pad_lost": 1}, broken=("war",))
    assert (state.flags["pad_lost"], state.flags["calls"]) == (1, 0)
    assert (state.figures["whole.war"], state.figures["whole.swaps"]) == (0, 1)


def test_conditions_may_ask_which_scenario_is_played() -> None:
    assert opening().words["scenario"] == CAMPAIGN

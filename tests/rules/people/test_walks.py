"""Spacewalks: who goes, on what odds, and what it costs them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.rules.ledger import moved
from game.rules.people import walks
from game.rules.state import Crew, State
from tests.worlds import INDEX, opening, perform_on, with_crew, with_ships

ANTON = Crew("anton", "roscosmos", "aboard", "", 1)
PYOTR = Crew("pyotr", "roscosmos", "aboard", "", 1)
MANN = Crew("mann", "nasa", "aboard", "", 1)
VANDE = Crew("vande", "nasa", "aboard", "", 1)


def _odds(*people: Crew) -> dict[str, int]:
    return walks.odds(INDEX, people)


def _with(*people: Crew) -> State:
    return with_crew(with_ships(opening()), *people)


def test_it_takes_two_and_one_who_knows_the_segment() -> None:
    assert _odds(ANTON) == {"usos": 0, "ros": 0, "joint": 0}
    assert _odds(MANN, VANDE)["ros"] == 0 < _odds(MANN, VANDE)["usos"]
    assert 0 < _odds(ANTON, MANN)["ros"] < _odds(ANTON, PYOTR)["ros"]


def test_a_joint_walk_takes_one_of_each_half() -> None:
    assert _odds(ANTON, PYOTR)["joint"] == 0 < _odds(ANTON, MANN)["joint"]


def test_training_raises_the_odds() -> None:
    assert _odds(replace(MANN, learnt=(("eva", 1),)), VANDE)["usos"] > _odds(MANN, VANDE)["usos"]


@given(st.integers(0, 100), st.integers(0, 100))
def test_the_more_tired_the_worse_the_odds_and_never_certain(one: int, other: int) -> None:
    low, high = sorted((one, other))
    fresh, worn = (_odds(replace(ANTON, fatigue=f), PYOTR)["ros"] for f in (low, high))
    assert 0 < worn <= fresh <= walks.LIKELIEST


def test_the_facts_hold_the_odds_of_those_aboard() -> None:
    state = _with(ANTON, MANN)
    assert {job: state.figures[f"walk.{job}"] for job in walks.JOBS} == _odds(ANTON, MANN)


def test_the_pair_that_the_odds_are_of_goes_out_and_tires() -> None:
    state = _with(ANTON, PYOTR, replace(MANN, fatigue=90), VANDE)
    draft = perform_on(state, r.Walk("joint"))
    tired = {c.id for c in draft.state.crew.values() if c.fatigue == walks.OUTSIDE_FATIGUE}
    assert tired == set(walks.walkers(INDEX, state, "joint"))
    assert "vande" in tired and tired & {"anton", "pyotr"}
    assert moved(draft.changes, "crew.vande.morale") == walks.JOINT_MORALE
    assert not perform_on(_with(ANTON), r.Walk("ros")).changes


def test_whoever_was_outside_is_known_by_how_often() -> None:
    draft = perform_on(_with(ANTON, PYOTR, MANN), r.Walk("ros"))
    walks.go_outside(draft, "ros")
    known = {key: often for key, often in draft.state.past.items() if "/walks/" in key}
    assert known == {f"person/walks/{who}": 2 for who in walks.walkers(INDEX, draft.state, "ros")}

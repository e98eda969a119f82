from __future__ import annotations

from copy import deepcopy
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lab.best import Trial, best_of, judge, leads, regrets, verdicts
from game.lab.rows import Verdict
from game.players import RandomPlayer
from game.rules.legality import pending
from game.rules.setup import Setup
from game.session import Session
from tests.lab.world import CHAIRS, SHORT
from tests.small import CAMPAIGN

results = st.lists(st.integers(-50, 50), min_size=4, max_size=4)
QUICK = Trial(rollouts=3, turns=2, player=RandomPlayer)


@pytest.fixture(scope="module")
def session() -> Session:
    """Return a random game that is over."""
    played = Session(SHORT, Setup(CAMPAIGN, CHAIRS[0], 3), dict.fromkeys(CHAIRS, "random"))
    played.play_others()
    return played


@given(results, results)
def test_a_lead_goes_one_way_only(ours: list[int], theirs: list[int]) -> None:
    assert not (leads(ours, theirs) and leads(theirs, ours))


@given(results)
def test_what_is_always_ahead_by_the_same_leads(ours: list[int]) -> None:
    assert leads([n + 1 for n in ours], ours)
    assert not leads(ours, ours)


def test_a_lead_within_the_error_is_none() -> None:
    assert not leads([9, 0, 0, 0], [0, 1, 0, 1])


@given(st.dictionaries(st.sampled_from("abc"), results, min_size=2))
def test_the_best_leads_all_others(worths: dict[str, list[int]]) -> None:
    best = best_of(worths)
    leaders = [
        pick
        for pick in worths
        if all(leads(worths[pick], worths[other]) for other in worths if other != pick)
    ]
    assert leaders == ([best] if best else [])


@given(st.dictionaries(st.sampled_from("abc"), results, min_size=1))
def test_who_has_the_highest_mean_regrets_nothing(worths: dict[str, list[int]]) -> None:
    lost = regrets(worths)
    assert min(lost.values()) == 0
    for one, ours in worths.items():
        for other, theirs in worths.items():
            assert (lost[one] - lost[other]) * len(ours) == sum(theirs) - sum(ours)


def test_a_regret_is_a_mean_over_trials() -> None:
    assert Verdict(4, 1, 6.0).regret == 1.5
    assert Verdict().regret == 0


def test_a_card_is_judged_alike_twice_and_left_alone(session: Session) -> None:
    state = next(s for s in session.states if (slot := pending(s)) and slot.kind == "card")
    before = deepcopy(state)
    first = judge(SHORT, state, QUICK, Random(5))
    assert first == judge(SHORT, state, QUICK, Random(5))
    assert state == before
    assert sum(one.best for one in first.values()) <= 1
    assert min(one.behind for one in first.values()) == 0
    assert {key.rsplit("/", 1)[0] for key in first} == {
        f"{state.queue[0].subject}/{state.queue[0].chair}"
    }


def test_as_many_cards_are_tried_as_asked_for(session: Session) -> None:
    found = verdicts(SHORT, session.states, CHAIRS[:1], 2, Random(1))
    desks = {key.rsplit("/", 1)[0] for key in found}
    assert 1 <= len(desks) <= 2
    assert {desk.rsplit("/", 1)[1] for desk in desks} == {CHAIRS[0]}
    assert all(0 <= v.best <= v.tried for v in found.values())
    assert verdicts(SHORT, session.states, (), 2, Random(1)) == {}
    assert Verdict() == Verdict(0, 0)

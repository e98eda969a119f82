"""Where figures settle: named pulls, each capped, each built and lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.figures import usual_figures
from game.content.records import FigureWords, Pull, Shift
from game.rules.effects import Actor, perform
from game.rules.facts import refresh_all
from game.rules.figures import pulls_of
from game.rules.people import cohesion
from game.rules.resting import pulling, rest
from game.rules.state import State
from tests.worlds import INDEX, begin, changed, done, opening, with_deal

CALM = {"war": 0, "sanctions": 0}


def _rest(state: State) -> int:
    return rest(INDEX, state, "tension")


def _with(**figures: int) -> State:
    return changed(opening(), **{**CALM, **figures})


@pytest.mark.parametrize("pushed", ({"war": 50}, {"sanctions": 50}))
def test_war_and_sanctions_push_tension_up(pushed: dict[str, int]) -> None:
    assert _rest(_with(**pushed)) > _rest(_with())


def test_a_rung_pushes_it_up_and_what_is_built_pulls_it_down() -> None:
    climbed = begin(_with(nasa__rung=2))
    refresh_all(climbed)
    assert _rest(climbed.state) == _rest(_with()) + 10
    assert _rest(_with(channels=10)) < _rest(_with())
    assert _rest(with_deal(_with(), "inspection")) < _rest(_with())


def test_no_pull_is_ever_more_than_its_most() -> None:
    state = with_deal(_with(channels=20), "inspection")
    many = begin(replace(state, deals=state.deals * 99))
    refresh_all(many)
    most = {pull.name: pull.most for pull in INDEX.pulls["tension"]}
    for line in pulling(INDEX, many.state, "tension"):
        assert abs(line.amount) <= most[str(dict(line.label.args)["text"])]


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 20), st.integers(0, 100))
def test_the_lines_sum_to_where_it_settles(war: int, cut: int, open_: int, now: int) -> None:
    state = changed(opening(), war=war, sanctions=cut, channels=open_, tension=now)
    total = sum(line.amount for line in pulling(INDEX, state, "tension"))
    assert _rest(state) == max(0, min(100, total))


def test_a_figure_that_nothing_pulls_at_stays_where_it_is() -> None:
    assert rest(INDEX, changed(opening(), war=33), "war") == 33
    assert pulling(INDEX, opening(), "war") == ()


def test_a_world_of_its_own_has_its_own_pulls() -> None:
    usual = next(words for words in usual_figures() if words.path == "tension")
    own = FigureWords(
        "heat", "tension", "Heat", "How hot.", settles=(Pull("The sun", 7, 9),), usual=False
    )
    for both in ((usual, own), (own, usual)):
        assert pulls_of(both)["tension"] == own.settles
    assert pulls_of((usual,))["tension"] == usual.settles


@given(st.integers(-30, 30))
def test_who_moves_tension_moves_the_channels_the_other_way(by: int) -> None:
    draft = begin(changed(opening(), tension=50, channels=10))
    perform(draft, (Shift("tension", by),), Actor("nasa"))
    assert draft.figures["channels"] == max(0, min(20, 10 - by))
    world = begin(changed(opening(), tension=50, channels=10))
    perform(world, (Shift("tension", by),), Actor())
    assert world.figures["channels"] == 10


@given(st.integers(-20, 20))
def test_what_binds_a_crew_is_remembered_and_what_parts_it_is_not(by: int) -> None:
    draft = begin(changed(opening(), cohesion=50, shared=0))
    perform(draft, (Shift("cohesion", by),), Actor("nasa"))
    assert draft.figures["shared"] == (max(0, by) + 1) // 2


@given(st.integers(0, 100), st.integers(0, 24))
def test_cohesion_settles_where_a_quarter_moves_it_no_more(tension: int, shared: int) -> None:
    state = changed(opening(), tension=tension, shared=shared)
    at = sum(line.amount for line in cohesion.pulling(INDEX.content, state))
    if not 3 <= at <= 97:
        return
    alone = replace(state, figures={**state.figures, "aboard": 0})
    assert not cohesion.pulling(INDEX.content, alone)
    for start, way in ((at - 3, 1), (at + 3, -1)):
        draft = begin(changed(state, cohesion=start))
        before = draft.figures["cohesion"]
        cohesion.drift(draft, 3)
        assert (draft.figures["cohesion"] - before) * way > 0


def test_talk_of_leaving_spends_what_was_lived_through() -> None:
    draft = begin(changed(opening(), shared=12, nasa__rung=3))
    refresh_all(draft)
    cohesion.drift(draft, 3)
    assert draft.figures["shared"] == 9
    quiet = begin(changed(opening(), shared=12))
    cohesion.drift(quiet, 3)
    assert quiet.figures["shared"] == 12


def test_who_rides_across_counts_as_such() -> None:
    state = opening()
    ships, partners = state.ships, INDEX.content.partners
    across = sum(
        partners[ships[one.ship].owner].segment != partners[one.partner].segment
        for one in state.crew.values()
        if one.place == "aboard" and one.ship in ships
    )
    assert done(begin(state)).figures["joint"] == across > 0

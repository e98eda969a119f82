"""Where things go by themselves: the real rules, without chance, cards or decisions."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.content.lines import UNINHABITABLE
from game.rules.encoding import encode_state
from game.rules.forecast import Calm, forecast
from game.rules.invariants import violations
from game.rules.view import view
from game.testing.playing import Game
from game.testing.strategies import games
from tests.small import CONTENT
from tests.worlds import INDEX, changed, opening

TURNS = 4


@given(games(CONTENT, whole=True, most_bytes=80), st.data())
def test_a_forecast_is_pure_sound_and_the_same_each_time(played: Game, data: st.DataObject) -> None:
    state = data.draw(st.sampled_from(played.states))
    if state.ending:
        return
    index = INDEX if state.scenario == INDEX.scenario.id else None
    if index is None:
        return
    seen = view(CONTENT, state, index.chairs[0])
    before = encode_state(seen)
    first = [encode_state(ahead) for ahead in forecast(index, seen, TURNS)]
    assert encode_state(seen) == before
    assert first == [encode_state(ahead) for ahead in forecast(index, seen, TURNS)]


def test_turns_follow_each_other_and_dates_with_them() -> None:
    state = opening()
    ahead = list(forecast(INDEX, state, TURNS))
    assert [a.turn for a in ahead] == [state.turn + n for n in range(1, TURNS + 1)]
    dates = [state.figures["date"], *(a.figures["date"] for a in ahead)]
    assert dates == sorted(set(dates))


def test_standing_plans_run_on() -> None:
    state = opening()
    (first, *_) = forecast(INDEX, replace(state, manifest=()), 1)
    assert first.figures["nasa.treasury"] != state.figures["nasa.treasury"]  # income comes in
    assert first.figures["supplies"] <= state.figures["supplies"]


def test_nothing_happens_by_chance() -> None:
    """Other seeds see the same ahead, for a forecast draws nothing."""
    ahead = [
        [a.figures for a in forecast(INDEX, replace(opening(), seed=seed), TURNS)]
        for seed in (1, 2, 3)
    ]
    assert ahead[0] == ahead[1] == ahead[2]
    calm = Calm(INDEX, opening())
    assert calm.below(100, "any", "thing") == 99
    assert calm.sway(3, "any", "thing") == 0


def test_an_own_fall_does_not_hide_what_comes_after_it() -> None:
    state = changed(opening(), nasa__low=1)
    for path, _, _ in INDEX.factions["nasa"]:
        state.figures[path] = 0
    ahead = list(forecast(INDEX, changed(state), TURNS))
    assert len(ahead) == TURNS
    assert ahead[0].words["nasa.leader"] != state.words["nasa.leader"]


def test_a_segment_that_wears_out_is_seen_to_do_so() -> None:
    worn = changed(opening(), integrity_ros=UNINHABITABLE + 2)
    ahead = list(forecast(INDEX, worn, TURNS))
    assert ahead[-1].figures["integrity_ros"] <= UNINHABITABLE or ahead[-1].ending
    assert not list(violations(CONTENT, replace(worn)))

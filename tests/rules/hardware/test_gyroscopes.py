"""Gyroscopes: how fast they fail, who feels it, and what leaving then is worth."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from game.content.records import Content
from game.rules import separation
from game.rules.draft import Draft
from game.rules.hardware import gyroscopes
from game.rules.index import index_of
from game.rules.ledger import moved
from game.rules.legality import options
from game.rules.preview import preview
from game.rules.setup import Setup, new_game
from game.rules.view import view
from tests.words import said
from tests.worlds import INDEX, begin, changed, opening

READY = {"option__us_reboost": 100}


def test_four_turn_when_a_story_begins() -> None:
    assert opening().figures["gyroscopes"] == gyroscopes.ALL


def test_the_odds_grow_with_wheels_years_and_wear() -> None:
    calm = {"gyroscopes": 4, "integrity_usos": 100, "date": date(2022, 1, 1).toordinal()}
    assert gyroscopes.odds(calm, 3) == 48
    assert gyroscopes.odds(calm, 1) == 16
    assert gyroscopes.odds({**calm, "gyroscopes": 2}, 3) == 24
    assert gyroscopes.odds({**calm, "gyroscopes": 0}, 3) == 0
    assert gyroscopes.odds({**calm, "integrity_usos": 50}, 3) == 68
    assert gyroscopes.odds({**calm, "date": date(2026, 6, 1).toordinal()}, 3) == 72


def test_failures_come_by_the_worlds_dice_as_often_as_told() -> None:
    state = changed(opening(), integrity_usos=100)
    fails = 0
    for seed in range(1000):
        draft = begin(replace(state, seed=seed))
        gyroscopes.wear(draft, 3)
        fails += -moved(draft.changes, "gyroscopes")
    assert 14 < fails < 82  # 4.8 % of 1000, five standard deviations either way


@pytest.mark.parametrize(
    ("left", "told"),
    (
        (3, "A gyroscope stops. 2 of 4 turn, and they still hold the station."),
        (2, "A gyroscope stops. 1 of 4 turn, and the thrusters do their work."),
    ),
)
def test_a_failure_is_told_with_what_is_left(left: int, told: str) -> None:
    draft = begin(changed(opening(), gyroscopes=left, integrity_usos=0))
    gyroscopes.wear(draft, 3 * gyroscopes.CERTAIN)
    assert [said(c.reason) for c in draft.changes] == ["A gyroscope's bearing gives out", told]
    assert draft.figures["gyroscopes"] == left - 1


def test_none_fails_where_none_turns() -> None:
    draft = begin(changed(opening(), gyroscopes=0))
    gyroscopes.wear(draft, 3 * gyroscopes.CERTAIN)
    assert not draft.changes


@pytest.mark.parametrize("turning", range(5))
def test_the_american_half_alone_needs_enough_of_them(turning: int) -> None:
    state = changed(opening(), gyroscopes=turning, **READY)
    american, _ = separation.halves(INDEX, state, "american")
    attitude = next(a for a in american.abilities if a.name == separation.ATTITUDE)
    assert attitude.holds == (turning >= gyroscopes.HOLDING)
    assert said(attitude.rests_on).startswith(f"{turning} of 4 gyroscopes")


def test_fewer_of_them_make_the_russian_half_dearer_and_the_american_cheaper_to_lose() -> None:
    whole, half = opening(), changed(opening(), gyroscopes=2)
    assert half.figures["nasa.loss.roscosmos"] == whole.figures["nasa.loss.roscosmos"] + 2
    assert half.figures["roscosmos.loss.nasa"] == whole.figures["roscosmos.loss.nasa"] - 4
    draft = begin(whole)
    draft.shift("gyroscopes", -2)
    assert "gyroscopes" in draft.dirty


def test_a_spacewalk_puts_a_new_one_in(base: Content) -> None:
    state = new_game(base, Setup("cold_snap_2022", "nasa", 2))[0]
    for turning in (4, 3):
        draft = Draft(index_of(base, "cold_snap_2022"), state)
        draft.figures["gyroscopes"] = turning
        draft.state.queue = (replace(state.queue[0], kind="agenda", chair="nasa", subject=""),)
        found = {o.decision.pick: o for o in options(base, draft.state)}
        assert found["replace_gyroscope"].legal == (turning < gyroscopes.ALL)
    decision = found["replace_gyroscope"].decision
    good, bad = preview(base, view(base, draft.state, "nasa"), decision).branches
    assert good.chance == state.figures["walk.usos"]
    assert (moved(good.changes, "gyroscopes"), moved(bad.changes, "gyroscopes")) == (1, 0)

"""Earth moves: tension and trust drift, the front moves, storms pass."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.ledger import moved
from game.rules.phases import world
from game.rules.resting import rest
from tests.worlds import begin, changed, opening


@given(st.integers(0, 100), st.integers(0, 100), st.integers(0, 6))
def test_tension_drifts_towards_rest_and_never_past_it(tension: int, war: int, rung: int) -> None:
    draft = begin(changed(opening(), tension=tension, war=war, nasa__rung=rung))
    at = rest(draft.index, draft.state, "tension")
    world._tension(draft)
    drift = moved(draft.changes, "tension")
    assert abs(drift) <= world.FASTEST
    assert drift * (at - tension) >= 0 and abs(drift) <= abs(at - tension)
    if 0 < at < 100 and at != tension:
        assert drift


@given(st.integers(0, 20))
def test_channels_that_nobody_uses_silt_up(open_: int) -> None:
    draft = begin(changed(opening(), channels=open_))
    world._channels(draft)
    silted = -moved(draft.changes, "channels")
    assert (0 < silted <= open_) if open_ else silted == 0


@given(st.integers(0, 2**63))
def test_a_front_moves_and_peace_stays(seed: int) -> None:
    draft = begin(replace(changed(opening(), war=50), seed=seed))
    world._war(draft)
    assert abs(moved(draft.changes, "war")) <= 2
    quiet = begin(replace(changed(opening(), war=0), seed=seed))
    world._war(quiet)
    assert not quiet.changes


@pytest.mark.parametrize(("trust", "way"), ((0, 1), (50, 0), (95, -1)))
def test_trust_follows_the_mood_between_the_capitals(trust: int, way: int) -> None:
    draft = begin(changed(opening(), tension=40, nasa__trust__esa=trust))
    world._trust(draft)
    drift = moved(draft.changes, "nasa.trust.esa")
    assert (drift > 0) - (drift < 0) == way
    assert abs(drift) <= 5


@given(st.integers(0, 2**63), st.integers(0, 100))
def test_the_sky_returns_to_quiet(seed: int, hazard: int) -> None:
    draft = begin(replace(changed(opening(), hazard=hazard), seed=seed))
    world._hazard(draft)
    by_day = moved([c for c in draft.changes if c.cause == "rule:hazard"], "hazard")
    assert abs(by_day) <= world.MOST_PULL + 3
    storm = moved([c for c in draft.changes if c.cause == "rule:storm"], "hazard")
    assert 0 <= storm <= world.STORM


def test_the_sun_has_its_maximum_in_the_middle_of_the_decade() -> None:
    rests = [world.sun_rest(date(year, 1, 1).toordinal()) for year in range(2022, 2031)]
    assert max(rests) == rests[2] == rests[3]
    assert rests[0] > rests[-1]


def test_the_whole_phase_is_told_by_cause() -> None:
    draft = begin(changed(opening(), tension=90, hazard=90))
    world.enter(draft)
    assert {c.cause for c in draft.changes} <= {
        "rule:war", "rule:tension", "rule:channels", "rule:trust", "rule:hazard", "rule:storm",
    }  # fmt: skip

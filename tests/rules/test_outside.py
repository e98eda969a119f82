"""Outside options: a year's drift over its months, and the marks they pass."""

from __future__ import annotations

import pytest

from game.content import records as r
from game.rules.messages import text
from game.rules.phases import reckoning
from game.rules.phases import reckoning as outside
from tests.worlds import begin, changed, opening, perform_on


@pytest.mark.parametrize("months", (1, 3))
def test_a_years_points_are_spread_over_its_months(months: int) -> None:
    draft = begin(changed(opening(), option__us_reboost=0))
    for month in range(0, 24, months):
        draft.figures["month"] = month
        outside.drift(draft, months)
    assert draft.figures["option.us_reboost"] == 14


def test_a_mark_is_passed_once() -> None:
    draft = begin(changed(opening(), option__us_reboost=41, nasa__standing=50))
    reckoning._milestones(draft)
    reckoning._milestones(draft)
    assert draft.figures["nasa.standing"] == 52
    assert [c.reason for c in draft.changes if c.kind == "headline"] == [
        text("A US ship can push.")
    ]


def test_a_mark_not_reached_does_nothing() -> None:
    draft = begin(changed(opening(), option__us_reboost=39))
    reckoning._milestones(draft)
    assert not draft.changes


def test_investing_pays_a_step_for_its_gain() -> None:
    state = changed(opening(), nasa__treasury=100, option__us_reboost=10)
    draft = perform_on(state, r.Invest("us_reboost"), r.Invest("target"),
                       target="option.us_reboost")  # fmt: skip
    assert draft.figures["option.us_reboost"] == 30
    assert draft.figures["nasa.treasury"] == 40

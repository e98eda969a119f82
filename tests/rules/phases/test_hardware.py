"""The hardware phase: debris, failures, evacuation."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.lines import UNINHABITABLE
from game.rules.facts import refresh_all
from game.rules.people.crew import aboard
from game.rules.phases import hardware
from game.rules.state import State
from tests.worlds import begin, changed, opening


def test_parts_fail_about_as_often_as_they_should() -> None:
    failures = 0
    for seed in range(400):
        draft = begin(replace(changed(opening()), seed=seed))
        hardware._break(draft)
        failures += sum(c.kind == "headline" for c in draft.changes)
    expected = 800 * hardware.BREAKAGE["director"] // 100
    assert abs(failures - expected) < 46  # five standard deviations


def _after(state: State) -> State:
    draft = begin(state)
    hardware.enter(draft)
    return draft.state


def test_nobody_stays_where_nobody_can_live() -> None:
    for ruin in ({"integrity_ros": 10}, {"integrity_usos": 10}, {"supplies": 0, "leak": 5_000}):
        before = replace(changed(opening(), **ruin), manifest=())
        assert aboard(before)
        after = _after(before)
        assert not aboard(after)
        assert after.figures["aboard"] == after.figures["stranded"] == 0
    assert aboard(_after(opening()))


def test_freighters_stay_when_crews_are_ordered_home() -> None:
    state = replace(changed(opening(), integrity_ros=5), manifest=())
    uses = {ship.vehicle for ship in _after(state).ships.values()}
    assert uses and uses <= {"progress", "cygnus"}


@pytest.mark.parametrize(
    "dire", [{"supplies": 0}, {"integrity_ros": UNINHABITABLE}, {"integrity_usos": 1}]
)
def test_everybody_goes_home_when_the_station_can_keep_nobody(dire: dict[str, int]) -> None:
    fit = {"supplies": 100, "integrity_ros": 60, "integrity_usos": 60}
    safe = begin(changed(opening(), **fit))
    hardware._evacuate(safe)
    assert safe.state.figures["aboard"] and not safe.changes
    draft = begin(changed(opening(), **fit | dire))
    hardware._evacuate(draft)
    refresh_all(draft)
    assert draft.figures["aboard"] == 0
    assert any(c.reason.code == "crew.ordered_home" for c in draft.changes)

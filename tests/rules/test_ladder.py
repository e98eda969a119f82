"""The ladder: rungs, the notice's twelve months, the price of coming down, the hatch."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content import records as r
from game.rules import ladder
from game.rules.calendar import add_months
from game.rules.draft import Draft
from game.rules.index import index_of
from game.rules.ledger import moved
from game.rules.legality import options
from game.rules.rungs import RUNGS
from game.rules.state import State
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import INDEX, begin, changed, decide, done, opening, perform_on, until


def _on(rung: int, partner: str = "roscosmos", **figures: int) -> State:
    """Return a state in which a partner has climbed to a rung, step by step."""
    draft = begin(changed(opening(), **figures))
    for _ in range(rung):
        ladder.step(draft, partner, 1)
    return done(draft)


def test_a_partner_without_a_ship_of_its_own_stops_at_the_notice() -> None:
    assert ladder.top(INDEX, "esa") == ladder.NOTICE
    assert ladder.top(INDEX, "nasa") == ladder.SEPARATION
    state = changed(_on(3, "esa"), esa__capital=3)
    assert "no ship of your own" in ladder.why_no_step(INDEX, state, "esa", 1)


def test_nobody_climbs_above_the_top_or_without_capital() -> None:
    assert ladder.why_no_step(INDEX, _on(6), "roscosmos", 1) == "You left."
    poor = changed(opening(), roscosmos__capital=0)
    assert "capital" in ladder.why_no_step(INDEX, poor, "roscosmos", 1)
    assert not ladder.why_no_step(INDEX, opening(), "roscosmos", 1)


def test_nobody_steps_down_from_normal_ground() -> None:
    assert "normal ground" in ladder.why_no_step(INDEX, opening(), "nasa", -1)
    assert not ladder.why_no_step(INDEX, _on(1, "nasa"), "nasa", -1)


@pytest.mark.parametrize("rung", range(1, 7))
def test_each_rung_up_costs_tension_and_trust_more_than_the_last(rung: int) -> None:
    before = _on(rung - 1, tension=20, nasa__trust__roscosmos=100)
    draft = begin(before)
    ladder.step(draft, "roscosmos", 1)
    assert draft.figures["roscosmos.rung"] == rung
    assert moved(draft.changes, "tension") == 2 + rung
    assert moved(draft.changes, "nasa.trust.roscosmos") == -(2 + rung)
    assert moved(draft.changes, "roscosmos.faction.kremlin") >= 0
    assert any(RUNGS[rung] in c.reason for c in draft.changes if c.kind == "headline")


def test_coming_down_costs_more_at_home_the_higher_one_stands() -> None:
    losses = []
    for rung in range(1, 6):
        draft = begin(changed(_on(rung), roscosmos__faction__kremlin=50))
        ladder.step(draft, "roscosmos", -1)
        losses.append(moved(draft.changes, "roscosmos.faction.kremlin"))
        assert moved(draft.changes, "tension") <= 0
    assert losses == sorted(losses, reverse=True) and losses[-1] < losses[0] < 0


def test_the_notice_runs_twelve_months_before_the_hatch_may_close() -> None:
    given = _on(4, roscosmos__capital=3)
    assert given.figures["notice.roscosmos"] == 1
    assert "twelve months" in ladder.why_no_step(INDEX, given, "roscosmos", 1)
    later = changed(given, date=add_months(given.figures["date"], 12))
    assert not ladder.why_no_step(INDEX, later, "roscosmos", 1)


def test_taking_the_notice_back_ends_it() -> None:
    draft = begin(_on(3))
    ladder.step(draft, "roscosmos", -1)
    assert draft.figures["notice.roscosmos"] == 0


def test_the_hatch_closes_at_rung_five_and_opens_on_the_way_down() -> None:
    shut = _on(5)
    assert shut.words["hatch"] == "closed"
    draft = begin(shut)
    ladder.step(draft, "roscosmos", -1)
    assert draft.state.words["hatch"] == "open"


def test_the_hatch_stays_closed_while_another_partner_keeps_it_so() -> None:
    draft = begin(_on(5))
    for _ in range(5):
        ladder.step(draft, "nasa", 1)
    ladder.step(draft, "nasa", -1)
    assert draft.state.words["hatch"] == "closed"
    ladder.step(draft, "roscosmos", -1)
    assert draft.state.words["hatch"] == "open"


def test_a_hatch_that_is_shut_already_is_not_shut_again() -> None:
    draft = perform_on(_on(4), r.SetWord("hatch", "closed"))
    ladder.step(draft, "roscosmos", 1)
    assert not [c for c in draft.changes if c.path == "hatch"]


def test_separation_is_for_good() -> None:
    draft = begin(_on(6))
    assert draft.state.words["hatch"] == "gone"
    ladder.step(draft, "roscosmos", -1)
    ladder.step(draft, "roscosmos", -1)
    assert draft.state.words["hatch"] == "gone"


def test_a_step_that_cannot_be_taken_changes_nothing() -> None:
    draft = begin(opening())
    ladder.step(draft, "nasa", -1)
    assert not draft.changes


def test_one_step_a_turn_at_the_table_for_one_capital() -> None:
    state = until(opening(), "table", "roscosmos")
    step = decide(state, "step_up")
    assert moved(step.changes[: step.direct], "roscosmos.capital") == -1
    reasons = {o.decision.pick: o.reason for o in options(CONTENT, step.state)}
    assert reasons["step_up"] == reasons["step_down"] == "One step on the ladder a turn."


def test_whoever_promised_no_more_years_calls_its_crews_home() -> None:
    state = changed(opening(), nasa__commitment=2022, esa__commitment=2022, date=738_450)
    state = replace(state, turn=4)
    draft = begin(state)
    ladder.call_years(draft)
    assert draft.figures["nasa.rung"] == ladder.RECALLED
    assert draft.figures["esa.rung"] == ladder.GUEST_TOP
    assert draft.figures["roscosmos.rung"] == 0


def test_years_that_end_with_the_game_call_nobody() -> None:
    state = replace(changed(opening(), nasa__commitment=2020), turn=8)
    draft = begin(state)
    ladder.call_years(draft)
    assert not draft.changes


def test_a_scenario_may_call_its_rungs_otherwise_and_end_its_ladder_early() -> None:
    scenario = replace(CONTENT.scenarios[CAMPAIGN], rungs=("calm", "cross", "gone"), station=False)
    content = replace(CONTENT, scenarios={**CONTENT.scenarios, CAMPAIGN: scenario})
    index = index_of(content, CAMPAIGN)
    draft = Draft(index, changed(opening(), nasa__capital=6))
    for _ in range(2):
        ladder.step(draft, "nasa", 1)
    assert draft.figures["nasa.rung"] == ladder.top(index, "nasa") == 2
    assert draft.changes[-1].reason == "NASA climbs to rung 2: gone."
    assert "gone" in ladder.why_no_step(index, draft.state, "nasa", 1)
    assert draft.state.words["hatch"] == "open" and "nasa.notice" not in draft.state.used

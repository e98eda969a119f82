"""The one door: phases in order, until somebody has to decide."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.errors import IllegalDecision
from game.rules.decisions import Decision
from game.rules.encoding import canonical
from game.rules.legality import OVER
from game.rules.messages import message
from game.rules.turn import PHASES, apply, phase_name
from tests.small import CONTENT
from tests.worlds import changed, decide, opening, quiet, until


def test_a_turn_goes_through_its_phases_in_order() -> None:
    assert [name for name, _ in PHASES] == [
        "world", "hardware", "story", "agenda", "table", "reckoning",
    ]  # fmt: skip
    state, seen = opening(), []
    while state.turn == 1:
        seen.append(phase_name(state))
        state = quiet(CONTENT, state).state
    assert list(dict.fromkeys(seen)) == ["story", "agenda", "table"]
    assert phase_name(state) in ("story", "agenda")


def test_a_step_tells_where_the_next_turn_begins() -> None:
    state = opening()
    while state.turn == 1:
        step = quiet(CONTENT, state)
        assert (step.turned is not None) == (step.state.turn == 2)
        state = step.state
    assert step.turned is not None
    causes = [change.cause for change in step.changes]
    assert "rule:income" in causes[: step.turned]
    assert "rule:income" not in causes[step.turned :]
    assert "rule:decay" in causes[step.turned :]
    assert step.direct <= step.turned


def test_what_may_not_be_taken_is_refused_and_nothing_is_touched() -> None:
    state = opening()
    before = canonical(state)
    with pytest.raises(IllegalDecision) as refused:
        apply(CONTENT, state, Decision("nobody", "card", "x"))
    slot = state.queue[0]
    assert refused.value.reason == message("turn.of_other", partner=slot.chair, kind=slot.kind)
    assert canonical(state) == before


def test_nobody_decides_after_the_end() -> None:
    state = changed(until(opening(), "agenda", "nasa"), tension=99, nasa__capital=6)
    over = decide(state, "end_it").state
    assert over.ending == "divorce" and over.queue == () and over.over
    with pytest.raises(IllegalDecision) as refused:
        apply(CONTENT, over, Decision("esa", "agenda", "end"))
    assert refused.value.reason == OVER


def test_chairs_take_turns_in_going_first() -> None:
    firsts = []
    state = opening()
    while not state.over:
        if phase_name(state) == "agenda" and len(state.queue) == 3:
            firsts.append(state.queue[0].chair)
        state = quiet(CONTENT, state).state
    assert set(firsts) == {"nasa", "roscosmos", "esa"}


def test_a_copy_shares_its_records() -> None:
    state = opening()
    assert state.copy() == state and state.copy() is not state
    assert replace(state, ending="x").over and not state.over

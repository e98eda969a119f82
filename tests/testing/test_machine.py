"""The state machine finds nothing, on the small world and on what is shipped."""

from __future__ import annotations

import pytest
from hypothesis import Phase, settings
from hypothesis.stateful import run_state_machine_as_test

from game.content.records import Content
from game.rules.state import State
from game.testing.stateful import machine
from tests.small import CONTENT

STEPS = 25


def test_playing_erring_saving_loading_and_taking_back_in_any_order() -> None:
    half = settings(max_examples=settings().max_examples // 2, stateful_step_count=STEPS)
    run_state_machine_as_test(machine(CONTENT), settings=half)


def test_the_shipped_content_too(base: Content) -> None:
    few = settings(max_examples=3, stateful_step_count=STEPS)
    run_state_machine_as_test(machine(base), settings=few)


def test_a_broken_promise_deep_in_a_game_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    def late(content: Content, state: State) -> tuple[str, ...]:
        return ("it is late",) if state.turn > 3 else ()

    monkeypatch.setattr("game.testing.stateful.violations", late)
    quick = settings(
        stateful_step_count=STEPS, phases=(Phase.generate,), report_multiple_bugs=False
    )
    with pytest.raises(AssertionError):
        run_state_machine_as_test(machine(CONTENT), settings=quick)

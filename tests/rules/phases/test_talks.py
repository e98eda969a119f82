"""Agenda and table are given to every chair in this turn's order."""

from __future__ import annotations

from dataclasses import replace

from game.rules.phases import story as talks
from game.rules.phases.story import order
from tests.worlds import begin, opening


def test_every_chair_gets_its_agenda_and_its_place_at_the_table() -> None:
    for turn in (1, 2, 3, 4):
        draft = begin(replace(opening(), turn=turn, used={"esa.incoming": 2}))
        talks.enter_agenda(draft)
        assert [(s.kind, s.chair) for s in draft.state.queue] == [
            ("agenda", chair) for chair in order(draft)
        ]
        talks.enter_table(draft)
        assert [s.chair for s in draft.state.queue] == list(order(draft))
        assert draft.state.used["esa.incoming"] == 0

"""Chances that are expressions: shown before, true after, always a hundred together."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.content.records import Content
from game.rules.decisions import Decision
from game.rules.outcomes import chances
from game.rules.preview import preview
from game.rules.setup import Setup, new_game
from game.rules.view import view
from tests.small_names import amount
from tests.worlds import opening

STATE = opening()


def _of(*written: r.Amount) -> tuple[int, ...]:
    return chances([r.Outcome(chance, "") for chance in written], STATE, "nasa", "esa")


def test_fixed_chances_are_as_written() -> None:
    assert _of(60, 40) == (60, 40)
    assert _of() == ()


@pytest.mark.parametrize(
    ("written", "wanted"),
    [
        (("tension", 100), (STATE.figures["tension"], 100 - STATE.figures["tension"])),
        (("tension * 9", 100), (100, 0)),
        (("0 - tension", 100), (0, 100)),
        (("70", "70", 100), (70, 30, 0)),
    ],
)
def test_each_is_taken_out_of_what_is_left(
    written: tuple[str | int, ...], wanted: tuple[int, ...]
) -> None:
    assert _of(*(amount(w) if isinstance(w, str) else w for w in written)) == wanted


@given(st.lists(st.integers(-50, 150), min_size=1, max_size=5))
def test_they_always_come_to_a_hundred(written: list[int]) -> None:
    found = _of(*written)
    assert sum(found) == 100
    assert all(0 <= chance <= 100 for chance in found)


def test_a_spacewalk_is_previewed_on_the_odds_of_its_walkers(base: Content) -> None:
    state, _ = new_game(base, Setup("cold_snap_2022", "nasa", 1))
    slot = replace(state.queue[0], kind="agenda", chair="nasa", subject="")
    seen = view(base, replace(state, queue=(slot,)), "nasa")
    branches = preview(base, seen, Decision("nasa", "agenda", "spacewalk_repair")).branches
    assert branches[0].chance == state.figures["walk.usos"]
    assert sum(branch.chance for branch in branches) == 100
    assert any(c.path.endswith(".fatigue") for c in branches[0].changes)

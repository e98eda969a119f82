"""Chance: pure, keyed, and even."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.dice import below, between, draw

NAMES = st.text(max_size=12)
SEEDS = st.integers(0, 2**63)


@pytest.mark.parametrize(
    ("key", "drawn"),
    (
        ((1, "draw", 1, "letter", 0), 3534643194179851371),
        ((7, "outcome", 12, "a_hole_has_two_sides", 3), 14567442405002080656),
        ((2**63, "", 99, "", 9), 15922258816102644415),
    ),
)
def test_a_draw_is_what_it_was_in_every_process(
    key: tuple[int, str, int, str, int], drawn: int
) -> None:
    """Saves hold decisions alone: another draw for a key, and none of them replays."""
    assert draw(*key) == drawn


@given(SEEDS, NAMES, st.integers(1, 99), NAMES, st.integers(0, 9))
def test_a_draw_has_64_bits(s: int, why: str, turn: int, what: str, n: int) -> None:
    assert 0 <= draw(s, why, turn, what, n) < 2**64


@given(SEEDS, st.integers(1, 100), st.integers(-50, 50), st.integers(0, 100))
def test_numbers_stay_in_their_range(seed: int, limit: int, low: int, width: int) -> None:
    assert 0 <= below(limit, seed, "test", 1, "x") < limit
    assert low <= between(low, low + width, seed, "test", 1, "x") <= low + width


@pytest.mark.parametrize("part", ("seed", "turn", "n"))
def test_every_part_of_the_key_spreads_draws_evenly(part: str) -> None:
    """Ten boxes, 4000 draws: none further than five standard deviations (95) from 400."""
    key = {"seed": 1, "turn": 1, "n": 0}
    boxes = Counter(
        below(10, purpose="test", what="x", **{**key, part: value}) for value in range(4000)
    )
    assert len(boxes) == 10
    assert all(abs(count - 400) < 95 for count in boxes.values())


def test_objects_and_purposes_are_drawn_apart() -> None:
    keys = [(purpose, f"event_{n}") for purpose in ("draw", "outcome") for n in range(300)]
    assert len({draw(7, purpose, 1, what) for purpose, what in keys}) == len(keys)

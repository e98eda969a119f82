"""What offers became, leader by leader: counts, mixes, and how far two leaders lie apart."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lab.experiment import Experiment
from game.lab.offering import Put, apart, offered, report, shares_apart, talk_of
from game.rules.setup import Setup
from tests.lab.world import CHAIRS, short
from tests.small import CAMPAIGN
from tests.worlds import INDEX

SIGNED = Put(1, "nelson", "rogozin", False, False, ("both seat_swap",), "accept", 2, True)
MIXES = st.dictionaries(st.sampled_from("abcdef"), st.integers(1, 80), max_size=6)


def test_games_of_diplomats_hold_offers_that_are_answered_as_the_sum_says() -> None:
    seats = dict.fromkeys(CHAIRS, "diplomat")
    puts = offered(Experiment(Setup(CAMPAIGN, "nasa", 1), seats, 3, short))
    assert puts
    for put in puts:
        assert put.maker != put.answerer
        assert (put.answer == "accept") == (put.sum >= 0 and put.open)
        assert put.kinds


def test_a_leaders_talk_counts_what_it_made_and_what_came_to_it() -> None:
    again = replace(SIGNED, again=True, answer="decline", sum=-3)
    unwilling = replace(SIGNED, answer="counter", kinds=("gets engines",))
    back = replace(SIGNED, maker="rogozin", answerer="nelson", counter=True)
    locked = replace(unwilling, open=False)
    puts = (SIGNED, again, unwilling, back, locked)
    made = talk_of(puts, "nelson")
    assert (made.made, made.signed, made.countered, made.again) == (4, 1, 2, 1)
    assert (made.received, made.unwilling, made.share) == (0, 0, 25)
    assert made.offers == {"both seat_swap": 2, "gets engines": 2}
    came = talk_of(puts, "rogozin")
    assert (came.made, came.received, came.accepted, came.unwilling) == (0, 4, 1, 1)
    assert came.signs == {"both seat_swap": 1}


@given(MIXES, MIXES)
def test_two_mixes_lie_as_far_apart_from_either_end(
    one: dict[str, int], other: dict[str, int]
) -> None:
    assert apart(one, other) == pytest.approx(apart(other, one))
    assert apart(one, {kind: 3 * n for kind, n in one.items()}) <= 0


def test_unlike_mixes_lie_far_apart_and_rare_kinds_count_together() -> None:
    assert apart({"swap": 40, "money": 10}, {"swap": 10, "money": 40}) > 10
    assert apart({"swap": 40, "a": 1}, {"swap": 40, "b": 1}) <= 0
    assert apart({}, {"swap": 4}) == 0


@pytest.mark.parametrize(
    ("one", "other", "errors"),
    (((5, 10), (5, 10), 0), ((0, 50), (50, 50), 10), ((0, 0), (3, 4), 0)),
)
def test_shares_lie_apart_in_their_standard_errors(
    one: tuple[int, int], other: tuple[int, int], errors: float
) -> None:
    assert shares_apart(one, other) == pytest.approx(errors)


def test_the_report_names_leaders_in_their_order_and_compares_those_of_one_office() -> None:
    later = replace(SIGNED, turn=9, maker="nasa_next")
    told = report(INDEX, (later, SIGNED))
    rows = [line.split()[0] for line in told[1:4]]
    assert rows.index("nelson") < rows.index("nasa_next")
    assert told[-1] == "nelson to nasa_next: 0.0, 0.0, 0.0"

"""Money and political capital."""

from __future__ import annotations

from game.rules.home import money
from game.rules.ledger import moved
from tests.worlds import begin, changed, opening


def test_income_is_paid_for_each_month() -> None:
    draft = begin(changed(opening(), nasa__treasury=100, nasa__income=40))
    money.collect(draft, "nasa", 3)
    assert draft.figures["nasa.treasury"] == 220


def test_part_of_what_is_kept_too_long_goes_back() -> None:
    draft = begin(changed(opening(), nasa__treasury=340, nasa__income=40))
    money.lapse(draft, "nasa")
    assert moved(draft.changes, "nasa.treasury") == -(100 * money.LAPSE_PERCENT // 100)
    thrifty = begin(changed(opening(), nasa__treasury=240, nasa__income=40))
    money.lapse(thrifty, "nasa")
    assert not thrifty.changes


def test_capital_comes_each_turn_and_six_can_be_saved() -> None:
    draft = begin(changed(opening(), nasa__capital=1, esa__capital=5))
    money.refill(draft)
    assert draft.figures["nasa.capital"] == 1 + money.CAPITAL_A_TURN
    assert draft.figures["esa.capital"] == 6

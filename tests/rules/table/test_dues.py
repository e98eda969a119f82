"""What signing takes from a treasury at once: counted for each party, and not beyond its purse."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content import records as r
from game.rules.index import Index
from game.rules.state import Offer, Term
from game.rules.table.dues import due, why_no_money
from tests.small import CONTENT
from tests.small_names import amount
from tests.words import said
from tests.worlds import INDEX, changed, index_with, offer_of, opening

ALMS = Term("alms", 10, "nasa")
SWAP = Term("seat_swap", 2, "nasa")


def _costing(*effects: r.Effect) -> Index:
    """Return an index in which signing a seat swap does this."""
    swap = replace(CONTENT.clauses["seat_swap"], sign=effects)
    return index_with(clauses={**CONTENT.clauses, "seat_swap": swap})


@pytest.mark.parametrize(
    ("offer", "nasa", "roscosmos"),
    (
        (offer_of(ALMS), 10, 0),
        (offer_of(ALMS, maker="roscosmos", to="nasa"), 10, 0),
        (offer_of(SWAP), 0, 0),
        (offer_of(SWAP, ALMS), 10, 0),
    ),
)
def test_the_giver_pays_and_the_getter_owes_nothing(
    offer: Offer, nasa: int, roscosmos: int
) -> None:
    assert due(INDEX, opening(), offer, "nasa") == nasa
    assert due(INDEX, opening(), offer, "roscosmos") == roscosmos


@pytest.mark.parametrize(
    ("effects", "nasa", "roscosmos"),
    (
        ((r.Spend(7),), 7, 0),
        ((r.Spend(7), r.Spend(amount("3 * amount"))), 13, 0),
        ((r.Spend(7), r.Spend(5, -1)), 2, 0),
        ((r.Spend(7, -1),), 0, 0),
        ((r.Shift("target.treasury", -4),), 0, 4),
        ((r.Shift("target.treasury", 4),), 0, 0),
        ((r.Shift("self.treasury", amount("-amount")), r.Shift("target.treasury", -1)), 2, 1),
        ((r.Shift("tension", -9), r.Mood("peace", 1), r.Spend(1)), 1, 0),
    ),
)
def test_every_effect_on_a_treasury_counts_and_nothing_else(
    effects: tuple[r.Effect, ...], nasa: int, roscosmos: int
) -> None:
    index = _costing(*effects)
    assert due(index, opening(), offer_of(SWAP), "nasa") == nasa
    assert due(index, opening(), offer_of(SWAP), "roscosmos") == roscosmos


@pytest.mark.parametrize(
    ("held", "pays"), ((11, True), (10, True), (9, False), (0, False), (-5, False))
)
def test_a_treasury_pays_what_it_holds_and_no_more(held: int, pays: bool) -> None:
    state = changed(opening(), nasa__treasury=held)
    reason = why_no_money(INDEX, state, offer_of(ALMS), "nasa")
    assert said(reason) == ("" if pays else f"Needs 10 M; the treasury holds {held} M.")


def test_an_empty_treasury_signs_what_costs_nothing() -> None:
    for held in (0, -5):
        state = changed(opening(), nasa__treasury=held)
        assert not why_no_money(INDEX, state, offer_of(SWAP), "nasa")
        assert not why_no_money(INDEX, state, offer_of(ALMS), "roscosmos")


def test_a_cost_may_hang_on_either_purse() -> None:
    index = _costing(r.Spend(amount("treasury // 10 + target.treasury // 100")))
    state = changed(opening(), nasa__treasury=200, roscosmos__treasury=300)
    assert due(index, state, offer_of(SWAP), "nasa") == 20 + 3
    assert not why_no_money(index, state, offer_of(SWAP), "nasa")


def test_whoever_has_nothing_cannot_pay_a_million() -> None:
    state = changed(opening(), nasa__treasury=0)
    offer = offer_of(replace(ALMS, amount=1))
    told = "Needs 1 M; the treasury holds 0 M."
    assert said(why_no_money(INDEX, state, offer, "nasa")) == told

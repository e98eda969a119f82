"""Where an offer stands with each side: exact for oneself, no closer than known for others."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.narration.balance import REACH, balances
from game.narration.benches import houses
from game.narration.trays import trays
from game.rules.index import index_of
from game.rules.state import Belief, Offer, Slot
from game.rules.table.deals import verdict
from game.rules.table.ratification import stances, tally
from game.rules.view import view
from game.testing.strategies import offers, states
from tests.small import CONTENT
from tests.worlds import INDEX, changed, offer_of, opening


@given(data=st.data())
def test_the_own_sum_is_exact_and_the_others_lie_within_their_band(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT))
    index = index_of(CONTENT, state.scenario)
    offer = data.draw(offers(CONTENT, state))
    seen = view(CONTENT, state, offer.maker)
    own, *others = balances(index, seen, offer, offer.maker)
    assert own.low == own.at == own.high == verdict(index, seen, offer, offer.maker)
    for one in others:
        assert one.low <= one.high
        assert one.at is None or one.low <= one.at <= one.high
        assert one.at is not None or "(" not in one.told


def test_a_sum_that_is_not_told_is_drawn_no_closer_than_it_is_said() -> None:
    offer = offer_of()
    for level, told, band in (
        ("director", "they would sign.", (0, REACH)),
        ("cold", "they lean towards it.", (-REACH, REACH)),
    ):
        state = changed(opening(), roscosmos__trust__nasa=100)
        state.words = {**state.words, "level": level}
        _own, theirs = balances(INDEX, view(CONTENT, state, "nasa"), offer, "nasa")
        assert theirs.told.endswith(told), theirs.told
        assert (theirs.low, theirs.high, theirs.at) == (*band, None)


def test_an_offer_of_their_own_is_one_that_they_stand_by() -> None:
    offer = Offer("o", "roscosmos", "nasa", offer_of().terms)
    state = changed(opening(), roscosmos__trust__nasa=0)
    state.words = {**state.words, "level": "cold"}
    state.offers, state.queue = (offer,), (Slot("answer", "nasa", "o"), *state.queue)
    _own, theirs = balances(INDEX, view(CONTENT, state, "nasa"), offer, "nasa")
    assert (theirs.low, theirs.high, theirs.at) == (0, REACH, None)


@given(data=st.data())
def test_trays_hold_each_clause_once_and_benches_add_up(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT))
    index = index_of(CONTENT, state.scenario)
    offer = data.draw(offers(CONTENT, state))
    held = [place for tray in trays(index, offer, offer.maker) for place, _told in tray.terms]
    assert sorted(held) == list(range(len(offer.terms)))
    seen = view(CONTENT, state, offer.maker)
    own, *_others = houses(index, seen, offer, offer.maker)
    assert own.total == tally(stances(index, seen, offer, offer.maker)) and not own.spread
    assert own.told.endswith("passes.") == (own.total >= 0)


def test_a_bench_that_may_go_either_way_is_told_as_open() -> None:
    state = opening().copy()
    paths = [p for p in state.figures if p.startswith("roscosmos.faction.")]
    vague = {path: Belief(state.figures[path], 90, state.turn) for path in paths}
    state.knowledge = {**state.knowledge, "nasa": {**state.knowledge.get("nasa", {}), **vague}}
    _own, theirs = houses(INDEX, view(CONTENT, state, "nasa"), offer_of(), "nasa")
    assert theirs.benches and all(bench.way == 0 for bench in theirs.benches)
    assert all("±" in bench.points for bench in theirs.benches)

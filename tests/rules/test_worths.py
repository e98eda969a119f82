"""What clauses are worth: exact to their side, to others a range that holds the truth."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.rules.deals import assess, verdict
from game.rules.index import Index, index_of
from game.rules.knowledge import spread_now
from game.rules.state import Offer, State, Term
from game.rules.view import view
from game.testing.strategies import offers, states
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import RICH_CLAUSES, changed, index_with, offer_of, opening, perform_on

RICH = replace(CONTENT, clauses=RICH_CLAUSES)
RICH_INDEX = index_of(RICH, CAMPAIGN)
SWAP = Term("seat_swap", 2, "nasa")


def _between(index: Index, seen: State, state: State, offer: Offer, who: str) -> None:
    """Check that what is estimated on a view holds what is true."""
    estimate, truth = assess(index, seen, offer, who), assess(index, state, offer, who)
    assert [line.label for line in estimate] == [line.label for line in truth]
    for guess, line in zip(estimate, truth, strict=True):
        assert line.spread == 0
        assert guess.amount - guess.spread <= line.amount <= guess.amount + guess.spread
    low = sum(line.amount - line.spread for line in estimate)
    high = sum(line.amount + line.spread for line in estimate)
    assert low <= verdict(index, state, offer, who) <= high


@given(st.data())
def test_the_true_lines_and_the_true_verdict_lie_in_the_ranges_on_the_askers_view(
    data: st.DataObject,
) -> None:
    state = data.draw(states(RICH, CAMPAIGN))
    offer = data.draw(offers(RICH, state))
    for asker in RICH_INDEX.chairs:
        seen = view(RICH, state, asker)
        for who in {offer.maker, offer.to} - {asker}:
            _between(RICH_INDEX, seen, state, offer, who)


@given(st.data())
def test_the_own_arithmetic_is_exact(data: st.DataObject) -> None:
    state = data.draw(states(RICH, CAMPAIGN))
    offer = data.draw(offers(RICH, state))
    for who in (offer.maker, offer.to):
        seen = view(RICH, state, who)
        assert assess(RICH_INDEX, seen, offer, who) == assess(RICH_INDEX, state, offer, who)
        assert all(line.spread == 0 for line in assess(RICH_INDEX, seen, offer, who))


def _swap_for_roscosmos(state: State) -> tuple[int, int]:
    line = assess(index_of(CONTENT, CAMPAIGN), view(CONTENT, state, "nasa"), offer_of(SWAP),
                  "roscosmos")[0]  # fmt: skip
    return line.amount, line.spread


def test_studying_a_side_opens_its_arithmetic_and_time_closes_it() -> None:
    state = changed(opening(), tension=10)
    assert _swap_for_roscosmos(state)[1] > 0
    learned = perform_on(state, r.Study("roscosmos")).state
    assert _swap_for_roscosmos(learned) == (5, 0)  # 8 got, 1 paid, by one who cares 70 %
    later = replace(learned, turn=learned.turn + 10)
    assert _swap_for_roscosmos(later)[1] > 0


def test_what_is_read_of_a_purse_widens_the_range() -> None:
    state = changed(opening(), roscosmos__treasury=130)
    state = perform_on(state, r.Study("roscosmos")).state
    path = "roscosmos.treasury"
    vague = replace(state.knowledge["nasa"][path], spread=100)
    table = {**state.knowledge["nasa"], path: vague}
    state = replace(state, knowledge={**state.knowledge, "nasa": table})
    assert spread_now(path, vague, state.turn) == 100
    offer = offer_of(Term("loan", 6, "nasa"))
    (loan, *_) = assess(RICH_INDEX, view(RICH, state, "nasa"), offer, "roscosmos")
    assert (loan.amount, loan.spread) == (1 + (200 - 130) // 20, 5)


def test_whoever_has_heard_nothing_can_say_nothing() -> None:
    state = replace(opening(), knowledge={"nasa": {}})
    line = assess(index_with(), view(CONTENT, state, "nasa"), offer_of(SWAP), "roscosmos")[0]
    assert line.spread >= 15  # from not caring at all to caring three times as much

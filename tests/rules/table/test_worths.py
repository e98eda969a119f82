"""What clauses are worth: exact to their side, to others a range that holds the truth."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.rules.figures import weight_path
from game.rules.index import Index, index_of
from game.rules.state import Belief, Offer, State, Term
from game.rules.table.deals import assess, verdict
from game.rules.table.knowledge import spread_now
from game.rules.table.worths import believed, viewer, weighed
from game.rules.view import view
from game.testing.strategies import offers, states
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import RICH_CLAUSES, changed, index_with, offer_of, opening, perform_on

RICH = replace(CONTENT, clauses=RICH_CLAUSES)
RICH_INDEX = index_of(RICH, CAMPAIGN)
SWAP = Term("seat_swap", 2, "nasa")
PAIR = ("nasa", "roscosmos")


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
    assert _swap_for_roscosmos(learned) == (4, 0)  # 8 got, 1 paid, by one who cares 70 %
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


def _plain(gains: Mapping[str, r.Amount] = {}, costs: Mapping[str, r.Amount] = {}) -> Index:
    """Return an index whose inspection is worth what the tables say, to leaders who care alike."""
    clause = replace(CONTENT.clauses["inspection"], gains=gains, costs=costs)
    leaders = {id_: replace(leader, persona={}) for id_, leader in CONTENT.leaders.items()}
    return index_with(clauses={**CONTENT.clauses, "inspection": clause}, leaders=leaders)


def _apart(index: Index, giver: str = "nasa", who: str = "nasa", percent: int = 100) -> int:
    state = opening()
    state.figures[weight_path(who, "peace")] = percent
    other = {"nasa": "roscosmos", "roscosmos": "nasa"}[who]
    return weighed(index, state, Term("inspection", 1, giver), who, other)


def test_a_clause_that_says_nothing_of_its_worth_has_none() -> None:
    assert _apart(_plain()) == 0
    assert _apart(_plain(gains={"esa": 9}, costs={"esa": 4})) == 0


def test_what_a_clause_says_of_a_partner_by_name_comes_before_what_it_says_of_any() -> None:
    index = _plain(gains={"any": 9, "nasa": 7}, costs={"any": 2})
    assert _apart(index) == 7 - 2
    assert _apart(index, who="roscosmos") == 9 - 2


def test_a_mutual_clause_gains_and_costs_both_and_another_only_one_of_the_two() -> None:
    both = _plain(gains={"any": 9}, costs={"any": 2})
    assert {_apart(both, giver, who) for giver in PAIR for who in PAIR} == {7}
    clause = replace(both.content.clauses["inspection"], mutual=False)
    one = index_with(
        clauses={**CONTENT.clauses, "inspection": clause}, leaders=both.content.leaders
    )
    assert [_apart(one, "nasa", who) for who in PAIR] == [-2, 9]
    assert [_apart(one, "roscosmos", who) for who in PAIR] == [9, -2]


@pytest.mark.parametrize(
    ("worth", "percent", "points"),
    ((1, 49, 0), (1, 99, 0), (1, 100, 1), (-1, 1, -1), (3, 50, 1), (-3, 50, -2), (0, 300, 0),
     (7, 0, 0), (4, 130, 5), (-4, 130, -6)),
)  # fmt: skip
def test_what_a_leader_cares_about_scales_a_worth_rounded_down(
    worth: int, percent: int, points: int
) -> None:
    assert _apart(_plain(gains={"any": worth}), percent=percent) == points


def test_a_view_knows_whose_it_is_and_the_truth_is_nobodys() -> None:
    assert viewer(opening()) == ""
    assert viewer(replace(opening(), knowledge={})) == ""
    for chair in RICH_INDEX.chairs:
        assert viewer(view(CONTENT, opening(), chair)) == chair


def test_a_hidden_figure_may_be_anything_between_its_bounds_or_as_far_as_was_heard() -> None:
    path, state = weight_path("roscosmos", "people"), replace(opening(), turn=3)
    low, high = RICH_INDEX.bounds[path]
    state.knowledge = {"nasa": {path: Belief(low + 20, 10, 3)}}
    assert believed(RICH_INDEX, state, "nasa", path) == (low + 10, low + 30)
    assert believed(RICH_INDEX, state, "esa", path) == (low, high)
    other = weight_path("roscosmos", "money")
    assert believed(RICH_INDEX, state, "nasa", other) == RICH_INDEX.bounds[other]
    for estimate, ends in ((low + 4, (low, low + 14)), (high - 4, (high - 14, high))):
        state.knowledge = {"nasa": {path: Belief(estimate, 10, 3)}}
        assert believed(RICH_INDEX, state, "nasa", path) == ends


@pytest.mark.parametrize(
    ("estimate", "off", "spread"),
    ((100, 0, 0), (100, 25, 3), (70, 20, 2), (110, 10, 1)),
)
def test_the_spread_reaches_the_farther_end(estimate: int, off: int, spread: int) -> None:
    index, path = _plain(gains={"any": 10}), weight_path("roscosmos", "peace")
    state = replace(opening(), turn=3)
    state.knowledge = {"nasa": {path: Belief(estimate, off, 3)}}
    seen = view(index.content, state, "nasa")
    (line, *_) = assess(index, seen, offer_of(Term("inspection", 1, "nasa")), "roscosmos")
    assert (line.amount, line.spread) == ((estimate + 5) // 10, spread)

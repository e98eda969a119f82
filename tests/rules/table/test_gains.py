"""What an office minds of another's lead: bounded, reckoned over a year, by what all can see."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.index import Index
from game.rules.state import Offer, State, Term
from game.rules.table.deals import assess, relative_gain, verdict
from game.rules.table.gains import UNMINDED, lagging, lead, minded, relative
from game.rules.table.marks import SHARED_DAYS
from game.rules.table.treaties import sign
from game.rules.view import view
from game.testing.strategies import offers, states
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import INDEX, RICH_CLAUSES, changed, index_with, offer_of, opening

ALMS, ENGINES = Term("alms", 60, "nasa"), Term("engines", 6, "roscosmos")
MOSTS, AHEADS = st.integers(0, 12), st.integers(-60, 60)


def _led(most: int) -> Index:
    """Return an index in which every office minds a lead so much."""
    leaders = {id_: replace(one, relative_gains=most) for id_, one in CONTENT.leaders.items()}
    return index_with(leaders=leaders)


def _signed(index: Index, state: State, offer: Offer) -> State:
    draft = Draft(index, state)
    sign(draft, offer, perform_clause)
    return draft.state


@given(MOSTS, AHEADS, st.lists(AHEADS, max_size=5))
def test_a_lead_that_grows_in_parts_takes_off_what_it_does_in_one(
    most: int, before: int, parts: list[int]
) -> None:
    starts = [before + sum(parts[:n]) for n in range(len(parts))]
    apart = [relative(most, start, part) for start, part in zip(starts, parts, strict=True)]
    assert sum(apart) == relative(most, before, sum(parts))


@given(MOSTS, AHEADS, AHEADS)
def test_what_is_minded_is_bounded_and_never_falls_with_the_lead(
    most: int, one: int, other: int
) -> None:
    low, high = sorted((one, other))
    assert 0 <= minded(most, low) <= minded(most, high) <= most
    assert minded(most, UNMINDED) == 0


@given(st.data())
def test_both_sides_see_the_same_lead_from_either_end_and_on_any_view(data: st.DataObject) -> None:
    index = index_with(clauses=RICH_CLAUSES)
    state = data.draw(states(index.content, CAMPAIGN))
    offer = data.draw(offers(index.content, state))
    ahead = lead(index, state, offer.terms, offer.maker, offer.to)
    assert lead(index, state, offer.terms, offer.to, offer.maker) == -ahead
    for chair in index.chairs:
        seen = view(index.content, state, chair)
        assert lead(index, seen, offer.terms, offer.maker, offer.to) == ahead


def test_what_hangs_on_a_hidden_purse_is_nobodys_lead() -> None:
    index = index_with(clauses=RICH_CLAUSES)
    for clause, counted in (("loan", False), ("alms", True)):
        term = Term(clause, 60, "nasa")
        assert bool(lead(index, opening(), (term,), "nasa", "roscosmos")) == counted


@pytest.mark.parametrize(("most", "points"), ((0, 0), (2, -2), (12, -4)))
def test_the_printed_sum_says_what_is_minded(most: int, points: int) -> None:
    index, state = _led(most), opening()
    offer = offer_of(ENGINES)  # 12 to NASA, 6 lost to Moscow: a lead of 18
    lines = [line for line in assess(index, state, offer, "roscosmos")
             if line.label.code == "gains.ahead"]  # fmt: skip
    assert [line.amount for line in lines] == ([points] if points else [])
    plain = verdict(_led(0), state, offer, "roscosmos")
    assert verdict(index, state, offer, "roscosmos") == plain + points
    assert relative_gain(index, state, offer, "nasa") == 0


def test_a_deal_that_evens_things_out_within_the_year_gives_back_what_was_taken_off() -> None:
    index = _led(12)
    state = _signed(index, changed(opening(), nasa__treasury=900), offer_of(ENGINES))
    assert lagging(state, "roscosmos", "nasa") == 18 == -lagging(state, "nasa", "roscosmos")
    back = offer_of(ALMS)  # 10 to Moscow, 15 lost to NASA
    assert relative_gain(index, state, back, "roscosmos") == 4
    assert "gains.evened" in [line.label.code for line in assess(index, state, back, "roscosmos")]
    assert relative_gain(index, state, back, "nasa") == 0


@pytest.mark.parametrize(("days", "left"), ((0, 18), (180, 9), (SHARED_DAYS, 0), (900, 0)))
def test_a_lead_is_forgotten_in_a_year(days: int, left: int) -> None:
    state = _signed(INDEX, opening(), offer_of(ENGINES))
    later = replace(state, figures={**state.figures, "date": state.figures["date"] + days})
    assert lagging(later, "roscosmos", "nasa") == left


def test_a_lead_that_turns_round_leaves_no_mark_of_the_old_one() -> None:
    state = _signed(INDEX, changed(opening(), nasa__treasury=900), offer_of(ENGINES))
    after = _signed(INDEX, state, offer_of(ALMS))
    assert lagging(after, "nasa", "roscosmos") == 25 - 18
    assert after.used["behind.roscosmos.nasa"] == 0

"""What was broken and what was turned down colours the next sums, and fades in a year."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.index import Index
from game.rules.state import Slot, State, Term
from game.rules.table import between
from game.rules.table.deals import assess, verdict
from game.rules.table.marks import SHARED_DAYS, slights
from game.rules.table.treaties import blame
from tests.small import CONTENT
from tests.worlds import INDEX, begin, changed, decide, index_with, offer_of, opening

SWAP, CEREMONY = Term("seat_swap", 2, "nasa"), Term("ceremony", 1, "nasa")
STAY = Term("stay_until", 2032, "roscosmos")


def _later(state: State, days: int) -> State:
    return replace(state, figures={**state.figures, "date": state.figures["date"] + days})


def _line(index: Index, state: State, code: str) -> int:
    """Return a line of what Moscow makes of a ceremony with NASA."""
    found = assess(index, state, offer_of(CEREMONY), "roscosmos")
    return sum(line.amount for line in found if line.label.code == code)


def _put(state: State, *terms: Term) -> State:
    """Return a state in which Moscow is to answer an offer of NASA's."""
    offer = replace(offer_of(*terms), id="it")
    slots = (Slot("answer", "roscosmos", "it"), *state.queue)
    return replace(state, offers=(*state.offers, offer), queue=slots)


def _declined(state: State, *terms: Term) -> State:
    return decide(_put(state, *terms), "decline").state


def _friends() -> State:
    return changed(opening(), tension=20, nasa__trust__roscosmos=100, roscosmos__trust__nasa=100)


@pytest.mark.parametrize(
    ("days", "points"), ((0, -6), (180, -3), (SHARED_DAYS - 1, 0), (SHARED_DAYS, 0))
)
def test_a_broken_word_fades_in_a_year_and_the_next_one_brings_it_back(
    days: int, points: int
) -> None:
    draft = begin()
    blame(draft, "nasa", "roscosmos")
    blame(draft, "nasa", "roscosmos")
    later = _later(draft.state, days)
    assert _line(INDEX, later, "standing.broken") == points
    again = begin(later)
    blame(again, "nasa", "roscosmos")
    assert _line(INDEX, again.state, "standing.broken") == -9


def test_turning_down_what_suits_both_is_minded_past_the_others_patience() -> None:
    state = _friends()
    points = []
    for amount in (1, 2, 3, 4):
        state = _declined(state, replace(SWAP, amount=amount))
        seen = assess(INDEX, state, offer_of(CEREMONY), "nasa")
        points.append(sum(x.amount for x in seen if x.label.code == "standing.slighted"))
        assert _line(INDEX, state, "standing.slighted") == 0
    assert points == [0, -2, -4, -6]
    assert slights(state, "nasa", "roscosmos") == 4


def test_it_fades_in_a_year() -> None:
    state = _declined(_declined(_friends(), SWAP), CEREMONY)
    index = index_with(leaders={i: replace(one, patience=0) for i, one in CONTENT.leaders.items()})
    sums = [between.standing(index, _later(state, days), "nasa", "roscosmos")
            for days in (0, 180, SHARED_DAYS)]  # fmt: skip
    assert [n - sums[-1] for n in sums] == [-4, -2, 0]
    assert slights(_later(state, SHARED_DAYS), "nasa", "roscosmos") == 0


def test_an_offer_made_again_unchanged_is_no_slight() -> None:
    once = _declined(_friends(), SWAP)
    assert slights(_declined(once, SWAP), "nasa", "roscosmos") == 1


def test_what_doesnt_suit_both_may_be_turned_down() -> None:
    state = _friends()
    assert verdict(INDEX, state, offer_of(STAY), "roscosmos") < 0
    assert slights(_declined(state, STAY), "nasa", "roscosmos") == 0


def test_a_counter_offer_is_no_slight() -> None:
    asked = _put(_friends(), SWAP)
    assert slights(decide(asked, "counter", "", CEREMONY).state, "nasa", "roscosmos") == 0

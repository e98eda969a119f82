"""What would work: the smallest single change that a side would sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from hypothesis import assume, given
from hypothesis import strategies as st

from game.rules.deals import verdict, why_no_offer
from game.rules.encoding import canonical
from game.rules.index import Index
from game.rules.remedies import odds, what_would_work
from game.rules.state import Offer, State, Term
from game.rules.view import view
from game.testing.strategies import offers, states
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import (
    INDEX,
    RICH_CLAUSES,
    changed,
    index_with,
    offer_of,
    opening,
    perform_on,
)

SWAP = Term("seat_swap", 2, "nasa")
ENGINES = Term("engines", 3, "roscosmos")


@given(st.data())
def test_what_would_work_is_accepted_and_can_be_offered(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT, CAMPAIGN))
    offer = data.draw(offers(CONTENT, state))
    works = what_would_work(INDEX, state, offer, offer.to)
    if works is None:
        assert verdict(INDEX, state, offer, offer.to) < 0
        return
    assert verdict(INDEX, state, works, offer.to) >= 0
    assert not why_no_offer(INDEX, state, works)
    assert (works.maker, works.to) == (offer.maker, offer.to)
    assert len(set(works.terms) ^ set(offer.terms)) <= 2


def _single_changes(index: Index, state: State, offer: Offer) -> Iterator[tuple[int, Offer]]:
    """Yield every legal offer that differs in one term, with the units that differ."""
    clauses = index.content.clauses
    everything = [
        Term(clause.id, n, giver)
        for clause in clauses.values()
        for n in range(clause.low, clause.high + 1)
        for giver in (offer.maker, offer.to)
    ]
    for n, term in enumerate(offer.terms):
        rest = (*offer.terms[:n], *offer.terms[n + 1 :])
        yield term.amount - clauses[term.clause].low + 1, replace(offer, terms=rest)
        for other in everything:
            if (other.clause, other.giver) == (term.clause, term.giver) and other != term:
                terms = (*offer.terms[:n], other, *offer.terms[n + 1 :])
                yield abs(other.amount - term.amount), replace(offer, terms=terms)
    for term in everything:
        units = term.amount - clauses[term.clause].low + 1
        yield units, replace(offer, terms=(*offer.terms, term))


@given(st.data())
def test_what_would_work_is_the_smallest_single_change_that_would_be_signed(
    data: st.DataObject,
) -> None:
    index = index_with(clauses=data.draw(st.sampled_from((CONTENT.clauses, RICH_CLAUSES))))
    state = data.draw(states(CONTENT, CAMPAIGN))
    offer = data.draw(offers(CONTENT, state))
    mine, theirs = data.draw(st.permutations((offer.maker, offer.to)))
    seen = view(index.content, state, mine)
    works = what_would_work(index, seen, offer, theirs)
    assume(works != offer)
    accepted = [
        (-verdict(index, seen, other, mine), units)
        for units, other in _single_changes(index, seen, offer)
        if not why_no_offer(index, seen, other) and verdict(index, seen, other, theirs) >= 0
    ]
    if works is None:
        assert not accepted
        return
    (units,) = {u for u, other in _single_changes(index, seen, offer) if other == works}
    assert (-verdict(index, seen, works, mine), units) == min(accepted)


@given(st.data())
def test_what_surely_works_is_signed_whatever_is_not_known(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT, CAMPAIGN))
    offer = data.draw(offers(CONTENT, state))
    seen = view(CONTENT, state, offer.maker)
    works = what_would_work(INDEX, seen, offer, offer.to, sure=True)
    assert works is None or verdict(INDEX, state, works, offer.to) >= 0


@given(st.data())
def test_asking_what_would_work_changes_nothing(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT, CAMPAIGN))
    offer = data.draw(offers(CONTENT, state))
    seen = view(CONTENT, state, offer.maker)
    before = canonical(state), canonical(seen)
    what_would_work(INDEX, seen, offer, offer.to)
    assert (canonical(state), canonical(seen)) == before


@given(st.integers(-30, 30), st.integers(0, 30))
def test_the_odds_are_the_share_of_what_a_verdict_may_be(points: int, off: int) -> None:
    possible = range(points - off, points + off + 1)
    share = sum(100 for verdict in possible if verdict >= 0) // len(possible)
    assert odds(points, off) == share


def test_an_offer_that_is_good_enough_works_as_it_is() -> None:
    state = changed(opening(), roscosmos__trust__nasa=100, tension=10)
    offer = offer_of(SWAP)
    assert what_would_work(INDEX, state, offer, "roscosmos") is offer


def test_nothing_works_when_a_side_is_too_angry() -> None:
    draft = perform_on(opening())
    draft.figures["tension"], draft.figures["roscosmos.trust.nasa"] = 100, 0
    draft.figures["nasa.broken"] = 5
    index = index_with(clauses={"engines": CONTENT.clauses["engines"]})
    offer = offer_of(ENGINES)
    assert what_would_work(index, draft.state, offer, "roscosmos") is None


def test_among_changes_that_cost_the_same_the_one_of_fewest_units_is_the_smallest() -> None:
    index = index_with(clauses={"engines": CONTENT.clauses["engines"]})
    state = changed(opening(), roscosmos__trust__esa=74, tension=40)  # 6 for trust
    offer = offer_of(Term("engines", 6, "roscosmos"), maker="esa")
    cheap = {}
    for amount in range(1, 7):
        fewer = offer_of(Term("engines", amount, "roscosmos"), maker="esa")
        cheap[amount] = verdict(index, state, fewer, "roscosmos")
    assert cheap[1] >= 0 > cheap[6]
    works = what_would_work(index, state, offer, "roscosmos")
    assert works is not None
    assert works.terms[0].amount == max(n for n, points in cheap.items() if points >= 0)

"""What would work: the smallest single change that a side would sign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from game.content.records import Amount, Clause
from game.rules.encoding import canonical
from game.rules.figures import weight_path
from game.rules.index import Index
from game.rules.state import Belief, Offer, State, Term
from game.rules.table.deals import assess, verdict, why_no_offer
from game.rules.table.remedies import odds, scales_for, what_would_work
from game.rules.view import view
from game.testing.strategies import offers, states
from tests.small import CAMPAIGN, CONTENT
from tests.small_names import amount
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


def _least(index: Index, state: State, offer: Offer, who: str, sure: bool) -> int:
    """Return a verdict, or the least that it may be."""
    lines = assess(index, state, offer, who)
    return sum(line.amount - sure * line.spread for line in lines)


@given(st.data())
def test_what_would_work_is_the_smallest_single_change_that_would_be_signed(
    data: st.DataObject,
) -> None:
    index = index_with(clauses=data.draw(st.sampled_from((CONTENT.clauses, RICH_CLAUSES))))
    state = data.draw(states(CONTENT, CAMPAIGN))
    offer = data.draw(offers(CONTENT, state))
    mine, theirs = data.draw(st.permutations((offer.maker, offer.to)))
    seen = view(index.content, state, mine)
    sure = data.draw(st.booleans())
    works = what_would_work(index, seen, offer, theirs, sure)
    assume(works != offer)
    accepted = [
        (-verdict(index, seen, other, mine), units)
        for units, other in _single_changes(index, seen, offer)
        if not why_no_offer(index, seen, other) and _least(index, seen, other, theirs, sure) >= 0
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
    for n in range(1, 7):
        fewer = offer_of(Term("engines", n, "roscosmos"), maker="esa")
        cheap[n] = verdict(index, state, fewer, "roscosmos")
    assert cheap[1] >= 0 > cheap[6]
    works = what_would_work(index, state, offer, "roscosmos")
    assert works is not None
    assert works.terms[0].amount == max(n for n, points in cheap.items() if points >= 0)


def _favour(id_: str, gain: Amount, cost: Amount, low: int = 1, high: int = 1) -> Clause:
    """Return a clause that one gives and the other gets, worth so much to them."""
    return replace(
        CONTENT.clauses["inspection"], id=id_, mutual=False, low=low, high=high,
        gains={"any": gain}, costs={"any": cost},
    )  # fmt: skip


def _plain(*clauses: Clause) -> tuple[Index, State]:
    """Return a content of such clauses alone, and a state in which nothing else has a worth."""
    leaders = {
        id_: replace(leader, persona={}, relative_gains=0)
        for id_, leader in CONTENT.leaders.items()
    }
    index = index_with(clauses={clause.id: clause for clause in clauses}, leaders=leaders)
    state = changed(opening(), tension=30, roscosmos__trust__nasa=50, nasa__trust__roscosmos=50)
    state.figures.update({"roscosmos.loss.nasa": 100, "nasa.loss.roscosmos": 100})
    for who in ("nasa", "roscosmos"):
        state.figures[weight_path(who, "peace")] = 100
    return index, state


def _works(index: Index, state: State, *terms: Term) -> tuple[Term, ...] | None:
    works = what_would_work(index, state, offer_of(*terms), "roscosmos")
    return works.terms if works else None


ASKED_FOR, GIFT, MORE = (
    Term("asked_for", 1, "roscosmos"),
    Term("gift", 1, "nasa"),
    Term("more", 1, "nasa"),
)


def _only_nasa(clause: Clause) -> Clause:
    return replace(clause, givers=("nasa",), receivers=("roscosmos",))


@pytest.mark.parametrize(
    ("price", "works"),
    ((4, (ASKED_FOR, GIFT, MORE)), (5, (GIFT,)), (6, (GIFT,))),
)
def test_the_change_that_leaves_the_asker_most_is_the_smallest(
    price: int, works: tuple[Term, ...]
) -> None:
    index, state = _plain(
        replace(_favour("asked_for", 5, 3), givers=("roscosmos",), receivers=("nasa",)),
        _only_nasa(_favour("gift", 1, 1)),
        _only_nasa(_favour("more", 2, price)),
    )  # dropping what was asked for costs the asker 5, adding more its price
    assert _works(index, state, ASKED_FOR, GIFT) == works


def test_a_change_that_falls_a_point_short_does_not_work() -> None:
    asked = replace(_favour("asked_for", 5, 3), givers=("roscosmos",), receivers=("nasa",))
    also = replace(asked, id="also", costs={"any": 1})
    more = _only_nasa(_favour("more", 3, 0))
    offer = (ASKED_FOR, Term("also", 1, "roscosmos"))
    index, state = _plain(asked, also, more)
    assert _works(index, state, *offer) is None
    index, state = _plain(asked, also, replace(more, gains={"any": 4}))
    assert _works(index, state, *offer) == (*offer, MORE)


@pytest.mark.parametrize(
    ("cost", "offered", "works"),
    (
        ("4 - amount", 2, None),  # dropping it moves one unit as well, and comes first
        ("amount - 1", 3, 2),  # one unit less, where dropping it would move two
    ),
)
def test_a_clause_dropped_counts_its_units_from_its_least_amount_on(
    cost: str, offered: int, works: int | None
) -> None:
    asked = _favour("asked_for", 0, amount(cost), 2, 3)
    index, state = _plain(
        replace(asked, givers=("roscosmos",), receivers=("nasa",)),
        _only_nasa(_favour("gift", 1, 0)),
    )
    term = replace(ASKED_FOR, amount=offered)
    left = (replace(term, amount=works),) if works else ()
    assert _works(index, state, term, GIFT) == (*left, GIFT)


def test_a_clause_added_counts_its_units_from_its_least_amount_on() -> None:
    asked = replace(
        _favour("asked_for", 0, amount("max(0, 8 - amount)"), 4, 8),
        givers=("roscosmos",), receivers=("nasa",),
    )  # fmt: skip
    more = _only_nasa(_favour("more", amount("2 * amount - 4"), 0, 2, 6))
    index, state = _plain(asked, more)
    term = replace(ASKED_FOR, amount=6)  # two units more cost nothing; so do two units of `more`
    assert _works(index, state, term) == (replace(term, amount=8),)
    index, state = _plain(asked, replace(more, gains={"any": 2}))
    assert _works(index, state, term) == (term, replace(MORE, amount=2))


def test_scales_know_every_amount_of_a_clause_and_weigh_each_once() -> None:
    state, offer = opening(), offer_of(SWAP)
    scales = scales_for(INDEX, state, offer, "roscosmos")
    assert (scales.signer, scales.across) == ("roscosmos", "nasa")
    theirs, mine, leading = scales.rows("seat_swap", "nasa", False)
    assert len(theirs) == len(mine) == len(leading) == 4
    assert scales.rows("seat_swap", "nasa", False) is scales.rows("seat_swap", "nasa", False)
    pool = scales.pool("nasa", "roscosmos")
    assert pool is scales.pool("nasa", "roscosmos")
    assert ("engines", "roscosmos") in pool


def test_a_view_has_one_pair_of_scales_and_a_state_new_ones_each_time() -> None:
    state, offer = opening(), offer_of(SWAP)
    seen = view(CONTENT, state, "nasa")
    assert scales_for(INDEX, seen, offer, "nasa") is scales_for(INDEX, seen, offer, "nasa")
    assert scales_for(INDEX, state, offer, "nasa") is not scales_for(INDEX, state, offer, "nasa")


def test_what_a_term_weighs_is_its_worth_to_either_side_and_how_vague_it_is() -> None:
    seen = view(CONTENT, opening(), "nasa")
    for term in (SWAP, ENGINES, replace(ENGINES, amount=60)):
        scales = scales_for(INDEX, seen, offer_of(term), "roscosmos")
        signers = assess(INDEX, seen, offer_of(term), "roscosmos")[0]
        across = assess(INDEX, seen, offer_of(term), "nasa")[0]
        assert scales.worth(term, False)[:2] == (signers.amount, across.amount)
        assert scales.worth(term, True)[:2] == (signers.amount - signers.spread, across.amount)
        assert signers.spread and signers.amount != across.amount


def test_an_offer_that_is_worth_nothing_at_all_is_signed_as_it_is() -> None:
    index, state = _plain(
        replace(_favour("asked_for", 5, 3), givers=("roscosmos",), receivers=("nasa",)),
        _only_nasa(_favour("gift", 3, 1)),
    )
    offer = offer_of(ASKED_FOR, GIFT)
    assert verdict(index, state, offer, "roscosmos") == 0
    assert what_would_work(index, state, offer, "roscosmos") is offer


def _vague(state: State) -> State:
    """Return a view of NASA's that may be a fifth off about what Roscosmos cares about."""
    held = {weight_path("roscosmos", "peace"): Belief(100, 20, state.turn)}
    return replace(state, knowledge={"nasa": held})


def _surely(index: Index, state: State, *terms: Term) -> tuple[Term, ...] | None:
    works = what_would_work(index, _vague(state), offer_of(*terms), "roscosmos", sure=True)
    return works.terms if works else None


@pytest.mark.parametrize(("gain", "works"), ((4, (ASKED_FOR, GIFT, MORE)), (3, (GIFT,))))
def test_to_be_sure_an_addition_has_to_outweigh_all_that_is_vague(
    gain: int, works: tuple[Term, ...]
) -> None:
    index, state = _plain(
        replace(_favour("asked_for", 5, 10), givers=("roscosmos",), receivers=("nasa",)),
        _only_nasa(_favour("gift", 12, 1)),
        _only_nasa(_favour("more", gain, 0)),
    )  # 2 more or less with what was asked for, 3 with the gift, and the sum is 2
    assert _works(index, _vague(state), ASKED_FOR, GIFT) == (ASKED_FOR, GIFT)
    assert _surely(index, state, ASKED_FOR, GIFT) == works


def test_a_clause_dropped_takes_what_is_vague_about_it_along() -> None:
    index, state = _plain(
        replace(_favour("asked_for", 5, 10), givers=("roscosmos",), receivers=("nasa",)),
        _only_nasa(_favour("gift", 2, 1)),
    )
    assert _surely(index, state, ASKED_FOR, GIFT) == (GIFT,)

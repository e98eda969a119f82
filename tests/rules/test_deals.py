"""The table's arithmetic: lines that sum to the verdict, reasons, and what would work."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules import deals
from game.rules.state import Term
from game.rules.treaties import sign
from game.testing.strategies import offers, states
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import (
    INDEX,
    begin,
    changed,
    done,
    index_with,
    offer_of,
    opening,
    with_deal,
)

SWAP = Term("seat_swap", 2, "nasa")
ENGINES = Term("engines", 3, "roscosmos")
STAY = Term("stay_until", 2028, "roscosmos")
CEREMONY = Term("ceremony", 1, "nasa")


def _amounts(state: object, *terms: Term, who: str = "roscosmos") -> dict[str, int]:
    lines = deals.assess(INDEX, state, offer_of(*terms), who)  # type: ignore[arg-type]
    return {line.label: line.amount for line in lines}


@given(st.data())
def test_the_lines_sum_to_the_verdict_and_only_real_lines_are_printed(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT, CAMPAIGN))
    offer = data.draw(offers(CONTENT, state))
    for who in (offer.maker, offer.to):
        lines = deals.assess(INDEX, state, offer, who)
        assert sum(line.amount for line in lines) == deals.verdict(INDEX, state, offer, who)
        assert all(line.amount for line in lines[len(offer.terms) :])


def test_a_leader_weighs_each_clause_by_its_topic() -> None:
    state = changed(opening(), tension=40)
    neutral = _amounts(state, SWAP, who="nasa")["Seat swap (2 flights)"]
    assert neutral == 6  # 8 got, 3 paid: 5, by a leader who cares 120 % about people
    assert _amounts(state, SWAP)["Seat swap (2 flights)"] == 4  # 70 %, rounded from 3.5


def test_given_clauses_cost_the_giver_and_bring_the_receiver_something() -> None:
    state = opening()
    assert _amounts(state, ENGINES)["Engines (3 engines)"] == -3
    assert _amounts(state, ENGINES, who="nasa")["Engines (3 engines)"] == 5  # 6 at 90 %


def test_trust_broken_words_mood_and_walking_away_each_have_a_line() -> None:
    state = changed(opening(), tension=80, roscosmos__trust__nasa=30, nasa__broken=9, esa__broken=2)
    lines = _amounts(state, CEREMONY)
    assert lines["Trust in your word"] == -5
    assert lines["Promises you broke"] == -15
    assert lines["The mood between the capitals"] == -5
    assert lines["What walking away is worth"] == -deals.walk_away(state, "roscosmos", "nasa")


def test_walking_away_is_worth_more_to_whoever_would_lose_less_by_that_partner() -> None:
    state = opening()
    free, bound = dict(state.figures), dict(state.figures)
    free["nasa.loss.esa"], bound["nasa.loss.esa"] = 10, 90
    states_ = [replace(state, figures=f) for f in (free, bound)]
    assert [deals.walk_away(s, "nasa", "esa") for s in states_] == [4, 0]
    assert len({deals.walk_away(s, "nasa", "roscosmos") for s in states_}) == 1


REASONS = (
    (offer_of(CEREMONY, to="nasa"), "An offer needs another partner at the table."),
    (offer_of(CEREMONY, to="jaxa"), "An offer needs another partner at the table."),
    (offer_of(), "An offer needs at least one clause."),
    (offer_of(SWAP, SWAP), "A clause can stand in an offer only once"),
    (offer_of(SWAP, replace(SWAP, giver="roscosmos")), "A clause can stand in an offer only once"),
    (offer_of(Term("nothing", 1, "nasa")), "There is no such clause."),
    (offer_of(replace(CEREMONY, giver="esa")), "There is no such clause."),
    (offer_of(replace(ENGINES, giver="nasa")), "Engines: NASA can't give this to Roscosmos."),
    (offer_of(replace(SWAP, amount=9)), "Seat swap: from 1 to 4 flights."),
    (offer_of(replace(STAY, amount=2026), maker="nasa"), ""),
)


@pytest.mark.parametrize(("offer", "reason"), REASONS)
def test_an_offer_that_cannot_be_made_says_why(offer: object, reason: str) -> None:
    said = deals.why_no_offer(INDEX, opening(), offer)  # type: ignore[arg-type]
    assert said.startswith(reason) and bool(said) == bool(reason)


def test_at_most_three_clauses_a_side() -> None:
    terms = [SWAP, CEREMONY, Term("inspection", 1, "nasa"), Term("stay_until", 2028, "nasa")]
    state = opening()
    assert not deals.why_no_offer(INDEX, state, offer_of(*terms[:3], ENGINES))
    assert deals.why_no_offer(INDEX, state, offer_of(*terms)) == "At most 3 clauses a side."


def test_a_clause_says_why_its_needs_do_not_hold() -> None:
    state = changed(opening(), roscosmos__commitment=2030)
    assert deals.why_no_offer(INDEX, state, offer_of(STAY)) == "Stay until: Promised already."


def test_a_clause_without_a_because_still_gives_a_reason() -> None:
    clause = replace(CONTENT.clauses["seat_swap"], because="")
    index = index_with(clauses={**CONTENT.clauses, "seat_swap": clause})
    draft = begin()
    draft.own("words")["hatch"] = "closed"
    said = deals.why_no_offer(index, draft.state, offer_of(SWAP))
    assert said == "Seat swap: not possible now."


def test_a_running_clause_may_be_renewed_when_little_of_it_is_left() -> None:
    state = opening()
    today = state.figures["date"]
    running = with_deal(state, "seat_swap", ends=today + deals.RENEWAL_DAYS + 1)
    ending = with_deal(state, "seat_swap", ends=today + deals.RENEWAL_DAYS)
    others = with_deal(state, "seat_swap", parties=("esa", "roscosmos"))
    assert "runs between you already" in deals.why_no_offer(INDEX, running, offer_of(SWAP))
    assert not deals.why_no_offer(INDEX, ending, offer_of(SWAP))
    assert not deals.why_no_offer(INDEX, others, offer_of(SWAP))


def test_what_is_done_at_signing_waits_a_year_before_it_is_done_again() -> None:
    draft = begin()
    sign(draft, offer_of(CEREMONY), lambda *_: None)
    again = offer_of(replace(CEREMONY, giver="roscosmos"), maker="roscosmos", to="nasa")
    assert "within the last two years" in deals.why_no_offer(INDEX, done(draft), again)
    later = changed(draft.state, date=draft.figures["date"] + deals.REPEAT_DAYS)
    assert not deals.why_no_offer(INDEX, later, again)


def test_possible_terms_start_at_the_lowest_amount_that_is_possible() -> None:
    state = changed(opening(), nasa__commitment=2028, roscosmos__commitment=2040)
    stays = [
        t for t in deals.possible_terms(INDEX, state, "nasa", "roscosmos")
        if t.clause == "stay_until"
    ]  # fmt: skip
    assert stays == [Term("stay_until", 2029, "nasa")]


@given(st.data())
def test_every_possible_term_can_stand_alone(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT, CAMPAIGN))
    maker, to = data.draw(st.permutations(INDEX.chairs))[:2]
    for term in deals.possible_terms(INDEX, state, maker, to):
        assert not deals.why_no_offer(INDEX, state, offer_of(term, maker=maker, to=to))

"""What would work: only what can be sent, holds the own line and may pass at the other's home."""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations

import pytest

from game.narration.home import LIKELY, home_lines, rest_text
from game.narration.proposal import NOTHING, Proposal, prospect, second_thoughts, what_works
from game.rules.calendar import label, turn_start
from game.rules.decisions import Decision
from game.rules.state import Offer, Slot, State, Term
from game.rules.table.ratification import chance, stances, tally
from game.rules.table.remedies import what_would_work
from game.rules.table.signing import fallen, rests
from game.rules.view import view
from tests.small import CONTENT
from tests.worlds import INDEX, changed, opening

SWAP, CEREMONY, INSPECTION = (Term(n, 1, "nasa") for n in ("seat_swap", "ceremony", "inspection"))
ALMS, ENGINES = Term("alms", 10, "nasa"), Term("engines", 2, "roscosmos")
TERMS = (SWAP, CEREMONY, INSPECTION, ALMS, ENGINES, Term("stay_until", 2030, "nasa"))


def proposal(*terms: Term, state: State | None = None) -> Proposal:
    """Return what NASA would put to Roscosmos at the opening's table."""
    at_table = (state or opening()).copy()
    at_table.queue = (Slot("table", "nasa"),)
    seen = view(CONTENT, at_table, "nasa")
    decision = Decision("nasa", "table", "offer", "roscosmos")
    return Proposal(INDEX, seen, decision, Offer("", "nasa", "roscosmos", terms))


@pytest.mark.parametrize("number", range(1, 6))
def test_only_what_can_be_sent_and_may_pass_is_said_to_work(number: int) -> None:
    for terms in combinations(TERMS, number):
        put = proposal(*terms)
        advice, now = what_works(put), prospect(put)
        assert (" as it is. " in advice.text) == now.workable
        if advice.terms != terms:
            then = prospect(put.having(advice.terms))
            assert not then.blocked and then.mine >= 0 and then.signed
            assert chance(then.abroad[0]) >= LIKELY
            assert not now.workable


def test_what_stands_in_the_way_comes_first_and_one_clause_less_is_found() -> None:
    put = proposal(SWAP, CEREMONY, INSPECTION, ALMS)
    advice = what_works(put)
    assert advice.text.startswith(
        "Your draft won't work. It can't be sent: At most 3 clauses a side."
    )
    assert len(advice.terms) == 3 and " Dropped " in advice.text


def test_what_no_change_mends_is_told_with_who_is_against() -> None:
    put = proposal(ALMS, state=changed(opening(), tension=100, nasa__faction__congress=0))
    found = what_would_work(INDEX, put.seen, put.offer, "roscosmos")
    assert found is not None and found.terms != put.offer.terms
    near, advice = prospect(put.having(found.terms)), what_works(put)
    assert near.mine < 0 and tally(near.home) < 0 and advice.terms == (ALMS,)
    told = (
        "No small change works. The nearest is: Added ",
        "Roscosmos would ",
        f"under your bottom line ({near.mine:+d})",
        "Your home is against it (Congress -",
        "side payment",
        f"Town is {chance(near.abroad[0])} % likely to pass it (Kremlin -",
        "Your draft stays as it is.",
    )
    places = [advice.text.index(part) for part in told]
    assert places == sorted(places)


def test_what_they_would_sign_is_not_said_to_work_where_it_cannot_be_sent() -> None:
    put = proposal(SWAP, CEREMONY, INSPECTION, ENGINES)
    seen = put.seen.copy()
    seen.used = {**seen.used, "nasa.refused.roscosmos": seen.figures["date"]}
    put = replace(put, seen=seen)
    advice = what_works(put)
    assert advice.terms == put.offer.terms
    assert advice.text.startswith("Your draft won't work. It can't be sent: Roscosmos declined")
    assert "as it is" not in advice.text


def test_an_empty_draft_is_asked_for_a_clause() -> None:
    assert what_works(proposal()).text == NOTHING


def test_second_thoughts_are_those_of_the_own_side_alone() -> None:
    assert second_thoughts(proposal(SWAP)) == ""
    alms = second_thoughts(proposal(ALMS))
    assert alms.startswith("It is under your bottom line (")
    assert "Your home is against it (Congress -" in alms and "Town" not in alms


def test_a_home_that_is_likely_against_says_how_long_no_offer_follows() -> None:
    for terms in ((SWAP,), (ALMS,)):
        put = proposal(*terms)
        seen, offer = put.seen, put.offer
        lines = home_lines(INDEX, seen, offer, "nasa")
        likely = chance(stances(INDEX, seen, offer, "roscosmos", "nasa")) >= LIKELY
        passes = tally(stances(INDEX, seen, offer, "nasa")) >= 0 and likely
        assert len(lines) == (2 if passes else 3)
        assert passes == (terms == (SWAP,))
        assert (
            passes
            or lines[2] == f"Should it fall at a home: {rest_text(INDEX, seen, ('roscosmos',))}"
        )


def test_the_rest_after_a_fall_ends_when_the_rules_let_them_talk_again() -> None:
    state = opening()
    state.used = {**state.used, fallen("nasa", "roscosmos"): state.figures["date"]}
    turns = range(2, 9)
    starts = [turn_start(INDEX.scenario, turn) for turn in turns]
    free = next(d for d in starts if not rests(changed(state, date=d), "nasa", "roscosmos"))
    until = label(INDEX.scenario, free)
    told = f"no new offer between you and Roscosmos before {until}."
    assert rest_text(INDEX, state, ("roscosmos",)) == told

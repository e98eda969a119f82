"""Deals in force: signing, running, ending, breach, and promises called in."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content import records as r
from game.rules import treaties
from game.rules.calendar import add_months
from game.rules.deals import verdict
from game.rules.draft import Draft
from game.rules.effects import Actor, perform, perform_clause
from game.rules.ledger import moved
from game.rules.state import Offer, Promise, State, Term
from tests.small import CONTENT
from tests.small_names import holds
from tests.worlds import (
    INDEX,
    begin,
    changed,
    index_with,
    offer_of,
    opening,
    perform_on,
    with_deal,
)

SWAP, ENGINES = Term("seat_swap", 2, "nasa"), Term("engines", 3, "roscosmos")
CEREMONY = Term("ceremony", 1, "nasa")


def _signed(state: State, offer: Offer) -> Draft:
    draft = begin(state)
    treaties.sign(draft, offer, perform_clause)
    return draft


def test_each_clause_runs_for_its_own_time() -> None:
    draft = _signed(opening(), offer_of(SWAP, ENGINES, CEREMONY))
    today = draft.figures["date"]
    assert {deal.terms: deal.ends for deal in draft.state.deals} == {
        (SWAP,): add_months(today, 24),
        (ENGINES,): add_months(today, 18),
    }
    assert all(deal.parties == ("nasa", "roscosmos") for deal in draft.state.deals)


def test_a_card_may_set_how_long_its_deal_runs() -> None:
    draft = perform_on(opening(), r.Sign("roscosmos", (("seat_swap", 2), ("inspection", 1)), 9))
    (deal,) = draft.state.deals
    assert deal.ends == add_months(draft.figures["date"], 9)
    assert [(t.clause, t.amount, t.giver) for t in deal.terms] == [
        ("seat_swap", 2, "nasa"), ("inspection", 1, "nasa"),
    ]  # fmt: skip


def test_signing_does_what_the_clauses_say_and_moves_both_homes() -> None:
    calm = changed(
        opening(), tension=20, nasa__trust__roscosmos=100, roscosmos__trust__nasa=100,
        esa__faction__members=50,
    )  # fmt: skip
    draft = _signed(calm, offer_of(SWAP))
    assert moved(draft.changes, "tension") == -1
    assert moved(draft.changes, "nasa.people") == 1
    assert moved(draft.changes, "nasa.faction.congress") == 1
    assert moved(draft.changes, "roscosmos.faction.corps") == 2
    assert moved(draft.changes, "esa.faction.members") == 0
    assert draft.changes[-1].reason == "NASA and Roscosmos sign: Seat swap (2 flights)."


@pytest.mark.parametrize("trust", (0, 20, 45))
def test_whoever_signs_under_the_bottom_line_pays_at_home(trust: int) -> None:
    state = changed(opening(), tension=40, roscosmos__trust__nasa=trust, nasa__broken=3)
    offer = offer_of(replace(CEREMONY))
    short = verdict(INDEX, state, offer, "roscosmos")
    assert short < 0
    draft = _signed(state, offer)
    loss = min(8, 1 - short // treaties.LOSS_PER_POINT)
    assert moved(draft.changes, "roscosmos.faction.kremlin") == -loss
    assert moved(draft.changes, "roscosmos.faction.corps") == -loss


def test_deals_do_their_monthly_work_for_giver_and_getter() -> None:
    state = with_deal(changed(opening(), roscosmos__treasury=100), "engines", 3, giver="roscosmos")
    draft = begin(state)
    treaties.run(draft, 3, perform_clause)
    assert draft.figures["roscosmos.treasury"] == 118
    assert {c.cause for c in draft.changes} == {"clause:engines"}


def test_a_deal_runs_out_on_its_day() -> None:
    state = opening()
    today = state.figures["date"]
    for ends, left in ((today, 0), (today + 1, 1)):
        draft = begin(with_deal(state, "inspection", ends=ends))
        treaties.run(draft, 3, perform_clause)
        assert len(draft.state.deals) == left
        assert ("A deal runs out: Inspection." in [c.reason for c in draft.changes]) == (not left)


def test_a_breach_is_remembered_by_the_wronged_and_by_the_witnesses() -> None:
    draft = perform_on(
        with_deal(changed(opening(), leak=100), "inspection"), r.Breach("inspection"),
        chair="roscosmos",
    )  # fmt: skip
    assert not draft.state.deals
    assert moved(draft.changes, "roscosmos.broken") == 1
    assert moved(draft.changes, "nasa.trust.roscosmos") == -treaties.BREACH_TRUST
    assert moved(draft.changes, "esa.trust.roscosmos") == -treaties.WITNESS_TRUST
    assert moved(draft.changes, "leak") == 40


def test_only_the_own_deals_that_hold_the_clause_are_broken() -> None:
    state = with_deal(with_deal(opening(), "inspection"), "seat_swap", parties=("esa", "nasa"))
    assert not perform_on(state, r.Breach("engines")).changes
    assert not perform_on(state, r.Breach("seat_swap"), chair="roscosmos").changes
    assert len(perform_on(state, r.Breach("seat_swap"), chair="esa").state.deals) == 1


def _promised(keeps: bool) -> Draft:
    state = changed(opening(), esa__rung=0 if keeps else 1)
    due = state.figures["date"]
    draft = begin(state)
    draft.state.promises = (
        Promise("esa", "roscosmos", "A quiet year", due),
        Promise("esa", "roscosmos", "A quiet year", due + 1),
    )
    treaties.call_due(draft)
    return draft


def test_a_promise_kept_is_believed_next_time() -> None:
    draft = _promised(keeps=True)
    assert moved(draft.changes, "esa.kept") == 1
    assert moved(draft.changes, "roscosmos.trust.esa") == 4
    assert len(draft.state.promises) == 1


def test_a_promise_broken_is_remembered_by_all() -> None:
    draft = _promised(keeps=False)
    assert moved(draft.changes, "esa.broken") == 1
    assert moved(draft.changes, "roscosmos.trust.esa") == -treaties.BREACH_TRUST
    assert moved(draft.changes, "nasa.trust.esa") == -treaties.WITNESS_TRUST
    assert all(not c.seen for c in draft.changes)


def test_a_promise_is_made_for_a_day() -> None:
    keep = CONTENT.events["letter"].desks[0].choices[2].effects[0]
    draft = perform_on(opening(), keep, chair="esa")
    (made,) = draft.state.promises
    assert (made.maker, made.to) == ("esa", "roscosmos")
    assert made.due == add_months(draft.figures["date"], 6)


def test_promises_of_the_same_words_are_kept_each_by_its_own_condition() -> None:
    easy = r.MakePromise("nasa", "A quiet year", 3, holds("tension >= 0"), "Nothing.", "easy")
    hard = r.MakePromise("nasa", "A quiet year", 3, holds("tension > 99"), "", "hard")
    action = replace(CONTENT.actions["calm"], effects=(easy, hard))
    index = index_with(actions={**CONTENT.actions, "calm": action})
    draft = Draft(index, opening())
    perform(draft, (easy, hard), Actor("roscosmos"))
    assert len({promise.id for promise in draft.state.promises}) == 2
    draft.figures["date"] += 400
    treaties.call_due(draft)
    assert (moved(draft.changes, "roscosmos.kept"), moved(draft.changes, "roscosmos.broken")) == (
        1,
        1,
    )


def test_a_promise_kept_is_seen_by_the_witness_too() -> None:
    assert moved(_promised(keeps=True).changes, "nasa.trust.esa") == treaties.WITNESS_KEPT


def test_the_third_partner_reacts_to_what_two_sign() -> None:
    draft = _signed(changed(opening(), tension=20), offer_of(CEREMONY))
    assert (
        moved(draft.changes, "esa.trust.nasa") == moved(draft.changes, "esa.trust.roscosmos") == 1
    )
    reasons = {c.reason for c in draft.changes if c.path.startswith("esa.trust")}
    assert reasons == {"ESA watches: Ceremony"}
    assert draft.changes[-1].cause == "deal:offer"


def test_an_outsider_watches_with_other_eyes_than_an_ally() -> None:
    draft = _signed(opening(), replace(offer_of(CEREMONY), to="esa"))
    assert moved(draft.changes, "roscosmos.trust.nasa") == -1
    assert moved(draft.changes, "roscosmos.faction.kremlin") == 2
    swap = CONTENT.clauses["ceremony"]
    found = [
        treaties.watching(INDEX, swap, *seen)
        for seen in (("nasa", ("esa", "roscosmos")), ("roscosmos", ("esa", "nasa")))
    ]
    assert found == [None, swap.witness["outsider"]]


def test_a_breach_turns_the_witness_round_towards_who_breaks_it() -> None:
    draft = begin(with_deal(opening(), "ceremony"))
    treaties.breach(draft, "roscosmos", "ceremony", perform_clause)
    assert moved(draft.changes, "esa.trust.roscosmos") == -treaties.WITNESS_TRUST - 1
    assert moved(draft.changes, "esa.trust.nasa") == 0

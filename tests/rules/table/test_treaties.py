"""Deals in force: signing, running, ending, breach, and promises called in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import records as r
from game.rules.calendar import add_months, settling, turn_start
from game.rules.draft import Draft
from game.rules.effects import Actor, perform, perform_clause
from game.rules.ledger import moved
from game.rules.messages import text
from game.rules.state import Offer, Promise, State, Term
from game.rules.table import running, treaties
from game.rules.table.deals import verdict
from tests.small import CONTENT
from tests.small_names import holds
from tests.words import said
from tests.worlds import (
    INDEX,
    begin,
    changed,
    done,
    index_with,
    offer_of,
    opening,
    perform_on,
    quiet,
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
    (deal,) = draft.state.deals
    assert {term: life.ends for term, life in deal.running} == {
        SWAP: add_months(today, 24),
        ENGINES: add_months(today, 18),
    }
    assert deal.parties == ("nasa", "roscosmos")
    assert deal.ends == add_months(today, 24)


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
    assert said(draft.changes[-1].reason) == "NASA and Roscosmos sign: Seat swap (2 flights)."


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
    running.run(draft, 3, perform_clause)
    assert draft.figures["roscosmos.treasury"] == 118
    assert {c.cause for c in draft.changes} == {"clause:engines"}


def test_a_deal_runs_out_on_its_day() -> None:
    state = opening()
    today = state.figures["date"]
    over = "A deal between NASA and Roscosmos runs out: Inspection."
    tomorrow = add_months(today, 3)
    for ends, left in ((today, 0), (tomorrow, 0), (tomorrow + 1, 1)):
        draft = begin(with_deal(state, "inspection", ends=ends))
        running.run(draft, 3, perform_clause)
        assert len(draft.state.deals) == left
        assert (over in [said(c.reason) for c in draft.changes]) == (not left)


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
    due = turn_start(INDEX.scenario, state.turn + 1)
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
    draft.state.turn += 2
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
    reasons = {said(c.reason) for c in draft.changes if c.path.startswith("esa.trust")}
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


class _Watch:
    """Writes down what a clause's effects were performed for."""

    def __init__(self) -> None:
        self.calls: list[tuple[object, str, str, int]] = []

    def __call__(
        self, draft: Draft, effects: Sequence[r.Effect], giver: str, getter: str, amount: int
    ) -> None:
        self.calls.append((effects, giver, getter, amount))


def _told(draft: Draft) -> list[tuple[str, str, str, str]]:
    """Return what was written down beside figures: kind, path, cause and words."""
    return [(c.kind, c.path, c.cause, said(c.reason)) for c in draft.changes if c.kind != "figure"]


def _glad() -> State:
    return changed(
        opening(), tension=20, nasa__trust__roscosmos=100, roscosmos__trust__nasa=100,
        esa__trust__nasa=50, esa__trust__roscosmos=50, esa__faction__members=50,
    )  # fmt: skip


def test_the_record_of_a_signature() -> None:
    draft = _signed(_glad(), offer_of(SWAP, ENGINES, CEREMONY))
    given = "Seat swap (2 flights), Roscosmos gives Engines (3 engines), Ceremony"
    told = f"NASA and Roscosmos sign: {given}."
    assert _told(draft) == [("deal", "offer", "deal:offer", told)]
    why = {(c.cause, said(c.reason)) for c in draft.changes if c.kind == "figure"}
    assert why == {
        ("deal:offer", "Deal signed: Seat swap (2 flights), Engines (3 engines), Ceremony"),
        ("witness:ceremony", "ESA watches: Ceremony"),
    }
    assert (draft.cause, said(draft.reason)) == (
        "deal:offer",
        "Deal signed: Seat swap (2 flights), Engines (3 engines), Ceremony",
    )
    today = draft.figures["date"]
    marks = ("deed.ceremony", "deed.engines", "deed.seat_swap", "signed")
    signed = {f"{mark}.nasa.roscosmos": today for mark in marks}
    assert draft.state.used == signed | {"behind.roscosmos.nasa": 9}
    assert [(d.id, d.signed, d.terms) for d in draft.state.deals] == [
        ("offer", today, (SWAP, ENGINES)),
    ]


def test_what_is_done_at_signing_is_done_for_giver_and_getter() -> None:
    watch, clauses = _Watch(), CONTENT.clauses
    treaties.sign(begin(_glad()), offer_of(SWAP, ENGINES), watch)
    assert watch.calls == [
        (clauses["seat_swap"].sign, "nasa", "roscosmos", 2),
        (clauses["engines"].sign, "roscosmos", "nasa", 3),
    ]


def test_signing_at_the_bottom_line_costs_nothing_at_home() -> None:
    state = _glad()
    trust = next(
        n for n in range(101)
        if verdict(INDEX, changed(state, roscosmos__trust__nasa=n), offer_of(CEREMONY),
                   "roscosmos") == 0
    )  # fmt: skip
    draft = _signed(changed(state, roscosmos__trust__nasa=trust), offer_of(CEREMONY))
    assert moved(draft.changes, "roscosmos.faction.kremlin") == 0
    assert moved(draft.changes, "roscosmos.faction.corps") == 0


@pytest.mark.parametrize("trust", (1, 2, 3))
def test_a_witness_trusts_both_as_much_as_the_clause_says(trust: int) -> None:
    seen = replace(CONTENT.clauses["ceremony"], witness={"any": r.Watching(trust)})
    index = index_with(clauses={**CONTENT.clauses, "ceremony": seen})
    draft = Draft(index, _glad())
    treaties.sign(draft, offer_of(CEREMONY), perform_clause)
    assert moved(draft.changes, "esa.trust.nasa") == trust
    assert moved(draft.changes, "esa.trust.roscosmos") == trust


def test_a_witness_looks_for_its_own_name_then_for_how_it_stands_then_for_anybody() -> None:
    every = {key: r.Watching(n) for n, key in enumerate(("esa", "ally", "outsider", "any"))}
    order = []
    for gone in ("esa", "ally", "any", "outsider"):
        seen = treaties.watching(
            INDEX, replace(CONTENT.clauses["ceremony"], witness=every), "esa", ("nasa", "roscosmos")
        )
        order.append(seen and seen.trust)
        del every[gone]
    assert order == [0, 1, 3, None]
    far = {"outsider": r.Watching(7), "any": r.Watching(8)}
    found = treaties.watching(
        INDEX, replace(CONTENT.clauses["ceremony"], witness=far), "roscosmos", ("esa", "nasa")
    )
    assert found == r.Watching(7)


def test_every_month_is_worked_for_the_giver_and_the_getter() -> None:
    state = with_deal(opening(), "engines", 3, giver="roscosmos", id="one")
    state = with_deal(state, "engines", 2, giver="nasa", id="two")
    watch, monthly = _Watch(), CONTENT.clauses["engines"].monthly
    draft = begin(with_deal(state, "ceremony"))
    running.run(draft, 2, watch)
    month = [(monthly, "roscosmos", "nasa", 3), (monthly, "nasa", "roscosmos", 2)]
    assert watch.calls == month * 2


def test_the_record_of_a_deal_that_runs_out() -> None:
    state = with_deal(opening(), "inspection", ends=opening().figures["date"])
    (deal,) = state.deals
    both = replace(deal, terms=(*deal.terms, ENGINES), lives=deal.lives * 2)
    draft = begin(replace(state, deals=(both,)))
    running.run(draft, 0, _Watch())
    told = "A deal between NASA and Roscosmos runs out: Inspection, Engines (3 engines)."
    assert _told(draft) == [("deal", "deal", "deal:deal", told)]
    assert (draft.cause, said(draft.reason)) == ("deal:deal", "A deal runs out")


def test_what_stays_is_told_once_when_a_deal_runs_out() -> None:
    after = {n: replace(CONTENT.clauses[n], after="It stays.") for n in ("inspection", "engines")}
    index = index_with(clauses={**CONTENT.clauses, **after})
    state = with_deal(opening(), "inspection", ends=opening().figures["date"])
    (deal,) = state.deals
    both = replace(deal, terms=(*deal.terms, ENGINES), lives=deal.lives * 2)
    draft = Draft(index, replace(state, deals=(both,)))
    running.run(draft, 0, _Watch())
    assert said(draft.changes[-1].reason).endswith(": Inspection, Engines (3 engines). It stays.")


@pytest.mark.parametrize(("breaker", "other"), (("nasa", "roscosmos"), ("roscosmos", "nasa")))
def test_the_record_of_a_breach(breaker: str, other: str) -> None:
    draft, watch = begin(with_deal(_glad(), "ceremony")), _Watch()
    draft.because("card", text("A card"))
    treaties.breach(draft, breaker, "ceremony", watch)
    assert _told(draft) == [("deal", "deal", "card", "A deal is broken: Ceremony.")]
    assert watch.calls == [(CONTENT.clauses["ceremony"].breach, breaker, other, 1)]
    assert moved(draft.changes, f"{other}.trust.{breaker}") == -treaties.BREACH_TRUST
    watched = {said(c.reason): c.amount for c in draft.changes if c.path == f"esa.trust.{breaker}"}
    assert watched == {"A card": -treaties.WITNESS_TRUST, "ESA watches: Ceremony": -1}
    assert (draft.cause, said(draft.reason)) == ("card", "A card")


def test_a_breach_ends_all_the_clauses_of_the_deal_and_no_other_deal() -> None:
    state = with_deal(with_deal(_glad(), "inspection"), "engines", id="other")
    (first, second) = state.deals
    pair = replace(first, terms=(*first.terms, SWAP), lives=first.lives * 2)
    draft = begin(replace(state, deals=(pair, second)))
    treaties.breach(draft, "nasa", "seat_swap", _Watch())
    assert draft.state.deals == (second,)
    assert [said(c.reason) for c in draft.changes if c.kind == "deal"] == [
        "A deal is broken: Inspection, Seat swap (2 flights)."
    ]


@pytest.mark.parametrize(("keeps", "word"), ((True, "keeps"), (False, "breaks")))
def test_the_record_of_a_promise_come_due_says_whose_word_it_was(keeps: bool, word: str) -> None:
    draft = _promised(keeps)
    told = f"ESA {word} its word to Roscosmos: A quiet year."
    assert _told(draft) == [("deal", "esa", "promise:esa", told)]
    why = "ESA promised Roscosmos: A quiet year."
    assert {said(c.reason) for c in draft.changes} == {told, why}
    assert [p.due for p in draft.state.promises] == [turn_start(INDEX.scenario, 2) + 1]


@given(st.integers(1, 18), st.integers(0, 3))
@settings(max_examples=15)
def test_a_promise_is_settled_in_the_very_turn_that_reaches_its_day(months: int, wait: int) -> None:
    state = opening()
    for _ in range(wait):
        state = _turned(state)
    keep = r.MakePromise("nasa", "A quiet year", months, holds("rung == 0"))
    state = done(perform_on(state, keep, chair="esa"))
    (made,) = state.promises
    while made in state.promises and not state.over:
        assert state.figures["date"] < made.due
        state = _turned(state)
    assert state.over or state.figures["date"] >= made.due


def _turned(state: State) -> State:
    """Return the state at the beginning of the next turn, or the end, when nobody does anything."""
    turn = state.turn
    while state.turn == turn and not state.over:
        state = quiet(CONTENT, state).state
    return state


@pytest.mark.parametrize("promise", ("A quiet year", "A quiet year."))
def test_a_promise_made_says_who_promised_whom_and_by_when(promise: str) -> None:
    keep = r.MakePromise("nasa", promise, 6, holds("rung == 0"))
    draft = perform_on(opening(), keep, chair="esa")
    told = [said(c.reason) for c in draft.changes]
    day = settling(INDEX.scenario, add_months(draft.figures["date"], 6))
    assert told == [f"ESA promises NASA, by the end of {day}: A quiet year."]


def _years(state: State, to: int) -> Draft:
    return perform_on(state, r.Assign("commitment", to))


def test_a_year_taken_back_is_a_broken_word_and_everybody_hears_of_it() -> None:
    draft = _years(changed(opening(), nasa__commitment=2030), 2028)
    assert moved(draft.changes, "nasa.broken") == 1
    for other in ("roscosmos", "esa"):
        assert moved(draft.changes, f"{other}.trust.nasa") == -treaties.WITNESS_TRUST
    told = [c for c in draft.changes if c.kind == "headline"]
    assert [c.seen for c in told] == [()]
    assert said(told[0].reason).endswith(
        "takes back what it promised: the station until 2028, not 2030."
    )


def test_a_year_more_is_told_unless_a_deal_tells_it() -> None:
    state = changed(opening(), nasa__commitment=2028)
    draft = _years(state, 2030)
    assert not moved(draft.changes, "nasa.broken")
    assert [said(c.reason) for c in draft.changes if c.kind == "headline"] == [
        f"{CONTENT.partners['nasa'].name} promises the station until 2030."
    ]
    assert not [c for c in _years(state, 2028).changes if c.kind == "headline"]
    signed = _signed(state, offer_of(Term("stay_until", 2030, "nasa")))
    assert moved(signed.changes, "nasa.commitment") == 2
    assert not [c for c in signed.changes if c.kind == "headline"]


def test_a_clause_that_is_signed_anew_stands_in_one_deal_alone() -> None:
    first = _signed(opening(), offer_of(SWAP, ENGINES))
    treaties.sign(first, replace(offer_of(SWAP), id="again"), perform_clause)
    old, new = first.state.deals
    assert old.terms == (ENGINES,) and new.terms == (SWAP,)
    assert [len(deal.lives) for deal in (old, new)] == [1, 1]

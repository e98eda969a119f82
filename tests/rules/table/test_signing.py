"""From two signatures to a deal in force: who is asked at home, and the record of each way."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content import records as r
from game.rules.decisions import Change, Decision
from game.rules.draft import Draft
from game.rules.effects import Actor, perform, perform_clause
from game.rules.messages import message
from game.rules.state import Offer, Slot, State, Term
from game.rules.table import ratification, signing
from game.rules.table.sides import other_side
from game.rules.turn import apply
from game.rules.view import view
from tests.small import CONTENT
from tests.words import said
from tests.worlds import INDEX, begin, changed, index_with, opening

ALMS = Offer("alms_now", "nasa", "roscosmos", (Term("alms", 10, "nasa"),))
GLAD, CROSS = 100, 0
TABLE = Slot("table", "esa")
REFUSED = 1


def _homes(nasa: int, roscosmos: int) -> State:
    """Return a state in which each home thinks so of its office, whatever the deal."""
    state = changed(
        opening(), tension=30, nasa__treasury=400, nasa__capital=3, nasa__income=40,
        nasa__faction__congress=nasa, nasa__faction__hawks=nasa,
        roscosmos__faction__kremlin=roscosmos, roscosmos__faction__corps=roscosmos,
        nasa__trust__roscosmos=nasa, roscosmos__trust__nasa=roscosmos,
    )  # fmt: skip
    return replace(state, queue=(TABLE,))


SMALL = replace(ALMS, terms=(Term("inspection", 1, "nasa"),))


def _put(nasa: int, roscosmos: int, chair: str = "roscosmos", forced: int = signing.LIVE) -> Draft:
    draft = begin(_homes(nasa, roscosmos))
    homes = (chair, other_side(SMALL, chair))
    signing.put_home(draft, SMALL, homes, perform_clause, forced)
    return draft


def _asked(draft: Draft) -> list[str]:
    """Return whose homes are asked; a deal is in force, or it waits for them."""
    asked = [slot.chair for slot in draft.state.queue if slot.kind == "ratify"]
    assert bool(draft.state.deals) != bool(asked)
    assert draft.state.offers == ((SMALL,) if asked else ())
    assert draft.state.queue[-1] == TABLE
    return asked


@pytest.mark.parametrize(
    ("nasa", "roscosmos", "asked"),
    (
        (GLAD, GLAD, []),
        (CROSS, GLAD, ["nasa"]),
        (GLAD, CROSS, ["roscosmos"]),
        (CROSS, CROSS, ["roscosmos", "nasa"]),
    ),
)
def test_each_home_that_is_against_is_asked_the_signer_first(
    nasa: int, roscosmos: int, asked: list[str]
) -> None:
    draft = _put(nasa, roscosmos)
    assert _asked(draft) == asked
    names = {"nasa": "NASA", "roscosmos": "Roscosmos"}
    told = [(c.kind, c.path, c.cause, said(c.reason)) for c in draft.changes]
    for chair in asked:
        other = names["nasa" if chair == "roscosmos" else "roscosmos"]
        line = f"{names[chair]}'s home is against the deal with {other}: Inspection."
        assert ("deal", "alms_now", "ratify:alms_now", line) in told
    if asked:
        assert len(told) == len(asked)
        name = names[asked[-1]]
        assert said(draft.reason) == f"{name} signs, but its home is against the deal"
        assert {s.subject for s in draft.state.queue[:-1]} == {"alms_now"}


@pytest.mark.parametrize("chair", ("nasa", "roscosmos"))
def test_only_the_answer_of_the_other_home_can_be_supposed(chair: str) -> None:
    other = {"nasa": "roscosmos", "roscosmos": "nasa"}[chair]
    supposed = {
        (views, forced): _asked(_put(*views, chair=chair, forced=forced))
        for views in ((GLAD, GLAD), (CROSS, CROSS))
        for forced in (signing.PASSES, REFUSED)
    }
    assert supposed == {
        ((GLAD, GLAD), signing.PASSES): [],
        ((GLAD, GLAD), REFUSED): [other],
        ((CROSS, CROSS), signing.PASSES): [chair],
        ((CROSS, CROSS), REFUSED): [chair, other],
    }


def _waiting() -> State:
    """Return a state in which alms wait for NASA, and an offer of others' for itself."""
    state = _homes(42, GLAD)
    other = Offer("other", "esa", "roscosmos", ALMS.terms)
    queue = (Slot("ratify", "nasa", ALMS.id), Slot("answer", "esa", other.id), TABLE)
    return replace(state, offers=(other, ALMS), queue=queue)


def _done(state: State, pick: str, target: str = "") -> Draft:
    draft = begin(state)
    slot = state.queue[0]
    signing.ratify(draft, slot, ALMS, Decision(slot.chair, "ratify", pick, target), perform_clause)
    return draft


def _before_it_enters(draft: Draft) -> list[Change]:
    return [c for c in draft.changes if c.cause == "ratify:alms_now"]


def test_the_record_of_a_side_payment_in_time_and_standing() -> None:
    draft = _done(_waiting(), "pay", "nasa.faction.congress")
    alms = (message("term", clause="alms", amount=10),)
    why = message("vote.payment", faction="congress", terms=alms)
    won, paid = message("vote.won", faction="congress"), message("vote.paid", partner="nasa")
    assert _before_it_enters(draft) == [
        Change("figure", "nasa.capital", -3, "ratify:alms_now", why),
        Change("deal", "alms_now", 0, "ratify:alms_now", won, ("nasa",)),
        Change("deal", "alms_now", 0, "ratify:alms_now", paid),
    ]
    assert [o.id for o in draft.state.offers] == ["other"]
    assert draft.state.queue == _waiting().queue[1:]


def test_the_record_of_pressing_on() -> None:
    draft = _done(_waiting(), "press")
    found = _before_it_enters(draft)
    moves = {c.path: c.amount for c in found if c.kind == "figure" and ".faction." in c.path}
    assert moves == {"nasa.faction.congress": -7, "nasa.faction.hawks": -4}
    assert {said(c.reason) for c in found if c.kind == "figure"} == {
        "Pressed on against home: Alms (10 M)"
    }
    assert [c.path for c in found if c.kind == "figure"][-1] == "nasa.mandate"
    assert found[-1] == Change(
        "deal", "alms_now", 0, "ratify:alms_now", message("vote.presses", partner="nasa")
    )
    assert [o.id for o in draft.state.offers] == ["other"]


def test_the_record_of_a_fall_and_that_it_takes_nothing_else_along() -> None:
    state = _waiting()
    state = replace(state, queue=(*state.queue, Slot("ratify", "roscosmos", ALMS.id),
                                  Slot("ratify", "esa", "third")))  # fmt: skip
    draft = _done(state, "fall")
    alms = (message("term", clause="alms", amount=10),)
    why = message("vote.falls", partner="nasa", others=("roscosmos",), terms=alms)
    told = message("vote.falls_told", partner="nasa", others=("roscosmos",), terms=alms)
    assert draft.changes == [
        Change("figure", "roscosmos.trust.nasa", -signing.FALL_TRUST, "ratify:alms_now", why),
        Change("deal", "alms_now", 0, "ratify:alms_now", told),
    ]
    assert draft.state.queue == (*_waiting().queue[1:], Slot("ratify", "esa", "third"))
    assert [o.id for o in draft.state.offers] == ["other"]
    assert not draft.state.deals


@pytest.mark.parametrize("waits", ((), (Slot("ratify", "roscosmos", ALMS.id),)))
def test_a_deal_enters_with_the_last_home_and_asks_about_no_other_deal(
    waits: tuple[Slot, ...],
) -> None:
    state = _waiting()
    others = (Slot("ratify", "esa", "third"), Slot("answer", "roscosmos", ALMS.id))
    draft = _done(replace(state, queue=(*state.queue, *others, *waits)), "press")
    entered = any(c.reason.code == "deal.signs" for c in draft.changes)
    assert entered == (not waits)
    assert (ALMS in draft.state.offers) == bool(waits)


def test_two_partners_leave_each_other_alone_for_their_days_and_nobody_else() -> None:
    state = _done(_waiting(), "fall").state
    assert state.used["fell.nasa.roscosmos"] == state.figures["date"]
    for days, rests in ((0, True), (signing.FELL_DAYS - 1, True), (signing.FELL_DAYS, False)):
        later = replace(state, figures={**state.figures, "date": state.figures["date"] + days})
        assert signing.rests(later, "nasa", "roscosmos") == rests
        assert signing.rests(later, "roscosmos", "nasa") == rests
        assert not signing.rests(later, "nasa", "esa")


def test_a_clause_that_home_let_fall_stays_sour_for_its_days_and_at_that_home_only() -> None:
    state, swap = _done(_waiting(), "fall").state, Term("seat_swap", 1, "nasa")
    for days, sour in ((0, True), (signing.SOUR_DAYS - 1, True), (signing.SOUR_DAYS, False)):
        later = replace(state, figures={**state.figures, "date": state.figures["date"] + days})
        assert signing.sours(later, "nasa", ALMS) == sour
        assert signing.sours(view(CONTENT, later, "roscosmos"), "nasa", ALMS) == sour
        assert not signing.sours(later, "roscosmos", ALMS)
        assert not signing.sours(later, "nasa", replace(ALMS, terms=(swap,)))


def test_a_home_is_asked_by_the_sum_of_its_factions() -> None:
    for nasa in range(0, 101, 10):
        draft = _put(nasa, GLAD)
        passes = ratification.passes(INDEX, _homes(nasa, GLAD), SMALL, "nasa")
        assert ("nasa" in _asked(draft)) == (not passes)


def test_the_record_of_a_side_payment_in_money() -> None:
    hungry = replace(CONTENT.factions["congress"], likes={"money": 1})
    draft = Draft(index_with(factions={**CONTENT.factions, "congress": hungry}), _waiting())
    pay = Decision("nasa", "ratify", "pay", "nasa.faction.congress")
    (payment, *_) = ratification.payments(draft.index, draft.state, ALMS, "nasa")
    assert payment.path == pay.target and payment.money > 0
    signing.ratify(draft, draft.state.queue[0], ALMS, pay, perform_clause)
    paid = [(c.path, c.amount) for c in _before_it_enters(draft) if c.kind == "figure"]
    assert paid == [("nasa.treasury", -payment.money)]


def _by_card(nasa: int, roscosmos: int, *clauses: str, ratified: bool = False) -> Draft:
    draft = begin(_homes(nasa, roscosmos))
    deals = [r.Sign("roscosmos", ((clause, 1),), 9, ratified) for clause in clauses]
    perform(draft, deals, Actor("nasa"))
    return draft


@pytest.mark.parametrize("theirs", (GLAD, CROSS))
@pytest.mark.parametrize(("mine", "asked"), ((GLAD, False), (CROSS, True)))
def test_a_cards_deal_is_sold_at_the_home_of_who_chose_it(
    mine: int, asked: bool, theirs: int
) -> None:
    draft = _by_card(mine, theirs, "inspection")
    assert bool(draft.state.deals) != asked
    slots = [(s.kind, s.chair) for s in draft.state.queue if s.kind == "ratify"]
    assert slots == [("ratify", "nasa")] * asked
    assert [o.id for o in draft.state.offers] == ["card_1_nasa_inspection"] * asked


def test_a_cards_deal_that_home_is_against_is_paid_pressed_or_let_fall() -> None:
    waiting = _by_card(CROSS, GLAD, "inspection").state
    for pick, enters in (("press", True), ("fall", False)):
        after = apply(CONTENT, waiting, Decision("nasa", "ratify", pick)).state
        assert bool(after.deals) == enters
        assert not after.offers and after.queue[0] == TABLE


def test_what_history_ratified_enters_whatever_home_thinks() -> None:
    draft = _by_card(CROSS, CROSS, "inspection", ratified=True)
    assert draft.state.deals and not draft.state.offers


def test_two_deals_of_one_choice_are_weighed_each_for_itself() -> None:
    draft = _by_card(CROSS, GLAD, "inspection", "seat_swap")
    assert len({offer.id for offer in draft.state.offers}) == 2
    first = draft.state.queue[0].subject
    after = apply(CONTENT, draft.state, Decision("nasa", "ratify", "press")).state
    assert [offer.id for offer in after.offers] == [after.queue[0].subject] != [first]

"""Ratification: the arithmetic at home, what turns it, and that no deal enters without both."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules.deciding.table import FELL
from game.rules.decisions import Decision, Line
from game.rules.index import index_of
from game.rules.legality import options, why_not
from game.rules.messages import message, text
from game.rules.preview import foreseeable, preview
from game.rules.state import Belief, Offer, Slot, State, Term
from game.rules.table import ratification as home
from game.rules.table.deals import entitled, verdict
from game.rules.table.signing import FALL_TRUST, FELL_DAYS, fallen
from game.rules.turn import apply
from game.rules.view import view
from game.testing.playing import Game
from game.testing.strategies import games, offers, states
from tests.small import CAMPAIGN, CONTENT
from tests.words import said
from tests.worlds import INDEX, changed, decide, index_with, offer_of, opening, until, with_deal

ALMS = Term("alms", 10, "nasa")
INSPECTION = Term("inspection", 1, "nasa")


def _waiting(**figures: int) -> State:
    """Return NASA's ratification of alms for Roscosmos, whose home passes it."""
    usual = {
        "nasa__treasury": 400, "nasa__capital": 3, "tension": 30, "nasa__income": 40,
        "roscosmos__faction__kremlin": 90, "roscosmos__faction__corps": 90,
        "nasa__faction__congress": 42, "nasa__faction__hawks": 42,
    }  # fmt: skip
    state = changed(until(opening(), "table", "nasa"), **(usual | figures))
    offer = Offer("1_nasa_roscosmos", "nasa", "roscosmos", (ALMS,))
    slot = Slot("ratify", "nasa", offer.id)
    return replace(state, offers=(offer,), queue=(slot, *state.queue))


@given(st.data())
def test_the_lines_of_every_faction_sum_to_what_decides(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT, CAMPAIGN))
    offer = data.draw(offers(CONTENT, state))
    for who in (offer.maker, offer.to):
        found = home.stances(INDEX, state, offer, who)
        assert [s.path for s in found] == [path for path, _, _ in INDEX.factions[who]]
        for stance in found:
            assert sum(line.amount for line in stance.lines) == stance.points
            assert -home.CONTENT <= stance.points <= home.CONTENT
            titles = [entitled(term) for term in offer.terms]
            assert [line.label for line in stance.lines][: len(titles)] == titles
        assert home.tally(found) == sum(s.weight * s.points for s in found)
        assert home.passes(INDEX, state, offer, who) == (home.tally(found) >= 0)


@given(st.data())
def test_a_side_payment_turns_the_sum_and_a_unit_less_would_not(data: st.DataObject) -> None:
    cold = st.integers(0, 100)
    figures = {path: data.draw(cold) for chair in INDEX.chairs for path, _, _ in
               INDEX.factions[chair]}  # fmt: skip
    state = opening()
    state.figures.update(figures, tension=data.draw(cold))
    offer = data.draw(offers(CONTENT, state))
    for who in (offer.maker, offer.to):
        found = {s.path: s for s in home.stances(INDEX, state, offer, who)}
        total = home.tally(tuple(found.values()))
        paid = home.payments(INDEX, state, offer, who)
        assert not (paid and total >= 0)
        for payment in paid:
            stance = found[payment.path]
            assert stance.points < 0

            less = (max(0, payment.money - 1), max(0, payment.capital - 1))
            sums = [
                total + stance.weight * home.won_by(INDEX, state, stance.path, *paid_in)
                for paid_in in ((payment.money, payment.capital), less)
            ]
            assert sums[0] >= 0 > sums[1]
            assert bool(payment.money) != bool(payment.capital)


def test_what_weighs_at_home() -> None:
    offer = offer_of(Term("seat_swap", 2, "nasa"))
    state = with_deal(
        changed(opening(), tension=76, nasa__faction__hawks=58), "inspection"
    )  # fmt: skip
    hawks = home.stances(INDEX, state, offer, "nasa")[1]
    office = max(-5, min(5, int(verdict(INDEX, state, offer, "nasa") / 2)))
    assert {said(line.label): line.amount for line in hawks.lines} == {
        "Seat swap (2 flights)": 0,
        "What it thinks of the office": 2,
        "Deals with the other half that run": -2,
        "The mood between the capitals": -4,
    } | ({"The office asks for it": office} if office else {})


def test_deals_within_a_half_are_begrudged_by_nobody() -> None:
    state = with_deal(changed(opening(), tension=99), "inspection")
    offer = offer_of(INSPECTION, to="esa")
    labels = {line.label for s in home.stances(INDEX, state, offer, "nasa") for line in s.lines}
    assert not labels & {home.RUNNING, home.HEATED}


def test_a_clause_may_say_what_a_faction_makes_of_it() -> None:
    congress, hawks = CONTENT.factions["congress"], CONTENT.factions["hawks"]
    swap = replace(CONTENT.clauses["seat_swap"], home={"congress": -3})
    assert (home.liked(swap, congress), home.liked(swap, hawks)) == (1 - 3, 0)


def test_an_ardent_faction_counts_for_one() -> None:
    loud = {**CONTENT.clauses, "alms": replace(CONTENT.clauses["alms"], home={"hawks": 10})}
    state = changed(opening(), nasa__faction__hawks=90)
    hawks = home.stances(index_with(clauses=loud), state, offer_of(ALMS), "nasa")[1]
    assert hawks.points == home.CONTENT
    assert hawks.lines[-1].label == home.MOST_OF_ONE
    assert hawks.lines[-1].amount < 0


def test_the_other_home_is_known_only_as_far_as_its_approval_is() -> None:
    state = opening()
    held = {path: Belief(50, 12, state.turn) for path, _, _ in INDEX.factions["roscosmos"]}
    state.knowledge = {**state.knowledge, "nasa": held}
    seen = view(CONTENT, state, "nasa")
    unsure = home.stances(INDEX, seen, offer_of(INSPECTION), "roscosmos", "nasa")
    assert all(s.spread == 2 for s in unsure)
    sure = home.stances(INDEX, seen, offer_of(INSPECTION), "nasa", "nasa")
    assert all(s.spread == 0 for s in sure)
    assert 5 <= home.chance(unsure) <= 95


@pytest.mark.parametrize(("points", "lost"), ((1, 0), (0, 0), (-1, 2), (-5, 6), (-6, 7)))
def test_pressing_on_costs_the_more_the_more_they_are_against(points: int, lost: int) -> None:
    stance = home.Stance("nasa.faction.hawks", 2, (Line(text("x"), points),))
    assert home.pressed(stance) == lost


def test_home_asks_only_when_it_is_against() -> None:
    table = changed(until(opening(), "table", "nasa"), tension=10, nasa__capital=3)
    offered = decide(table, "offer", "roscosmos", INSPECTION).state
    glad = changed(
        offered, roscosmos__faction__kremlin=90, roscosmos__faction__corps=90,
        nasa__faction__congress=90, nasa__faction__hawks=90, nasa__reliance=99,
    )  # fmt: skip
    signed = decide(glad, "accept").state
    assert signed.deals and not signed.offers
    cross = changed(
        offered, roscosmos__faction__kremlin=0, roscosmos__faction__corps=0,
        roscosmos__trust__nasa=0, nasa__faction__congress=0, nasa__faction__hawks=0,
        nasa__trust__roscosmos=0,
    )  # fmt: skip
    put = decide(cross, "accept").state
    assert not put.deals
    assert [(s.kind, s.chair) for s in put.queue[:2]] == [
        ("ratify", "roscosmos"), ("ratify", "nasa"),
    ]  # fmt: skip
    first = decide(put, "press")
    assert not first.state.deals, "one home isn't both"
    second = decide(first.state, "press").state
    assert second.deals and not second.offers


def _ways(state: State) -> dict[str, str]:
    return {o.decision.pick + o.decision.target: said(o.reason) for o in options(CONTENT, state)}


def test_the_ways_are_listed_with_what_stands_in_them() -> None:
    ways = _ways(_waiting())
    assert list(ways)[-2:] == ["press", "fall"]
    assert any(way.startswith("pay") for way in ways)
    assert not any(ways.values())
    broke = _ways(_waiting(nasa__capital=0))
    assert "capital" in broke["paynasa.faction.congress"]
    assert not broke["press"] and not broke["fall"]


def test_nothing_else_may_be_decided_about_home() -> None:
    state = _waiting()
    for pick, target in (
        ("pay", "nasa.faction.nobody"),
        ("pay", ""),
        ("press", "esa"),
        ("end", ""),
    ):
        assert why_not(CONTENT, state, Decision("nasa", "ratify", pick, target))
    terms = Decision("nasa", "ratify", "press", terms=(ALMS,))
    assert why_not(CONTENT, state, terms)


def test_a_side_payment_costs_what_it_says_and_the_deal_enters() -> None:
    state = _waiting()
    (payment, *_) = home.payments(INDEX, state, state.offers[0], "nasa")
    step = decide(state, "pay", payment.path)
    paid = [c for c in step.changes if c.reason.code == "vote.payment"]
    moved = {c.path: c.amount for c in paid if c.kind == "figure"}
    assert moved == {
        path: -amount
        for path, amount in (("nasa.treasury", payment.money), ("nasa.capital", payment.capital))
        if amount
    }
    assert step.state.figures["roscosmos.treasury"] == state.figures["roscosmos.treasury"] + 10
    assert not step.state.offers


def test_letting_fall_changes_only_what_it_says() -> None:
    state = _waiting()
    step = decide(state, "fall")
    assert [(c.kind, c.path, c.amount, c.seen) for c in step.changes[: step.direct]] == [
        ("figure", "roscosmos.trust.nasa", -FALL_TRUST, ()),
        ("deal", state.offers[0].id, 0, ()),
    ]
    after = step.state
    expected = {**state.figures, "roscosmos.trust.nasa": state.figures["roscosmos.trust.nasa"] - 4}
    assert after.figures == expected
    assert after.deals == state.deals and not after.offers
    assert after.queue == state.queue[1:]
    marks = (fallen("nasa", "roscosmos"), "sour.nasa.alms")
    assert after.used == {**state.used, **dict.fromkeys(marks, state.figures["date"])}


def test_after_a_fall_the_two_leave_each_other_alone_for_a_while() -> None:
    fell = decide(_waiting(), "fall").state
    offer = Decision("nasa", "table", "offer", "roscosmos", (INSPECTION,))
    assert why_not(CONTENT, fell, offer) == FELL
    later = changed(fell, date=fell.figures["date"] + FELL_DAYS)
    assert why_not(CONTENT, later, offer) != FELL


def test_pressing_on_costs_approval_with_those_who_are_against() -> None:
    state = _waiting()
    found = home.stances(INDEX, state, state.offers[0], "nasa")
    step = decide(state, "press")
    pressed = [c for c in step.changes if c.reason.code == "vote.pressed"]
    moved = {c.path: c.amount for c in pressed if ".faction." in c.path}
    assert moved == {s.path: -home.pressed(s) for s in found if s.points < 0}
    assert moved


@given(games(CONTENT, whole=True, most_bytes=700))
def test_a_deal_never_enters_without_both_homes(game: Game) -> None:
    index = index_of(CONTENT, game.setup.scenario)
    for moment in game.moments:
        before, after = moment.before, moment.step.state
        direct = moment.step.changes[: moment.step.direct]
        if not any(c.kind == "deal" and c.reason.code == "deal.signs" for c in direct):
            continue
        slot = before.queue[0]
        if slot.kind in ("answer", "counter"):
            offer = next(o for o in before.offers if o.id == slot.subject)
            assert all(home.passes(index, before, offer, p) for p in (offer.maker, offer.to))
        elif slot.kind == "ratify":
            waiting = [s for s in before.queue if s.kind == "ratify" and s.subject == slot.subject]
            assert waiting == [slot] and moment.decision.pick in ("pay", "press")
        assert not any(s.kind == "ratify" for s in after.queue)


@given(st.data())
def test_every_way_does_what_its_preview_said(data: st.DataObject) -> None:
    figures = {
        "nasa__faction__congress": data.draw(st.integers(0, 60)),
        "nasa__faction__hawks": data.draw(st.integers(0, 60)),
        "nasa__treasury": data.draw(st.integers(0, 900)),
    }
    state = _waiting(**figures)
    for option in options(CONTENT, state):
        if option.legal:
            foreseen = preview(CONTENT, view(CONTENT, state, "nasa"), option.decision)
            step = apply(CONTENT, state, option.decision)
            happened = foreseeable(step.changes[: step.direct], "nasa")
            assert [b.changes for b in foreseen.branches] == [happened]


def test_a_signature_is_previewed_for_both_ways_of_the_other_home() -> None:
    table = changed(until(opening(), "table", "nasa"), nasa__capital=3)
    offered = decide(table, "offer", "roscosmos", INSPECTION).state
    seen = view(CONTENT, offered, "roscosmos")
    foreseen = preview(CONTENT, seen, Decision("roscosmos", "answer", "accept"))
    assert [b.told for b in foreseen.branches] == [
        message("vote.passes", partner="nasa"),
        message("vote.undecided", partner="nasa"),
    ]
    assert sum(b.chance for b in foreseen.branches) == 100


def test_a_third_partner_sees_that_somebody_decides_and_not_on_what() -> None:
    state = _waiting()
    assert view(CONTENT, state, "roscosmos").queue[0].subject == state.offers[0].id
    assert view(CONTENT, state, "esa").queue[0] == Slot("ratify", "nasa")


def test_no_clause_may_be_signed_that_the_own_treasury_cannot_pay() -> None:
    table = changed(until(opening(), "table", "esa"), esa__treasury=9, esa__capital=3)
    for amount, told in ((9, ""), (10, "treasury holds 9 M")):
        terms = (Term("alms", amount, "esa"),)
        free = {**CONTENT.clauses, "alms": replace(CONTENT.clauses["alms"], needs=None)}
        offer = Decision("esa", "table", "offer", "roscosmos", terms)
        reason = why_not(replace(CONTENT, clauses=free), table, offer)
        assert told in said(reason) and bool(told) == bool(reason)


@pytest.mark.parametrize(("spare", "told"), ((10, ""), (9, "treasury holds")))
def test_the_money_that_the_deal_takes_is_set_by_before_anybody_is_paid(
    spare: int, told: str
) -> None:
    hungry = replace(CONTENT.factions["congress"], likes={"money": 1})
    content = replace(CONTENT, factions={**CONTENT.factions, "congress": hungry})
    index = index_with(factions=content.factions)
    state = _waiting(nasa__faction__hawks=0)
    (payment,) = (p for p in home.payments(index, state, state.offers[0], "nasa") if p.money)
    state.figures["nasa.treasury"] = payment.money + spare
    reasons = {o.decision.target: said(o.reason) for o in options(content, state)}
    assert told in reasons[payment.path] and bool(told) == bool(reasons[payment.path])

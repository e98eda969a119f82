"""What players make of their homes: the trouble a deal is, and whether it is worth it."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from game.content.records import HistoricalMove
from game.players import ROSTER, Historical
from game.players.homes import DOUBTED, PRESSING, REMEMBERED, doubt, trouble
from game.players.persona import UNREST, worth
from game.rules.decisions import Change, Decision
from game.rules.legality import options
from game.rules.messages import NOTHING
from game.rules.state import Belief, Offer, Slot, State, Term
from game.rules.table.deals import verdict
from game.rules.table.ratification import payments
from game.rules.turn import apply
from game.rules.view import view
from tests.small import CONTENT, START
from tests.worlds import INDEX, changed, offer_of, opening, until

ALMS = Term("alms", 10, "nasa")
RICH = {"nasa__treasury": 900, "nasa__capital": 6, "nasa__income": 40, "tension": 30}


def _waiting(**figures: int) -> State:
    state = changed(until(opening(), "table", "nasa"), **(RICH | figures))
    offer = Offer("1_nasa_roscosmos", "nasa", "roscosmos", (ALMS,))
    slot = Slot("ratify", "nasa", offer.id)
    return replace(state, offers=(offer,), queue=(slot, *state.queue))


@pytest.mark.parametrize("name", ROSTER)
def test_every_player_decides_what_may_be_decided(name: str) -> None:
    for figures in ({}, {"nasa__treasury": 0, "nasa__capital": 0}):
        state = _waiting(**figures)
        seen = view(CONTENT, state, "nasa")
        offered = options(CONTENT, seen)
        move = ROSTER[name]().decide(CONTENT, seen, offered, Random(1))
        assert move.decision in [o.decision for o in offered if o.legal]


def test_history_presses_on_with_what_it_signed_and_else_pays_or_drops() -> None:
    state = _waiting()
    offered = options(CONTENT, state)
    scenario = CONTENT.scenarios["campaign"]
    signed = HistoricalMove(START, "nasa", to="roscosmos", terms=(("alms", 10),))
    scenarios = {**CONTENT.scenarios, "campaign": replace(scenario, history=(signed,))}
    recorded = replace(CONTENT, scenarios=scenarios)
    for content, pick in ((recorded, "press"), (CONTENT, "pay")):
        assert Historical().decide(content, state, offered, Random(1)).decision.pick == pick
    broke = _waiting(nasa__treasury=0, nasa__capital=0)
    move = Historical().decide(CONTENT, broke, options(CONTENT, broke), Random(1))
    assert move.decision.pick == "fall"


def test_trouble_is_what_the_cheapest_way_is_worth() -> None:
    state = _waiting()
    assert payments(INDEX, state, state.offers[0], "nasa")
    points = verdict(INDEX, state, state.offers[0], "nasa")
    assert 0 < trouble(INDEX, state, state.offers[0], "nasa", points) <= PRESSING
    glad = changed(state, nasa__faction__congress=99, nasa__faction__hawks=99)
    swap = offer_of(Term("seat_swap", 1, "nasa"))
    assert trouble(INDEX, glad, swap, "nasa", verdict(INDEX, glad, swap, "nasa")) == 0


def test_a_home_that_will_likely_refuse_is_doubted() -> None:
    state = opening()
    for approval, wanted in ((0, DOUBTED), (99, 0)):
        paths = [path for path, _, _ in INDEX.factions["roscosmos"]]
        state.knowledge = {"nasa": {path: Belief(approval, 2, state.turn) for path in paths}}
        seen = view(CONTENT, changed(state, tension=40, roscosmos__reliance=90), "nasa")
        offer = offer_of(Term("inspection", 1, "nasa"))
        points = verdict(INDEX, seen, offer, "roscosmos")
        assert doubt(INDEX, seen, offer, "roscosmos", "nasa", points) == wanted


def test_what_fell_at_the_other_home_is_not_soon_offered_again() -> None:
    state = apply(CONTENT, _waiting(), Decision("nasa", "ratify", "fall")).state
    seen = view(CONTENT, state, "roscosmos")
    again = Offer("", "roscosmos", "nasa", (ALMS,))
    assert doubt(INDEX, seen, again, "nasa", "roscosmos", 0) == REMEMBERED
    assert doubt(INDEX, seen, again, "esa", "roscosmos", 0) < REMEMBERED


def test_to_settle_unrest_is_worth_a_part_of_the_approval_it_keeps() -> None:
    seen = view(CONTENT, changed(opening(), nasa__unrest=9), "nasa")
    kept = Change("figure", "nasa.faction.congress", 4, "", NOTHING, ())
    settled = Change("figure", "nasa.unrest", -4 * UNREST, "", NOTHING, ())
    assert worth(CONTENT, seen, "nasa", [settled]) == worth(CONTENT, seen, "nasa", [kept]) > 0
    theirs = Change("figure", "roscosmos.unrest", -4, "", NOTHING, ())
    assert worth(CONTENT, seen, "nasa", [theirs]) == 0

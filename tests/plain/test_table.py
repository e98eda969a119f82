from __future__ import annotations

from dataclasses import replace

from game.content import records as r
from game.narration.home import home_line
from game.narration.offers import sum_told
from game.narration.words import say
from game.rules.decisions import Decision, find_offer
from game.rules.index import index_of
from game.rules.state import Offer, Slot, Term
from game.rules.table.deals import assess, possible_terms, verdict
from game.rules.table.openness import HINTED
from game.rules.table.ratification import stances
from game.rules.table.remedies import what_would_work
from game.session import Session
from tests.plain.talk import new_session, talk, up_to
from tests.saves.games import SMALL
from tests.worlds import perform_on


def _at_the_table(seed: int = 1) -> Session:
    return up_to(new_session(seed=seed), "table")


def _sent(session: Session) -> list[Decision]:
    return [d for d in session.decisions if d.pick in ("offer", "counter") and d.chair == "nasa"]


def test_an_offer_is_made_clause_by_clause() -> None:
    session = _at_the_table()
    said = talk(session, "offer roscosmos", "1", "1 1", "sum", "send", "send")
    assert "What could stand in it:" in said
    assert "What it is worth to you:" in said
    assert "What it is worth to Roscosmos:" in said
    (decision,) = _sent(session)
    assert decision.target == "roscosmos"
    assert len(decision.terms) == 1


def test_the_sums_are_those_of_the_rules_on_the_own_view() -> None:
    session = _at_the_table()
    said = talk(session, "offer roscosmos", "1 1")
    seen = session.view("nasa")
    index = index_of(SMALL, "campaign")
    term = replace(next(possible_terms(index, seen, "nasa", "roscosmos")), amount=1)
    offer = Offer("", "nasa", "roscosmos", (term,))
    assert f"For you: Together {verdict(index, seen, offer, 'nasa'):+d}" in said
    answer, _ = sum_told(assess(index, seen, offer, "roscosmos"), False, HINTED)
    assert f"For Roscosmos: Together: {answer}." in said


def test_the_other_sides_sums_open_as_it_is_known() -> None:
    session = _at_the_table()
    said = talk(session, "offer roscosmos", "1 1", "sum")
    assert "How open Roscosmos is to you: hinted, 1 of 3 (+1 at this level)." in said
    assert "(speaks against it)" in said
    session.states[-1] = perform_on(session.state, r.Study("roscosmos")).state
    said = talk(session, "offer roscosmos", "1 1", "sum")
    assert "How open Roscosmos is to you: open, 3 of 3" in said
    assert "For Roscosmos: Together +" in said or "For Roscosmos: Together -" in said


def test_a_clause_can_be_changed_and_removed() -> None:
    said = talk(_at_the_table(), "offer roscosmos", "1 1", "1 2", "remove 1", "remove 5", "sum")
    assert said.count("The offer:") == 2
    assert said.count("Nothing stands in the offer yet.") == 3
    assert "Name a clause of the offer" in said


def test_what_cant_stand_in_an_offer_is_explained() -> None:
    said = talk(_at_the_table(), "offer roscosmos", "send", "99", "1 9999", "1 x", "dance")
    assert "An offer needs at least one clause." in said
    assert "There are clauses 1 to" in said
    assert said.count("Not possible:") == 2
    assert "That means nothing here." in said


def test_going_back_costs_nothing() -> None:
    session = _at_the_table()
    before = len(session.decisions)
    said = talk(session, "offer roscosmos", "1 1", "back")
    assert said.count("The table.") == 2
    assert len(session.decisions) == before


def test_what_would_work_is_told_and_taken() -> None:
    for seed in range(1, 20):
        session = _at_the_table(seed)
        said = talk(session, "offer roscosmos", "1 1", "what would work", "yes", "send")
        if "Take it?" in said and _sent(session):
            (decision,) = _sent(session)
            assert len(decision.terms) >= 1
            assert "sign this" in said.split("Take it?")[0]
            return
    raise AssertionError("nothing ever needed a change")


def _answering() -> Session:
    for seed in range(1, 30):
        try:
            return up_to(new_session(seed=seed), "answer")
        except AssertionError:
            continue
    raise AssertionError("nobody ever makes an offer")


def test_an_offer_is_read_with_its_arithmetic_and_signed() -> None:
    session = _answering()
    offer = find_offer(session.state, session.state.queue[0].subject)
    said = talk(session, "sum", "work", "sign")
    assert "puts this to you:" in said
    assert "What it is worth to you:" in said
    assert "worth signing for you" in said or "make it worth" in said
    assert "'s own offer: " in said
    assert ": this is their own offer." in said and "they might sign" not in said
    assert any(d.pick == "accept" for d in session.decisions) or "Locked" in said
    assert offer.to == "nasa"


def test_an_offer_is_declined() -> None:
    session = _answering()
    talk(session, "decline")
    assert any((d.chair, d.pick) == ("nasa", "decline") for d in session.decisions)


def test_an_offer_is_countered() -> None:
    session = _answering()
    offer = find_offer(session.state, session.state.queue[0].subject)
    found = what_would_work(index_of(SMALL, "campaign"), session.view("nasa"), offer, offer.maker)
    assert found is not None
    said = talk(session, "counter", "send", "1 2", "2 1", "3 1", "4 1", "send")
    assert "The offer:" in said
    assert "A counter-offer must differ" in said or _sent(session)


def test_a_computer_player_says_why_it_answers_as_it_does() -> None:
    for seed in range(1, 20):
        session = up_to(new_session(seed=seed, others="diplomat"), "table")
        said = talk(session, "offer roscosmos", "1 1", "send", "send")
        if "Your offer to Roscosmos:\n  Roscosmos " in said:
            assert "Town" in said.partition("Your offer to Roscosmos:")[2]
            return
    raise AssertionError("nobody ever says why")


def test_the_deals_say_how_open_the_others_are() -> None:
    said = talk(_at_the_table(), "deals")
    assert "How open Roscosmos is to you: hinted, 1 of 3" in said
    assert "How open ESA is to you: hinted, 1 of 3" in said


def _at_home() -> Session:
    """Return a game in which NASA's home is against alms for Roscosmos."""
    session = _at_the_table()
    state = session.state.copy()
    offer = Offer("1_nasa_roscosmos", "nasa", "roscosmos", (Term("alms", 10, "nasa"),))
    figures = {"nasa.treasury": 400, "nasa.capital": 3, "tension": 30, "nasa.income": 40}
    state.figures = {**state.figures, **figures}
    state.offers = (offer,)
    state.queue = (Slot("ratify", "nasa", offer.id), *state.queue)
    session.states[-1] = state
    return session


def test_home_is_read_out_with_its_arithmetic_and_decided() -> None:
    session = _at_home()
    said = talk(session, "preview 1", "1")
    assert "Home is against the deal that you and Roscosmos have signed:" in said
    assert "You give: Alms (10 M)" in said
    for stance in stances(index_of(SMALL, "campaign"), session.states[-2], _alms(), "nasa"):
        assert f"weight {stance.weight}: {stance.points:+d}." in said
        for line in stance.lines:
            assert f"{line.amount:+d}: {say(SMALL, line.label)}." in said
    assert "it passes at zero" in said
    assert "Pressing on costs approval:" in said
    assert session.decisions[-1].pick == "pay"


def _alms() -> Offer:
    return Offer("1_nasa_roscosmos", "nasa", "roscosmos", (Term("alms", 10, "nasa"),))


def test_letting_a_deal_fall_says_beforehand_how_long_no_offer_follows() -> None:
    session = _at_home()
    said = talk(session, "preview fall").replace("\n", " ")
    assert "no new offer between you and Roscosmos before 2022 Q" in said


def test_what_the_own_side_is_against_is_said_before_it_is_sent() -> None:
    session = _at_the_table()
    said = talk(session, "offer roscosmos", "1 1", "send")
    assert "It is under your bottom line (" in said and not _sent(session)
    talk(session, "offer roscosmos", "1 1", "send", "1 2", "send")
    assert not _sent(session)
    talk(session, "offer roscosmos", "1 1", "send", "send")
    assert _sent(session)


def test_an_empty_line_at_home_means_none_of_the_ways() -> None:
    session = _at_home()
    said = talk(session, "", "fall")
    assert session.decisions[-1].pick == "fall"
    assert "Type a number from 1 to" in said


def test_an_offer_says_beforehand_how_both_homes_take_it() -> None:
    session = _at_the_table()
    said = talk(session, "offer roscosmos", "1 1").replace("\n", " ")
    seen = session.view("nasa")
    index = index_of(SMALL, "campaign")
    term = replace(next(possible_terms(index, seen, "nasa", "roscosmos")), amount=1)
    offer = Offer("", "nasa", "roscosmos", (term,))
    assert home_line(index, seen, offer, "nasa", "nasa") in said
    assert "Town votes, as far as you know:" in said
    assert "Moods afterwards, once it is in force: " in said


def test_what_leaving_a_deal_moved_is_told_with_it() -> None:
    for way, moved in (
        ("break openly", "Promises broken +1"),
        ("cancel with notice", "NASA cancels"),
    ):
        session = up_to(new_session(others="diplomat"), "table")
        said = talk(session, "offer roscosmos", "seat 2", "send", way, "yes")
        told = said.partition("> yes\n")[2].partition("The table.")[0]
        assert "Seat swap (2 flights)." in told and moved in told, told
        assert "Roscosmos's trust in you -" in told

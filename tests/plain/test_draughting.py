"""Drafting an offer line by line: names, years, looking at it, a suggestion taken or not."""

from __future__ import annotations

from datetime import date

from game.narration.offers import draft_terms, open_amounts
from game.rules.state import Offer, Term
from game.rules.table.deals import why_no_term
from game.session import Session
from tests.plain.talk import new_session, talk, up_to
from tests.worlds import INDEX, changed, opening

FROM_2029 = {"date": date(2029, 6, 1).toordinal(), "nasa__commitment": 2024}


def _at_the_table(seed: int = 1, **figures: int) -> Session:
    session = up_to(new_session(seed=seed), "table")
    if figures:
        session.states[-1] = changed(session.state, **figures)
    return session


def test_a_look_at_a_draft_keeps_it() -> None:
    said = talk(_at_the_table(), "offer roscosmos", "1 1", "look")
    assert said.count("The table.") == 1
    shown = said.split("> look\n")[1]
    assert shown.startswith("Your draft of an offer to Roscosmos.\nWhat could stand in it:")
    assert "The offer:\n1. You give: Alms (1 M)." in shown


def test_help_tells_what_works_in_a_draft_however_shortly_it_asks() -> None:
    said = talk(_at_the_table(), "speech normal", "offer roscosmos", *(["sum"] * 8), "help")
    asked, _, told = said.partition("> help")
    assert "The next clause?" in asked.splitlines()[-1]
    assert "These work at this question:" in told and "remove 1: take clause 1 out" in told


def test_clauses_that_were_not_read_out_can_be_heard() -> None:
    drafts = ("offer roscosmos", "back") * 3
    said = talk(
        _at_the_table(), "speech normal", *drafts, "offer roscosmos", "back", "offer esa", "back"
    )
    assert said.count("What could stand in it:") == 3
    assert said.count("Type list to hear what could stand in it.") == 1


def test_clauses_go_by_their_names() -> None:
    said = talk(_at_the_table(), "offer roscosmos", "seat 2", "swap 3", "both: inspection")
    assert "1. Both: Seat swap (2 flights)." in said
    assert "1. Both: Seat swap (3 flights)." in said
    assert "2. Both: Inspection." in said
    gone = talk(_at_the_table(), "offer roscosmos", "seat 2", "remove seat swap")
    assert gone.count("Nothing stands in the offer yet.") == 2


def test_a_name_that_two_clauses_go_by_is_asked_back() -> None:
    said = talk(_at_the_table(), "offer roscosmos", "stay until 2031", "you give stay until 2031")
    assert "That may be 6 or 7: type its number." in said
    assert "1. You give: Stay until 2031." in said


def test_years_that_are_past_or_promised_are_not_listed() -> None:
    session = _at_the_table(**FROM_2029, roscosmos__commitment=2031)
    said = talk(session, "offer roscosmos", "6", "6 2027", "6 2030", "7")
    assert "6. You give: Stay until, 2029 to 2032." in said
    assert "7. Roscosmos gives: Stay until, 2032." in said
    assert said.count("Which year, 2029 to 2032? Type both numbers, as in 6 2029.") == 2
    assert "1. You give: Stay until 2030." in said


def test_open_amounts_are_those_that_may_stand_and_are_not_past() -> None:
    state, blank = changed(opening(), **FROM_2029), Offer("", "nasa", "roscosmos", ())
    stay = Term("stay_until", 2026, "nasa")
    assert not why_no_term(INDEX, state, blank, stay)
    assert open_amounts(INDEX, state, blank, stay) == (2029, 2030, 2031, 2032)
    late = changed(state, date=date(2033, 1, 1).toordinal())
    assert stay.clause not in {t.clause for t in draft_terms(INDEX, late, "nasa", "roscosmos")}


def _suggested(*answers: str) -> str:
    for seed in range(1, 20):
        said = talk(_at_the_table(seed), "offer roscosmos", "1 1", "work", *answers)
        if "Take it?" in said:
            return said.split("Take it?", 1)[1]
    raise AssertionError("nothing ever needed a change")


def test_a_suggestion_is_answered_only_by_yes_or_no() -> None:
    said = _suggested("sum", "home", "send", "look", "yes")
    assert said.count("What it is worth to you:") == 1
    assert "it passes at zero" in said
    assert said.count("Only yes or no counts here") == 1
    assert said.count("Take it?") == 4
    assert "The offer:" in said.split("> yes")[1]


def test_a_suggestion_that_is_not_taken_leaves_the_draft() -> None:
    for no in ("no", "back"):
        said = _suggested(no, "send")
        assert "Your draft stays as it is." in said
        assert "The table." not in said.split(f"> {no}")[1].split("> send")[0]


def test_a_list_ends_with_what_is_closed_and_why() -> None:
    session = _at_the_table(nasa__treasury=0)
    opened, listed = talk(session, "offer roscosmos", "list").split("> list")
    assert "You give: Alms. Locked: The purse is empty." in listed
    assert "The purse is empty." not in opened

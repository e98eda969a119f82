"""Advisers in the plain game: said under the choices, looked up with a command."""

from __future__ import annotations

from tests.plain.talk import new_session, talk, up_to


def test_choices_come_with_advice() -> None:
    said = talk(up_to(new_session(), "card"))
    assert "Your advisers:" in said
    assert "Purse, " in said and "no record yet" in said


def test_the_agenda_comes_with_one_suggestion() -> None:
    said = talk(up_to(new_session(), "agenda"))
    after = said.partition("Your advisers:")[2]
    assert after.count("no record yet") + after.count("right ") == 1


def test_advice_tells_the_records() -> None:
    session = up_to(new_session(), "agenda")
    said = talk(session, "advice", "advice money", "advice cook")
    assert "Flight (station)." in said
    assert "Purse. Answers for money." in said
    assert "Nobody is called 'cook'." in said


def test_help_names_advice() -> None:
    assert "advice station" in talk(up_to(new_session(), "card"), "help")

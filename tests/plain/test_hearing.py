"""What the plain game says of choices: their numbers, names and previews, and the standing."""

from __future__ import annotations

from game.narration import branch_lines, decision_title
from game.rules.decisions import Branch, Change, Option
from game.session import Session, Waiting
from tests.plain.talk import new_session, talk, up_to
from tests.saves.games import SMALL


def test_numbers_that_were_heard_keep_their_meaning_within_a_turn() -> None:
    session = up_to(new_session(), "agenda")
    said = talk(session, "1", "2", "list")
    first, again = said.split("What else?", 1)
    titles = [line for line in first.splitlines() if line[:3] in ("1. ", "2. ")]
    names = [title[3:].partition(". Costs")[0].rstrip(".") for title in titles]
    chosen = [d for d in session.decisions if d.kind == "agenda" and d.pick != "end"][-2:]
    seen = session.view("nasa")
    assert [decision_title(SMALL, seen, decision) for decision in chosen] == names
    assert f"> 1\n{names[0]}.\n" in first
    assert f"> 2\n{names[1]}.\n" in again


def test_a_short_word_is_not_the_first_letters_of_an_action() -> None:
    session = up_to(new_session(), "agenda")
    assert any(_begins(session, option, "end") for option in _options(session))
    before = len(session.decisions)
    talk(session, "end")
    assert [d.pick for d in session.decisions[before:] if d.chair == "nasa"] == ["end"]


def _options(session: Session) -> tuple[Option, ...]:
    waiting = session.waiting_for()
    assert isinstance(waiting, Waiting)
    return tuple(waiting.options)


def _begins(session: Session, option: Option, word: str) -> bool:
    title = decision_title(SMALL, session.view("nasa"), option.decision).lower()
    return option.decision.pick != "end" and title.startswith(word)


def test_a_foreseen_branch_tells_figures_then_sentences() -> None:
    changes = (
        Change("crew", "x", 0, "c", "Ada trains for 4 months: spacewalks."),
        Change("figure", "tension", 2, "c", "why"),
        Change("crew", "y", 0, "c", "Ben trains for 4 months: spacewalks."),
    )
    told = branch_lines(SMALL, Branch(100, "", changes), "nasa")
    assert told == ("Tension +2. Ada and Ben train for 4 months: spacewalks.",)


def test_status_tells_the_legacies_and_who_stays_until_when() -> None:
    session = up_to(new_session(), "agenda")
    said = talk(session, "status", "quit")
    figures = session.view("nasa").figures
    assert f"Legacy: peace: {figures['nasa.peace']}" in said
    assert f"Legacy: power: {figures['nasa.power_legacy']}" in said
    year = figures["roscosmos.commitment"]
    assert f"Roscosmos has promised to stay until {year}." in said

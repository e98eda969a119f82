"""The plain game in a longer language: its own words are told in it, and what is typed is not."""

from __future__ import annotations

import io

import pytest

from game.plain.console import WIDEST, Console
from game.plain.keeping import everybody_agrees
from game.plain.opening import ask_setup
from game.plain.wishes import Wishes
from game.rules.encoding import digest
from game.session import Session
from game.text import cells
from game.text.language import ENGLISH, speaking
from tests.plain.talk import Terminal, new_session, talk, two_people, up_to
from tests.pseudo import Pseudo
from tests.saves.games import SMALL
from tests.small import BRIEF
from tests.unaccented import english

QUIETLY = ["1", "2", "back", "end", "decline"] * 200
REPORTS = (
    "help", "status", "station", "flights", "power", "crew", "deals", "leaving", "danger", "came",
    "chronicle", "chronicle 9", "why tension", "why tension 1", "why nothing", "why mandate",
    "advice", "lessons", "lessons off", "scenes", "scenes all", "look", "list", "preview",
    "preview 1", "nothing", "undo", "branch", "branch 7", "save", "report",
)  # fmt: skip
DRAFTING = (
    "offer roscosmos", "help", "list", "nothing", "99", "seat", "seat 2", "look", "sum", "home",
    "preview", "work", "maybe", "sum", "no", "remove 9", "remove 1", "send", "seat 2", "send",
    "send", "end",
)  # fmt: skip


def _told(session: Session, *answers: str) -> tuple[str, str]:
    """Return what a game says to some answers, and the state in which it leaves them."""
    return talk(session, *answers), digest(session.state)


@pytest.mark.parametrize("kind", ["card", "agenda", "table"])
def test_whatever_is_asked_is_told_in_the_language_spoken(kind: str) -> None:
    games = [up_to(new_session(), kind) for _ in range(2)]
    with speaking(ENGLISH):
        before, left = _told(games[0], *REPORTS, "quit")
    with speaking(Pseudo()):
        after, leaves = _told(games[1], *REPORTS, "quit")
    assert english(before)
    assert english(after) == []
    assert left == leaves


def test_an_offer_is_put_together_with_the_same_words_in_every_language() -> None:
    games = [up_to(new_session(others="diplomat"), "table") for _ in range(2)]
    with speaking(ENGLISH):
        before, left = _told(games[0], *DRAFTING, "quit")
    with speaking(Pseudo()):
        after, leaves = _told(games[1], *DRAFTING, "quit")
    assert english(before)
    assert english(after) == []
    assert left == leaves


def test_a_whole_game_is_told_to_its_end() -> None:
    with speaking(Pseudo()):
        said = talk(new_session(BRIEF), *QUIETLY, heard=Terminal())
    assert english(said) == []
    assert "Hash" not in said and "Ĥááśĥ" in said
    assert max(map(cells.width, said.splitlines())) <= WIDEST


def test_the_questions_before_a_game_are_told() -> None:
    heard = io.StringIO()
    console = Console(io.StringIO("99\n1\n1\n1\nmany\n7\n"), heard)
    with speaking(Pseudo()):
        ask_setup(console, SMALL, Wishes())
    assert english(heard.getvalue()) == []


def test_yes_and_no_are_typed_as_they_are() -> None:
    heard = io.StringIO()
    console = Console(io.StringIO("ýééś\nyes\nyes\n"), heard)
    with speaking(Pseudo()):
        assert everybody_agrees(console, two_people(), 1)
    assert english(heard.getvalue()) == [] and "yes" in heard.getvalue()

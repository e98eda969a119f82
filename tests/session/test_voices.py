"""What offices say over a whole game: the same each time, nothing twice within a year."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import replace

import pytest

from game.content.load import load_content
from game.content.records import OfficeVoice
from game.narration.reasons import UNKNOWN
from game.narration.words.voices import KINDS
from game.rules.decisions import Decision
from game.rules.messages import message
from game.rules.setup import Setup
from game.rules.state import Term
from game.session import PERSON, Session
from game.session.voices import reason_told, speaks, voices
from tests.plain.talk import new_session, up_to
from tests.saves.games import SMALL, session
from tests.small import CAMPAIGN

SCENARIO, TURNS = "cold_snap_2022", 8


@pytest.fixture(scope="module")
def played() -> Session:
    """Return some turns of the base game between diplomats."""
    seats = dict.fromkeys(("nasa", "roscosmos", "esa"), "diplomat")
    session = Session(load_content(), Setup(SCENARIO, "nasa", 3), seats)
    while not session.over and session.state.turn <= TURNS:
        session.play_one()
    return session


def test_nothing_is_said_twice_within_a_year(played: Session) -> None:
    said: dict[tuple[str, str], list[tuple[int, str]]] = defaultdict(list)
    for several in voices(played).said.values():
        for one in several:
            said[one.chair, one.kind].append((one.turn, one.way))
    year = 12 // played.content.scenarios[SCENARIO].turn_months
    assert sum(map(len, said.values())) > TURNS
    for heard in said.values():
        for turn, way in heard:
            near = [w for t, w in heard if turn - year < t <= turn and w == way]
            assert len(near) == 1, (turn, way)


def test_the_same_game_says_the_same_however_it_is_asked(played: Session) -> None:
    places = [n for n, d in enumerate(played.decisions) if speaks(d)]
    told = [reason_told(played, "nasa", place) for place in places]
    again = Session(played.content, played.setup, played.seats)
    for decision, reason in zip(played.decisions, played.reasons, strict=True):
        again.submit(decision, reason)
        voices(again)
    assert told and told == [reason_told(again, "nasa", place) for place in places]
    assert all(told)


def test_what_is_taken_back_was_never_said(played: Session) -> None:
    again = Session(played.content, played.setup, played.seats)
    for decision, reason in zip(played.decisions, played.reasons, strict=True):
        again.submit(decision, reason)
    before = dict(voices(again).said)
    again.rewind(len(again.decisions) // 2)
    assert len(voices(again).said) < len(before)
    assert voices(again).said.items() <= before.items()


def test_a_decline_always_has_a_reason_be_it_an_unknown_one() -> None:
    session = up_to(new_session(others="random"), "table")
    session.submit(Decision("nasa", "table", "offer", "roscosmos", (Term("alms", 10, "nasa"),)))
    told = []
    session.submit(Decision("roscosmos", "answer", "decline"))
    for level, reason in (
        ("liaison", message("why.sum", line=message("standing.mood"), way="", amount=-7,
                            total=-3, asked=0)),
        ("cold", message("why.sum", line=message("standing.mood"), way="", amount=-7,
                         total=-3, asked=0)),
        ("liaison", ""),
    ):  # fmt: skip
        words = {**session.state.words, "level": level}
        session.states[-1] = replace(session.state, words=words)
        session.reasons[-1] = reason
        told.append(reason_told(session, "nasa", len(session.decisions) - 1))
    assert "the mood between the capitals (it weighs heavily)" in told[0]
    assert UNKNOWN in told[1] and UNKNOWN in told[2]
    assert all("Town" in words for words in told)


def test_a_voice_may_name_the_first_clause_of_what_lies_on_the_table() -> None:
    says = {**dict.fromkeys(KINDS, ()), "decline": ("{city} won't have {clause}: {reason}.",)}
    voiced = replace(SMALL, voices={"all": OfficeVoice("all", "", "", says)})
    seats = {"nasa": PERSON, "roscosmos": "random", "esa": "random"}
    session = up_to(Session(voiced, Setup(CAMPAIGN, "nasa", 1), seats), "table")
    terms = (Term("alms", 10, "nasa"), Term("engines", 3, "roscosmos"))
    session.submit(Decision("nasa", "table", "offer", "roscosmos", terms))
    session.submit(Decision("roscosmos", "answer", "decline"))
    told = reason_told(session, "nasa", len(session.decisions) - 1)
    assert told.startswith(f"Town won't have {SMALL.clauses['alms'].name}: ")


def test_who_knows_one_way_says_it_again_within_the_year() -> None:
    says = dict.fromkeys(KINDS, ("{city}: {reason}.",))
    voiced = replace(SMALL, voices={"all": OfficeVoice("all", "", "", says)})
    said = [one for several in voices(session(4, content=voiced)).said.values() for one in several]
    assert {one.way for one in said} == {"{city}: {reason}."}
    assert max(Counter((one.chair, one.kind) for one in said).values()) > 1


def test_kinds_of_speech_are_known() -> None:
    assert {"offer", "accept", "decline", "counter", "press", "fall", "breach"} == set(KINDS)

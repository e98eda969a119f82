"""Lessons: one at a time, in order, where they come up, until what they ask for is done."""

from __future__ import annotations

from dataclasses import replace

from game.content.records import Deed, Lesson
from game.rules.decisions import Decision
from game.rules.setup import Setup
from game.session import PERSON, Session
from game.session.coach import Coach
from tests.saves.games import asked
from tests.small import CAMPAIGN, CONTENT
from tests.small_names import holds

SEATS = {"nasa": PERSON, "roscosmos": "random", "esa": "random"}
END = Deed("take", "end")
LESSONS = {
    "first": Lesson("first", "First", "One.", "agenda", None, 1, Deed("read", "why")),
    "second": Lesson("second", "Second", "Two.", "agenda", None, 2, END),
    "later": Lesson("later", "Later", "Three.", "agenda", holds("month > 0"), 3, Deed("point")),
    "table": Lesson("table", "Table", "Four.", "table", None, 0),
    "others": Lesson("others", "Others", "Five.", "agenda", None, 0, END, frozenset({"roscosmos"})),
}
TAUGHT = replace(CONTENT, lessons=LESSONS)


def _session() -> Session:
    return _until(Session(TAUGHT, Setup(CAMPAIGN, "nasa", 1), SEATS), "agenda")


def _until(session: Session, kind: str) -> Session:
    while True:
        session.play_others()
        waiting = session.waiting_for()
        assert waiting is not None
        if waiting.slot.kind == kind:
            return session
        legal = [option.decision for option in waiting.options if option.legal]
        session.submit(next((d for d in legal if d.pick in ("end", "decline")), legal[0]))


def _end(session: Session) -> Decision:
    return next(o.decision for o in asked(session).options if o.decision.pick == "end")


def _at(coach: Coach) -> str:
    lesson = coach.current("nasa")
    return lesson.id if lesson else ""


def test_a_lesson_stays_until_what_it_asks_for_is_done() -> None:
    session = _session()
    coach = Coach(session)
    assert [_at(coach), _at(coach)] == ["first", "first"]
    assert not coach.did("nasa", "read", "crew") and not coach.did("nasa", "point")
    assert _at(coach) == "first"
    assert coach.did("nasa", "read", "why") and _at(coach) == "second"
    assert coach.current("roscosmos") is None
    session.submit(_end(session))
    session.play_others()
    assert _at(coach) in ("", "table")
    assert [one.id for one in coach.done["nasa"]] == ["first", "second"]
    assert _at(Coach(_until(session, "table"))) == "table"


def test_what_is_decided_without_the_lesson_leaves_it() -> None:
    session = _session()
    coach = Coach(session)
    session.submit(_end(session))
    session.play_others()
    assert not coach.done["nasa"]
    _until(session, "agenda")
    assert _at(coach) == "first"


def test_a_lesson_waits_for_its_condition_and_can_be_passed_over() -> None:
    session = _session()
    coach = Coach(session)
    coach.skip("nasa")
    coach.skip("nasa")
    assert _at(coach) == ""
    session.submit(_end(session))
    _until(session, "agenda")
    assert _at(coach) == "later" and coach.place("nasa", LESSONS["later"]) == (4, 4)
    assert coach.did("nasa", "point", "anything")


def test_what_was_to_be_looked_at_before_a_save_counts_as_done() -> None:
    session = _session()
    session.submit(_end(session))
    coach = Coach(_until(session, "table"))
    assert [one.id for one in coach.done["nasa"]] == ["first", "second"]
    assert coach.told["nasa"] == coach.done["nasa"]


def test_what_is_taken_back_is_done_all_the_same() -> None:
    session = _session()
    coach = Coach(session)
    coach.skip("nasa")
    session.submit(_end(session))
    session.play_others()
    assert _at(coach) in ("", "table")
    session.undo("nasa")
    assert _at(coach) == "" and len(coach.done["nasa"]) == 2


def test_a_silent_coach_says_nothing() -> None:
    coach = Coach(_session())
    coach.silent = True
    assert coach.current("nasa") is None and not coach.did("nasa", "read", "why")

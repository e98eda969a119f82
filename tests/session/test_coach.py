"""Lessons: told once, in order, where they come up; what came up before a save counts as told."""

from __future__ import annotations

from dataclasses import replace

from game.content.records import Lesson
from game.rules.setup import Setup
from game.session import PERSON, Session
from game.session.coach import Coach
from tests.saves.games import asked
from tests.small import CAMPAIGN, CONTENT
from tests.small_names import holds

SEATS = {"nasa": PERSON, "roscosmos": "random", "esa": "random"}
LESSONS = {
    "first": Lesson("first", "First", "One.", "agenda", None, 1),
    "second": Lesson("second", "Second", "Two.", "agenda", None, 2),
    "later": Lesson("later", "Later", "Three.", "agenda", holds("month > 0"), 3),
    "table": Lesson("table", "Table", "Four.", "table", None, 0),
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


def test_lessons_come_in_order_each_once_and_where_they_belong() -> None:
    coach = Coach(_session())
    told = [coach.next("nasa") for _ in range(3)]
    assert [one and one.id for one in told] == ["first", "second", None]
    assert coach.next("roscosmos") is None


def test_a_lesson_waits_for_its_condition() -> None:
    session = _session()
    coach = Coach(session)
    while coach.next("nasa"):
        pass
    ends = [o.decision for o in asked(session).options if o.decision.pick == "end"]
    session.submit(ends[0])
    lesson = Coach(_until(session, "agenda")).next("nasa")
    assert lesson is not None and lesson.id == "later"


def test_what_came_up_before_counts_as_told() -> None:
    session = _session()
    decision = next(o.decision for o in asked(session).options if o.decision.pick == "end")
    session.submit(decision)
    coach = Coach(_until(session, "table"))
    assert [one.id for one in coach.told["nasa"]] == ["first", "second"]


def test_a_silent_coach_says_nothing() -> None:
    coach = Coach(_session())
    coach.silent = True
    assert coach.next("nasa") is None

"""The tutorial line by line: each lesson is told, done by what is typed, and told as done."""

from __future__ import annotations

import io

from game.content.records import Content, Lesson
from game.plain.console import Console
from game.plain.game import Game
from game.plain.lessons import PAGES
from game.rules.endings import grades
from game.rules.setup import Setup, new_game
from tests.plain.talk import talk
from tests.pupil import careful, lessons_of

MOST = 400  # answers that the whole of it takes at most


class Pupil(Console):
    """Types what each lesson asks for, and else what a careful player would."""

    def __init__(self) -> None:
        """Have done nothing."""
        self.heard = io.StringIO()
        super().__init__(io.StringIO(), self.heard)
        self.game: Game
        self.typed: list[str] = []
        self.asked = 0

    def ask(self, question: str) -> str:
        """Answer what is asked."""
        self.say(question)
        self.asked += 1
        assert self.asked < MOST, self.heard.getvalue()[-2000:]
        answer = self.typed.pop(0) if self.typed else self._answer()
        self.say(f"> {answer}")
        return answer

    def _answer(self) -> str:
        session, seat = self.game.session, self.game.seat
        waiting = session.waiting_for()
        if waiting is None:
            return ""
        lesson = seat.coach.current(waiting.chair)
        if lesson and (looks := self._looks(lesson)):
            return looks
        decision = careful(session, lesson)
        heard = [(one.pick, one.target) for one in seat.heard]
        if (decision.pick, decision.target) not in heard:
            return "list"
        if decision.pick == "offer":
            self.typed = ["shared tests 1", "send", "send"]
        return str(heard.index((decision.pick, decision.target)) + 1)

    def _looks(self, lesson: Lesson) -> str:
        if lesson.deed.kind == "read":
            return PAGES.get(lesson.deed.what, lesson.deed.what)
        if lesson.deed.kind == "put":
            picks = [one.pick for one in self.game.seat.heard]
            if "offer" not in picks:
                return "list"
            self.typed = ["shared tests 1", "back"]
            return str(picks.index("offer") + 1)
        return "preview 2" if lesson.deed.kind == "point" else ""


def test_all_of_it_is_told_and_done(base: Content) -> None:
    session, pupil = lessons_of(base, "nasa"), Pupil()
    pupil.game = Game(pupil, session)
    pupil.game.play()
    said = pupil.heard.getvalue()
    coach = pupil.game.seat.coach
    assert len(coach.done["nasa"]) == 15
    for lesson in coach.done["nasa"]:
        assert said.count(f" of 15: {lesson.title}.\n") == 1, lesson.id
    looked = [lesson for lesson in coach.done["nasa"] if lesson.deed.kind != "take"]
    assert said.count("That was the lesson.") == len(looked)
    assert session.state.ending == "the_handshake"
    letters = {grade.letter for grade in grades(base, session.state, "nasa")}
    assert letters <= {"A", "B", "C"} and letters & {"A", "B"}
    assert "C is history's line" in said and "The campaign begins in 2022" in said


def test_the_goal_is_said_first_and_lessons_can_be_passed_over(base: Content) -> None:
    session = lessons_of(base, "nasa")
    said = talk(session, "lessons skip", "lessons", "lessons off", "lessons skip", "quit")
    assert "Lesson 1 of 15: What you are here for." in said and "Now: type aims." in said
    assert said.index("Passed over.") < said.index("Lesson 2 of 15: Look before you take.")
    assert "Look before you take: This is a card" in said
    assert "There is no lesson here now." in said.partition("No more lessons.")[2]


def test_nobody_is_taught_to_propose_what_is_signed_already(base: Content) -> None:
    state, _changes = new_game(base, Setup("handshake_1975", "nasa", 4))
    lesson = next(one for one in base.lessons.values() if one.deed.what == "joint_tests")
    assert lesson.when is not None
    due, state = lesson.when.bind("nasa"), state.copy()
    state.figures = {**state.figures, "month": 12}
    for signed in (0, 1):
        state.figures["deal.joint_tests"] = signed
        assert bool(due(state, {})) == (not signed)

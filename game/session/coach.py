"""Lessons: what a person at the table is to do next to learn the game, one thing at a time.

A lesson comes up where it belongs and stays until what it asks for is done. What is decided is
seen in the session; what is looked at (a choice pointed at, a page read, a clause put into a
proposal) is told by whoever shows the game.
"""

from __future__ import annotations

from game.content.records import Lesson
from game.content.records.lessons import DeedKind
from game.rules.decisions import Decision
from game.rules.legality import pending
from game.rules.state import State
from game.session import Session


class Coach:
    """Leads every person at a session through the scenario's lessons, each once.

    In a game gone on with, what was only to be looked at counts as done where it came up.
    """

    def __init__(self, session: Session) -> None:
        """Know the lessons of a session's content in their order."""
        self._session = session
        lessons = session.content.lessons.values()
        self.lessons = tuple(sorted(lessons, key=lambda one: (one.order, one.id)))
        self.told: dict[str, list[Lesson]] = {chair: [] for chair in session.seats}
        self.done: dict[str, list[Lesson]] = {chair: [] for chair in session.seats}
        self.silent = False
        self._followed = 0
        self._follow(looked=True)

    def current(self, chair: str) -> Lesson | None:
        """Return the lesson that a chair is at where it decides now, and count it as told."""
        self._follow()
        if self.silent or not self.lessons or self._session.over:
            return None
        lesson = self._due(self._session.view(chair), chair)
        if lesson is not None and lesson not in self.told[chair]:
            self.told[chair].append(lesson)
        return lesson

    def did(self, chair: str, kind: DeedKind, what: str = "") -> bool:
        """Hear what a chair has looked at; return whether that was what its lesson asks for."""
        lesson = self.current(chair)
        if lesson is None or not _meets(lesson, kind, what):
            return False
        self.done[chair].append(lesson)
        return True

    def skip(self, chair: str) -> None:
        """Take the lesson that a chair is at for done."""
        if lesson := self.current(chair):
            self.done[chair].append(lesson)

    def place(self, chair: str, lesson: Lesson) -> tuple[int, int]:
        """Return which of a chair's lessons one is, from 1 on, and how many they are."""
        own = [one for one in self.lessons if _is_for(one, chair)]
        return own.index(lesson) + 1, len(own)

    def _follow(self, looked: bool = False) -> None:
        """See what has been decided meanwhile; what has been taken back is seen again."""
        decisions = self._session.decisions
        if self.lessons:
            for place in range(min(self._followed, len(decisions)), len(decisions)):
                self._learn(self._session.states[place], decisions[place], looked)
        self._followed = len(decisions)

    def _learn(self, state: State, decision: Decision, looked: bool) -> None:
        """Take for done what a decision in a state does."""
        chair = decision.chair
        while lesson := self._due(state, chair):
            taken = _meets(lesson, "take", decision.pick)
            if not taken and not (looked and lesson.deed.kind != "take"):
                return
            if lesson not in self.told[chair]:
                self.told[chair].append(lesson)
            self.done[chair].append(lesson)
            if taken:
                return

    def _due(self, seen: State, chair: str) -> Lesson | None:
        slot = pending(seen)
        if slot is None or slot.chair != chair:
            return None
        left = (x for x in self.lessons if x.at == slot.kind and x not in self.done[chair])
        return next((x for x in left if _is_for(x, chair) and _holds(x, seen, chair)), None)


def _is_for(lesson: Lesson, chair: str) -> bool:
    return not lesson.chairs or chair in lesson.chairs


def _meets(lesson: Lesson, kind: DeedKind, what: str) -> bool:
    return lesson.deed.kind == kind and lesson.deed.what in ("", what)


def _holds(lesson: Lesson, seen: State, chair: str) -> bool:
    return lesson.when is None or bool(lesson.when.bind(chair)(seen, {}))

"""Lessons: what a person at the table has yet to be told, one short text at a time."""

from __future__ import annotations

from game.content.records import Lesson
from game.rules.legality import pending
from game.rules.state import State
from game.session import Session


class Coach:
    """Tells every person at a session the scenario's lessons, each once.

    In a game gone on with, what came up before counts as told.
    """

    def __init__(self, session: Session) -> None:
        """Know the lessons of a session's content in their order."""
        self._session = session
        lessons = session.content.lessons.values()
        self.lessons = tuple(sorted(lessons, key=lambda one: (one.order, one.id)))
        self.told: dict[str, list[Lesson]] = {chair: [] for chair in session.seats}
        self.silent = False
        for state in session.states[:-1] if self.lessons else ():
            self._catch_up(state)

    def _catch_up(self, state: State) -> None:
        slot = pending(state)
        while slot is not None and (lesson := self._due(state, slot.chair)):
            self.told[slot.chair].append(lesson)

    def next(self, chair: str) -> Lesson | None:
        """Return the next lesson for a chair that decides now, and count it as told."""
        if self.silent or not self.lessons:
            return None
        lesson = self._due(self._session.view(chair), chair)
        if lesson is not None:
            self.told[chair].append(lesson)
        return lesson

    def _due(self, seen: State, chair: str) -> Lesson | None:
        slot = pending(seen)
        if slot is None or slot.chair != chair:
            return None
        told = self.told[chair]
        return next(
            (
                x
                for x in self.lessons
                if x.at == slot.kind and x not in told and _holds(x, seen, chair)
            ),
            None,
        )


def _holds(lesson: Lesson, seen: State, chair: str) -> bool:
    return lesson.when is None or bool(lesson.when.bind(chair)(seen, {}))

"""Somebody who plays the tutorial as it asks: who does each lesson, and is careful besides.

And somebody careless, who takes what lies on top and signs whatever comes.
"""

from __future__ import annotations

from collections.abc import Sequence

from game.content.records import Content, Lesson
from game.rules.decisions import Decision, Option
from game.rules.setup import Setup
from game.rules.state import Term
from game.session import PERSON, Session

SCENARIO = "handshake_1975"
CHAIRS = ("nasa", "soviet_academy")
ENDS = ("end", "accept", "press")
USEFUL = ("work_on_gear", "train_as_one", "language_lessons")
KEPT_BACK = 1  # capital for the table


def lessons_of(content: Content, chair: str, seed: int = 3) -> Session:
    """Return a new game of the tutorial with a person in a chair."""
    seats = dict.fromkeys(CHAIRS, "diplomat") | {chair: PERSON}
    return Session(content, Setup(SCENARIO, chair, seed), seats)


def careless(options: Sequence[Option]) -> Decision:
    """Return what lies on top: the first choice, an agenda closed at once, any paper signed."""
    legal = [option.decision for option in options if option.legal]
    return next((d for d in legal if d.pick in ENDS), legal[0])


def careful(session: Session, lesson: Lesson | None) -> Decision:
    """Return what the lesson asks to be taken, or what a careful player would take."""
    waiting = session.waiting_for()
    assert waiting is not None
    legal = [option.decision for option in waiting.options if option.legal]
    asked = lesson.deed.what if lesson and lesson.deed.kind == "take" else ""
    wanted = (asked, *_wanted(session, waiting.chair, waiting.slot.kind, waiting.slot.subject))
    found = next((d for pick in wanted for d in legal if d.pick == pick), legal[0])
    return _filled(waiting.chair, found) if found.pick == "offer" else found


def _wanted(session: Session, chair: str, kind: str, subject: str) -> tuple[str, ...]:
    if kind in ("card", "dilemma"):
        desks = session.content.events[subject].desks
        choices = next(desk.choices for desk in desks if desk.chair == chair)
        return tuple(choice.id for choice in choices if choice.history)
    if kind == "agenda":
        spare = session.state.figures[f"{chair}.capital"] > KEPT_BACK
        return (*(USEFUL if spare else ()), "end")
    return {"table": ("end",), "ratify": ("pay", "press")}.get(kind, ("decline",))


def _filled(chair: str, offer: Decision) -> Decision:
    """Return an offer with shared tests in it."""
    terms = (Term("joint_tests", 1, chair),)
    return Decision(chair, offer.kind, offer.pick, offer.target, terms)

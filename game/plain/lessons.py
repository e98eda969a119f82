"""Lessons line by line: what each says, what to type now, and that it has been done."""

from __future__ import annotations

from game.content.records import Content, Lesson
from game.content.records.lessons import DeedKind
from game.narration.lessons import taken_told
from game.plain.console import Console
from game.session.coach import Coach
from game.text.language import N_, _

POINT = N_("Now: type {typed} to hear what the second choice would do.")
READ = N_("Now: type {typed}.")
PUT = N_("Now: open an offer by its number, and put a clause in by its own.")
PUT_ONE = N_("Now: open an offer by its number, and put in “{clause}” by its own.")
PAGES = {"why": "why tension", "table": "deals", "home": "status"}
"""What is typed for a page that doesn't go by its name."""


class Lessons:
    """Says to each chair the lesson that it is at, once."""

    def __init__(self, console: Console, coach: Coach, content: Content) -> None:
        """Have said none."""
        self.console = console
        self.coach = coach
        self.content = content
        self.said: dict[str, Lesson] = {}

    def say(self, chair: str) -> None:
        """Say the lesson that a chair is at, unless it was the last one said."""
        lesson = self.coach.current(chair)
        if lesson is None or self.said.get(chair) is lesson:
            return
        self.said[chair] = lesson
        place, of = self.coach.place(chair, lesson)
        self.console.say()
        told = _("Lesson {place} of {of}: {title}.", place=place, of=of, title=lesson.title)
        self.console.say(told)
        self.console.say(" ".join(lesson.text.split()))
        self.console.say(now_told(self.content, lesson))

    def hear(self, chair: str, kind: DeedKind, what: str = "") -> None:
        """Hear what a chair has looked at; where that was its lesson, say so, and the next."""
        if self.coach.did(chair, kind, what):
            self.console.say(_("That was the lesson."))
            self.say(chair)

    def again(self, chair: str) -> None:
        """Say all lessons told so far again."""
        told = self.coach.told[chair]
        self.console.say_all(f"{one.title}: {' '.join(one.text.split())}" for one in told)
        if not told:
            self.console.say(_("There has been no lesson here."))

    def silence(self) -> None:
        """Tell no more lessons."""
        self.coach.silent = True
        self.console.say(_("No more lessons."))

    def skip(self, chair: str) -> None:
        """Pass the lesson over that a chair is at."""
        if self.coach.current(chair) is None:
            self.console.say(_("There is no lesson here now."))
            return
        self.coach.skip(chair)
        self.console.say(_("Passed over."))
        self.say(chair)


def now_told(content: Content, lesson: Lesson) -> str:
    """Return what to type now."""
    deed = lesson.deed
    if deed.kind == "point":
        return _(POINT, typed="preview 2")
    if deed.kind == "read":
        return _(READ, typed=PAGES.get(deed.what, deed.what))
    if deed.kind == "put":
        clause = content.clauses.get(deed.what)
        return _(PUT_ONE, clause=clause.name) if clause else _(PUT)
    return _("Now: {told}", told=taken_told(content, lesson))

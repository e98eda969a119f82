"""A lesson as it stands at the foot of a page: what it is about, and what to do now."""

from __future__ import annotations

from collections.abc import Mapping

from textual.content import Content

from game.content.records import Lesson
from game.narration.lessons import taken_told
from game.text.language import N_, _
from game.tui.ink import flow
from game.tui.keymap import KEYMAP
from game.tui.play import Play

POINT = N_("Now: point at another choice, with 2 or the arrows.")
READ = N_("Now: press {key}, and close the page again with Escape.")
READ_WHY = N_("Now: press {key}, or click a figure, and close the page with Escape.")
PUT = N_("Now: open an offer with Enter and put a clause in by its number.")
PUT_ONE = N_("Now: open an offer with Enter and put in “{clause}” by its number.")


def lesson_title(play: Play, lesson: Lesson, keys: Mapping[str, str]) -> str:
    """Return which lesson of how many it is, and the key that passes it over."""
    place, of = play.coach.place(play.me, lesson)
    key = {**KEYMAP, **keys}["lesson"]
    told = _("Lesson {place} of {of}: {title}", place=place, of=of, title=lesson.title)
    return f"{told} {_('({key}: pass it over)', key=key)}"


def lesson_text(play: Play, lesson: Lesson, keys: Mapping[str, str]) -> Content:
    """Return what a lesson says, and under it what to do, by the keys as they are set."""
    told = Content.styled(_now(play, lesson, {**KEYMAP, **keys}), "bold $text-accent")
    return Content("\n").join((Content(flow(lesson.text)), told))


def _now(play: Play, lesson: Lesson, keys: Mapping[str, str]) -> str:
    deed = lesson.deed
    if deed.kind == "point":
        return _(POINT)
    if deed.kind == "read":
        return _(READ_WHY if deed.what == "why" else READ, key=keys[deed.what])
    if deed.kind == "put":
        clause = play.content.clauses.get(deed.what)
        return _(PUT_ONE, clause=clause.name) if clause else _(PUT)
    return _("Now: {told}", told=taken_told(play.content, lesson))

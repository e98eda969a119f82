"""What a chair is here for: its goal, how it is judged, how the run can end, what lies ahead."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from game.content.lines import DISMISSAL
from game.content.records import Content, Ending
from game.narration.figures import figure_title
from game.narration.home import promise_text
from game.narration.votes import sittings_told, vote_when
from game.narration.words.own import phrase
from game.narration.years import years_lines
from game.rules.calendar import turn_start
from game.rules.endings import grades
from game.rules.index import Index
from game.rules.state import State
from game.text.language import _


@dataclass(frozen=True, slots=True)
class Aim:
    """One part of it: a title and its lines, a sentence or more each; whether it tells of ends."""

    title: str
    lines: tuple[str, ...]
    ending: bool = False


def aims(index: Index, seen: State, chair: str) -> tuple[Aim, ...]:
    """Return what a chair is here for, as far as it may know; parts without lines are left out."""
    early, late = (tuple(_ends(index, chair, last)) for last in (False, True))
    found = (
        Aim(_("What you are here for"), (goal_text(index),)),
        Aim(_("How you will be judged"), tuple(_judged(index, seen, chair))),
        Aim(_("What lies ahead"), tuple(_ahead(index, seen, chair))),
        Aim(_("What would end it before its time"), early, ending=True),
        Aim(_("What it may come to at the end"), late, ending=True),
    )
    return tuple(aim for aim in found if aim.lines)


def goal_text(index: Index) -> str:
    """Return what one is here for: in the scenario's words, or the game's."""
    scenario = index.scenario
    over = date.fromordinal(turn_start(scenario, scenario.turns + 1) - 1)
    code = "goal.staying" if scenario.station else "goal.holding"
    return " ".join(scenario.goal.split()) or phrase(index.content, code, year=over.year)


def _judged(index: Index, seen: State, chair: str) -> Iterator[str]:
    """Yield what each legacy stands at, beside history's, and the letter that it would have now."""
    for grade in grades(index.content, seen, chair):
        yield phrase(
            index.content,
            "legacy.judged",
            legacy=figure_title(index.content, f"{chair}.{grade.legacy}", chair),
            points=grade.points,
            par=grade.par,
            letter=grade.letter,
        )
    yield letters_told(index.content)


def letters_told(content: Content) -> str:
    """Return what the letters mean."""
    return phrase(content, "legacy.letters")


def _ends(index: Index, chair: str, last: bool) -> Iterator[str]:
    """Yield how a run can come to its end, before its time or at the `last`, the gravest first."""
    endings = sorted((one for one, _when in index.endings), key=lambda one: -one.priority)
    for ending in endings:
        if ending.how and ending.last == last:
            yield _told(ending)
    if not last and chair in index.mandates and not any(one.how for one in endings):
        yield _("A mandate under {line}, two turns running: the office falls.", line=DISMISSAL)


def _told(ending: Ending) -> str:
    return _("{title}. {how}", title=ending.title, how=ending.how)


def _ahead(index: Index, seen: State, chair: str) -> Iterator[str]:
    """Yield votes that are announced, promises, and until when everybody has promised to stay."""
    for sitting in sittings_told(index, seen, chair):
        yield vote_when(index, seen, sitting)
    for promise in seen.promises:
        if chair in (promise.maker, promise.to):
            yield promise_text(index, seen, promise, chair)
    yield from years_lines(index, seen, chair)

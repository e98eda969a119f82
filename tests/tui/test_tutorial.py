"""The tutorial on a small screen: each lesson is met beside what it explains, and done by keys."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.geometry import Region
from textual.widget import Widget

from game.content.records import Content, Lesson
from game.rules.decisions import Decision
from game.rules.endings import grades
from game.tui.keymap import KEYMAP
from game.tui.menus import Entry, Menu
from game.tui.screens.ask import Ask
from game.tui.screens.desk import Desk
from game.tui.screens.draft import Draft
from game.tui.screens.ended import Ended
from game.tui.widgets.choices import Choices
from game.tui.widgets.taught import Taught
from tests.pupil import SCENARIO, careful
from tests.tui.conftest import Opener, Screen

MOST_ROWS = 7


async def test_a_newcomer_is_offered_it_first_and_may_have_no_more_of_it(
    opened: Opener, base: Content
) -> None:
    async with opened(content=base) as screen:
        assert "> 2 Learn in ten minutes" in screen.text
        await screen.keys("enter")
        assert screen.play.session.setup.scenario == SCENARIO
        assert "In July 1975 an Apollo and a" in screen.text  # the goal comes first
        await screen.keys("enter")
        assert isinstance(screen.app.screen, Desk)
        assert "Lesson 1 of 15: What you are here for" in screen.text
        assert "Now: press g" in screen.text
        await _answer(screen, "2")
        assert "Lesson 2 of 15: Look before you take" in screen.text
        await _answer(screen, "3")
        assert screen.play.coach.silent and "Lesson" not in screen.text
        await _answer(screen, "2")
        assert "Lesson 2 of 15" in screen.text


async def _answer(screen: Screen, number: str) -> None:
    """Answer what the lesson's key asks."""
    await screen.keys("y")
    assert isinstance(screen.app.screen, Ask)
    await screen.keys(number)
    if screen.shows(Ask):
        await screen.keys("enter")


async def test_there_is_no_station_to_look_at(opened: Opener, base: Content) -> None:
    async with opened("nasa", base, "handshake_1975") as screen:
        await screen.keys("enter", "enter")
        assert "Docking" in screen.text and "No seat" not in screen.text
        for page in "scfo":
            await screen.keys(page)
            assert "No station flies" in " ".join(screen.text.split())
            assert "SEGMENT" not in screen.text and "Russian" not in screen.text
            await screen.keys("escape")
        await screen.keys("t")
        assert "3 flight called off" in screen.text and "Article 28" not in screen.text


@pytest.mark.long
async def test_all_of_it_is_met_and_done_beside_what_it_explains(
    opened: Opener, base: Content
) -> None:
    async with opened("nasa", base, SCENARIO) as screen:
        met: list[Lesson] = []
        while not screen.shows(Ended):
            if not screen.at_desk():
                await screen.keys("enter")
            elif (lesson := screen.play.lesson()) is None:
                screen.play.decide(careful(screen.play.session, None))
                screen.desk.go_on()
                await screen.settle()
            else:
                if lesson not in met:
                    met.append(lesson)
                    _stands_beside(screen, lesson)
                await _do(screen, lesson)
        coach = screen.play.coach
        assert met == coach.done["nasa"] and len(met) == 15
        letters = {grade.letter for grade in grades(base, screen.play.session.state, "nasa")}
        assert screen.play.session.state.ending == "the_handshake"
        assert letters <= {"A", "B", "C"} and letters & {"A", "B"}
        assert "C is history's" in screen.text


def _stands_beside(screen: Screen, lesson: Lesson) -> None:
    """Hold that a lesson is read whole, and that it covers nothing."""
    shown = screen.app.screen.query_one(Taught)
    words = " ".join(" ".join(line.split()) for line in screen.text.splitlines())
    assert lesson.title in words and lesson.text.split()[-1] in words
    assert 0 < shown.region.height <= MOST_ROWS, lesson.id
    assert shown.virtual_size.height <= shown.scrollable_content_region.height, lesson.id
    for name, region in _others(screen):
        assert not region.intersection(shown.region), (lesson.id, name)
    ground = {name: region.height for name, region in _others(screen)}
    assert ground["brief"] > 1 and ground["choices"] > 2, (lesson.id, ground)


def _others(screen: Screen) -> Iterator[tuple[str, Region]]:
    """Yield where every other thing on the screen stands."""
    for widget in screen.app.screen.walk_children(Widget):
        if widget.display and not isinstance(widget, Taught) and widget.region.area:
            yield widget.id or type(widget).__name__, widget.region


async def _do(screen: Screen, lesson: Lesson) -> None:
    """Do what a lesson asks for, by keys."""
    deed = lesson.deed
    if deed.kind == "read":
        await screen.keys(KEYMAP[deed.what], "escape")
    elif deed.kind == "point":
        at = screen.desk.query_one(Choices).highlighted
        await screen.keys("2" if at == 0 else "1")
    elif deed.kind == "put":
        offer = next(e for e in screen.desk.menus[0].entries if e.key.startswith("offer/"))
        await _press(screen, offer)
        await _put(screen, deed.what)
        await screen.keys("escape")
    else:
        await _choose(screen, careful(screen.play.session, lesson))


async def _choose(screen: Screen, decision: Decision) -> None:
    """Take a decision by its numbers, through the menus that lead to it."""
    while screen.at_desk() and (entry := _leading(screen.desk.menus[-1], decision)):
        decides = entry.menu is None
        await _press(screen, entry)
        if screen.shows(Draft):
            await _put(screen, decision.terms[0].clause)
            await screen.keys("s")
            if screen.shows(Draft):
                await screen.keys("s")
        if decides:
            return


def _leading(menu: Menu, decision: Decision) -> Entry | None:
    for entry in menu.entries:
        found = entry.decision
        if found and (found.pick, found.target) == (decision.pick, decision.target):
            return entry
        if entry.menu is not None and _leading(entry.menu, decision):
            return entry
    return None


async def _press(screen: Screen, entry: Entry) -> None:
    before = (screen.app.screen, len(screen.desk.menus))
    await screen.keys(entry.row.number)
    if before == (screen.app.screen, len(screen.desk.menus)):
        await screen.keys("enter")


async def _put(screen: Screen, clause: str) -> None:
    """Put a clause into the proposal that lies open."""
    draft = screen.app.screen
    assert isinstance(draft, Draft)
    rows = draft.query_one(Choices).rows
    place = next(n for n in range(len(rows)) if draft.bargain.clause(n) == clause)
    await screen.keys(rows[place].number)
    if not draft.bargain.terms:
        await screen.keys("enter")

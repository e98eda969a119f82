"""The transcript tells what the screens tell, each thing once, without a terminal."""

from __future__ import annotations

from pathlib import Path
from random import Random

import pytest
from textual.pilot import Pilot
from textual.widgets import OptionList

from game.rules.setup import Setup
from game.tui.launch import Launch
from game.tui.screens.desk import Desk
from game.tui.screens.scene import SceneSheet
from game.tui.widgets.choices import Choices
from game.tui.widgets.gauges import Gauge
from game.web.page import transcript
from game.web.page.app import Carried, OnPage
from game.web.page.reading import read
from tests.small import CAMPAIGN, CONTENT
from tests.tui.test_two_faces import wanted
from tests.web.conftest import Page
from tests.web.transcribed import said_again, unsaid

SEED = 3
SIZE = (120, 36)


def _app() -> OnPage:
    chair = CONTENT.scenarios[CAMPAIGN].chairs[0]
    setup = Setup(CAMPAIGN, chair, SEED)
    return OnPage(Launch(setup=setup, greets=False), Carried(lambda: CONTENT))


def _of(page: Page, kind: str) -> list[str]:
    return [line for one, lines in page.told if one == kind for line in lines]


async def _quiet(pilot: Pilot[None], app: OnPage) -> None:
    """Wait until nothing goes on, then let the transcript look."""
    for _ in range(3):
        await pilot.pause()
        await app.workers.wait_for_complete()
    await pilot.pause()
    app.transcript.look()


async def _to_desk(pilot: Pilot[None], app: OnPage, page: Page) -> Desk:
    """Close what is told first."""
    for _ in range(20):
        await _quiet(pilot, app)
        if isinstance(app.screen, Desk) and app.screen.menus and not app.screen.pending:
            return app.screen
        if isinstance(app.screen, SceneSheet):
            app.screen.dismiss(None)
        else:
            await pilot.press("enter")
    raise AssertionError(app.screen)


async def test_a_question_is_told_with_all_its_choices_and_what_one_would_do(
    page: Page, saves: Path
) -> None:
    page.transcript = True
    app = _app()
    async with app.run_test(size=SIZE) as pilot:
        desk = await _to_desk(pilot, app, page)
        menu, choices = desk.menus[-1], desk.query_one(Choices)
        assert len(_of(page, "turn")) == 1
        assert menu.title in _of(page, "page")
        for entry in menu.entries:
            told = [
                line for line in _of(page, "choices") if " ".join(entry.row.text.split()) in line
            ]
            assert told or entry.row.heading
        page.told.clear()

        await pilot.press("down")
        await _quiet(pilot, app)
        ((kind, lines),) = page.told  # nothing of the rest again
        assert kind == "pointed" and choices.rows[choices.highlighted].text in lines[0]
        assert len(lines) > 1  # what it would do
        page.told.clear()

        await _quiet(pilot, app)
        assert not page.told


async def test_what_the_game_tells_is_told_and_what_happened_once(page: Page, saves: Path) -> None:
    page.transcript = True
    app = _app()
    dice = Random(SEED)
    async with app.run_test(size=SIZE) as pilot:
        desk = await _to_desk(pilot, app, page)
        play = desk.play
        while play.seen.turn < 3:
            waiting = play.waiting
            assert waiting is not None
            desk.decide(wanted(waiting, dice))
            desk = await _to_desk(pilot, app, page)
        told = [i for i in play.telling.items(play.me) if play.telling.teller(play.me, i)]
        assert any(item.outcome for item in told) and len(_of(page, "turn")) == 3
        assert unsaid(play.session, play.me, told, page.told) == []
        assert said_again(play.session, play.me, told, page.told) == []


async def test_a_page_is_told_as_it_opens_and_the_desk_not_again(page: Page, saves: Path) -> None:
    page.transcript = True
    app = _app()
    async with app.run_test(size=SIZE) as pilot:
        desk = await _to_desk(pilot, app, page)
        for key, heading in (("c", "Crew and manifest"), ("h", ""), ("question_mark", "")):
            page.told.clear()
            await pilot.press(key)
            await _quiet(pilot, app)
            assert app.screen is not desk
            assert _of(page, "page")[-1].startswith(heading) and _of(page, "keys")
            page.told.clear()
            await pilot.press("escape")
            await _quiet(pilot, app)
            assert [kind for kind, _ in page.told] == ["page", "pointed"]

        page.told.clear()
        desk.query(Gauge).first().focus()
        await _quiet(pilot, app)
        assert [kind for kind, _ in page.told][:1] == ["pointed"]
        app.action_command_palette()
        await _quiet(pilot, app)
        assert app.screen.query(OptionList)
        await pilot.press("escape")


async def test_what_is_shown_is_told_before_a_key_closes_it(
    page: Page, saves: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(transcript, "SECONDS", 600)  # it doesn't look by itself
    page.transcript = True
    app = _app()
    async with app.run_test(size=SIZE) as pilot:
        await _to_desk(pilot, app, page)
        page.told.clear()
        await pilot.press("c")
        await pilot.pause()
        assert not page.told
        await pilot.press("escape")
        assert _of(page, "page") == ["Crew and manifest"] and _of(page, "said")


async def test_it_is_silent_until_it_is_wished_for_then_tells_what_there_is(
    page: Page, saves: Path
) -> None:
    app = _app()
    async with app.run_test(size=SIZE) as pilot:
        for _ in range(3):
            await pilot.pause()
            await app.workers.wait_for_complete()
        app.notify("Nobody hears this.")
        assert not page.told
        page.transcript = True
        app.transcript.begin()
        await _quiet(pilot, app)
        assert _of(page, "turn") and _of(page, "page")
        app.notify("Saved.", title="Kept")
        assert page.told[-1] == ["said", ["Kept: Saved."]]


async def test_the_pane_of_what_happened_says_each_thing_once_and_nothing_a_page_has_told(
    page: Page, saves: Path
) -> None:
    page.transcript = True
    app = _app()
    dice = Random(SEED)
    async with app.run_test(size=SIZE) as pilot:
        desk = await _to_desk(pilot, app, page)
        while not any(part.items for part in desk.lately):
            waiting = desk.play.waiting
            assert waiting is not None
            desk.decide(wanted(waiting, dice))
            desk = await _to_desk(pilot, app, page)
        stands = [part for part in desk.lately if part.items]
        keys = [part.key for part in read(desk) if part.key.startswith("lately/")]
        assert len(keys) == len(set(keys)) == len(stands)
        desk.play.tell(stands[0].items)  # a page has, the pane isn't drawn anew yet
        assert len([part for part in read(desk) if part.key.startswith("lately/")]) < len(stands)

"""Keys typed too early: while a game opens, before a page is laid out; and a theme that is gone."""

from __future__ import annotations

import json
from pathlib import Path
from threading import Event

import pytest
from textual.events import MouseDown, MouseUp

from game.content.records import Content
from game.rules.setup import Setup
from game.saves.settings import settings_file
from game.tui.app import Handshake
from game.tui.launch import Launch
from game.tui.library import Library
from game.tui.screens.ask import HandOver
from game.tui.screens.desk import Desk
from game.tui.screens.sheet import OTHERS
from game.tui.screens.title import Title
from game.tui.widgets.choices import Choices
from tests.tui.conftest import CAMPAIGN, CONTENT, Opener, Screen

TYPED = ("enter", "1", "2", "enter", "w", "question_mark", "x", "q", "escape", "p")


class SlowLibrary(Library):
    """A library whose content is read only when the test says so."""

    def __init__(self, directory: Path) -> None:
        super().__init__(None, directory)
        self.go_on = Event()

    def content(self) -> Content:
        self.go_on.wait()
        self._content = CONTENT
        return CONTENT


async def leave_a_game(opened: Opener) -> None:
    """Play and leave a game, so that there is one to go on with."""
    async with opened("nasa") as screen:
        await screen.keys("enter", "2", "enter", "q", "3")


@pytest.mark.parametrize("chair", ["esa", "nowhere"])
async def test_keys_typed_while_a_game_opens_open_nothing_else(
    opened: Opener, tmp_path: Path, chair: str
) -> None:
    await leave_a_game(opened)
    library = SlowLibrary(tmp_path)
    app = Handshake(Launch(setup=Setup(CAMPAIGN, chair, 5)), library)
    async with app.run_test(size=(80, 24)) as pilot:
        screen = Screen(app, pilot)
        await pilot.pause()
        assert "Opening the game" in screen.text
        assert app.screen.query_one(Choices).highlighted == -1
        for key in TYPED:
            app.simulate_key(key)
            await pilot.pause()
        for event in (MouseDown, MouseUp):
            app.post_message(event(None, 40, 14, 0, 0, 1, False, False, False))
        await pilot.pause()
        assert isinstance(app.screen, Title)
        library.go_on.set()
        await screen.settle()
        if chair == "nowhere":
            assert "nowhere" in screen.text
            await screen.keys("enter")
            assert app.screen.query_one(Choices).highlighted == 0
            await screen.keys("enter")
            assert screen.play.me == "nasa"
        else:
            assert screen.play.me == "esa"
            assert all(made.chair != "esa" for made in screen.play.session.decisions)
            assert len(app.screen_stack) == 4, "a page was opened by a key typed too early"


async def test_what_was_typed_before_a_page_came_is_not_taken_for_it(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        screen.app.hearing.close()
        screen.app.simulate_key("w")
        await screen.settle()
        assert screen.at_desk()
        screen.app.hearing.open()
        await screen.keys("w")
        assert not screen.at_desk()


async def test_a_key_before_a_page_is_laid_out_does_nothing(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        pages = [HandOver("NASA decides next", "Hidden.", [("go", "I am NASA")])]
        for page in pages:
            assert page.check_action("pick", ("1",)) is False
            screen.app.push_screen(page)
            await screen.settle()
            assert page.check_action("pick", ("1",)) is not False


async def test_no_page_takes_keys_before_it_is_laid_out(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        for _, name, _ in OTHERS:
            known = name in screen.pages.made
            screen.desk.action_go(name)
            assert (screen.app.screen.check_action("close", ()) is not False) == known
            await screen.settle()
            await screen.keys("escape")
            assert isinstance(screen.app.screen, Desk)


async def test_an_unknown_theme_is_told_and_stays_as_it_was_set(opened: Opener) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('{"theme": "obrit", "more": 1}')
    async with opened() as screen:
        assert screen.app.theme == "orbit"
        told = [n.message for n in screen.app._notifications]
        assert any("no theme 'obrit'; did you mean \"orbit\"?" in text for text in told)
        assert json.loads(settings_file().read_text()) == {"theme": "obrit", "more": 1}
        screen.app.theme = "high-contrast"
        await screen.settle()
        screen.app.theme = "orbit"
        await screen.settle()
    assert json.loads(settings_file().read_text()) == {"theme": "orbit", "more": 1}

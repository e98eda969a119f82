"""Advisers on the screen: under the choices, on a page of their own, at any size."""

from __future__ import annotations

import pytest

from game.tui.screens.pages import Advisers
from game.tui.widgets.advice import Advice
from game.tui.widgets.choices import Choices
from tests.tui.conftest import Opener


@pytest.mark.parametrize("size", [(80, 24), (120, 36), (200, 60)])
async def test_advice_stands_under_the_choices(opened: Opener, size: tuple[int, int]) -> None:
    async with opened("nasa", size=size) as screen:
        await screen.keys("enter")
        await screen.to("card")
        assert "Purse " in screen.text and "Polls " in screen.text
        lines = screen.desk.query_one(Advice).size.height
        assert lines <= (3 if size[1] == 24 else 8)
        choices = screen.desk.query_one(Choices)
        assert choices.size.height >= min(4, choices.virtual_size.height)


async def test_the_pane_is_gone_where_nobody_speaks(opened: Opener) -> None:
    async with opened("esa") as screen:
        await screen.to("agenda")
        assert not screen.desk.query_one(Advice).display or not screen.desk.has_class("-advised")
        assert "Your advisers" not in screen.text


async def test_a_letter_opens_the_page_and_closes_it(opened: Opener) -> None:
    async with opened("nasa", size=(120, 36)) as screen:
        await screen.keys("enter", "a")
        assert isinstance(screen.app.screen, Advisers)
        assert "no record yet" in screen.text
        assert "Answers for money." in screen.text
        await screen.keys("a")
        assert screen.at_desk()


async def test_a_click_on_the_advice_opens_the_page(opened: Opener) -> None:
    async with opened("nasa", size=(120, 36)) as screen:
        await screen.keys("enter")
        await screen.to("card")
        await screen.pilot.click("#advice")
        await screen.settle()
        assert isinstance(screen.app.screen, Advisers)


async def test_the_page_tells_what_came_of_it(opened: Opener) -> None:
    async with opened("nasa", size=(200, 60)) as screen:
        await screen.to("card")
        while screen.play.session.state.turn < 4:
            if screen.play.others_turn:
                screen.play.others(lambda: True)
            else:
                screen.play.decide(screen.idle())
        screen.desk.go_on()
        await screen.settle()
        await screen.keys("enter", "a")
        assert "came: " in screen.text
        assert "right " in screen.text or "Nothing to judge" in screen.text

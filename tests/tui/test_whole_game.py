"""A whole game with keys alone, from the title to the end report and back."""

from __future__ import annotations

from game.tui.screens.desk import Desk
from game.tui.screens.ended import Ended
from game.tui.screens.setting import Setting
from game.tui.screens.title import Title
from tests.tui.conftest import Opener, Screen, short


async def play_on(screen: Screen) -> None:
    """Press what a hurried player presses until the game is over."""
    for _ in range(200):
        if isinstance(screen.app.screen, Ended):
            return
        if not isinstance(screen.app.screen, Desk):
            await screen.keys("enter")
        elif screen.kind() in ("agenda", "table"):
            await screen.keys("0", "enter")
        else:
            await screen.keys("1", "enter")
    raise AssertionError("the game does not end")


async def test_from_the_title_to_the_end_report_and_back(opened: Opener) -> None:
    async with opened(content=short(2)) as screen:
        assert screen.shows(Title)
        await screen.keys("3")
        assert screen.shows(Setting)
        await screen.keys("enter")
        await play_on(screen)
        assert screen.play.session.over
        assert "Your legacies" in screen.text
        await screen.keys("enter")
        assert screen.shows(Title)


async def test_a_finished_game_can_be_read_and_undone(opened: Opener) -> None:
    async with opened("nasa", content=short(1)) as screen:
        await play_on(screen)
        screen.desk.point(moved=True)  # a key that was on its way as the game ended
        await screen.keys("h")
        assert "Chronicle" in screen.text
        await screen.keys("escape", "u")
        assert not screen.play.session.over
        assert screen.at_desk()
        assert "hindsight" in screen.text


async def test_two_people_hand_the_screen_over(opened: Opener) -> None:
    seats = (("nasa", "person"), ("roscosmos", "person"), ("esa", "random"))
    async with opened("nasa", content=short(1), seats=seats) as screen:
        seen = set()
        for _ in range(60):
            if isinstance(screen.app.screen, Ended):
                break
            if screen.at_desk():
                seen.add(screen.play.me)
                assert screen.play.waiting is not None
                assert screen.play.waiting.chair == screen.play.me
                await screen.keys("0" if screen.kind() in ("agenda", "table") else "1")
            await screen.keys("enter")
        assert seen == {"nasa", "roscosmos"}

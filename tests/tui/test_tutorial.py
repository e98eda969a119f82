"""The tutorial on a small screen: begun from the title, with lessons, without a station."""

from __future__ import annotations

from game.content.records import Content
from game.tui.screens.ask import Ask
from game.tui.screens.desk import Desk
from tests.tui.conftest import Opener


async def test_a_newcomer_is_offered_it_first_and_is_taught(opened: Opener, base: Content) -> None:
    async with opened(content=base) as screen:
        assert "> 2 Learn in ten minutes" in screen.text
        await screen.keys("enter")
        assert screen.play.session.setup.scenario == "handshake_1975"
        assert "You run the agency" in screen.text
        await screen.keys("enter")
        assert isinstance(screen.app.screen, Ask) and "Lesson: A card" in screen.text
        assert "Go on, and no more lessons" in screen.text
        await screen.keys("enter")
        assert isinstance(screen.app.screen, Desk)
        await screen.keys("1", "enter", "1", "enter")
        assert "Lesson: Your agenda" in screen.text
        await screen.keys("2", "enter")
        assert screen.play.coach.silent and isinstance(screen.app.screen, Desk)


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

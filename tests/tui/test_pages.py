"""The pages over the game: how they open and close, and that what they say adds up."""

from __future__ import annotations

import pytest

from game.tui.screens.desk import Desk
from game.tui.screens.keys import Keys
from game.tui.screens.pages import Crew, News, Station
from game.tui.screens.sheet import OTHERS, Sheet
from game.tui.screens.table import Table
from tests.tui.conftest import Opener, short

LETTERS = [key for key, _, _ in OTHERS]


async def test_every_page_opens_and_closes(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        for number, letter in enumerate(LETTERS):
            await screen.keys(letter)
            assert isinstance(screen.app.screen, Sheet)
            await screen.keys(("escape", "q", "enter", letter)[number % 4])
            assert isinstance(screen.app.screen, Desk)


async def test_a_page_closes_once_however_fast_the_keys_come(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter", "c")
        for _ in range(3):
            screen.app.simulate_key("escape")
        await screen.settle()
        assert screen.at_desk()


async def test_a_page_leads_to_another_page(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        for letter, kind in (("c", Crew), ("s", Station), ("t", Table), ("question_mark", Keys)):
            await screen.keys(letter)
            assert isinstance(screen.app.screen, kind)
        await screen.keys("escape")
        assert isinstance(screen.app.screen, Table)
        await screen.keys("escape")
        assert isinstance(screen.app.screen, Desk)


async def test_help_over_the_news_goes_back_to_the_news(opened: Opener) -> None:
    async with opened("nasa") as screen:
        assert isinstance(screen.app.screen, News)
        await screen.keys("question_mark", "escape")
        assert isinstance(screen.app.screen, News)
        await screen.keys("c", "s", "n", "question_mark", "t", "enter")
        assert isinstance(screen.app.screen, News)
        await screen.keys("enter")
        assert screen.at_desk()


@pytest.mark.parametrize("size", [(80, 24), (200, 60)])
async def test_no_page_is_wider_than_the_screen(opened: Opener, size: tuple[int, int]) -> None:
    async with opened("nasa", size=size) as screen:
        await screen.keys("enter")
        for letter in LETTERS:
            await screen.keys(letter)
            assert len(screen.text.splitlines()) == size[1]
            assert "…" not in screen.text.splitlines()[-1]


async def test_the_crew_page_names_everybody_and_their_way_home(opened: Opener) -> None:
    async with opened("nasa", size=(120, 36)) as screen:
        await screen.keys("enter", "c")
        for person in screen.play.session.state.crew.values():
            assert screen.play.content.people[person.id].name in screen.text
        assert "Home in Dragon A" in screen.text


@pytest.mark.parametrize(
    ("page", "now", "back", "told"),
    (
        ("h", "turn 2 of 3", ("left", "left"), ("turn 1 of 3", "Soyuz B docks")),
        ("w", "Turn 2, this turn", ("left",), ("1 turn ago", "and ended at")),
    ),
    ids=("the chronicle", "the reasons"),
)
async def test_a_page_of_turns_goes_back_to_an_earlier_one(
    opened: Opener, page: str, now: str, back: tuple[str, ...], told: tuple[str, ...]
) -> None:
    async with opened("nasa", content=short(3)) as screen:
        await screen.keys("enter")
        for kind in ("agenda", "table"):
            await screen.to(kind)
            await screen.keys("0", "enter")
        await screen.to("agenda")
        await screen.keys(page)
        assert now in screen.text
        assert not any(line in screen.text for line in told)
        await screen.keys(*back)
        assert all(line in screen.text for line in told)


async def test_the_codex_shows_what_is_highlighted(opened: Opener) -> None:
    async with opened("nasa", content=short(2)) as screen:
        await screen.keys("enter", "x", "down", "enter")
        assert isinstance(screen.app.screen, Desk)


async def test_the_table_page_says_how_open_the_others_are(opened: Opener) -> None:
    async with opened("nasa", size=(120, 36)) as screen:
        await screen.keys("enter", "t")
        assert "How open Roscosmos is to you: hinted" in screen.text


async def test_the_page_on_leaving_adds_up_and_tells_what_rungs_shut(opened: Opener) -> None:
    async with opened("nasa", size=(160, 60)) as screen:
        await screen.keys("enter", "l")
        figures = screen.play.seen.figures
        assert "If Roscosmos left this turn, you'd lose" in screen.text
        assert "Power from the big wings" in screen.text
        for path in ("nasa.loss.roscosmos", "roscosmos.loss.nasa", "esa.loss.nasa"):
            assert str(figures[path]) in screen.text
        assert "Step up to it: capital 1" in screen.text

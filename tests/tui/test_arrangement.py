"""The desk at its sizes: what stands where, what a key or a click leads to, live on resize."""

from __future__ import annotations

from game.tui.screens.pages import Flights, Station
from game.tui.screens.table import Table
from game.tui.screens.why import Why
from game.tui.widgets.choices import Choices
from game.tui.widgets.instrument import Instrument
from game.tui.widgets.pane import Pane
from tests.tui.conftest import Opener, Screen

COMPARED = ("[1]", "now", "Odds")
PAGES = {"station": Station, "coming": Flights, "trust": Table, "tension": Why}


def _height(screen: Screen, pane: str) -> int:
    found = screen.desk.query_one(pane)
    return found.size.height if found.display else 0


async def test_tab_compares_all_choices_where_there_is_little_room_and_goes_back(
    opened: Opener,
) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        assert not any(mark in screen.text for mark in COMPARED) and _height(screen, "#brief")
        await screen.keys("tab")
        assert all(mark in screen.text for mark in COMPARED) and not _height(screen, "#brief")
        await screen.keys("2")
        assert "[2]" in screen.text and screen.desk.query_one(Choices).has_focus
        await screen.keys("tab")
        assert "[2]" not in screen.text and _height(screen, "#brief")


async def test_the_comparison_stands_under_the_choices_where_there_is_room(opened: Opener) -> None:
    async with opened("nasa", size=(100, 30)) as screen:
        await screen.keys("enter")
        assert all(mark in screen.text for mark in COMPARED) and _height(screen, "#brief")
        await screen.keys("tab")
        assert not screen.desk.query_one(Choices).has_focus


async def test_instruments_come_and_go_with_the_size(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        seen = {}
        for size in ((80, 24), (120, 36), (100, 30), (160, 50)):
            await screen.pilot.resize_terminal(*size)
            await screen.settle()
            shown = screen.desk.query(Instrument)
            seen[size] = [pane.id for pane in shown if pane.size.area]
        assert seen[80, 24] == []
        assert set(seen[100, 30]) == {"trust", "tension"}
        assert {"station", "coming", "trust"} <= set(seen[120, 36])
        assert set(PAGES) < set(seen[160, 50])


async def test_an_instrument_opens_its_page_by_a_click_and_by_enter(opened: Opener) -> None:
    async with opened("nasa", size=(160, 50)) as screen:
        await screen.keys("enter")
        for name, page in PAGES.items():
            await screen.pilot.click(f"#{name}")
            await screen.settle()
            assert screen.shows(page), name
            await screen.keys("escape")
            screen.desk.query_one(f"#{name}", Instrument).focus()
            await screen.keys("enter")
            assert screen.shows(page), name
            await screen.keys("escape")


async def test_the_thermometer_shows_the_choice_pointed_at(opened: Opener) -> None:
    async with opened("nasa", size=(160, 50)) as screen:
        await screen.keys("enter", "1")
        before = str(screen.desk.query_one("#tension", Pane)._text)
        await screen.keys("2")
        assert str(screen.desk.query_one("#tension", Pane)._text) != before


async def test_nothing_of_an_instrument_is_left_for_who_sits_down_next(opened: Opener) -> None:
    async with opened("nasa", size=(160, 50)) as screen:
        await screen.keys("enter")
        tension = screen.desk.query_one("#tension", Pane)
        assert str(tension.border_title) != tension.named and tension.shows
        for pane in screen.desk.query(Instrument):
            pane.blank()
        await screen.settle()
        titles = [str(pane.border_title) for pane in screen.desk.query(Instrument)]
        assert titles == [pane.named for pane in screen.desk.query(Instrument)]
        assert not any(pane.shows for pane in screen.desk.query(Instrument))

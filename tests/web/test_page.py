"""The app on a page: what makes no sense there is replaced by what does."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NoReturn

import pytest
from textual.screen import Screen
from textual.widgets import Static

from game.errors import SaveError, UsageError
from game.rules.setup import Setup
from game.saves.packs import ADD_PACK
from game.tui.house import House
from game.tui.launch import Launch
from game.tui.library import Library
from game.tui.screens.ask import Ask
from game.tui.screens.pages import News
from game.tui.widgets.choices import Choices
from game.web.page.app import FORGETS, KEPT, Carried, OnPage, PageTitle
from game.web.page.driver import ENTER, LEAVE, PageDriver
from game.web.page.start import told
from tests.small import CONTENT
from tests.web.conftest import Page


def _texts(app: OnPage) -> list[str]:
    return [row.text for row in app.screen.query_one(Choices).rows]


async def test_the_title_and_the_game_offer_what_a_page_has(page: Page, saves: Path) -> None:
    app = OnPage(Launch(), Carried(lambda: CONTENT), UsageError("The link asks for too much."))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        await app.workers.wait_for_complete()
        await pilot.pause()
        assert isinstance(app.screen, Ask)  # the link was wrong
        await pilot.press("escape")
        await pilot.pause()
        offered = _texts(app)
        assert "Quit" not in offered and not any("plain" in one for one in offered)
        app.screen.query_one(Choices).highlighted = len(offered) - 1
        await pilot.press("enter")
        assert page.shown == 1

        await pilot.press("q")
        await pilot.pause()
        assert app.is_running and any("Close the tab" in n.message for n in app._notifications)
        title: Screen[Any] = app.screen
        assert all(command.title != "Quit" for command in app.get_system_commands(title))

        scenario = next(iter(CONTENT.scenarios.values()))
        app._begin(Setup(scenario.id, scenario.chairs[0], 7), {}, False)
        await app.workers.wait_for_complete()
        await pilot.pause()
        path = saves / "run.html"
        path.parent.mkdir(exist_ok=True)
        path.write_text("<p>told</p>", encoding="utf-8")
        assert "run.html" in app.handed([path]) and str(saves) not in app.handed([path])
        assert page.delivered["run.html"] == ("text/html", b"<p>told</p>")
        desk = app.desk
        assert desk is not None
        for _ in range(
            100
        ):  # the news of the first turn comes by itself, and lies over what is there
            if not isinstance(app.screen, News):
                await pilot.pause()
        assert isinstance(app.screen, News)
        House(app, desk.play).leave()
        await pilot.pause()
        assert "Quit" not in _texts(app) and "To the title" in _texts(app)


@pytest.mark.parametrize(("keeps", "told"), [(True, KEPT), (False, FORGETS)])
def test_the_title_says_whether_anything_is_kept(page: Page, keeps: bool, told: str) -> None:
    page.keeps = keeps
    assert PageTitle().usual() == told


async def test_the_driver_writes_hears_and_delivers(
    page: Page, saves: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = OnPage(Launch(), Carried(lambda: CONTENT))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        driver = PageDriver(app)
        heard: list[object] = []
        monkeypatch.setattr(driver, "process_message", heard.append)
        driver.start_application_mode()
        page.typed("x")
        page.typed("")
        page.sized(90, 25)
        driver.open_url("https://example.org")
        app.deliver_screenshot(filename="picture.svg")
        driver.stop_application_mode()
    assert [type(one).__name__ for one in heard] == ["Resize", "Key", "Resize"]
    assert page.written[0] == ENTER and page.written[-1] == LEAVE
    assert page.opened == ["https://example.org"]


def test_a_crash_hands_out_the_report_of_the_terminals_game(page: Page, saves: Path) -> None:
    said = told(RuntimeError("broken"))
    ((name, (kind, data)),) = page.delivered.items()
    assert name in said and "reload the page" in said
    assert kind == "application/json" and b"RuntimeError: broken" in data


def test_a_save_that_lacks_a_pack_says_what_a_page_can_do(monkeypatch: pytest.MonkeyPatch) -> None:
    def lacking(library: Library, name: str) -> NoReturn:
        raise SaveError(f"mine was played with the pack Tea. {ADD_PACK}")

    monkeypatch.setattr(Library, "load", lacking)
    with pytest.raises(SaveError, match="drop it on the page") as refused:
        Carried(lambda: CONTENT).load("mine")
    assert "handshake" not in str(refused.value)


async def test_before_the_first_game_nothing_is_told_of_a_terminal(page: Page, saves: Path) -> None:
    app = OnPage(Launch(), Carried(lambda: CONTENT))
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        app.show_settings(first=True)
        await pilot.pause()
        shown = [str(one.render()) for one in app.screen.query(Static)]
        assert any("tick the box" in one for one in shown)
        assert not any("handshake plain" in one for one in (*shown, *_texts(app)))
        assert not any("line by line" in one for one in _texts(app))

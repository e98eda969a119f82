"""The site in a real Chromium, over this machine's own loopback: as its visitors use it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from game.content.records import Content
from game.packs.archive import archived
from game.saves.store import Store
from game.session.keeping import go_on
from tests.web.conftest import PACK, built
from tests.web.visitor import Visitor, program, served

WINDOW = {"width": 1700, "height": 900}
LINK = "?scenario=cold_snap_2022&as=esa&seed=7&level=cold"
TURNS = 50
MOST_GROWTH = 1.4
"""How much larger the page's process may be after many turns than after a fifth of them.

A game keeps its states, to be gone back to: from its 10th to its 28th turn a page grows by a fifth.
"""


@pytest.fixture(scope="module")
def address(base: Content, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Return where a site is served."""
    pytest.importorskip("playwright", reason="a browser is driven by the extra `browser`")
    with served(built(tmp_path_factory.mktemp("web") / "site", base)) as where:
        yield where


@pytest.fixture
def browser(address: str) -> Iterator[Any]:
    """Return a browser that nobody has used."""
    driver = pytest.importorskip("playwright.sync_api")
    with driver.sync_playwright() as playwright:
        found = program(playwright.chromium.executable_path)
        if not found:
            pytest.skip("there is no Chromium: install one, or run `playwright install chromium`")
        opened = playwright.chromium.launch(executable_path=found)
        yield opened
        opened.close()


def _until_turn(visitor: Visitor, turn: int, keys: bool = True, most: int = 120) -> None:
    """Play until a turn has come."""
    for _ in range(most):
        if len(visitor.turns) >= turn:
            return
        visitor.step(keys)
    raise AssertionError(f"no turn {turn}; last told: {visitor.settled()[-2000:]}")


@pytest.mark.long
def test_a_game_by_keys_by_mouse_and_after_a_reload(browser: Any, address: str) -> None:
    context = browser.new_context(viewport=WINDOW)
    visitor = Visitor(context, address)
    visitor.comes("page", "Settings")  # nothing has been set here yet
    visitor.press("Escape")
    visitor.comes("page", "Orbital Handshake")
    visitor.press("3")
    visitor.comes("page", "New game")
    visitor.press("Enter")
    visitor.until(lambda: visitor.told("turn"))
    _until_turn(visitor, 2)
    _until_turn(visitor, 3, keys=False)
    visitor.settled()
    turn = visitor.last("turn")

    visitor.page.reload()
    assert visitor.page.is_checked("#reader")  # it is remembered
    visitor.comes("page", "Orbital Handshake")
    visitor.until(lambda: "1. Continue" in visitor.page.inner_text("#transcript"))
    visitor.press("1")
    visitor.until(lambda: visitor.last("turn") == turn)
    assert visitor.complaints() == []


@pytest.mark.long
def test_a_link_a_second_tab_and_a_save_that_goes_out_and_in(
    browser: Any, address: str, base: Content, tmp_path: Path
) -> None:
    context = browser.new_context(viewport=WINDOW)
    visitor = Visitor(context, address, LINK)
    visitor.until(lambda: visitor.told("turn"))
    assert visitor.page.url == address  # a reload doesn't begin anew
    second = context.new_page()
    second.goto(address)
    second.get_by_text("open in another tab").wait_for()
    for _ in range(8):
        visitor.step()
    visitor.settled()

    visitor.page.click("#saves")
    with visitor.page.expect_download() as download:
        visitor.page.click("#kept button:text('Take out')")
    name = download.value.suggested_filename
    store = Store(tmp_path)
    download.value.save_as(tmp_path / name)
    resumed = go_on(base, store, name.removesuffix(".json"))
    assert (resumed.session.setup.chair, resumed.session.setup.seed) == ("esa", 7)
    assert resumed.session.decisions and not resumed.warnings

    visitor.page.set_input_files("#bring", tmp_path / name)
    visitor.until(lambda: "is kept, as" in visitor.page.inner_text("#came"))
    assert visitor.page.locator("#kept li").count() == 2
    _pack_comes(visitor, tmp_path / "tea.zip")
    assert visitor.complaints() == []


def _pack_comes(visitor: Visitor, path: Path) -> None:
    """Bring a pack in where saves are listed, and see it played with."""
    path.write_bytes(archived(PACK))
    visitor.page.set_input_files("#bring", path)
    visitor.until(lambda: "is kept in this browser" in visitor.page.inner_text("#judged"))
    assert "no errors, no warnings" in visitor.page.inner_text("#findings")
    visitor.page.click("#again")
    visitor.page.wait_for_selector("#saves:enabled")
    visitor.page.click("#saves")
    visitor.until(lambda: visitor.page.locator("#packs li").count() == 1)
    visitor.page.get_by_role("button", name="Back to the game").last.click()


@pytest.mark.long
@pytest.mark.skipif("WHOLE" not in os.environ, reason="many turns are for `.ci/run --all` alone")
def test_many_turns_take_no_more_room(browser: Any, address: str) -> None:
    visitor = Visitor(browser.new_context(viewport=WINDOW), address, LINK)
    visitor.until(lambda: visitor.told("turn"))
    _until_turn(visitor, TURNS // 5, most=10**4)
    early = _room(browser)
    _until_turn(visitor, TURNS, most=10**4)
    assert _room(browser) < MOST_GROWTH * early


def _room(browser: Any) -> int:
    """Return how many kB the largest process of a browser's pages takes (Linux)."""
    told = browser.new_browser_cdp_session().send("SystemInfo.getProcessInfo")
    pages = [one["id"] for one in told["processInfo"] if one["type"] == "renderer"]
    texts = (Path(f"/proc/{one}/status").read_text(encoding="ascii") for one in pages)
    return max(int(re.findall(r"VmRSS:\s+(\d+)", text)[0]) for text in texts)

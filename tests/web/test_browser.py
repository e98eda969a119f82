"""The site in a real Chromium, over this machine's own loopback: as its visitors use it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Mapping
from functools import partial
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
    assert visitor.complaints() == []


@pytest.mark.long
def test_packs_and_other_files_are_dropped(browser: Any, address: str, tmp_path: Path) -> None:
    visitor = Visitor(browser.new_context(viewport=WINDOW), address, LINK)
    visitor.until(lambda: visitor.told("turn"))
    page = visitor.page
    for name, where, told in (
        ("cat.png", "#told", "cat.png: neither a save (.json) nor a pack"),
        ("notes.json", "#told", "notes.json is not kept"),
        ("torn.zip", "#findings", "it is no whole archive"),
    ):
        (tmp_path / name).write_text("{}", encoding="ascii")
        visitor.drop(tmp_path / name)
        visitor.until(partial(_stands, page, where, told))
    wrong = {**PACK, "words.yaml": PACK["words.yaml"].replace(b"2022", b"2122")}
    assert "E080" in _dropped(visitor, tmp_path / "wrong.zip", wrong, "wrong.zip is not")
    assert not page.is_visible("#again")
    page.click("#close")

    assert "no errors, no warnings" in _dropped(
        visitor, tmp_path / "tea.zip", PACK, "Tea, version 1.0, is kept"
    )
    page.click("#again")
    visitor.comes("page", "Settings")  # nothing has been set here yet
    visitor.press("Escape")
    visitor.comes("page", "Orbital Handshake")
    visitor.press("3")
    visitor.until(lambda: "A snap with tea" in page.inner_text("#transcript"))
    page.click("#saves")
    visitor.until(lambda: page.locator("#packs li").all_inner_texts() == ["tea 1.0Remove"])
    assert visitor.complaints() == []


def _stands(page: Any, where: str, text: str) -> bool:
    return text in page.inner_text(where)


def _dropped(visitor: Visitor, path: Path, files: Mapping[str, bytes], comes: str) -> str:
    """Drop a pack's archive on the page; return what is found, once its fate is told."""
    path.write_bytes(archived(files))
    visitor.drop(path)
    visitor.until(lambda: comes in visitor.page.inner_text("#findings"))
    found: str = visitor.page.inner_text("#findings")
    return found


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

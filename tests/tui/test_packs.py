"""The page of packs: enabled, disabled, put in order, and what each does."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content import cached
from game.packs.choice import enable_in, enabled_in
from game.record import replace
from game.tui.app import Handshake
from game.tui.launch import Launch
from game.tui.library import Library
from game.tui.screens.packs import PacksPage
from game.tui.screens.settings import SettingsPage
from game.tui.screens.title import Title
from tests.packs.conftest import directory, pack
from tests.tui.conftest import CONTENT, STANDARD, Opener, Screen

__all__ = ["directory"]  # the fixture


async def test_packs_are_enabled_and_put_in_order_and_read_at_once(
    directory: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    for name in ("a", "b"):
        pack(directory, name)
    enable_in(directory, ["a"])
    read: list[tuple[Path, ...]] = []

    def load(packs: tuple[Path, ...]) -> object:
        read.append(tuple(packs))
        return replace(CONTENT)

    monkeypatch.setattr(cached, "load_content", load)
    named = tmp_path / "named"
    launch = Launch(packs=(directory / "a", named))
    app = Handshake(launch, Library(CONTENT, tmp_path, launch.packs))
    async with app.run_test(size=STANDARD) as pilot:
        screen = Screen(app, pilot)
        await screen.settle()
        await screen.keys("6", "6")
        assert screen.shows(PacksPage)
        assert "1 [x] a by somebody 1.0" in screen.text
        assert "2 [ ] b by somebody 1.0" in screen.text
        assert "adds flag: seen" in screen.text
        await screen.keys("2")
        assert "[x] b by somebody" in screen.text
        await screen.keys("u")
        assert enabled_in(directory) == ("b", "a")
        assert "1 [x] b by somebody" in screen.text
        await screen.keys("3")
        assert screen.shows(SettingsPage)
        assert app.launch.packs == (directory / "b", directory / "a", named)
        assert read == [app.launch.packs]
        await screen.keys("escape")
        assert screen.shows(Title)


async def test_what_cant_be_enabled_is_told(directory: Path, opened: Opener) -> None:
    pack(directory, "tea", more="requires: [kettle]\n")
    (directory / "empty").mkdir()
    async with opened() as screen:
        await screen.keys("6", "6", "2")
        assert "That didn't work" in screen.text
        assert "E071" in screen.text
        await screen.keys("enter", "home")
        assert "E070" in screen.text
        await screen.keys("d", "escape")
        assert enabled_in(directory) == ()


async def test_where_there_are_no_packs_the_way_to_some_is_told(
    directory: Path, opened: Opener
) -> None:
    async with opened() as screen:
        await screen.keys("6", "6")
        assert "There are no packs in" in screen.text
        await screen.keys("enter")
        assert screen.shows(SettingsPage)

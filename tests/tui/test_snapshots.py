"""The main pages at four sizes, as text: what changes on the screen shows in a diff."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from types import SimpleNamespace

import pytest

from game.tui import app
from tests.tui.conftest import Opener, Screen
from tests.tui.snapshots import difference

SIZES = ((80, 24), (100, 30), (120, 36), (160, 50))
Walk = Callable[[Screen], AsyncIterator[str]]


async def _title(screen: Screen) -> AsyncIterator[str]:
    yield "title"
    for name in ("New game", "Settings"):
        await screen.keys(_number(screen, name))
        yield name.lower()
        await screen.keys("escape")


def _number(screen: Screen, words: str) -> str:
    line = next(line for line in screen.text.splitlines() if words in line)
    return line.split(words)[0].split()[-1]


async def _desk(screen: Screen) -> AsyncIterator[str]:
    yield "what you are told first"
    await screen.to_desk()
    yield "a card"
    await screen.keys("i")
    yield "letters to jump by"
    await screen.keys("escape", "q")
    yield "leaving"
    await screen.keys("escape")
    await screen.to("agenda")
    yield "the agenda"
    await screen.keys("1")
    yield "a group of the agenda"
    await screen.to("table")
    yield "the table's choices"
    await screen.keys("1", "1")
    yield "a proposal"


async def _pages(screen: Screen) -> AsyncIterator[str]:
    await screen.to_desk()
    await screen.to("agenda")
    for key, name in (
        ("w", "why"), ("c", "crew"), ("s", "station"), ("t", "table"), ("m", "home"),
        ("d", "leaders"), ("a", "advisers"), ("f", "flights"), ("l", "leaving"),
        ("h", "chronicle"), ("n", "news"),
        ("g", "what you are here for"),
    ):  # fmt: skip
        await screen.keys(key)
        yield name
        await screen.to_desk()


@pytest.mark.long
@pytest.mark.parametrize(("name", "chair", "walk"), [
    ("title", "", _title), ("desk", "nasa", _desk), ("pages", "nasa", _pages),
])  # fmt: skip
async def test_the_pages_look_as_they_did(
    opened: Opener, monkeypatch: pytest.MonkeyPatch, name: str, chair: str, walk: Walk
) -> None:
    monkeypatch.setattr(app, "time", SimpleNamespace(time_ns=lambda: 7_000))  # a new game's seed
    pictures = {}
    async with opened(chair) as screen:
        async for page in walk(screen):
            for width, height in SIZES:
                await screen.pilot.resize_terminal(width, height)
                await screen.settle()
                pictures[f"{page}, {width}x{height}"] = screen.text
            await screen.pilot.resize_terminal(*SIZES[0])
            await screen.settle()
    assert difference(name, pictures) == ""

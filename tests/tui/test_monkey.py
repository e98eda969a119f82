"""A monkey at the screen: random keys, clicks and sizes, and nothing breaks."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from random import Random

import pytest

from game.content.records import Content
from game.rules.setup import Setup
from game.tui.app import Handshake
from game.tui.keymap import KEYMAP
from game.tui.launch import Launch
from game.tui.library import Library
from game.tui.screens.title import Title
from tests.tui.conftest import CAMPAIGN, CONTENT, STANDARD, Screen

PRINTED = {"?": "question_mark"}
KEYS = (
    *(PRINTED.get(key, key) for key in KEYMAP.values()), *"0123456789", "enter", "enter", "enter",
    "escape", "escape", "up", "down", "left", "right", "tab", "shift+tab", "space", "home", "end",
    "pageup", "pagedown", "minus", "plus", "backspace", "j", "k", "r", "ctrl+z", "f1", "z",
)  # fmt: skip
PLAYING = ("enter", "enter", "enter", "escape", "0", "1", "2", "3", "4", "up", "down", "s", "q")
SIZES = ((80, 24), (100, 30), (160, 50), (40, 10), (3, 24), (2, 2))
ACTIONS = 70


class Monkey:
    """Does anything that a player can do, never the same twice, always the same for a seed."""

    def __init__(self, screen: Screen, seed: int) -> None:
        self.screen = screen
        self.dice = Random(seed)
        self.done: list[str] = []

    def begin_anew(self) -> None:
        """Choose a new game where the title has been gone back to; quitting would end it all."""
        self.screen.app._set_up()

    async def act(self) -> None:
        """Do one thing; a window too small for the game is soon made larger again."""
        app, kind = self.screen.app, self.dice.random()
        tiny = app.size.width < STANDARD[0] or app.size.height < STANDARD[1]
        if isinstance(app.screen, Title):
            self.done.append("new")
            self.begin_anew()
        elif tiny and kind < 0.3:
            await self.resize(STANDARD)
        elif kind < 0.05:
            await self.resize(self.dice.choice(SIZES))
        elif kind < 0.15:
            await self.click(app.size.width, app.size.height)
        else:
            self.done.append(self.dice.choice(PLAYING if kind < 0.75 else KEYS))
            app.simulate_key(self.done[-1])
        if self.dice.random() < 0.8:
            await self.screen.pilot.pause()

    async def resize(self, size: tuple[int, int]) -> None:
        self.done.append(f"size {size}")
        await self.screen.pilot.resize_terminal(*size)

    async def click(self, width: int, height: int) -> None:
        spot = self.dice.randrange(max(1, width)), self.dice.randrange(max(1, height))
        self.done.append(f"click {spot}")
        await self.screen.pilot.click(offset=spot, times=self.dice.choice((1, 2)))

    async def play(self, actions: int) -> None:
        for _ in range(actions):
            await self.act()
            if self.screen.app._exit:
                return
        await self.screen.settle()
        assert self.screen.text is not None


@pytest.fixture
def stays(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let nothing but a fault end the app: a monkey quits soon."""
    monkeypatch.setattr(Handshake, "exit", lambda *_, **__: None)


PLACES = [
    ("", CAMPAIGN, "nasa", "person,random", 1),
    ("base", "cold_snap_2022", "nasa", "random,random", 2),
    ("base", "handshake_1975", "nasa", "random", 3),
]


def seats(content: Content, scenario: str, others: str) -> Iterator[tuple[str, str]]:
    chairs = content.scenarios[scenario].chairs
    return zip(chairs[1:], others.split(","), strict=False)


@pytest.mark.usefixtures("stays")
@pytest.mark.parametrize(("pack", "scenario", "chair", "others", "seed"), PLACES)
async def test_a_monkey_breaks_nothing(
    base: Content, pack: str, scenario: str, chair: str, others: str, seed: int, tmp_path: Path
) -> None:
    content = base if pack else CONTENT
    launch = Launch(
        setup=Setup(scenario, chair, seed, "liaison"), seats=tuple(seats(content, scenario, others))
    )
    app = Handshake(launch, Library(content, tmp_path))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = Screen(app, pilot)
        await screen.settle()
        monkey = Monkey(screen, seed)
        try:
            await monkey.play(ACTIONS)
        except Exception as error:
            raise AssertionError(f"after {' '.join(monkey.done[-30:])}") from error
        finally:
            app.workers.cancel_all()
    assert len(monkey.done) == ACTIONS

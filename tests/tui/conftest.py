"""A screen over the small world: short games, saves in a directory of the test's own."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import AbstractAsyncContextManager, asynccontextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest
from textual.pilot import Pilot

from game.content.records import Content
from game.players.base import legal
from game.rules.decisions import Decision
from game.rules.setup import Setup
from game.saves.settings import VARIABLE
from game.tui import settling
from game.tui.app import Handshake
from game.tui.house import House
from game.tui.launch import Launch
from game.tui.library import Library
from game.tui.play import Play
from game.tui.screens.desk import Desk
from game.tui.screens.opening import Pages
from tests.small import BRIEF, CAMPAIGN, CONTENT

STANDARD = (80, 24)
QUIET = 2  # looks in a row at which nothing happens, until a screen counts as settled


def short(turns: int, scenario: str = CAMPAIGN) -> Content:
    """Return the small world with one scenario cut to so many turns."""
    cut = replace(CONTENT.scenarios[scenario], turns=turns)
    return replace(CONTENT, scenarios={**CONTENT.scenarios, scenario: cut})


@dataclass
class Screen:
    """An app being driven, and what a player sees of it."""

    app: Handshake
    pilot: Pilot[None]

    async def keys(self, *keys: str) -> None:
        """Press keys, and wait each time until the others have played."""
        for key in keys:
            self.app.simulate_key(key)
            await self.pilot.pause()
            await self.settle()

    async def settle(self) -> None:
        """Wait until nothing happens any more: no worker, no message, twice in a row."""
        quiet = 0
        while quiet < QUIET:
            await self.pilot.pause()
            playing = any(not worker.is_finished for worker in self.app.workers)
            if playing:
                await self.app.workers.wait_for_complete()
            waiting = self.app.message_queue_size + self.app.screen.message_queue_size
            quiet = 0 if playing or waiting else quiet + 1

    @property
    def text(self) -> str:
        """What stands on the screen, line by line."""
        width, height = self.app.size
        rows = self.app.screen._compositor.render_strips()[:height]
        return "\n".join(strip.text[:width].rstrip() for strip in rows)

    @property
    def desk(self) -> Desk:
        """The game in progress."""
        desk = self.app.desk
        assert desk is not None
        return desk

    @property
    def play(self) -> Play:
        """The game being played."""
        return self.desk.play

    @property
    def house(self) -> House:
        """What runs the game in progress on the screen."""
        house = self.desk.shell
        assert isinstance(house, House)
        return house

    @property
    def pages(self) -> Pages:
        """The pages of the game in progress."""
        return self.house.pages

    def shows(self, page: type[object]) -> bool:
        """Return whether a page of this class lies on top."""
        return isinstance(self.app.screen, page)

    def at_desk(self) -> bool:
        """Return whether nothing lies over the game in progress."""
        return self.app.screen is self.desk

    def kind(self) -> str:
        """What kind of decision the game waits for."""
        return self.play.session.state.queue[0].kind

    async def to(self, kind: str) -> None:
        """Let the game go on, everything left as it is, until a decision of a kind is asked for."""
        while self.play.others_turn or self.kind() != kind:
            if self.play.others_turn:
                self.play.others(lambda: True)
            else:
                self.play.decide(self.idle())
            assert not self.play.session.over, f"no {kind} came up"
        self.desk.go_on()
        await self.settle()
        await self.to_desk()

    async def to_desk(self) -> None:
        """Close what lies over the game: the news, scenes, lessons."""
        while not self.at_desk():
            await self.keys("enter")

    def idle(self) -> Decision:
        """Return the decision that does the least."""
        waiting = self.play.waiting
        assert waiting is not None
        allowed = legal(waiting.options)
        return next((d for d in allowed if d.pick in ("end", "decline")), allowed[0])


@pytest.fixture(autouse=True)
def _own_settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let no test read or write the settings of whoever runs it."""
    monkeypatch.setenv(VARIABLE, str(tmp_path / "settings" / "settings.json"))


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Press keys as fast as a machine: no moment is too early."""
    monkeypatch.setattr(settling, "SECONDS", 0.0)


Opener = Callable[..., AbstractAsyncContextManager[Screen]]


@pytest.fixture
def opened(tmp_path: Path) -> Opener:
    """Return a context in which an app runs; with a chair it begins a game at once."""

    @asynccontextmanager
    async def opening(
        chair: str = "",
        content: Content = CONTENT,
        scenario: str = CAMPAIGN,
        size: tuple[int, int] = STANDARD,
        **more: Any,
    ) -> AsyncIterator[Screen]:
        setup = Setup(scenario, chair, more.pop("seed", 3)) if chair else None
        app = Handshake(Launch(setup=setup, **more), Library(content, tmp_path))
        async with app.run_test(size=size) as pilot:
            screen = Screen(app, pilot)
            await screen.settle()
            yield screen

    return opening


__all__ = ["BRIEF", "CAMPAIGN", "CONTENT", "STANDARD", "Opener", "Screen", "short"]

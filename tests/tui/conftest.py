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
from game.rules.setup import Setup
from game.tui.app import Handshake
from game.tui.launch import Launch
from game.tui.library import Library
from game.tui.play import Play
from game.tui.screens.desk import Desk
from tests.small import BRIEF, CAMPAIGN, CONTENT

STANDARD = (80, 24)


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
            await self.pilot.press(key)
            await self.settle()

    async def settle(self) -> None:
        """Wait until nothing happens any more."""
        await self.app.workers.wait_for_complete()
        await self.pilot.pause()

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

    def kind(self) -> str:
        """What kind of decision the game waits for."""
        return self.play.session.state.queue[0].kind

    async def to(self, kind: str) -> None:
        """Go on, leaving everything as it is, until a decision of a kind is asked for."""
        for _ in range(60):
            if self.app.screen is not self.desk:
                await self.keys("enter")
            elif self.kind() == kind:
                return
            elif self.kind() in ("agenda", "table"):
                await self.keys("0", "enter")
            else:
                await self.keys("2" if self.kind() in ("answer", "counter") else "1", "enter")
        raise AssertionError(f"no {kind} came up")


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

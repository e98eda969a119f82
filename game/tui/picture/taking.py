"""Plays a recipe on a screen that nobody sees, and keeps its frames: the same ones each time."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory

from textual.pilot import Pilot

from game.content.load import load_content
from game.content.records import Content
from game.saves.settings import VARIABLE
from game.tui import settling
from game.tui.app import Handshake
from game.tui.launch import Launch
from game.tui.library import Library
from game.tui.picture.drawing import Frame, Row, rows_of
from game.tui.picture.recipe import Recipe, named

QUIET = 3  # looks in a row at which nothing happens, until the screen has settled


@dataclass(frozen=True, slots=True)
class Taken:
    """The frames of a recipe, and the decisions that its keys took."""

    frames: tuple[Frame, ...]
    decisions: tuple[str, ...]


async def taken(recipe: Recipe, content: Content | None = None) -> Taken:
    """Play a recipe and return what was seen and done."""
    content = content or load_content()
    frames: list[Frame] = []
    with TemporaryDirectory() as home, _hasty(Path(home)):
        app = Handshake(Launch(setup=recipe.setup), Library(content, Path(home)))
        async with app.run_test(size=recipe.size) as pilot:
            app.animation_level = "none"
            await _settled(pilot)
            for step in recipe.steps:
                for key in step.keys:
                    await pilot.press(key)
                    await _settled(pilot)
                _show(frames, rows_of(app), step.hold)
            desk = app.desk
            mine = (
                (d for d in desk.play.session.decisions if d.chair == recipe.setup.chair)
                if desk
                else ()
            )
            return Taken(tuple(frames), tuple(named(decision) for decision in mine))


def _show(frames: list[Frame], rows: tuple[Row, ...], hold: float) -> None:
    """Add a frame; what hasn't changed is shown longer."""
    if frames and frames[-1].rows == rows:
        frames[-1] = replace(frames[-1], hold=frames[-1].hold + hold)
    else:
        frames.append(Frame(rows, hold))


@contextmanager
def _hasty(home: Path) -> Iterator[None]:
    """Let no key come too early, and nobody's own settings be read or written."""
    seconds, settings = settling.SECONDS, os.environ.get(VARIABLE)
    settling.SECONDS, os.environ[VARIABLE] = 0.0, str(home / "settings.json")
    try:
        yield
    finally:
        settling.SECONDS = seconds
        if settings is None:
            del os.environ[VARIABLE]
        else:
            os.environ[VARIABLE] = settings


async def _settled(pilot: Pilot[None]) -> None:
    """Wait until nothing happens any more."""
    app, quiet = pilot.app, 0
    while quiet < QUIET:
        await pilot.pause()
        busy = any(not worker.is_finished for worker in app.workers)
        if busy:
            await app.workers.wait_for_complete()
        waiting = app.message_queue_size + app.screen.message_queue_size
        quiet = 0 if busy or waiting else quiet + 1

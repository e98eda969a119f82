"""Whether the screen's memory stays flat: `python -m tests.tui.lasting` plays 500 turns on it.

Campaigns follow one another in one app; on each turn the desk is drawn at every decision and three
pages are looked at. Every tenth turn it prints the turns so far, what the process holds in memory,
and how many objects there are.
"""

from __future__ import annotations

import asyncio
import gc
import sys
from collections.abc import Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

from game.content.load import load_content
from game.content.records import Content
from game.rules.setup import Setup
from game.tui import settling
from game.tui.app import Handshake
from game.tui.launch import Launch
from game.tui.library import Library
from tests.tui.conftest import Screen

TURNS, EVERY = 500, 10
SIZE = (120, 36)
PAGES = ("c", "t", "h")
SCENARIO = "cold_snap_2022"


def held() -> float:
    """Return MiB that the process holds, where the system tells; else 0."""
    status = Path("/proc/self/status")
    lines = status.read_text().splitlines() if status.exists() else []
    sizes = (int(line.split()[1]) for line in lines if line.startswith("VmRSS"))
    return next(sizes, 0) / 1024


async def _turn(screen: Screen) -> None:
    """Play a turn with what does the least, the desk drawn at every decision."""
    turn = screen.play.session.state.turn
    for key in PAGES:
        await screen.keys(key, "escape")
    while not screen.play.session.over and screen.play.session.state.turn == turn:
        if screen.play.others_turn:
            screen.play.others(lambda: True)
        else:
            screen.desk.draw()
            await screen.pilot.pause()
            screen.play.decide(screen.idle())
    if not screen.play.session.over:
        screen.desk.go_on()
        await screen.settle()
        await screen.to_desk()


async def _campaigns(content: Content, folder: Path, turns: int) -> None:
    app = Handshake(Launch(), Library(content, folder))
    async with app.run_test(size=SIZE) as pilot:
        screen, played = Screen(app, pilot), 0
        for seed in _seeds():
            app.open_game(app.library.start(Setup(SCENARIO, "nasa", seed), {}, False), silent=True)
            await screen.settle()
            await screen.to_desk()
            while not screen.play.session.over:
                await _turn(screen)
                played += 1
                if played % EVERY == 0:
                    gc.collect()
                    objects = len(gc.get_objects())
                    print(f"{played:5} turns {held():8.1f} MiB {objects:9} objects", flush=True)
                if played >= turns:
                    return
            screen.house._to_title()
            await screen.settle()


def _seeds() -> Iterator[int]:
    yield from range(1, 1000)


if __name__ == "__main__":
    settling.SECONDS = 0.0
    with TemporaryDirectory() as saves:
        wanted = int(sys.argv[1]) if len(sys.argv) > 1 else TURNS
        asyncio.run(_campaigns(load_content(), Path(saves), wanted))

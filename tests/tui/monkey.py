"""A monkey at the screen: what it may do, drawn by Hypothesis, and how it is seen to be alive."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass
from random import Random

from hypothesis import strategies as st
from textual import events
from textual.geometry import Size

from game.players.base import legal
from game.tui.keymap import KEYMAP
from game.tui.screens.ask import HandOver
from game.tui.screens.ended import Ended
from game.tui.screens.keys import Keys
from game.tui.screens.title import Title
from tests.tui.conftest import STANDARD, Screen

PRINTED = {"?": "question_mark"}
PLAYING = ("enter", "enter", "enter", "escape", *"01234", "up", "down", "s", "q", "tab")
KEYS = (
    *(PRINTED.get(key, key) for key in KEYMAP.values()), *"0123456789", "enter", "escape", "up",
    "down", "left", "right", "tab", "shift+tab", "space", "home", "end", "pageup", "pagedown",
    "minus", "plus", "backspace", "j", "k", "ctrl+z", "ctrl+p", "f1", "z", "/", "exclamation_mark",
)  # fmt: skip
SIZES = (STANDARD, (100, 30), (120, 36), (160, 50), (40, 10), (3, 24), (2, 2))
UNFINISHED = ("offer", "convene", "counter")  # they need clauses
FAR = 12  # keys that lead back from wherever it is


@dataclass(frozen=True, slots=True)
class Key:
    """A key is pressed."""

    name: str

    async def befall(self, screen: Screen) -> None:
        screen.app.simulate_key(self.name)


@dataclass(frozen=True, slots=True)
class Click:
    """The mouse is pressed, once or twice, at a share of the screen's width and height."""

    across: float
    down: float
    times: int

    async def befall(self, screen: Screen) -> None:
        width, height = screen.app.size
        x, y = int(self.across * (width - 1)), int(self.down * (height - 1))
        for made in (events.MouseMove, *[events.MouseDown, events.MouseUp] * self.times):
            button = 0 if made is events.MouseMove else 1
            screen.app.post_message(made(None, x, y, 0, 0, button, False, False, False, x, y))


@dataclass(frozen=True, slots=True)
class Resize:
    """The window becomes as large or as small as this."""

    width: int
    height: int

    async def befall(self, screen: Screen) -> None:
        size = Size(self.width, self.height)
        assert screen.app._driver is not None
        screen.app._driver._size = size
        screen.app.post_message(events.Resize(size, size))


@dataclass(frozen=True, slots=True)
class Wait:
    """Nothing is done until nothing happens any more: clocks of the screen run out."""

    async def befall(self, screen: Screen) -> None:
        await screen.pilot.pause()


Event = Key | Click | Resize | Wait
SHARES = st.floats(0, 1, width=16)
PLAYED = st.builds(Key, st.sampled_from(PLAYING))
EVENTS: st.SearchStrategy[Event] = st.one_of(
    *[PLAYED] * 6,
    *[st.builds(Key, st.sampled_from(KEYS))] * 3,
    st.builds(Click, SHARES, SHARES, st.integers(1, 2)),
    st.sampled_from(SIZES).map(lambda size: Resize(*size)),
    st.just(Wait()),
)


async def begun(screen: Screen, turn: int, seed: int) -> None:
    """Let all chairs choose anything until a turn has come."""
    play, dice = screen.play, Random(seed)
    while not play.session.over and play.state.turn < turn:
        if play.others_turn:
            play.others(lambda: True)
            continue
        play.hand_over()
        waiting = play.waiting
        assert waiting is not None
        play.decide(dice.choice([d for d in legal(waiting.options) if d.pick not in UNFINISHED]))
    screen.desk.go_on()
    await screen.settle()


async def heard(screen: Screen) -> None:
    """Wait until an event has been heard and drawn, and no player thinks.

    A pilot waits until the process idles, at least 20 ms: so long that four of five seconds
    would be waiting.
    """
    await screen.pilot._wait_for_screen()
    app = screen.app
    while app._exception is None and any(not worker.is_finished for worker in app.workers):
        await asyncio.sleep(0.001)
    app.screen._on_timer_update()


async def rampage(screen: Screen, events: list[Event]) -> None:
    """Let events befall the screen; a window too small is soon larger, a title soon left."""
    small = 0
    for event in events:
        small = small + 1 if min(screen.app.size) < STANDARD[1] else 0
        if isinstance(screen.app.screen, Title):
            screen.app._set_up()
        elif small > 3:
            await Resize(*STANDARD).befall(screen)
        await event.befall(screen)
        await heard(screen)


async def is_alive(screen: Screen) -> bool:
    """Return whether a few keys lead back to the game, or to where none is, and help opens."""
    await Resize(*STANDARD).befall(screen)
    await screen.settle()
    for _ in range(FAR):
        if screen.app.desk is screen.app.screen and not screen.desk.busy:
            break
        if isinstance(screen.app.screen, Title):
            break
        again = isinstance(screen.app.screen, HandOver | Ended)
        await screen.keys("enter" if again else "escape")
    await screen.keys("question_mark")
    return screen.shows(Keys)

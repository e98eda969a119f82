"""A monkey at the screen: any keys, clicks and sizes anywhere in a campaign, and nothing breaks.

`MONKEYS=200000 python -m pytest -n 0 tests/tui/test_monkey.py` lets so many events befall it.
"""

from __future__ import annotations

import asyncio
import os
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, Phase, given, note, settings
from hypothesis import strategies as st

from game.content.records import Content
from game.rules.setup import Setup
from game.tui.app import Handshake
from game.tui.launch import Launch
from game.tui.library import Library
from tests.tui.conftest import CAMPAIGN, CONTENT, Screen
from tests.tui.monkey import EVENTS, Event, begun, is_alive, rampage

WANTED = int(os.environ.get("MONKEYS", "0"))
AT_ONCE = 300 if WANTED else 75
GAMES = max(1, WANTED // AT_ONCE) if WANTED else 4
LATEST = 30  # turn that a game has come to at most before the monkey comes


@dataclass(frozen=True, slots=True)
class Place:
    """A scenario, the chair at the screen, and who sits in the others."""

    scenario: str
    chair: str
    others: str
    small: bool = False


PLACES = (
    Place(CAMPAIGN, "nasa", "person,random", small=True),
    Place("cold_snap_2022", "nasa", "random,random"),
    Place("cold_snap_2022", "esa", "person,random"),
    Place("cold_snap_2022", "roscosmos", "random,random"),
    Place("handshake_1975", "nasa", "random"),
)


def seats(content: Content, place: Place) -> Iterator[tuple[str, str]]:
    others = [c for c in content.scenarios[place.scenario].chairs if c != place.chair]
    return zip(others, place.others.split(","), strict=False)


async def played(
    content: Content, place: Place, seed: int, turn: int, events: list[Event], home: Path
) -> None:
    setup = Setup(place.scenario, place.chair, seed, "liaison")
    launch = Launch(setup=setup, seats=tuple(seats(content, place)))
    app = Handshake(launch, Library(content, home))
    async with app.run_test(size=(80, 24)) as pilot:
        screen = Screen(app, pilot)
        try:
            await screen.settle()
            await begun(screen, turn, seed)
            await rampage(screen, events)
            assert await is_alive(screen), f"stuck on\n{screen.text}"
        finally:
            app.workers.cancel_all()


@pytest.fixture(scope="module")
def stays() -> Iterator[None]:
    """Let nothing but a fault end the app: a monkey quits soon."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Handshake, "exit", lambda *_, **__: None)
        yield


@pytest.mark.long
@pytest.mark.usefixtures("stays", "quick")
@settings(
    max_examples=GAMES,
    deadline=None,
    phases=(Phase.generate,) if not WANTED else (Phase.generate, Phase.shrink),
    suppress_health_check=list(HealthCheck),
)
@given(
    place=st.sampled_from(PLACES),
    seed=st.integers(0, 999),
    turn=st.integers(1, LATEST),
    events=st.lists(EVENTS, min_size=AT_ONCE, max_size=AT_ONCE),
)
def test_a_monkey_breaks_nothing(
    base: Content, place: Place, seed: int, turn: int, events: list[Event]
) -> None:
    content = CONTENT if place.small else base
    with TemporaryDirectory() as home:
        note(f"{place}, seed {seed}, turn {turn}")
        asyncio.run(played(content, place, seed, turn, events, Path(home)))

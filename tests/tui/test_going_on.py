"""Going on with a save: how it stands comes first, and nothing is decided before it is checked."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path
from threading import Event

import pytest

from game.content.cached import load_content
from game.saves.record import Record
from game.saves.store import Store
from game.session import Session
from game.session.keeper import to_record
from game.session.keeping import start
from game.tui.app import Handshake
from game.tui.launch import Launch
from game.tui.library import Library
from game.tui.screens.ask import Ask
from game.tui.screens.desk import Desk
from game.tui.screens.glance import OPENING, Glimpsed
from game.tui.screens.title import Title
from game.tui.widgets.gauges import Gauge
from tests.saves.games import NOON, SMALL, with_person
from tests.session.test_keeper import keeper_of
from tests.tui.conftest import Screen
from tests.tui.test_hearing import TYPED

SAMPLE = Path(__file__).parents[2] / "saves" / "sample.json"
SAVED = to_record(with_person(), NOON)
HEAVY = (
    "pydantic", "yaml", "typer", "hypothesis", "filelock", "game.session", "game.players",
    "game.content.load", "game.tui.play", "game.tui.house", "game.tui.screens.desk",
)  # fmt: skip


class Waiting(Library):
    """A library that takes decisions again only when the test says so."""

    def __init__(self, directory: Path) -> None:
        super().__init__(SMALL, directory)
        self.go_on = Event()

    def load_told(self, name: str) -> tuple[Session, tuple[str, ...]]:
        self.go_on.wait()
        return super().load_told(name)


@asynccontextmanager
async def going_on(directory: Path, record: Record) -> AsyncIterator[tuple[Screen, Waiting]]:
    """Go on with a save, as far as it goes before its decisions are taken again."""
    store = Store(directory)
    library = Waiting(directory)
    app = Handshake(Launch(save=store.path(store.create(record))), library)
    async with app.run_test(size=(80, 24)) as pilot:
        for _ in range(20):
            await pilot.pause()
        try:
            yield Screen(app, pilot), library
        finally:
            library.go_on.set()


def _figures(screen: Screen) -> list[str]:
    """Return the figures on the screen, each with its name and its value."""
    readings = [gauge.reading for gauge in screen.app.screen.query(Gauge)]
    return [f"{reading.name} {reading.value}" for reading in readings if reading]


async def test_a_save_is_seen_at_once_and_played_when_it_is_checked(tmp_path: Path) -> None:
    async with going_on(tmp_path, SAVED) as (screen, library):
        assert screen.shows(Glimpsed)
        assert OPENING in screen.text
        seen = _figures(screen)
        assert seen
        for key in TYPED:
            screen.app.simulate_key(key)
            await screen.pilot.pause()
        assert screen.shows(Glimpsed)
        assert screen.app.desk is None and not screen.app.keep()
        library.go_on.set()
        await screen.settle()
        await screen.to_desk()
        assert _figures(screen) == seen
        assert len(screen.play.session.decisions) == len(SAVED.decisions)


async def test_what_is_seen_first_claims_no_moves_of_figures(tmp_path: Path) -> None:
    async with going_on(tmp_path, SAVED) as (screen, _):
        gauges = screen.app.screen.query(Gauge)
        drawn = [str(gauge.render()) for gauge in gauges if gauge.reading]
        assert drawn and not any(mark in text for text in drawn for mark in "^v=")


async def test_a_save_whose_decisions_lead_elsewhere_is_told_before_a_key_is_heard(
    tmp_path: Path,
) -> None:
    astray = replace(SAVED, chain=[*SAVED.chain[:-1], "0" * 64])
    async with going_on(tmp_path, astray) as (screen, library):
        assert screen.shows(Glimpsed)
        library.go_on.set()
        await screen.settle()
        assert not screen.play.session.decisions
        told = [one.text for one in screen.app.screen_stack if isinstance(one, Ask)]
        assert any("The history of this game starts here" in text for text in told)


async def test_a_save_that_cant_be_played_is_never_seen(tmp_path: Path) -> None:
    figures = {**SAVED.snapshot["figures"], "tension": 10**6}
    spoilt = replace(SAVED, snapshot={**SAVED.snapshot, "figures": figures})
    async with going_on(tmp_path, spoilt) as (screen, library):
        assert not screen.shows(Glimpsed)
        library.go_on.set()
        await screen.settle()
        page = screen.app.screen
        assert isinstance(page, Ask) and "doesn't fit the loaded rules" in page.text
        await screen.keys("enter")
        assert screen.shows(Title)


async def test_a_shared_screen_shows_nothing_before_somebody_sits_down(tmp_path: Path) -> None:
    shared = replace(SAVED, seats=dict.fromkeys(SAVED.seats, "person"))
    async with going_on(tmp_path, shared) as (screen, _):
        assert not screen.shows(Glimpsed)
        assert not screen.app.screen.query(Gauge)


async def test_an_older_copy_of_an_iron_run_is_never_seen(tmp_path: Path) -> None:
    game = start(SMALL, with_person().setup, {**SAVED.seats}, Store(tmp_path), iron=True)
    game.play_others()
    game.save()
    old = Store(tmp_path).load(keeper_of(game).name)
    waiting = game.waiting_for()
    assert waiting is not None
    game.submit(next(option.decision for option in waiting.options if option.legal))
    async with going_on(tmp_path, old) as (screen, library):
        assert not screen.shows(Glimpsed)
        library.go_on.set()
        await screen.settle()
        page = screen.app.screen
        assert isinstance(page, Ask), screen.app.screen_stack
        assert "older copy of an iron run" in page.text


async def test_leaving_goes_to_the_title_that_was_never_shown(tmp_path: Path) -> None:
    async with going_on(tmp_path, SAVED) as (screen, library):
        library.go_on.set()
        await screen.settle()
        await screen.to_desk()
        assert not any(isinstance(one, Title) for one in screen.app.screen_stack)
        await screen.keys("q", "2", "2")
        assert screen.shows(Title)
        await screen.keys("1")
        await screen.keys("enter")
        await screen.to_desk()
        assert isinstance(screen.app.screen, Desk)


FIRST = """
import asyncio, sys
from pathlib import Path
from game.tui import going_on
from game.tui.app import Handshake
from game.tui.launch import Launch
from game.tui.library import Library

def seen(self):
    loaded = [name for name in {heavy} if name in sys.modules]
    self.app.exit()
    print(loaded)

going_on.GoingOn._go_on = seen
asyncio.run(Handshake(Launch(save=Path(sys.argv[1])), Library(None)).run_async(headless=True))
"""


def test_its_first_frame_needs_neither_a_session_nor_what_reads_content(
    kept_content: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HANDSHAKE_CACHE", kept_content)
    load_content()  # what has been kept needs less than what is read
    command = [sys.executable, "-c", FIRST.format(heavy=HEAVY), str(SAMPLE)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"

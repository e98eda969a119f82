"""The list of saves: previewed, and read on any thread but the screen's."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from game.saves.finished import Finished, Left, finish
from game.saves.store import Store
from game.session.keeper import to_record
from game.tui.screens.load import Load
from game.tui.screens.records import RecordsSheet
from game.tui.screens.title import Title
from tests.saves.games import NOON, SMALL, with_person
from tests.tui.conftest import CAMPAIGN, Opener

MANY = 60
OPENS: list[str] = []
WATCHED = [""]


def _hear(event: str, args: tuple[object, ...]) -> None:
    """Write down which file or directory the screen's thread opens below what is watched."""
    if not WATCHED[0] or event not in ("open", "os.listdir", "os.scandir"):
        return
    here = threading.current_thread() is threading.main_thread()
    if here and str(args[0]).startswith(WATCHED[0]):
        OPENS.append(str(args[0]))


sys.addaudithook(_hear)


@contextmanager
def watched(directory: Path) -> Iterator[list[str]]:
    """Yield what the screen's thread opens in a directory, as it does."""
    OPENS.clear()
    WATCHED[0] = str(directory)
    try:
        yield OPENS
    finally:
        WATCHED[0] = ""


async def test_many_saves_are_listed_and_previewed_without_a_file_on_the_screens_thread(
    opened: Opener, tmp_path: Path
) -> None:
    store = Store(tmp_path)
    for number in range(MANY):
        store.create_as(f"game_{number:03d}", to_record(with_person(number % 3), NOON))
    (tmp_path / "broken.json").write_text("{}")
    async with opened(content=SMALL) as screen:
        for _ in range(2):  # first from the saves, then from the index
            with watched(tmp_path) as opens:
                await screen.keys("4")
                if not screen.shows(Load):
                    await screen.keys("enter")
                assert screen.shows(Load)
                assert "broken - can't be loaded" in screen.text
                await screen.keys("down")
                assert "Tension" in screen.text and "Mandate" in screen.text
                await screen.keys("end", "up", "home", "down")
                assert "Tension" in screen.text
            assert opens == []
            await screen.keys("escape")
        await screen.keys("4")
        seen = set()
        for _ in range(3):
            seen.add(screen.text)
            await screen.keys("down")
        assert any("Decided last: " in text for text in seen)
        assert any("isn't a saved game" in text for text in seen)


async def test_a_finished_run_stands_in_the_records(opened: Opener, tmp_path: Path) -> None:
    for seed in (3, 4):
        left = [Left("peace", 60, 50, "B")]
        finish(
            tmp_path,
            Finished(
                f"run {seed}", NOON.isoformat(), CAMPAIGN, "nasa", "over", seed, "story", 8, left
            ),
        )
    async with opened(content=SMALL) as screen:
        await screen.keys("8")
        if not screen.shows(RecordsSheet):
            await screen.keys("enter")
        assert screen.shows(RecordsSheet)
        assert "Seed 4" in screen.text and "Best against history" in screen.text
        await screen.keys("escape")
        assert screen.shows(Title)

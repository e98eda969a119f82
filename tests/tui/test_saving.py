"""What the screen shows when a game can't be saved, or its save is somebody else's by now."""

from __future__ import annotations

from pathlib import Path

from game.saves.store import Store
from game.session.keeping import go_on
from game.tui.screens.ask import Ask
from tests.saves.games import do_first
from tests.session.test_keeper import full_disk, keeper_of
from tests.tui.conftest import CONTENT, Opener, Screen


async def _decide(screen: Screen) -> None:
    """Take the idlest decision at the desk, and close what opens over it."""
    screen.desk.decide(screen.idle())
    await screen.settle()


async def _back(screen: Screen) -> None:
    while not screen.at_desk():
        await screen.keys("enter")


def _told(screen: Screen) -> str:
    """Return what the page that lies on top says."""
    page = screen.app.screen
    assert isinstance(page, Ask)
    return page.text


async def test_a_full_disk_is_told_and_the_game_goes_on(opened: Opener, tmp_path: Path) -> None:
    async with opened("nasa") as screen:
        await _back(screen)
        with full_disk():
            before = len(screen.play.session.decisions)
            await _decide(screen)
            assert "The game goes on all the same" in _told(screen)
            await _back(screen)
            assert "not saved: disk full" in screen.text
            asked = screen.play.session.state
            await _decide(screen)
            assert screen.play.session.state is not asked
            await _back(screen)
        await _decide(screen)
        await _back(screen)
        assert "not saved" not in screen.text and "saved" in screen.text
        assert len(screen.play.session.decisions) > before + 2
        saved = Store(tmp_path).load(Store(tmp_path).latest())
        assert [t.decision() for t in saved.decisions] == screen.play.session.decisions


async def test_leaving_a_game_that_isnt_saved_says_so(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await _back(screen)
        await _decide(screen)
        await _back(screen)
        with full_disk():
            await _decide(screen)
            await _back(screen)
            await screen.keys("q")
            assert "It is NOT saved" in screen.text


async def test_an_iron_decision_waits_for_room(opened: Opener) -> None:
    async with opened("nasa", iron=True) as screen:
        await _back(screen)
        before = screen.play.session.state
        with full_disk():
            await _decide(screen)
            assert "isn't taken" in _told(screen)
            await _back(screen)
            assert screen.play.session.state is before
        await _decide(screen)
        await _back(screen)
        assert screen.play.session.state is not before


async def test_another_window_on_the_same_save_is_told(opened: Opener, tmp_path: Path) -> None:
    async with opened("nasa") as screen:
        await _back(screen)
        await _decide(screen)
        await _back(screen)
        name = keeper_of(screen.play.session).name
        other = go_on(CONTENT, Store(tmp_path), name).session
        do_first(other)
        other.play_others()
        await _decide(screen)
        assert "has been changed" in _told(screen)
        assert keeper_of(screen.play.session).name != name


async def test_a_game_with_nowhere_to_be_saved_says_so_first(opened: Opener) -> None:
    with full_disk():
        async with opened("nasa") as screen:
            assert "isn't saved" in _told(screen)
            await _back(screen)
            assert "not saved: disk full" in screen.text


async def test_an_iron_run_with_nowhere_to_be_saved_isnt_begun(opened: Opener) -> None:
    with full_disk():
        async with opened("nasa", iron=True) as screen:
            assert "can't be begun" in _told(screen)
            assert screen.app.desk is None

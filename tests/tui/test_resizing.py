"""No size breaks any page or dialog, however small the window gets, and all comes back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from game.rules.decisions import Decision
from game.tui.screens.ask import AskNumber, message
from game.tui.screens.closing import Closing
from game.tui.screens.codex import CodexSheet
from game.tui.screens.ended import Ended
from game.tui.screens.setting import Setting
from game.tui.screens.title import Title
from tests.small import CONTENT
from tests.tui.conftest import STANDARD, Opener, Screen

TINY = ((4, 24), (3, 24), (1, 1), (80, 2))
TINIEST = ((3, 24), (1, 1))
PAGES = ("why", "crew", "chronicle", "keys")


async def squeeze(screen: Screen, sizes: Sequence[tuple[int, int]] = TINY) -> None:
    """Make the window small in many ways, and normal again each time: that is when it breaks."""
    before = screen.app.screen
    for size in sizes:
        for columns, lines in (size, STANDARD):
            await screen.pilot.resize_terminal(columns, lines)
            await screen.pilot.pause()
            assert len(screen.text.splitlines()) <= lines
    assert screen.app.screen is before
    assert screen.text.strip()


async def test_pages_survive_every_size(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        for page in PAGES:
            screen.desk.action_go(page)
            await screen.settle()
            await squeeze(screen)
            await screen.keys("escape")
            assert screen.at_desk()


async def test_the_desk_and_a_draft_survive_every_size(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        await squeeze(screen)
        await screen.to("table")
        await squeeze(screen)
        screen.desk.shell.open_draft(
            Decision("nasa", "table", "offer", "roscosmos"), lambda made: None
        )
        await screen.settle()
        await screen.keys("1")
        await squeeze(screen)


async def test_dialogs_survive_every_size(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        dialogs: tuple[Closing[Any], ...] = (
            message("A title", "A text of several words, rather a long one."),
            AskNumber("Seed", 7), Setting(CONTENT, {"random": "anything"}, 3),
            CodexSheet(CONTENT), Ended(screen.play),
        )  # fmt: skip
        for dialog in dialogs:
            screen.app.push_screen(dialog)
            await screen.settle()
            await squeeze(screen, TINIEST)
            dialog.dismiss(None)
            await screen.settle()
            assert screen.at_desk()


async def test_the_title_survives_every_size(opened: Opener) -> None:
    async with opened() as screen:
        await squeeze(screen)
        assert isinstance(screen.app.screen, Title)

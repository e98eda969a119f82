"""No size breaks any page or dialog, however small the window gets, and all comes back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.events import Resize
from textual.geometry import Size

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
MANY = 20  # times to lay a screen out for two sizes
PAGES = ("why", "crew", "chronicle", "keys")


def nothing() -> None:
    """Do nothing, in its turn."""


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


async def test_a_window_pulled_faster_than_it_is_drawn_comes_to_rest(opened: Opener) -> None:
    """A size that is over by the time it is heard of would call for itself again, for ever."""
    async with opened("nasa") as screen:
        await screen.keys("enter")
        page = screen.app.screen
        steps: list[object] = []

        def laid(_: object) -> None:
            steps.append(_)
            page.call_later(nothing)  # as panes do that say they are to be drawn
            if len(steps) == MANY:
                screen.app.exit()

        page.screen_layout_refresh_signal.subscribe(page, laid)
        for columns, lines in ((100, 30), STANDARD):
            page.post_message(Resize(Size(columns, lines), Size(columns, lines)))
            page.call_later(nothing)
        for _ in range(MANY):
            await screen.pilot.pause(0)
        assert len(steps) < MANY
        assert page.outer_size == STANDARD


async def test_a_page_closed_while_it_is_to_be_drawn_anew_breaks_nothing(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        screen.desk.action_go("news")
        await screen.settle()
        page = screen.app.screen
        assert isinstance(page, Closing)
        page.dismiss("")
        page.call_after_refresh(page.query_one, "#gone")
        await screen.settle()
        assert screen.at_desk()

"""What came of the player's own doings: at once in a box over the desk, again by a key."""

from __future__ import annotations

from game.players.base import legal
from game.session.telling.words import came_told
from game.tui.screens.desk import Desk
from game.tui.screens.pages import Came
from tests.tui.conftest import Opener, Screen


async def _offered(screen: Screen) -> None:
    """Make Roscosmos an offer, and wait for its answer."""
    await screen.keys("enter")
    await screen.to("table")
    await screen.keys("1", "1", "w", "s")
    if not isinstance(screen.app.screen, Came):
        await screen.keys("s")


async def test_an_answer_is_shown_at_once_and_found_again_by_a_key(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await _offered(screen)
        assert isinstance(screen.app.screen, Came)
        assert "Your offer to Roscosmos" in screen.text and "Town" in screen.text
        decided = len(screen.play.session.decisions)
        await screen.keys("enter")
        assert isinstance(screen.app.screen, Desk)
        assert len(screen.play.session.decisions) == decided
        await screen.keys("v")
        assert isinstance(screen.app.screen, Came)
        assert "Your offer to Roscosmos" in screen.text
        await screen.keys("v")
        assert isinstance(screen.app.screen, Desk)


async def test_what_was_shown_is_not_told_again_in_lately(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await _offered(screen)
        play = screen.play
        (answer,) = (item for item in play.outcomes() if item.sort == "answer")
        told = came_told(play.session, "nasa", answer).said[:2]
        assert all(word in screen.text for line in told for word in line.split())
        await screen.keys("escape")
        assert not [item for item in play.untold() if item.outcome]
        flat = " ".join(screen.text.split())
        assert all(line not in flat for line in told)


async def test_the_outcome_of_a_risk_is_shown_at_once(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter", "3")
        assert "70 %" in screen.text
        await screen.keys("enter")
        assert isinstance(screen.app.screen, Came)
        (item,) = screen.play.outcomes()
        (came,) = screen.play.came([item], anew=False)
        assert all(word in screen.text for word in came.happened[0].split())


async def test_what_was_taken_back_came_to_nothing(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter", "3", "enter", "enter")
        assert screen.play.outcomes()
        await screen.keys("u")
        assert not screen.play.outcomes()
        await screen.keys("v")
        assert "Nothing has come yet" in screen.text


async def test_a_sure_choice_opens_no_box(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter", "2", "enter")
        assert isinstance(screen.app.screen, Desk)
        waiting = screen.play.waiting
        assert waiting is not None and legal(waiting.options)

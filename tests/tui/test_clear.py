"""What a new player has to see: every way to answer, the verdict first, keys that don't lie."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.decisions import Branch, Change
from game.rules.messages import NOTHING
from game.rules.preview import Preview
from game.rules.state import Offer, Slot, Term
from game.tui.paint.foreseen import foreseen_text
from game.tui.screens.draft import Draft
from game.tui.widgets.choices import Choices
from tests.tui.conftest import Opener, Screen

SIZES = ((80, 24), (120, 36))


def _offered(screen: Screen) -> None:
    """Let Roscosmos put an offer to NASA."""
    offer = Offer("1_roscosmos_nasa", "roscosmos", "nasa", (Term("alms", 10, "nasa"),))
    state = screen.play.session.state.copy()
    state.offers = (offer,)
    state.queue = (Slot("answer", "nasa", offer.id), *state.queue)
    screen.play.session.states[-1] = state
    screen.desk.go_on()


async def test_how_home_feels_afterwards_is_told_apart_from_its_vote(opened: Opener) -> None:
    cooler = Change("figure", "nasa.faction.congress", -3, "test", NOTHING)
    foreseen = Preview((Branch(100, None, (cooler,)),))
    async with opened("nasa") as screen:
        await screen.to("table")
        assert "Moods afterwards" not in foreseen_text(screen.play, foreseen, 40).plain
        _offered(screen)
        await screen.settle()
        told = foreseen_text(screen.play, foreseen, 40).plain
        assert told.startswith("Moods afterwards, not the vote:")
        evened = Preview((Branch(100, None, (cooler, replace(cooler, amount=3))),))
        assert "Moods afterwards" not in foreseen_text(screen.play, evened, 40).plain


@pytest.mark.parametrize("size", SIZES)
async def test_every_answer_to_an_offer_is_in_sight(opened: Opener, size: tuple[int, int]) -> None:
    async with opened("nasa", size=size) as screen:
        await screen.to("table")
        _offered(screen)
        await screen.settle()
        assert all(told in screen.text for told in ("1 Sign", "2 Decline", "3 Answer with"))
        text = screen.text
        assert text.index("You: ") < text.index("Your home: ") < text.index("Your answer")


async def test_a_draft_begins_with_what_it_comes_to_and_can_be_read_on(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.to("table")
        await screen.keys("1", "1")
        assert isinstance(screen.app.screen, Draft)
        assert "You: " in screen.text
        top = screen.text
        await screen.keys("pagedown")
        assert screen.text != top
        assert "> 1 [x]" in screen.text
        await screen.keys("pageup")
        assert screen.text == top


async def test_the_sign_above_the_first_clause_comes_back_into_sight(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.to("table")
        await screen.keys("1", "end", "home")
        assert "Both of you" in screen.text.splitlines()[2]


async def test_amounts_change_with_the_mouse(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.to("table")
        await screen.keys("1")
        assert isinstance(screen.app.screen, Draft)
        bargain = screen.app.screen.bargain
        place = next(n for n in range(len(bargain.slots)) if bargain.change(n, 1))
        bargain.change(place, -1)
        before = bargain.term(place)
        while screen.app.screen.query_one(Choices).highlighted != place:
            await screen.keys("down")
        foot = screen.text.splitlines()[-1]
        await screen.pilot.click(offset=(foot.index("+ more"), 23))
        await screen.settle()
        after = bargain.term(place)
        assert before is not None
        assert after is not None
        assert after.amount > before.amount


async def test_help_names_pages_only_where_there_are_some(opened: Opener) -> None:
    async with opened() as screen:
        await screen.keys("?")
        assert "c crew" not in screen.text.splitlines()[-1]
    async with opened("nasa") as screen:
        await screen.keys("enter", "?")
        assert "c crew" in screen.text.splitlines()[-1]

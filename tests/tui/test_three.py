"""Convening on the screen: a paper of three drafted, read and sent, at 80 by 24 too."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content import records as r
from game.content.records import Content
from game.rules.state import Deal, Life, Term
from game.tui.screens.draft import Draft
from tests.small import CAMPAIGN, CONTENT, amount
from tests.tui.conftest import Opener

ALL = ("nasa", "roscosmos", "esa")


def convening() -> Content:
    """Return the small world with a clause of three, in which ESA may convene."""
    surety = replace(
        CONTENT.clauses["ceremony"],
        id="surety", name="A surety", text="A third purse.", mutual=True, joint=True, givers=ALL,
        receivers=ALL, unit="million", low=10, high=30, months=12, covers=amount("amount"),
        gains={"any": 9, "host": 4}, costs={"any": 1}, needs=None, sign=(r.Shift("standing", 2),),
        witness={}, home={}, notice=3, price=1,
    )  # fmt: skip
    scenario = replace(CONTENT.scenarios[CAMPAIGN], convenes=("esa",))
    return replace(
        CONTENT,
        clauses={**CONTENT.clauses, "surety": surety},
        scenarios={**CONTENT.scenarios, CAMPAIGN: scenario},
    )


@pytest.mark.parametrize("size", ((80, 24), (120, 40)))
async def test_a_paper_of_three_is_drafted_by_keys_and_sent(
    opened: Opener, size: tuple[int, int]
) -> None:
    async with opened("esa", convening(), size=size, seats=dict.fromkeys(ALL[:2], "random")) as on:
        await on.keys("enter")
        await on.to("table")
        assert "Convene NASA and Roscosmos" in on.text
        await on.keys("3")
        assert on.shows(Draft) and "A paper of three with NASA and Roscosmos" in on.text
        assert "All three" in on.text and "A surety" in on.text
        await on.keys("1")
        assert on.pages.draft is not None
        bargain = on.pages.draft.bargain
        assert [term.clause for term in bargain.terms] == ["surety"]
        for name in ("You: ", "NASA: ", "Roscosmos: "):
            assert name in on.text
        await on.keys("s", "s")
        sent = [d for d in on.play.session.decisions if d.pick == "convene"]
        assert sent and sent[-1].target == "nasa+roscosmos"
        assert sent[-1].terms == bargain.terms


async def test_a_paper_of_three_is_opened_with_the_mouse(opened: Opener) -> None:
    async with opened("esa", convening(), seats=dict.fromkeys(ALL[:2], "random")) as on:
        await on.keys("enter")
        await on.to("table")
        row = next(n for n, line in enumerate(on.text.split("\n")) if "Convene NASA" in line)
        column = on.text.split("\n")[row].index("Convene")
        for _ in range(2):
            if not on.shows(Draft):
                await on.pilot.click(offset=(column, row))
                await on.settle()
        assert on.shows(Draft)


async def test_a_paper_of_three_is_drafted_again_from_its_page(opened: Opener) -> None:
    async with opened("esa", convening(), seats=dict.fromkeys(ALL[:2], "random")) as on:
        await on.keys("enter")
        await on.to("table")
        session = on.play.session
        state, term = session.state.copy(), Term("surety", 10, "esa")
        today = state.figures["date"]
        life = Life(today + 30, 12)
        parties = ("esa", "nasa", "roscosmos")
        state.deals = (Deal("signed", parties, (term,), today - 330, life.ends, (life,)),)
        session.states[-1] = state
        on.desk.go_on()
        await on.keys("t", "1")
        assert "Draft it again" in on.text
        await on.keys("enter")
        assert on.shows(Draft) and "A paper of three with NASA and Roscosmos" in on.text
        assert on.pages.draft is not None and on.pages.draft.bargain.terms == (term,)

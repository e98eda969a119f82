"""The page of the table: papers with the ways out of each, and the ladder drawn."""

from __future__ import annotations

from itertools import takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.narration.deals import deal_lines
from game.narration.ladder import stand, step_told
from game.narration.papers import ways
from game.rules.state import Claim, Slot
from game.rules.table.ladder import step, top
from game.tui.paint.ladder import HERE, drawn
from game.tui.paint.table import overview
from game.tui.play import Play
from game.tui.screens.draft import Draft
from game.tui.screens.table import Table
from game.tui.widgets.choices import Choices
from tests.plain.talk import talk
from tests.tui.conftest import Opener, Screen
from tests.tui.test_draft import at_the_table
from tests.worlds import INDEX, begin, changed, done, with_deal

SIZES = ((80, 24), (120, 36), (160, 50))
RUNGS = st.integers(0, 6)


def standing(nasa: int, roscosmos: int, esa: int) -> Play:
    """Return a game in which the partners stand on these rungs, as far as each can climb."""
    play = at_the_table()
    rungs = {"nasa": nasa, "roscosmos": roscosmos, "esa": esa}
    able = {f"{who}__rung": min(rung, top(INDEX, who)) for who, rung in rungs.items()}
    play.session.states[-1] = changed(play.session.state, **able)
    return Play(play.session)


@given(nasa=RUNGS, roscosmos=RUNGS, esa=RUNGS, width=st.sampled_from((36, 60)))
def test_everybody_stands_once_in_a_lane_that_reaches_as_far_as_they_could_climb(
    nasa: int, roscosmos: int, esa: int, width: int
) -> None:
    play = standing(nasa, roscosmos, esa)
    lines = drawn(play, lambda _n: (), width).plain.split("\n")
    rails = [line for line in lines if line[:1] in "├└"]
    assert len(rails) == len(play.rungs)
    for number, line in enumerate(reversed(rails)):
        ladder = "".join(takewhile(lambda sign: sign not in "0123456789", line))
        here = [who for who in play.index.chairs if play.seen.figures[f"{who}.rung"] == number]
        assert ladder.count(HERE) == len(here)
        able = sum(1 for who in play.index.chairs if top(play.index, who) >= number)
        assert sum(ladder.count(sign) for sign in "├┼┤└┴┘") == able + 1
        assert all(play.viewer.name(who) in " ".join(lines) for who in here)


def test_the_latest_step_is_told_with_its_way_and_turn() -> None:
    draft = begin()
    step(draft, "roscosmos", 1)
    up = done(draft)
    assert step_told(INDEX, stand(INDEX, up, "roscosmos")).startswith("stepped up in 202")
    draft = begin(changed(up, date=up.figures["date"] + 40))
    step(draft, "roscosmos", -1)
    assert step_told(INDEX, stand(INDEX, done(draft), "roscosmos")).startswith("stepped down in")
    assert not step_told(INDEX, stand(INDEX, up, "nasa"))
    draft = begin(up)
    step(draft, "roscosmos", -1)
    assert stand(INDEX, done(draft), "roscosmos").step == -1


def test_what_the_next_rung_would_shut_and_cost_stands_beside_it() -> None:
    text = " ".join(overview(standing(0, 0, 0), 60).plain.replace("│", " ").split())
    assert "Step up to it: capital 1." in text and "of 100" in text and "━" in text


def test_a_paper_is_drafted_again_claimed_cancelled_or_broken() -> None:
    state = with_deal(at_the_table().session.state, "engines", 2, giver="roscosmos")
    found = ways(INDEX, state, "nasa", "deal")
    assert [way.decision.pick for way in found] == ["offer", "cancel", "break"]
    assert "still runs" in found[0].lock and not found[1].lock
    state.claims = (Claim("deal", "nasa", "roscosmos", 12),)
    claim = next(way for way in ways(INDEX, state, "nasa", "deal") if way.decision.pick == "claim")
    assert "12 M" in " ".join(claim.meant)
    state.queue = (Slot("agenda", "nasa"), *state.queue)
    assert all("at your own table" in way.lock for way in ways(INDEX, state, "nasa", "deal")[1:])
    assert not ways(INDEX, state, "esa", "deal")


def test_both_faces_tell_the_same_of_a_paper() -> None:
    play = at_the_table()
    play.session.states[-1] = with_deal(play.session.state, "engines", 2, giver="roscosmos")
    said = " ".join(talk(play.session, "deals").split())
    (deal,) = play.seen.deals
    told = list(deal_lines(play.index, play.seen, deal, "nasa"))
    assert told and all(line in said for line in told)


async def _with_paper(screen: Screen) -> None:
    """Come to NASA's table with a paper in force that is nearly over."""
    await screen.keys("enter")
    await screen.to("table")
    state = screen.play.session.state
    ends = state.figures["date"] + 60
    screen.play.session.states[-1] = with_deal(state, "inspection", ends=ends)
    screen.desk.go_on()
    await screen.settle()


async def test_a_way_out_is_reached_from_the_page_and_done_at_the_desk(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await _with_paper(screen)
        taken = len(screen.play.session.decisions)
        await screen.keys("t")
        for size in SIZES:
            await screen.pilot.resize_terminal(*size)
            await screen.settle()
            lines = screen.text.splitlines()
            assert len(lines) == size[1] and max(map(len, lines)) <= size[0]
            assert "1 You and Roscosmos: Inspection" in screen.text and "0 normal" in screen.text
        await screen.keys("enter")
        assert "Cancel with notice: Inspection" in screen.text
        await screen.keys("escape")
        assert screen.shows(Table) and "1 You and Roscosmos" in screen.text
        await screen.keys("1", "3", "enter")
        assert screen.at_desk() and len(screen.play.session.decisions) == taken
        entry = screen.desk.entry
        assert entry is not None and entry.decision is not None
        assert (entry.decision.pick, entry.decision.target) == ("break", "deal")


async def test_a_paper_is_drafted_again_from_the_page_of_papers_over_a_draft(
    opened: Opener,
) -> None:
    async with opened("nasa") as screen:
        await _with_paper(screen)
        await screen.keys("1", "1")
        page = screen.pages.draft
        assert page is not None and page.bargain.terms
        before = page.bargain.terms
        await screen.keys("t", "escape")
        assert screen.shows(Draft) and page.bargain.terms == before
        await screen.keys("t", "1", "1", "enter")
        assert screen.shows(Draft)
        assert [term.clause for term in page.bargain.terms] == ["inspection"]
        await screen.keys("escape", "1")
        assert page.bargain.terms == before


async def test_elsewhere_the_ways_are_locked_with_the_reason(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        await screen.to("agenda")
        screen.play.session.states[-1] = with_deal(screen.play.session.state, "inspection")
        await screen.keys("t", "enter", "2", "enter")
        assert screen.shows(Table) and "This is done at" in screen.text
        choices = screen.app.screen.query_one(Choices)
        assert "at your own table" in choices.rows[1].lock
        await screen.keys("0")
        assert "Papers in force" in screen.text
        await screen.keys("escape")
        assert screen.at_desk()


@pytest.mark.parametrize("letter", ("t", "q"))
async def test_a_page_without_papers_closes_as_every_page(opened: Opener, letter: str) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter", "t")
        assert screen.shows(Table) and "Promises" in screen.text
        await screen.keys(letter)
        assert screen.at_desk()

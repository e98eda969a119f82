"""A deal that home is against: read, previewed and decided on the screen."""

from __future__ import annotations

import pytest

from game.rules.decisions import Change
from game.rules.messages import message
from game.rules.state import Offer, Slot, Term
from game.rules.table.ratification import payments, stances
from game.tui.paint.draft import reading
from game.tui.paint.home import factions_text, ratify_text
from tests.tui.conftest import CONTENT, Opener, Screen
from tests.tui.test_draft import draft, place_of
from tests.words import said

ALMS = Offer("1_nasa_roscosmos", "nasa", "roscosmos", (Term("alms", 10, "nasa"),))


def _put(screen: Screen) -> None:
    """Let NASA's home be against alms for Roscosmos."""
    session = screen.play.session
    state = session.state.copy()
    figures = {"nasa.treasury": 400, "nasa.capital": 3, "tension": 30, "nasa.income": 40}
    state.figures = {**state.figures, **figures}
    state.offers = (ALMS,)
    state.queue = (Slot("ratify", "nasa", ALMS.id), *state.queue)
    session.states[-1] = state
    screen.desk.go_on()


async def test_home_is_won_over_with_a_key(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.to("table")
        _put(screen)
        await screen.settle()
        assert "Home is against your deal with Roscosmos" in screen.text
        for told in (
            "Congress (",
            "Together",
            "1 Win over",
            "Press on against them",
            "Let it fall",
        ):
            assert told in screen.text
        state = screen.play.session.state
        (payment, *_) = payments(screen.play.index, state, ALMS, "nasa")
        await screen.keys("1", "enter")
        decision = screen.play.session.decisions[-1]
        assert (decision.pick, decision.target) == ("pay", payment.path)


@pytest.mark.parametrize(("key", "place"), (("down", 0), ("up", -1), ("2", 1)))
async def test_no_way_is_meant_before_one_is_pointed_at(
    opened: Opener, key: str, place: int
) -> None:
    async with opened("nasa") as screen:
        await screen.to("table")
        _put(screen)
        await screen.settle()
        taken = len(screen.play.session.decisions)
        before = screen.desk.entry
        assert before is None and "Each way has its price" in screen.text
        await screen.keys("enter", "space")
        assert len(screen.play.session.decisions) == taken
        await screen.keys(key)
        assert screen.desk.entry is screen.desk.menus[0].entries[place]
        assert "Each way has its price" not in screen.text


async def test_the_sheet_holds_every_line_of_every_faction(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.to("table")
        _put(screen)
        await screen.settle()
        text = ratify_text(screen.play, 78).plain
        for stance in stances(screen.play.index, screen.play.seen, ALMS, "nasa"):
            assert f"({stance.points:+d} x {stance.weight})" in text
            assert all(said(line.label, CONTENT) in text for line in stance.lines)


async def test_the_page_says_what_moved_each_faction(opened: Opener) -> None:
    async with opened("nasa") as screen:
        (path, *_), *_ = screen.play.index.factions["nasa"]
        page = screen.play.session.page()
        page.changes[:] = [c for c in page.changes if ".faction." not in c.path]
        assert "What moved them" not in factions_text(screen.play, 50).plain
        page.changes.append(Change("figure", path, -4, "test", message("spares.bought")))
        lines = factions_text(screen.play, 50).plain.split("\n")
        told = lines[lines.index("What moved them lately") + 1 :]
        assert told[0] == "  Congress" and told[1].startswith("    -4")


async def test_letting_it_fall_says_how_long_no_offer_follows(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.to("table")
        _put(screen)
        await screen.settle()
        await screen.keys("up")
        entry = screen.desk.entry
        assert entry is not None and entry.decision is not None
        assert entry.decision.pick == "fall"
        assert "no new offer between you and Roscosmos before 2022 Q" in entry.about


def test_a_draft_shows_how_home_will_take_it() -> None:
    bargain = draft()
    bargain.toggle(place_of(bargain, "ceremony"))
    text = reading(bargain.play, bargain, 0, 60).plain
    assert "Your home: passes." in text and "Congress " in text
    assert "as far as you know" in text
    assert "ESA's trust" in text, CONTENT.clauses["ceremony"].witness

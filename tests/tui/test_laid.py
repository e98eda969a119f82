"""The table drawn: scales, trays, benches; told alike on both faces; a draft that is kept."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.narration.asks import ask_lines
from game.narration.balance import REACH
from game.narration.benches import houses
from game.narration.deals import running_told
from game.rules.decisions import Decision
from game.tui.bargain import Bargain
from game.tui.paint import balance as drawn
from game.tui.paint.draft import reading, sums_text, table_text
from game.tui.screens.draft import APART, Draft
from game.tui.widgets.pane import Pane
from tests.plain.talk import talk
from tests.tui.conftest import Opener, Screen
from tests.tui.test_draft import at_the_table, draft, place_of
from tests.worlds import with_deal

WIDTHS = st.integers(4, 30).map(lambda half: 2 * half + 1)
SUMS = st.integers(-40, 40)
OFFER = Decision("nasa", "table", "offer", "roscosmos")
SIZES = ((80, 24), (120, 36), (160, 50))


@given(low=SUMS, spread=st.integers(0, 30), off=st.integers(0, 30), width=WIDTHS)
def test_the_marker_lies_in_its_band_and_zero_in_the_middle(
    low: int, spread: int, off: int, width: int
) -> None:
    at = low + min(off, spread)
    line = drawn.scale(low, low + spread, at, width)
    assert len(line) == width
    marks = [n for n, sign in enumerate(line) if sign in "█<>"]
    assert marks == [drawn.place(at, width)]
    band = range(drawn.place(low, width), drawn.place(low + spread, width) + 1)
    assert marks[0] in band
    assert all((sign == drawn.BAND) <= (n in band) for n, sign in enumerate(line))
    assert marks[0] == width // 2 or line[width // 2] == drawn.ZERO
    assert (line[marks[0]] != drawn.MARKER) == (abs(at) > REACH)


@given(one=SUMS, other=SUMS, width=WIDTHS)
def test_more_points_never_lie_further_left(one: int, other: int, width: int) -> None:
    less, more = sorted((one, other))
    assert 0 <= drawn.place(less, width) <= drawn.place(more, width) < width


def test_a_sum_that_is_not_told_has_a_band_and_no_marker() -> None:
    line = drawn.scale(0, REACH, None, 31)
    assert line == "─" * 15 + "┼" + "▒" * 15


@pytest.mark.parametrize("width", (36, 56, 80))
def test_the_table_says_how_all_stand_and_fits(width: int) -> None:
    bargain = draft()
    bargain.toggle(place_of(bargain, "ceremony"))
    bargain.toggle(place_of(bargain, "alms"))
    text = table_text(bargain.play, bargain, 1, width)
    told = " ".join(text.plain.split())
    for one in houses(bargain.play.index, bargain.play.seen, bargain.offer, "nasa"):
        assert one.told in told and all(bench.name in told for bench in one.benches)
    assert ("┌ You give" in told) == (width > 50)
    assert max(line.cell_length for line in text.split("\n") if "─" in line.plain) <= width
    assert told.count("┼") >= 2 or "█" in told


def test_a_narrow_pane_begins_with_the_balance_and_the_sum() -> None:
    bargain = draft()
    bargain.toggle(place_of(bargain, "ceremony"))
    lines = reading(bargain.play, bargain, 0, 36).plain.split("\n")
    first = [next(n for n, line in enumerate(lines) if word in line) for word in (
        "You: ", "┼", "If signed", "Your home: ", "What it is worth", "Congress",
    )]  # fmt: skip
    assert first == sorted(first) and first[4] < 11


def test_the_arithmetic_is_the_same_beside_the_table_as_below_it() -> None:
    bargain = draft()
    bargain.toggle(place_of(bargain, "ceremony"))
    below = reading(bargain.play, bargain, 0, 60).plain
    assert sums_text(bargain.play, bargain, 0, 60).plain.rstrip() in below
    assert table_text(bargain.play, bargain, 0, 60).plain.rstrip() in below


def test_a_draft_that_was_left_is_taken_up_as_far_as_it_may_stand() -> None:
    bargain = draft()
    bargain.toggle(place_of(bargain, "engines"))
    assert bargain.changed
    again = draft()
    assert again.take_up(bargain.terms) and again.terms == bargain.terms
    again.restore()
    assert not again.terms and not again.take_up(())


def _both(**more: Any) -> tuple[Bargain, str]:
    """Return a draft, and what the plain game says of the same one."""
    play = at_the_table()
    play.session.states[-1] = with_deal(play.session.state, "engines", 2, **more)
    said = talk(play.session, "offer roscosmos", "list", "1 1", "home", "sum")
    return Bargain(play, OFFER), said


def test_both_faces_tell_the_same_of_the_table() -> None:
    bargain, said = _both()
    play, flat = bargain.play, " ".join(said.split())
    index, seen, parties = play.index, play.seen, ("nasa", "roscosmos")
    asks = list(ask_lines(index, seen, "roscosmos", "nasa"))
    between = [f"{what} {until}" for what, until in running_told(index, seen, parties, "nasa")]
    bargain.toggle(place_of(bargain, "ceremony"))
    text = " ".join(table_text(play, bargain, 0, 60).plain.split())
    assert between and all(line in text and line in flat for line in between)
    assert all(line in text and line in flat for line in asks)
    assert "Together, each times its weight" in flat and "weight" in text


async def _drafting(screen: Screen) -> Draft:
    await screen.keys("enter")
    await screen.to("table")
    await screen.keys("1")
    found = screen.pages.draft
    assert found is not None
    return found


async def test_a_draft_is_laid_out_at_every_size_left_and_taken_up_again(opened: Opener) -> None:
    async with opened("nasa") as screen:
        page = await _drafting(screen)
        await screen.keys("1", "2")
        terms = page.bargain.terms
        for size in SIZES:
            await screen.pilot.resize_terminal(*size)
            await screen.settle()
            lines = screen.text.splitlines()
            assert len(lines) == size[1] and max(map(len, lines)) <= size[0]
            assert "Roscosmos: they" in screen.text and "Your home: " in screen.text
            apart = [pane.id for pane in page.query(Pane) if pane.display]
            assert apart == (["laid", "sums"] if size[0] >= APART else ["laid"])
        await screen.keys("escape")
        assert screen.at_desk()
        await screen.keys("1")
        assert page.bargain.terms == terms and "as you left it" in screen.text
        row = next(n for n, line in enumerate(screen.text.splitlines()) if "┌ You give" in line)
        before = len(page.bargain.terms)
        tray = page.query_one("#laid", Pane).region
        for column in range(tray.x, tray.right, 6):
            await screen.pilot.click(offset=(column, row + 1))
            await screen.settle()
            if len(page.bargain.terms) < before:
                break
        assert len(page.bargain.terms) == before - 1

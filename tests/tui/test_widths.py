"""Nothing that matters is cut: the head line and the gauges at every width, rows in any script."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content

from game.rules.setup import Setup
from game.session import Session
from game.text import cells
from game.tui.ink import arrow
from game.tui.paint.vitals import head, readings
from game.tui.play import Play
from game.tui.widgets.choices import NO_POINTER, Choices, Row, drawn
from game.tui.widgets.gauges import Reading
from game.tui.widgets.gauges import drawn as gauge
from game.tui.widgets.lately import cut
from tests.small import CAMPAIGN, CONTENT
from tests.tui.conftest import Opener

SEATS = {"nasa": "person", "roscosmos": "random", "esa": "random"}
OPENING = Session(CONTENT, Setup(CAMPAIGN, "nasa", 1), SEATS).state
WIDTHS = st.integers(80, 200)
FIGURES = st.integers(0, 10**9)
JAPANESE = "宇宙ステーションの次の補給船を待たずに協力の約束を今すぐ結び直す"
NOTES = ("saved", "not saved: there is no room left on the disk, hindsight")


def reading(value: int, moved: int, name: str) -> Reading:
    return Reading("x", name, name[:5], str(value), 0.5, moved, str(abs(moved) or ""), None)


@given(FIGURES, st.integers(-(10**6), 10**6), st.sampled_from(("Tension", "Trust: Roscosmos",
       "A common docking gear", JAPANESE)), WIDTHS)  # fmt: skip
def test_a_gauge_shows_its_figure_and_its_move_whole(
    value: int, moved: int, name: str, screen: int
) -> None:
    width = (screen - 4) // 3
    line = gauge(reading(value, moved, name), width)
    assert line.cell_length <= width
    sign = "^" if moved > 0 else "v" if moved else "="
    assert line.plain.endswith(f"{value} {sign}{abs(moved) or ''}")


@given(st.integers(0, 40), st.integers(0, 10**40), st.integers(0, 10**40))
def test_what_has_no_room_at_all_is_marked(width: int, value: int, moved: int) -> None:
    line = gauge(reading(value, moved, "Tension"), width)
    assert line.cell_length <= max(2, width)
    assert width < 4 or str(value) in line.plain or "…" in line.plain


@given(WIDTHS, FIGURES, FIGURES, FIGURES, st.sampled_from(NOTES))
def test_the_head_line_never_cuts_a_figure(
    width: int, capital: int, treasury: int, income: int, note: str
) -> None:
    own = {"nasa.capital": capital, "nasa.treasury": treasury, "nasa.income": income}
    state = replace(OPENING, figures={**OPENING.figures, **own})
    play = Play(Session(CONTENT, Setup(CAMPAIGN, "nasa", 1), SEATS, opening=state))
    line = head(play, note, width - 2)
    told = line.plain.split("  ")
    assert line.cell_length <= width - 2
    assert {f"capital {capital}", f"{treasury} M", "turn 1/8"} <= set(told)
    assert all(f"+{income} a month" == part for part in told if part.startswith("+"))
    said = next(part for part in told if part.startswith((note[:9], "…")))
    assert said == note or said.endswith("…")


@pytest.mark.parametrize("width", [80, 99, 100, 101, 120, 170])
async def test_gauges_on_the_screen_keep_a_two_digit_move(opened: Opener, width: int) -> None:
    async with opened("nasa", size=(width, 30)) as screen:
        await screen.keys("enter")
        page = screen.play.session.page()
        page.opening.update(dict.fromkeys(("tension", "cohesion", "nasa.mandate"), 11))
        screen.desk.draw()
        await screen.settle()
        top = screen.text.splitlines()[1:4]
        for shown in readings(screen.play):
            told = f" {shown.value} {arrow(shown.moved)}{shown.moved_text} "
            assert any(told in f"{line} " for line in top), told


@given(st.lists(st.sampled_from([*"ab -", *JAPANESE, "e\u0301", "😀"]), max_size=80).map("".join),
       st.sampled_from(("", "capital 1 · 30 M", f"< {JAPANESE} >")), st.booleans(),
       st.integers(16, 90))  # fmt: skip
def test_a_row_fits_its_width_and_loses_nothing(
    text: str, note: str, heading: bool, width: int
) -> None:
    row = Row(text, note="" if heading else note, number="3", lock=JAPANESE, heading=heading)
    lines = drawn(row, width)
    assert all(line.cell_length <= width - cells.width(NO_POINTER) for line in lines)
    told = "".join("".join(line.plain.split()) for line in lines)
    for part in (text, row.note, "" if heading else JAPANESE):
        assert "".join(part.split()) in told


async def test_a_japanese_choice_is_shown_from_its_first_letter(opened: Opener) -> None:
    async with opened("nasa") as screen:
        await screen.keys("enter")
        choices = screen.desk.query_one(Choices)
        choices.show([Row(JAPANESE, number="1"), Row("Another", number="2")])
        await screen.settle()
        rows = [choices.render_line(y).text for y in range(4)]
        assert rows[0].startswith("> 1 宇宙ステーション")
        assert f"1{JAPANESE}2" in "".join("".join(rows).split())


@given(st.text(alphabet=st.sampled_from(JAPANESE), min_size=50, max_size=90))
def test_news_without_blanks_are_cut_at_the_width(text: str) -> None:
    shown = cut(Content(text).wrap(30), 1, 30)
    assert 20 < shown.cell_length <= 30
    assert text.startswith(shown.plain.removesuffix(" …"))

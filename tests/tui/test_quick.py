"""What a key makes the screen do, counted: frames, layouts, lines drawn anew. No clocks."""

from __future__ import annotations

import gc
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._compositor import Compositor
from textual.app import App
from textual.content import Content
from textual.events import MouseDown, MouseMove, MouseUp
from textual.strip import Strip
from textual.widget import Widget

from game.content.records import Content as Record
from game.rules.setup import Setup
from game.tui.screens.sheet import OTHERS
from game.tui.widgets.choices import Choices
from game.tui.widgets.pane import Pane
from game.tui.widgets.scrolled import thumb_of
from tests.tui.conftest import CAMPAIGN, Opener, Screen, short

SIZE = (120, 36)
POINTED = {"choices", "preview", "tension"}
"""The panes that pointing at another choice may draw in."""
FEW = 40  # lines: of the title, drawn anew
ROWS = 8
"""Lines of the row that is left and of the one pointed at, at most."""
PAGES = [key for key, name, _ in OTHERS if name not in ("news", "came")]


@dataclass
class Work:
    """What has been done since it was last cleared; lines by the pane they are in."""

    frames: int = 0
    layouts: int = 0
    lines: Counter[str] = field(default_factory=Counter)

    def clear(self) -> None:
        self.frames = self.layouts = 0
        self.lines.clear()


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Work:
    """Count what is done."""
    done = Work()

    def counted(of: type[Any], name: str, count: Any) -> None:
        act = getattr(of, name)

        def acted(self: Any, *args: Any, **more: Any) -> Any:
            count(self)
            return act(self, *args, **more)

        monkeypatch.setattr(of, name, acted)

    def frame(_app: object) -> None:
        done.frames += 1

    def layout(_compositor: object) -> None:
        done.layouts += 1

    def line(pane: Widget) -> None:
        done.lines[pane.id or type(pane).__name__] += 1

    counted(App, "_display", frame)
    counted(Compositor, "reflow", layout)
    counted(Pane, "render_line", line)
    counted(Choices, "render_line", line)
    return done


async def _at_a_card(screen: Screen) -> None:
    await screen.to_desk()
    await screen.to("card")


async def test_a_key_that_points_draws_one_frame_and_lays_nothing_out(
    opened: Opener, base: Record, work: Work
) -> None:
    async with opened("nasa", content=base, scenario="cold_snap_2022", size=SIZE) as screen:
        await _at_a_card(screen)
        for _n in range(len(screen.desk.menus[-1].entries)):
            work.clear()
            await screen.keys("down")
            assert (work.frames, work.layouts) == (1, 0)
            assert set(work.lines) <= POINTED
            assert work.lines["choices"] <= ROWS
        work.clear()
        await screen.keys("up")
        assert work.lines["preview"] <= screen.desk.query_one("#preview", Pane).size.height


async def test_a_page_that_opens_again_draws_one_frame_and_only_what_has_changed(
    opened: Opener, work: Work
) -> None:
    async with opened("nasa", content=short(3), size=SIZE) as screen:
        await _at_a_card(screen)
        for letter in PAGES:
            await screen.keys(letter)
            text = screen.text
            await screen.keys("escape")
            for keys, shown in ((letter, text), ("escape", "")):
                work.clear()
                await screen.keys(keys)
                assert (work.frames, work.layouts, +work.lines) == (1, 0, Counter()), letter
                assert screen.at_desk() if not shown else screen.text == shown


async def test_the_codex_is_there_each_time_at_whichever_size(opened: Opener, base: Record) -> None:
    async with opened("nasa", content=base, scenario="cold_snap_2022", size=SIZE) as screen:
        await screen.to_desk()
        await screen.keys("x", "down")
        rows = screen.app.screen.query_one(Choices).rows
        assert rows
        for size in ((100, 30), SIZE):
            await screen.keys("escape")
            await screen.pilot.resize_terminal(*size)
            await screen.settle()
            await screen.keys("x")
            assert screen.app.screen.query_one(Choices).rows == rows


@given(rows=st.integers(1, 60), more=st.integers(1, 300), share=st.floats(0, 1))
def test_the_thumb_lies_on_the_bar_and_at_its_ends_where_the_view_is(
    rows: int, more: int, share: float
) -> None:
    first = round(more * share)
    thumb = thumb_of(rows, rows + more, first)
    assert len(thumb) >= 1 and thumb.start >= 0 and thumb.stop <= rows
    assert first or thumb.start == 0
    assert first != more or thumb.stop == rows


async def test_another_text_in_a_pane_looks_as_if_it_had_stood_there_from_the_beginning(
    opened: Opener,
) -> None:
    async with opened("nasa", content=short(3), size=SIZE) as screen:
        await _at_a_card(screen)
        pane = screen.desk.query_one("#brief", Pane)
        for text in (
            "One\ntwo\nthree",
            "One\n2\nthree",
            "One",
            "a\n" * 70,
            "One\ntwo\nthree\nfour",
        ):
            pane.show(text)
            await screen.settle()
            shown = screen.text
            pane._strips = None
            pane._kept.clear()
            pane.refresh()
            await screen.settle()
            assert screen.text == shown
            assert text.split("\n")[0] in shown


async def test_a_bar_is_dragged_and_chooses_nothing(opened: Opener) -> None:
    async with opened("nasa", content=short(3), size=SIZE) as screen:
        await _at_a_card(screen)
        await screen.keys("c")
        pane = screen.app.screen.query(Pane).first()
        pane.show(Content("\n".join(map(str, range(200)))))
        await screen.settle()
        region = pane.scrollable_content_region
        at = (region.right + 1, region.y)
        await screen.pilot._post_mouse_events([MouseDown], offset=at, button=1)
        last = (region.right + 1, region.bottom - 1)
        await screen.pilot._post_mouse_events([MouseMove, MouseUp], offset=last, button=1)
        await screen.settle()
        assert pane.scroll_offset.y == pane.max_scroll_y > 0
        assert "199" in screen.text


async def test_no_text_touches_the_bar(opened: Opener) -> None:
    async with opened("nasa", content=short(3), size=SIZE) as screen:
        await _at_a_card(screen)
        await screen.keys("c")
        pane = screen.app.screen.query(Pane).first()
        pane.show(Content("\n".join(["x" * pane.scrollable_content_region.width] * 200)))
        await screen.settle()
        line = pane.render_line(0)
        cells = [
            (sign, bool(part.style and part.style.reverse)) for part in line for sign in part.text
        ]
        assert cells[-3:] == [("x", False), (" ", False), (" ", True)]
        assert len(cells) == pane.size.width


async def test_a_game_that_was_left_leaves_none_of_its_lines(opened: Opener) -> None:
    async with opened(content=short(2)) as screen:
        kept = []
        for seed in (1, 2):
            session = screen.app.library.start(Setup(CAMPAIGN, "nasa", seed), {}, False)
            screen.app.open_game(session, silent=True)
            await screen.settle()
            await screen.to_desk()
            await screen.keys("c", "escape")
            screen.house._to_title()
            await screen.settle()
            gc.collect()
            kept.append(sum(isinstance(one, Strip) for one in gc.get_objects()))
        assert kept[1] <= kept[0] + FEW

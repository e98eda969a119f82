"""No pane keeps rows that it leaves empty while another one scrolls, at any size."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from textual.scroll_view import ScrollView

from game.content.records import Content
from tests.tui.conftest import Opener, Screen

SIZES = ((80, 24), (100, 30), (120, 36), (160, 50), (200, 60))
TURN = 6
MOST_EMPTY = 15 / 100
KINDS = ("card", "agenda", "table")


def _panes(screen: Screen) -> Iterator[ScrollView]:
    """Yield the panes of the desk of which something can be seen."""
    for pane in screen.desk.query("#ground > *").results(ScrollView):
        if pane.display and pane.scrollable_content_region.area:
            yield pane


def _rows(screen: Screen, pane: ScrollView) -> list[str]:
    """Return what stands in a pane's rows, as rendered."""
    region = pane.scrollable_content_region
    lines = screen.text.splitlines()[region.y : region.bottom]
    return [line[region.x : region.right].strip() for line in lines]


def empty(screen: Screen) -> tuple[float, bool]:
    """Return which share of the panes' rows is empty, and whether any pane scrolls."""
    rows = [row for pane in _panes(screen) for row in _rows(screen, pane)]
    scrolls = any(pane.max_scroll_y > 0 for pane in _panes(screen))
    return sum(1 for row in rows if not row) / len(rows), scrolls


async def _to_the_middle(screen: Screen) -> None:
    while screen.play.session.state.turn < TURN:
        if screen.play.others_turn:
            screen.play.others(lambda: True)
        else:
            screen.play.decide(screen.idle())


@pytest.mark.parametrize("seed", (7, 11))
async def test_rows_are_not_empty_while_a_pane_scrolls(
    opened: Opener, base: Content, seed: int
) -> None:
    async with opened("nasa", content=base, scenario="cold_snap_2022", seed=seed) as screen:
        await screen.to_desk()
        await _to_the_middle(screen)
        found = {}
        for kind in KINDS:
            await screen.to(kind)
            for size in SIZES:
                await screen.pilot.resize_terminal(*size)
                await screen.settle()
                found[kind, size] = empty(screen)
        bad = {
            at: share for at, (share, scrolls) in found.items() if scrolls and share > MOST_EMPTY
        }
        assert bad == {}

"""Where panes lie: rows go to the question first, none is lost, none is given twice."""

from __future__ import annotations

from collections.abc import Mapping

from hypothesis import given
from hypothesis import strategies as st
from textual.geometry import Region, Size

from game.tui.plan import INSTRUMENTS, LEAST, MAIN, Want, planned, share, side_width

WANTS = st.lists(st.builds(Want, st.integers(1, 13), st.integers(0, 60)), max_size=6)
SIZES = st.builds(Size, st.integers(80, 240), st.integers(16, 70))
TAKEN = st.fixed_dictionaries({name: st.integers(0, 40) for name in (*MAIN, *INSTRUMENTS)})


@given(st.integers(0, 80), WANTS)
def test_rows_are_shared_in_order_of_importance(room: int, wants: list[Want]) -> None:
    given_rows = share(room, wants)
    assert sum(given_rows) <= room
    for rows, want in zip(given_rows, wants, strict=True):
        assert rows == 0 or min(want.least, want.most) <= rows <= want.most
    if any(0 < r < w.most for r, w in zip(given_rows, wants, strict=True)):
        assert sum(given_rows) == room


@given(SIZES, TAKEN, st.booleans())
def test_the_ground_is_covered_once(size: Size, taken: Mapping[str, int], banded: bool) -> None:
    regions = planned(size, lambda name, width: taken[name], banded)
    shown = [region for region in regions.values() if region.area]
    assert all(Region(0, 0, *size).contains_region(region) for region in shown)
    assert sum(region.area for region in shown) == size.area
    assert not any(one.overlaps(two) for one in shown for two in shown if one is not two)


@given(SIZES, TAKEN)
def test_the_choices_are_seen_whatever_else_there_is(size: Size, taken: Mapping[str, int]) -> None:
    regions = planned(size, lambda name, width: taken[name], banded=False)
    assert regions["choices"].height >= min(LEAST["choices"], taken["choices"])


def test_a_pane_with_nothing_to_show_gives_its_rows_away() -> None:
    taken = dict.fromkeys((*MAIN, *INSTRUMENTS), 10)
    size = Size(120, 30)
    before = planned(size, lambda name, width: taken[name], banded=False)
    taken["advice"] = taken["station"] = 0
    after = planned(size, lambda name, width: taken[name], banded=False)
    assert before["advice"].height and not after["advice"].height
    assert after["preview"].height > before["preview"].height
    assert after["trust"].height > before["trust"].height


def test_beyond_the_broadest_plan_the_middle_grows() -> None:
    widths = [planned(Size(w, 40), lambda name, width: 9, False)["brief"].width for w in (160, 200)]
    assert widths[1] - widths[0] == 40
    assert side_width(160) == side_width(200)


def test_where_it_is_narrow_the_preview_stands_beside_the_choices() -> None:
    regions = planned(Size(80, 18), lambda name, width: 6, banded=True)
    choices, preview = regions["choices"], regions["preview"]
    assert (choices.y, choices.height) == (preview.y, preview.height)
    assert preview.x == choices.right and preview.right == 80


def test_instruments_stand_beside_what_choices_would_do_where_that_costs_no_row() -> None:
    taken = dict.fromkeys((*MAIN, *INSTRUMENTS), 5)
    size, rows = Size(100, 24), 24 - 5 * (len(MAIN) - 1)
    taken["preview"] = rows
    shown = planned(size, lambda name, width: taken[name], False)
    preview, trust = shown["preview"], shown["trust"]
    assert (preview.right, preview.y, preview.bottom) == (trust.x, trust.y, trust.bottom)
    assert trust.right == 100 and preview.height == rows
    assert "trust" not in planned(size, lambda name, width: taken[name], False, lambda *_: False)

    def narrow(name: str, width: int) -> int:
        return 9 if name == "preview" and width < 100 else taken[name]

    assert "trust" not in planned(size, narrow, False)


def test_what_just_happened_stands_at_the_side_where_only_the_middle_lacks_rows() -> None:
    taken = dict.fromkeys(MAIN, 9) | dict.fromkeys(INSTRUMENTS, 0) | {"trust": 5}
    size = Size(120, 30)
    assert planned(size, lambda name, width: taken[name], False)["lately"].x > 0
    assert planned(Size(120, 60), lambda name, width: taken[name], False)["lately"].x == 0
    taken["coming"] = 20
    assert planned(size, lambda name, width: taken[name], False)["lately"].x == 0

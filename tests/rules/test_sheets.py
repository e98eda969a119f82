"""A sheet weighs many options at once; asked plainly, one by one, each is the same."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.rules.agenda import weigh_one
from game.rules.messages import Message
from game.rules.sheets import Sheet, sheet, weigh
from game.rules.state import State
from game.testing.strategies import states
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import INDEX, begin, opening

CHAIRS = INDEX.chairs
SHEETS = {chair: sheet(INDEX.agenda[chair]) for chair in CHAIRS}
HELD = st.tuples(st.integers(0, 3), st.integers(0, 200))


@st.composite
def strained(draw: st.DrawFn, chair: str) -> State:
    """Draw a state with other purses, rungs and marks than play would soon lead to."""
    draft = begin(draw(states(CONTENT, CAMPAIGN)))
    figures, today = draft.figures, draft.figures["date"]
    figures[f"{chair}.capital"] = draw(st.integers(0, 6))
    figures[f"{chair}.treasury"] = draw(st.integers(-100, 600))
    for partner in CHAIRS:
        figures[f"{partner}.rung"] = draw(st.integers(0, 6))
    figures["rung.highest"] = max(figures[f"{partner}.rung"] for partner in CHAIRS)
    marks = [row.mark for row in SHEETS[chair].rows]
    ago = st.dictionaries(st.sampled_from(marks), st.integers(0, 400), max_size=len(marks))
    draft.state.used = {**draft.state.used, **{m: today - n for m, n in draw(ago).items()}}
    return draft.state


@given(st.data(), st.sampled_from(CHAIRS), HELD)
def test_a_sheet_says_what_each_row_says_alone(
    data: st.DataObject, chair: str, held: tuple[int, int]
) -> None:
    state, on = data.draw(strained(chair)), SHEETS[chair]
    assert weigh(state, chair, on, held) == [weigh_one(state, chair, row, held) for row in on.rows]


def _weighed(state: State, on: Sheet) -> list[Message | None]:
    return [option.reason for option in weigh(state, "nasa", on)]


def test_a_sheet_is_as_it_was_after_it_has_been_used() -> None:
    rich, on = opening(), SHEETS["nasa"]
    poor = replace(rich, figures={**rich.figures, "nasa.capital": 0, "nasa.treasury": 0})
    before = _weighed(rich, on)
    assert _weighed(poor, on) != before
    assert _weighed(rich, on) == before
    weigh(rich, "nasa", on).clear()
    assert _weighed(rich, on) == before


def test_an_empty_sheet_has_no_options() -> None:
    assert weigh(opening(), "nasa", sheet(())) == []

"""How a run ends: which ending, which slides, which grades, what a turn leaves behind."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules import endings
from game.rules.ledger import moved
from game.rules.messages import text
from game.rules.state import State
from tests.small import CONTENT
from tests.worlds import INDEX, begin, changed, index_with, opening

LATE = replace(opening(), turn=8)


def _ended(state: State) -> str:
    draft = begin(state)
    endings.check(draft)
    return draft.state.ending


def test_the_highest_priority_wins() -> None:
    draft = begin(changed(opening(), month=3))
    draft.own("words")["hatch"] = "gone"
    draft.figures["aboard"] = 0
    endings.check(draft)
    assert draft.state.ending == "divorce"
    assert (draft.changes[-1].kind, draft.changes[-1].reason) == (
        "ending", text("Two halves part."),
    )  # fmt: skip


@pytest.mark.parametrize(("tension", "ending"), ((39, "peace"), (40, "goodbye")))
def test_some_endings_are_looked_at_only_when_the_turns_are_over(tension: int, ending: str) -> None:
    assert _ended(changed(opening(), tension=tension)) == ""
    assert _ended(changed(LATE, tension=tension)) == ending


def test_nobody_is_dismissed_by_a_condition() -> None:
    dismissed = replace(CONTENT.endings["dismissed"], when=CONTENT.endings["goodbye"].when)
    index = index_with(endings={"dismissed": dismissed})
    draft = begin()
    draft.index = index
    endings.check(draft)
    assert not draft.state.ending


def test_a_run_that_fits_no_ending_still_ends_with_the_turns() -> None:
    draft = begin(LATE)
    draft.index = index_with(endings={})
    endings.check(draft)
    assert draft.state.ending == endings.END_OF_TERM
    assert endings.ending_of(draft.index, draft.state) is None


def test_a_run_ends_once() -> None:
    draft = begin(LATE)
    endings.conclude(draft, "peace")
    endings.check(draft)
    endings.conclude(draft, "divorce")
    assert draft.state.ending == "peace" and len(draft.changes) == 1
    found = endings.ending_of(INDEX, draft.state)
    assert found is not None and found.title == "Peace"


def test_the_slides_that_fit_come_in_order() -> None:
    assert [s.id for s in endings.slides(CONTENT, opening())] == ["early", "late"]
    assert [s.id for s in endings.slides(CONTENT, changed(opening(), nasa__broken=1))] == ["late"]


@pytest.mark.parametrize(
    ("points", "letter"), ((60, "A"), (59, "B"), (50, "B"), (40, "C"), (30, "D"), (29, "E"))
)
def test_legacies_are_graded_against_the_historical_line(points: int, letter: str) -> None:
    state = changed(opening(), nasa__peace=points)
    grade = endings.grades(CONTENT, state, "nasa")[0]
    assert (grade.legacy, grade.points, grade.par, grade.letter) == ("peace", points, 45, letter)


def test_without_a_line_the_middle_is_par() -> None:
    assert {grade.par for grade in endings.grades(CONTENT, opening(), "esa")} == {50}
    assert len(endings.grades(CONTENT, opening(), "esa")) == 4


def test_long_ago_counts_less() -> None:
    draft = begin(changed(opening(), nasa__peace=98, nasa__science=2, nasa__people=50))
    endings.fade(draft, "nasa")
    assert moved(draft.changes, "nasa.peace") == -(48 // endings.FADING)
    assert moved(draft.changes, "nasa.science") == 48 // endings.FADING
    assert moved(draft.changes, "nasa.people") == 0


def _remembered(**figures: int) -> dict[str, int]:
    draft = begin(opening())
    for name, value in figures.items():
        draft.figures[name.replace("__", ".")] = value
    endings.remember(draft, "nasa")
    return {c.path.removeprefix("nasa."): c.amount for c in draft.changes}


def test_a_turn_leaves_its_mark_on_the_legacies() -> None:
    good = {"tension": 20, "aboard": 7, "cohesion": 70, "stranded": 0, "nasa__mandate": 70}
    assert _remembered(**good, month=2) == {
        "peace": 1, "science": 1, "people": 1, "power_legacy": 1,
    }  # fmt: skip
    assert _remembered(**good, month=3) == {"peace": 1}
    bad = {"tension": 90, "rung__highest": 4, "aboard": 1, "stranded": 1, "nasa__mandate": 20}
    assert _remembered(**bad, month=2) == {
        "peace": -2, "science": -1, "people": -1, "power_legacy": -1,
    }  # fmt: skip

"""The other side's arithmetic as it is told: by kind, by sign, by range, by number."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.narration.figures import figure_title, figure_words, value_text
from game.narration.offers import (
    amount_told,
    line_told,
    openness_told,
    sum_told,
    works_told,
)
from game.rules.decisions import Line
from game.rules.messages import message, text
from game.rules.state import State
from game.rules.table.openness import CLOSED, HINTED, OPEN, ROUGH
from game.rules.view import view
from tests.small import CONTENT
from tests.worlds import opening, perform_on

THREE = message("term", clause="engines", amount=3)
ENGINES = Line(THREE, 14, 4, "gets")
TRUST, BROKEN = message("standing.trust"), message("standing.broken")
X = text("x")
TOLD = (
    (CLOSED, "Something about engines", "?"),
    (HINTED, "They get: Engines (3 engines) (they gain)", "+"),
    (ROUGH, "They get: Engines (3 engines)", "+10 to +18"),
    (OPEN, "They get: Engines (3 engines)", "+14 ±4"),
)


@pytest.mark.parametrize(("how_open", "label", "amount"), TOLD)
def test_a_line_is_told_as_openly_as_the_other_side_is_known(
    how_open: int, label: str, amount: str
) -> None:
    assert line_told(CONTENT, ENGINES, False, how_open) == (label, amount)


def test_ones_own_lines_are_open_and_read_from_ones_own_side() -> None:
    assert line_told(CONTENT, Line(THREE, -3, 0, "gives"), True, CLOSED) == (
        "You give: Engines (3 engines)",
        "-3",
    )
    assert line_told(CONTENT, Line(TRUST, 2), True)[0] == "Your trust in their word"
    assert line_told(CONTENT, Line(BROKEN, -3), True)[0] == "Promises they broke"
    assert line_told(CONTENT, Line(BROKEN, -3), False)[0] == "Promises you broke"


def test_a_closed_line_names_its_subject_without_its_amount() -> None:
    for label, subject in (
        (message("term", clause="stay_until", amount=2028), "stay until"),
        (message("term", clause="seat_swap", amount=2), "seat swap"),
        (TRUST, "trust"),
        (message("standing.walk_away"), "walking away"),
    ):
        assert line_told(CONTENT, Line(label, 7), False, CLOSED) == (
            f"Something about {subject}", "?",
        )  # fmt: skip


def test_a_hint_says_only_what_is_sure() -> None:
    assert line_told(CONTENT, Line(X, -2, 1), False, HINTED) == ("x (speaks against it)", "-")
    assert line_told(CONTENT, Line(X, -2, 2), False, HINTED) == ("x (it may go either way)", "?")


LINES = st.lists(st.builds(Line, st.just(X), st.integers(-40, 40), st.integers(0, 9)), min_size=1)


@given(LINES)
def test_the_ends_of_the_printed_sum_are_the_sums_of_the_lines_ends(lines: list[Line]) -> None:
    def ends(told: str) -> tuple[int, int]:
        low, _, high = told.partition(" to ")
        return int(low), int(high or low)

    printed = [ends(line_told(CONTENT, line, False, ROUGH)[1]) for line in lines]
    answer, total = sum_told(lines, False, ROUGH)
    assert ends(total) == (sum(low for low, _ in printed), sum(high for _, high in printed))
    low, high = ends(total)
    assert ("might" in answer) == (low < 0 <= high)


def test_a_sum_is_a_word_where_its_lines_are_not_told() -> None:
    sure, open_end = [Line(X, 5, 2)], [Line(X, 1, 2)]
    assert sum_told(sure, False, CLOSED) == ("they lean towards it", "")
    assert sum_told(open_end, False, CLOSED) == ("hard to tell", "")
    assert sum_told(sure, False, HINTED) == ("they would sign", "")
    assert sum_told(open_end, False, OPEN) == ("they might sign", "+1 ±2")
    assert sum_told([Line(X, 0, 1)], False, OPEN) == ("they might sign", "+0 ±1")
    assert sum_told([Line(X, -1, 1)], False, OPEN) == ("they might refuse", "-1 ±1")
    assert sum_told([Line(X, -1)], True) == ("under your bottom line", "-1")


def _seen(level: str, learned: bool, turns_ago: int = 0) -> State:
    state = replace(opening(), words={**opening().words, "level": level})
    state = perform_on(state, r.Study("roscosmos")).state if learned else state
    return view(CONTENT, replace(state, turn=state.turn + turns_ago), "nasa")


OPENNESS = (
    ("cold", False, 0, "How open Roscosmos is to you: closed, 0 of 3. A back-channel"),
    ("director", False, 0, "hinted, 1 of 3 (+1 at this level)."),
    ("liaison", False, 0, "rough, 2 of 3 (+2 at this level)."),
    ("cold", True, 0, "rough, 2 of 3 (+2 for what you learned this turn)."),
    ("director", True, 1, "open, 3 of 3 (+1 at this level, +2 for what you learned 1 turn ago)."),
    ("director", True, 4, "rough, 2 of 3 (+1 at this level, +1 for what you learned"),
    ("director", True, 9, "hinted, 1 of 3 (+1 at this level)."),
)


@pytest.mark.parametrize(("level", "learned", "ago", "told"), OPENNESS)
def test_it_is_said_why_another_is_that_open_and_what_would_open_it_more(
    level: str, learned: bool, ago: int, told: str
) -> None:
    said = openness_told(CONTENT, _seen(level, learned, ago), "nasa", "roscosmos")
    assert told in said
    assert ("back-channel" in said) == ("3 of 3" not in said)


def test_a_good_adviser_on_the_others_opens_more() -> None:
    better = {k: replace(a, skill=4) for k, a in CONTENT.advisers.items()}
    told = openness_told(
        replace(CONTENT, advisers=better), _seen("cold", False), "nasa", "roscosmos"
    )
    assert "hinted, 1 of 3 (+1 for an adviser who knows them well)." in told
    assert "closed, 0 of 3." in openness_told(CONTENT, _seen("cold", False), "nasa", "roscosmos")


def test_what_would_work_says_how_sure_it_is() -> None:
    sure, open_end = [Line(X, 5, 2)], [Line(X, 1, 2)]

    def said(level: str, lines: list[Line]) -> str:
        return works_told(CONTENT, _seen(level, False), "nasa", "roscosmos", lines)

    assert said("director", sure) == "Roscosmos would sign this"
    assert said("director", open_end) == "Roscosmos would probably sign this"
    assert said("liaison", open_end).endswith("probably sign this (between -1 and +3)")


def test_what_would_work_is_told_as_openly_as_the_asker_knows_them() -> None:
    lines, studied = [Line(X, 1, 2)], _seen("cold", True)
    told = [works_told(CONTENT, seen, "nasa", "roscosmos", lines)
            for seen in (_seen("cold", False), studied)]  # fmt: skip
    assert ["between" in one for one in told] == [False, True]


@given(st.integers(-99, 99), st.integers(0, 99))
def test_amounts_are_signed(amount: int, spread: int) -> None:
    assert amount_told(amount, spread, ROUGH)[0] in "+-"


def test_what_a_leader_cares_about_is_a_figure_like_others() -> None:
    path = "roscosmos.weight.people"
    assert figure_title(CONTENT, path, "nasa") == "Roscosmos: Weight of people"
    assert figure_title(CONTENT, path, "roscosmos") == "Weight of people"
    assert value_text(CONTENT, path, 120) == "120 %"
    assert "cares" in figure_words(CONTENT, path).text

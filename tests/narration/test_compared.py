"""Choices side by side: what each moves, over all the ways it can go, and which does best."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.narration.compared import STILL, Move, compared, move_short, moves_of, spread
from game.rules.decisions import Branch, Change
from game.rules.messages import text
from game.rules.preview import Preview
from tests.worlds import INDEX, opening

AMOUNTS = st.integers(-20, 20)
WAYS = st.lists(st.tuples(st.integers(1, 99), AMOUNTS), min_size=1, max_size=4)


def change(path: str, amount: int) -> Change:
    return Change("figure", path, amount, "test", text("Test"))


def sure(**moves: int) -> Preview:
    changes = tuple(change(path.replace("__", "."), n) for path, n in moves.items())
    return Preview((Branch(100, None, changes),))


@given(WAYS)
def test_a_move_is_the_band_of_all_its_ways(ways: list[tuple[int, int]]) -> None:
    branches = [Branch(chance, None, (change("tension", n),)) for chance, n in ways]
    move = moves_of(branches).get("tension", STILL)
    amounts = [amount for _, amount in ways]
    assert (move.least, move.most) == (min(amounts), max(amounts))
    assert move.least - 1e-9 <= move.mean <= move.most + 1e-9


def test_odds_weigh_the_ways() -> None:
    branches = [Branch(75, None, (change("tension", 4),)), Branch(25, None, ())]
    assert moves_of(branches)["tension"] == Move(0, 4, 3.0)


def test_ways_without_odds_weigh_the_same() -> None:
    assert spread([{"tension": 4}, {}], [0, 0])["tension"] == Move(0, 4, 2.0)


def test_the_best_of_a_row_is_by_what_is_good_for_its_figure() -> None:
    rows = compared(INDEX, opening(), "nasa", [sure(tension=4, cohesion=4), sure(tension=-2)])
    best = {row.path: row.best for row in rows}
    assert best == {"tension": frozenset({1}), "cohesion": frozenset({0})}


def test_where_all_do_the_same_none_is_best() -> None:
    (row,) = compared(INDEX, opening(), "nasa", [sure(tension=4), sure(tension=4)])
    assert not row.best


def test_the_weightiest_figure_comes_first_and_others_legacies_last() -> None:
    foreseen = [sure(esa__peace=9, tension=1, cohesion=8), sure()]
    rows = compared(INDEX, opening(), "nasa", foreseen)
    assert [row.path for row in rows] == ["cohesion", "tension", "esa.peace"]
    assert rows[0].moves == (Move(8, 8, 8.0), STILL)


def test_a_move_is_told_in_few_letters() -> None:
    told = [move_short(INDEX, "tension", move) for move in (STILL, Move(3, 3, 3), Move(-4, 0, -2))]
    assert told == [".", "+3", "-4..0"]

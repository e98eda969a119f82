"""A dilemma as a matrix: one's own answer with each of theirs, and what suits them."""

from __future__ import annotations

from game.narration.compared import Move
from game.narration.matrix import WEIGHTIEST, matrix
from game.rules.decisions import Branch, Change
from game.rules.messages import Message, message, text
from game.rules.preview import Preview
from tests.worlds import INDEX, opening

MILD, HARD = text("Give way"), text("Stand firm")


def change(path: str, amount: int) -> Change:
    return Change("figure", path, amount, "test", text("Test"))


def reply(choice: Message, *changes: Change, own: int = 0) -> Branch:
    told = message("dilemma.if_they", choice=choice)
    if own:
        way = message("dilemma.own_way", chance=own)
        told = message("dilemma.both", own=way, reply=told)
    return Branch(0, told, changes)


def test_a_cell_sums_what_both_do() -> None:
    own = Branch(100, None, (change("tension", -2), change("cohesion", 1)))
    foreseen = Preview((own,), (reply(MILD, change("tension", -3)), reply(HARD)))
    mild, hard = matrix(INDEX, opening(), "nasa", "esa", [foreseen])
    assert (mild.choice, hard.choice) == (MILD, HARD)
    assert dict(mild.cells[0])["tension"] == Move(-5, -5, -5.0)
    assert dict(hard.cells[0])["tension"] == Move(-2, -2, -2.0)


def test_an_answer_that_is_told_for_each_own_way_meets_that_way_alone() -> None:
    ways = (Branch(70, None, (change("tension", 1),)), Branch(30, None, (change("tension", 5),)))
    answers = (
        reply(MILD, change("tension", 10), own=70),
        reply(MILD, change("tension", 20), own=30),
    )
    (mild,) = matrix(INDEX, opening(), "nasa", "esa", [Preview(ways, answers)])
    assert dict(mild.cells[0])["tension"] == Move(11, 25, 0.7 * 11 + 0.3 * 25)


def test_a_cell_tells_the_weightiest_alone() -> None:
    moves = [change(path, 1) for path in ("tension", "cohesion", "supplies", "altitude", "leak")]
    foreseen = Preview((Branch(100, None, tuple(moves)),), (reply(MILD),))
    (mild,) = matrix(INDEX, opening(), "nasa", "esa", [foreseen])
    assert len(mild.cells[0]) == WEIGHTIEST
    assert "altitude" not in dict(mild.cells[0])


def test_what_suits_them_is_what_moves_their_own_figures_best() -> None:
    answers = (reply(MILD, change("esa.standing", 5)), reply(HARD, change("esa.standing", -5)))
    foreseen = Preview((Branch(100, None, ()),), answers)
    suits = {r.choice: r.suits for r in matrix(INDEX, opening(), "nasa", "esa", [foreseen])}
    assert suits == {MILD: True, HARD: False}


def test_where_nothing_of_theirs_is_seen_to_move_nothing_is_said_to_suit_them() -> None:
    answers = (reply(MILD, change("nasa.standing", 1)), reply(HARD, change("nasa.standing", 3)))
    foreseen = Preview((Branch(100, None, ()),), answers)
    assert not any(r.suits for r in matrix(INDEX, opening(), "nasa", "esa", [foreseen]))

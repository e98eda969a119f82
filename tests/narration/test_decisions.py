"""What decisions and the clauses of a paper are called."""

from __future__ import annotations

import pytest

from game.narration.decisions import decision_title, heading_of
from game.rules.decisions import Decision
from game.rules.state import Term
from tests.small import CONTENT
from tests.worlds import opening


def test_whoever_is_won_over_at_home_is_named() -> None:
    pay = Decision("roscosmos", "ratify", "pay", "roscosmos.faction.kremlin")
    assert decision_title(CONTENT, opening(), pay) == "Win over Kremlin"


@pytest.mark.parametrize(("reader", "told"), [
    ("nasa", "You give Roscosmos"), ("roscosmos", "NASA gives you"),
    ("esa", "NASA gives Roscosmos"),
])  # fmt: skip
def test_of_three_a_clause_says_who_gives_it_to_whom(reader: str, told: str) -> None:
    assert heading_of(CONTENT, Term("stay_until", 2030, "nasa", "roscosmos"), reader) == told


@pytest.mark.parametrize(("reader", "told"), [("nasa", "You give"), ("roscosmos", "NASA gives")])
def test_of_two_a_clause_says_who_gives_it(reader: str, told: str) -> None:
    assert heading_of(CONTENT, Term("stay_until", 2030, "nasa"), reader) == told


def test_what_both_give_names_both_where_there_are_three() -> None:
    assert heading_of(CONTENT, Term("seat_swap", 1, "nasa"), "nasa") == "Both"
    of_three = Term("seat_swap", 1, "nasa", "roscosmos")
    assert heading_of(CONTENT, of_three, "nasa") == "NASA and Roscosmos"

"""What is about to be signed and soon is worth nothing says so, from what its clause declares."""

from __future__ import annotations

from dataclasses import replace

from game.content.records import Expression
from game.narration.home import home_lines
from game.rules.fading import fading
from game.rules.index import Index, index_of
from game.rules.messages import text
from game.rules.state import Offer, State, Term
from game.rules.view import view
from tests.small import CAMPAIGN, CONTENT, holds
from tests.worlds import changed, opening

OFFER = Offer("1_nasa_roscosmos", "nasa", "roscosmos", (Term("alms", 10, "nasa"),))


def _with(months: int, during: Expression | None = None, stays: Expression | None = None) -> Index:
    alms = CONTENT.clauses["alms"]
    clause = replace(alms, months=months, during=during, stays=stays, idle="The month is over.")
    content = replace(CONTENT, clauses={**CONTENT.clauses, "alms": clause})
    return index_of(content, CAMPAIGN)


def _codes(index: Index, state: State) -> list[str]:
    seen = view(index.content, state, "nasa")
    return [one.code for one in fading(index, seen, OFFER)]


def test_what_runs_beyond_the_last_turn_says_so() -> None:
    index = _with(months=12)
    assert _codes(index, changed(opening(), turns_left=3)) == []
    (told,) = fading(index, view(index.content, changed(opening(), turns_left=2), "nasa"), OFFER)
    assert dict(told.args) == {"clause": "alms", "months": 12, "left": 9}


def test_what_is_seen_to_rest_or_to_be_over_names_its_turn() -> None:
    state = changed(opening(), month=0)
    turns = index_of(CONTENT, CAMPAIGN).scenario.turn_months
    soon = holds(f"month < {turns}")
    rests = _with(months=3, during=soon)
    (told,) = fading(rests, view(rests.content, state, "nasa"), OFFER)
    assert told.code == "fading.rests" and dict(told.args)["why"] == text("The month is over.")
    assert _codes(_with(months=0, stays=soon), state) == ["fading.gone"]
    assert _codes(_with(months=0, stays=holds(f"month < {9 * turns}")), state) == []
    assert _codes(_with(months=3, during=holds("month < 0")), state) == []


def test_both_faces_read_it_before_anybody_signs() -> None:
    index = _with(months=12)
    seen = view(index.content, changed(opening(), turns_left=0), "nasa")
    (first, *_rest) = home_lines(index, seen, OFFER, "nasa")
    assert first.startswith("Of Alms") or "little is left" in first

"""What an office wants and never signs: printed lines, once a year, for what it gets or gives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.index import Index
from game.rules.state import Offer, State, Term
from game.rules.table.deals import assess, verdict
from game.rules.table.remedies import what_would_work
from game.rules.table.treaties import sign
from game.rules.table.wants import RED_LINE
from tests.small import CONTENT
from tests.worlds import index_with, offer_of, opening

SWAP, STAY = Term("seat_swap", 2, "nasa"), Term("stay_until", 2027, "nasa")
ENGINES = Term("engines", 2, "roscosmos")


def _moscow(wants: dict[str, int], red_lines: dict[str, int]) -> Index:
    """Return an index in which Moscow's office wants something and never signs something."""
    head = replace(CONTENT.leaders["rogozin"], wants=wants, red_lines=red_lines)
    return index_with(leaders={**CONTENT.leaders, "rogozin": head})


def _lines(
    index: Index, state: State, offer: Offer, who: str = "roscosmos"
) -> list[tuple[str, int]]:
    found = assess(index, state, offer, who)
    return [(x.label.code, x.amount) for x in found if x.label.code.startswith("want.")]


@pytest.mark.parametrize(
    ("term", "line"),
    ((SWAP, [("want.met", 3)]), (STAY, [("want.met", 2)]), (ENGINES, [])),
)
def test_a_want_counts_for_what_the_office_gets_or_shares(
    term: Term, line: list[tuple[str, int]]
) -> None:
    index = _moscow({"seat_swap": 3, "stay_until": 2, "engines": 4}, {})
    state, offer = opening(), offer_of(term)
    assert _lines(index, state, offer) == line
    assert _lines(index, state, offer, "nasa") == []
    wanted = verdict(index, state, offer, "roscosmos")
    assert wanted == verdict(_moscow({}, {}), state, offer, "roscosmos") + sum(n for _, n in line)


def test_a_wanted_clause_in_parts_is_wanted_once_a_year() -> None:
    index = _moscow({"seat_swap": 3}, {})
    draft = Draft(index, opening())
    sign(draft, offer_of(SWAP), perform_clause)
    assert _lines(index, draft.state, offer_of(SWAP)) == []


def test_a_red_line_is_what_no_terms_make_good_until_its_day() -> None:
    state = opening()
    today = state.figures["date"]
    for until, crossed in ((0, True), (today + 1, True), (today, False)):
        index = _moscow({}, {"engines": until})
        line = [("want.red_line", -RED_LINE)] if crossed else []
        assert _lines(index, state, offer_of(ENGINES)) == line
        works = what_would_work(index, state, offer_of(ENGINES, SWAP), "roscosmos")
        if works is not None:
            assert (ENGINES in works.terms) != crossed
        assert works is None or verdict(index, state, works, "roscosmos") >= 0


def test_a_red_line_binds_nobody_who_only_gets_the_clause() -> None:
    index = _moscow({}, {"stay_until": 0})
    assert _lines(index, opening(), offer_of(STAY)) == []
    theirs = Term("stay_until", 2027, "roscosmos")
    assert _lines(index, opening(), offer_of(theirs)) == [("want.red_line", -RED_LINE)]

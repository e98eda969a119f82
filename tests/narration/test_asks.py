"""What an office asks for and never signs: as many points as the sum has, in its own manner."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from game.narration.asks import ask_lines
from game.rules.index import Index
from game.rules.state import Term
from game.rules.table.marks import deed
from game.rules.table.wants import RED_LINE, pull
from tests.small import CONTENT
from tests.worlds import changed, index_with, opening

TODAY = opening().figures["date"]


def asking(**more: int) -> Index:
    """Return the small world with a Moscow that wants swaps and never signs engines."""
    held = CONTENT.leaders[opening().words["roscosmos.leader"]]
    lines = {"engines": 0, "stay_until": TODAY + 30}
    told = replace(held, wants={"ceremony": 2, "seat_swap": 4}, red_lines=lines, persona=more)
    return index_with(leaders={**CONTENT.leaders, held.id: told})


def test_wants_come_the_weightiest_first_and_red_lines_with_their_day() -> None:
    index, state = asking(), opening()
    wants, refused = ask_lines(index, state, "roscosmos", "nasa")
    assert wants.endswith("asks for: Seat swap +4, Ceremony +2.")
    day = date.fromordinal(TODAY + 30).isoformat()
    assert refused.endswith(f"never signs: Engines, Stay until before {day}. ({-RED_LINE} each)")
    for clause, points in (("seat_swap", 4), ("engines", -RED_LINE)):
        term = Term(clause, 1, "roscosmos")
        assert pull(index, state, term, "roscosmos", "nasa") == points


def test_what_was_had_within_the_year_counts_no_more_and_a_line_lapses() -> None:
    index, state = asking(), changed(opening(), date=TODAY + 31)
    state.used = {**state.used, deed("seat_swap", "nasa", "roscosmos"): TODAY}
    wants, refused = ask_lines(index, state, "roscosmos", "nasa")
    assert "Seat swap (had of you within the year)" in wants
    assert "Stay until" not in refused


def test_each_family_has_a_manner_of_its_own() -> None:
    families = ({"power": 150}, {"money": 150}, {"science": 150, "people": 150}, {"peace": 150})
    told = [tuple(ask_lines(asking(**one), opening(), "roscosmos", "nasa")) for one in families]
    assert len(set(told)) == len(families)


def test_who_asks_for_nothing_says_nothing() -> None:
    assert not list(ask_lines(index_with(), opening(), "roscosmos", "nasa"))

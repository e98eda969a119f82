"""The station being given up: what is said of it is what the rules then do."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from game.content.records import Facts
from game.narration.years import (
    GRACE,
    SOON,
    emptied_text,
    empty_text,
    given_up,
    years_end,
    years_lines,
    years_texts,
)
from game.rules import endings
from game.rules.calendar import label, turn_start
from game.rules.draft import Draft
from game.rules.state import State
from game.rules.table import ladder
from tests.small import CONTENT
from tests.worlds import INDEX, changed, index_with, opening

TURNS = INDEX.scenario.turns
LONG = replace(INDEX, scenario=replace(INDEX.scenario, turns=40))
LAST = 12  # the turn with which 2024 ends
WOULD = "your crews would leave in 2025 Q2"


def _at(turn: int, state: State | None = None, /, **figures: int) -> State:
    """Return a moment of a turn in which everybody has promised enough, but for `figures`."""
    years = {f"{p}__commitment": 2040 for p in LONG.chairs}
    date = turn_start(LONG.scenario, turn)
    return replace(changed(state or opening(), **{**years, "date": date, **figures}), turn=turn)


def _day(turn: int) -> str:
    return label(LONG.scenario, turn_start(LONG.scenario, turn))


@pytest.mark.parametrize("turn", range(LAST - SOON, LAST + 1))
def test_every_partner_is_warned_of_from_four_turns_before_its_years_end(turn: int) -> None:
    seen = _at(turn, roscosmos__commitment=2024, nasa__commitment=2024)
    told = list(years_texts(LONG, seen, "nasa"))
    assert _day(LAST) == "2024 Q4"
    assert told == (
        []
        if turn == LAST - SOON
        else [
            "You have promised the station no year after 2024; your crews would leave in 2025 Q2.",
            "Roscosmos has promised nothing after 2024: its crews leave in 2025 Q2.",
        ]
    )


@pytest.mark.parametrize("turn", (LAST - 5, LAST - 1, LAST, LAST + 3))
def test_the_turn_told_is_the_one_in_which_the_rules_call_the_crews(turn: int) -> None:
    seen = _at(turn, roscosmos__commitment=2024)
    ends = years_end(LONG, seen, "roscosmos")
    assert ends == max(turn, LAST)
    for at in range(turn, ends + 1):
        draft = Draft(LONG, _at(at, roscosmos__commitment=2024))
        ladder.call_years(draft)
        assert (draft.figures["roscosmos.rung"] == ladder.RECALLED) == (at == ends)


def test_who_has_no_ship_is_told_the_rung_it_comes_to() -> None:
    seen = _at(LAST - 1, esa__commitment=2024)
    rung = "rung 3, written notice, as 2024 Q4 ends"
    assert list(years_texts(LONG, seen, "nasa")) == [
        f"ESA has promised nothing after 2024: it comes to {rung}."
    ]
    assert list(years_texts(LONG, seen, "esa")) == [
        f"You have promised the station no year after 2024; you would come to {rung}."
    ]
    assert not list(
        years_texts(LONG, replace(seen, figures={**seen.figures, "esa.rung": 3}), "esa")
    )


def test_crews_that_are_called_but_still_aboard_are_told_of_until_they_leave() -> None:
    seen = _at(LAST + 1, nasa__commitment=2024, nasa__rung=ladder.RECALLED)
    owners = {s.owner for s in seen.ships.values() if CONTENT.vehicles[s.vehicle].use == "crew"}
    assert "nasa" in owners
    assert list(years_texts(LONG, seen, "esa")) == [
        f"NASA has recalled its crews: they leave in {_day(LAST + GRACE)}."
    ]
    assert not list(years_texts(LONG, replace(seen, ships={}), "esa"))


def test_years_that_outlast_the_run_or_that_no_station_asks_for_are_not_warned_of() -> None:
    late = replace(changed(opening(), nasa__commitment=2020), turn=TURNS)
    assert years_end(INDEX, late, "nasa") == 0 and not list(years_texts(INDEX, late, "nasa"))
    earthly = replace(LONG, scenario=replace(LONG.scenario, station=False))
    seen = _at(LAST, nasa__commitment=2024, aboard=0)
    assert not list(given_up(earthly, seen, "nasa")) and not list(years_lines(earthly, seen, "esa"))


@pytest.mark.parametrize(
    ("turn", "rung", "told"),
    (
        (LAST - 5, 0, f"end in 5 turns, 2024 Q4; {WOULD}."),
        (LAST - 1, 0, f"end with the next turn, 2024 Q4; {WOULD}."),
        (LAST, 4, "end with this turn, 2024 Q4."),
        (LAST + 1, 4, "ended with 2024."),
    ),
)  # fmt: skip
def test_the_years_left_are_counted_in_words(turn: int, rung: int, told: str) -> None:
    seen = _at(turn, nasa__commitment=2024, nasa__rung=rung)
    assert next(iter(years_lines(LONG, seen, "nasa"))) == f"The years you promised {told}"
    others = list(years_lines(LONG, seen, "nasa"))[1:]
    assert "The years Roscosmos promised reach past the last turn, to 2040." in others


def test_an_empty_station_tells_when_the_run_ends_as_the_rules_end_it() -> None:
    def when(facts: Facts, scope: Mapping[str, int]) -> bool:
        return facts.figures["aboard"] == 0 and facts.figures["month"] >= 6

    ending = replace(CONTENT.endings["divorce"], id="empty", last=False)
    index = replace(LONG, endings=((ending, when),))
    first = replace(opening(), figures={**opening().figures, "aboard": 0, "month": 0})
    assert empty_text(index, first) == (
        "Nobody is aboard the station: if nobody flies to it, the run ends as 2022 Q3 ends."
    )
    third = replace(first, turn=3, figures={**first.figures, "month": 6})
    assert empty_text(index, third) == (
        "Nobody is aboard the station: the run ends as 2022 Q3 ends."
    )
    for state, ends in ((first, ""), (third, "empty")):
        draft = Draft(index, state)
        endings.check(draft)
        assert draft.state.ending == ends
    manned = replace(third, figures={**third.figures, "aboard": 1})
    assert empty_text(index, manned) == "" and empty_text(index_with(endings={}), third) == ""


def test_crews_that_all_leave_are_told_to_leave_the_station_empty() -> None:
    late = {"nasa__commitment": 2024, "roscosmos__commitment": 2024}
    would = "nobody is aboard: the run ends as 2025 Q2 ends."
    seen = _at(LAST - 1, month=30, **late)
    owners = {s.owner for s in seen.ships.values() if CONTENT.vehicles[s.vehicle].use == "crew"}
    assert owners == {"nasa", "roscosmos"} and would in emptied_text(LONG, seen)
    assert next(given_up(LONG, seen, "esa")) == emptied_text(LONG, seen)
    called = _at(LAST + 1, month=36, nasa__rung=4, roscosmos__rung=4, **late)
    assert would in emptied_text(LONG, called)
    one_stays = _at(LAST - 1, month=30, nasa__commitment=2024)
    ship = next(s for s in seen.ships.values() if s.owner == "roscosmos")
    broken = replace(seen, ships={**seen.ships, ship.id: replace(ship, fault="leak")})
    far = _at(LAST - SOON, month=30, **late)
    assert not any(emptied_text(LONG, state) for state in (one_stays, broken, far))

"""The instruments of the desk: what is broken is drawn so, all of it fits, no colour is needed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content as Text

from game.content.records import Content, Module
from game.narration.words.times import label
from game.rules.calendar import turn_start
from game.rules.decisions import Branch, Change
from game.rules.hardware.modules import mark
from game.rules.messages import text
from game.rules.preview import Preview
from game.rules.setup import Setup
from game.rules.state import Flight, Ship, State
from game.session import Session
from game.tui import ink
from game.tui.paint.coming import LABEL, coming_text, coming_title
from game.tui.paint.compared import Choice, comparison
from game.tui.paint.moored import station_text
from game.tui.paint.thermometer import thermometer
from game.tui.paint.trust import trust_text
from game.tui.paint.vitals import readings
from game.tui.play import Play
from game.tui.widgets.gauges import Reading
from game.tui.widgets.gauges import drawn as gauge
from tests.small import CAMPAIGN, CONTENT

SEATS = {"nasa": "person", "roscosmos": "random", "esa": "random"}
WIDTHS = st.integers(32, 70)


MODULE = Module("attic", "Attic", "usos", 60, "It is shut.", "It is open.", "A room.")


def playing(content: Content = CONTENT, **changed: Any) -> Play:
    """Return a game of which the state is changed."""
    session = Session(content, Setup(CAMPAIGN, "nasa", 3), SEATS)
    state: State = session.state.copy()
    for name, value in changed.items():
        setattr(state, name, value)
    session.states[-1] = state
    return Play(session)


def sure(**moves: int) -> Preview:
    changes = tuple(
        Change("figure", path.replace("__", "."), n, "test", text("Test"))
        for path, n in moves.items()
    )
    return Preview((Branch(100, None, changes),))


PLAY = playing()
TODAY = PLAY.seen.figures["date"]


def _fits(told: Text, width: int) -> bool:
    return all(line.cell_length <= width for line in told.split("\n"))


# --- choices side by side


@given(st.integers(2, 9), st.integers(-1, 8), st.integers(40, 150))
def test_the_comparison_fits_and_shows_the_choice_pointed_at(
    count: int, lit: int, width: int
) -> None:
    choices = [Choice(str(n + 1), sure(tension=n, nasa__treasury=-100 * n)) for n in range(count)]
    told = comparison(PLAY, choices, min(lit, count - 1), width)
    assert _fits(told, width)
    head = told.plain.splitlines()[0]
    assert (f"[{min(lit, count - 1) + 1}]" in head) == (lit >= 0)
    hidden = count - sum(1 for n in range(count) if str(n + 1) in head.split("now")[1])
    assert (f"and {hidden} more" in head) == (hidden > 0)


def test_the_best_of_a_row_is_marked_and_a_locked_choice_told_apart() -> None:
    choices = [Choice("1", sure(tension=4)), Choice("2", sure(tension=-4), locked=True)]
    head, row, legend = comparison(PLAY, choices, 0, 60).plain.splitlines()
    assert "x2" in head and "x[1]" not in head
    assert row.split()[-2:] == ["+4", "-4*"]
    assert legend.startswith("*")


def test_what_may_go_two_ways_is_a_band_with_its_odds() -> None:
    ways = (*sure(tension=4).branches, *sure(tension=-2).branches)
    risky = Preview(tuple(replace(b, chance=n) for b, n in zip(ways, (70, 30), strict=True)))
    told = comparison(PLAY, [Choice("1", risky), Choice("2", sure(tension=1))], 0, 60).plain
    assert "70/30" in told and "-2..+4" in told


def test_where_columns_are_missing_what_those_shown_move_stands_first() -> None:
    ways = (*sure(nasa__treasury=4).branches, *sure(nasa__treasury=-2).branches)
    risky = Preview(tuple(replace(b, chance=n) for b, n in zip(ways, (70, 30), strict=True)))
    choices = [Choice(str(n), sure(tension=n)) for n in range(1, 9)] + [Choice("9", risky)]
    firsts = {}
    for lit in (0, 8):
        head, first, second, *_rest = comparison(PLAY, choices, lit, 50).plain.splitlines()
        assert "more" in head
        firsts[lit] = first.split()[0], second.split()[0]
    assert firsts[0] == ("Tension", "Treasury")  # no odds: none of those shown is a risk
    assert firsts[8][0] == "Odds,"


# --- the station and its flights


@given(WIDTHS)
def test_the_station_fits(width: int) -> None:
    *drawn, _shared = station_text(PLAY, width).split("\n")
    assert _fits(ink.lines(drawn[:7]), width)


def test_what_is_closed_or_broken_is_drawn_so() -> None:
    content = replace(CONTENT, modules={MODULE.id: MODULE})
    whole = station_text(playing(content), 60).plain
    assert "Attic" in whole and "xAtticx" not in whole
    play = playing(content, used={**PLAY.state.used, mark(MODULE.id): TODAY})
    assert "xAtticx" in station_text(play, 60).plain


def test_a_ship_that_fails_and_a_port_that_is_lost_are_said_to_be() -> None:
    ship = next(iter(PLAY.state.ships.values()))
    assert f"!{ship.name}" not in station_text(PLAY, 70).plain
    play = playing(
        ships={**PLAY.state.ships, ship.id: replace(ship, fault="hole")},
        words={**PLAY.state.words, "prk": "shut"},
    )
    told = station_text(play, 70).plain
    assert f"!{ship.name}" in told and "LOST" in told
    assert "without a seat home" in told


def test_where_no_station_flies_there_is_nothing_to_draw() -> None:
    grounded = replace(CONTENT.scenarios[CAMPAIGN], station=False)
    play = playing(replace(CONTENT, scenarios={**CONTENT.scenarios, CAMPAIGN: grounded}))
    assert not station_text(play, 50).plain and not coming_text(play, 50).plain


@given(WIDTHS)
def test_the_flights_fit_with_a_turn_over_its_columns(width: int) -> None:
    lines = coming_text(PLAY, width).split("\n")
    assert all(line.cell_length <= width for line in lines[:9])
    title = coming_title(PLAY, width)
    scenario = PLAY.index.scenario
    assert title[LABEL - 1 :].startswith(label(scenario, turn_start(scenario, PLAY.seen.turn)))


def test_missing_seats_and_ports_are_told_in_words() -> None:
    assert "!" not in coming_text(PLAY, 60).plain.splitlines()[8]
    many = tuple(
        Flight(f"f{n}", "soyuz", f"Soyuz {n}", "roscosmos", TODAY + 9, TODAY + 900, ())
        for n in range(9)
    )
    told = coming_text(playing(ships={}, manifest=many), 60).plain
    seats = next(line for line in told.splitlines() if line.startswith("Seats home"))
    assert "0 of" in seats and "!" in seats
    assert "finds no port" in told and "all ports full in" in told


def test_a_ship_past_its_certified_life_is_marked_from_then_on() -> None:
    old = Ship("old", "soyuz", "Soyuz 1", "roscosmos", TODAY - 20, TODAY + 400)
    told = coming_text(playing(ships={"old": old}), 60).plain
    row = next(line for line in told.splitlines() if "Soyuz 1" in line)
    assert "━" in row and "!!" in row and row.index("━") < row.index("!!")


# --- trust and tension


def test_trust_is_told_both_ways_and_a_rung_by_name() -> None:
    figures = PLAY.seen.figures
    theirs, mine = figures["roscosmos.trust.nasa"], figures["nasa.trust.roscosmos"]
    told = trust_text(PLAY, 44).plain
    assert f"{theirs}/{mine}" in told and f"trusts you {theirs}" in told
    up = playing(figures={**PLAY.state.figures, "esa.rung": 1})
    assert f"(1 {up.rungs[1]})" in trust_text(up, 44).plain
    assert _fits(ink.lines(trust_text(PLAY, 44).split("\n")[:3]), 44)


@given(WIDTHS, st.integers(0, 100), st.integers(-50, 50))
def test_the_thermometer_fits_and_shows_where_a_choice_leads(
    width: int, now: int, move: int
) -> None:
    play = playing(figures={**PLAY.state.figures, "tension": now})
    told = thermometer(play, width, sure(tension=move) if move else None)
    scale, *words = told.plain.splitlines()
    assert len(scale) == width
    assert ("o" in scale) == bool(move)
    assert any(f"{now}" in line for line in words)
    if move:
        assert str(now + move) in told.plain


# --- the figures' own lines


def _reading(**more: Any) -> Reading:
    return Reading("x", "Tension", "Tens", "66", 0.66, 1, "1", good=False, **more)


@given(st.lists(st.floats(0, 1), min_size=2, max_size=8), st.integers(24, 60))
def test_a_trend_has_a_column_a_turn_and_marks_danger(stood: Sequence[float], width: int) -> None:
    past = tuple(share > 0.8 for share in stood)
    trend = ink.spark(stood, past, 8)
    assert len(trend) == len(stood)
    assert [mark == ink.DANGER for mark in trend] == list(past)
    line = gauge(_reading(stood=tuple(stood), past=past), width)
    assert line.cell_length <= width


@pytest.mark.parametrize("width", (25, 38, 52))
def test_the_turn_in_which_danger_comes_is_named(width: int) -> None:
    line = gauge(_reading(due="2029 Q1"), width).plain
    assert "66 ^1" in line and line.rstrip().endswith("!2029 Q1")
    assert len(line) <= width
    assert ("worse" in line) == (width >= 46)


def test_a_figure_knows_where_it_stood_and_what_is_hidden_is_not_shown() -> None:
    assert PLAY.stood("tension")[-1] == PLAY.seen.figures["tension"]
    hidden = next(p for p, who in PLAY.index.seen.items() if who == ("esa",))
    assert PLAY.stood(hidden) == ()
    assert all(len(r.stood) == len(r.past) for r in readings(PLAY))

"""What is in danger: named ahead, with its turn and what helps; few, and true."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.lines import UNINHABITABLE
from game.content.paths import pattern_of
from game.content.records import DangerLine
from game.content.scoping import scoped
from game.narration.alarms import (
    AHEAD,
    GRAVE,
    NEAR,
    NOTED,
    OPEN,
    Alarm,
    _helps,
    alarm_short,
    alarm_text,
    alarms,
    open_alarms,
    pressing,
    watched,
)
from game.narration.figures import figure_words, told_here
from game.rules.figures import seen_by
from game.rules.forecast import forecast
from game.rules.index import Index, index_of
from game.rules.messages import message
from game.rules.setup import Setup, new_game
from game.rules.state import State
from game.rules.view import view
from tests import shipped
from tests.small import CONTENT
from tests.small_names import holds
from tests.worlds import INDEX, changed, opening

SOON = message("alarm.stranded", people=1)


def _subjects(state: State, chair: str = "nasa") -> dict[str, Alarm]:
    return {alarm.subject: alarm for alarm in alarms(INDEX, state, chair)}


@pytest.mark.parametrize("segment", ("usos", "ros"))
def test_a_segment_near_its_end_is_an_alarm_with_its_turn(segment: str) -> None:
    path = f"integrity_{segment}"
    state = changed(opening(), **{path: UNINHABITABLE + 3})
    alarm = _subjects(state)[path]
    assert alarm.turn >= state.turn
    told = alarm_text(INDEX, alarm)
    assert f"{UNINHABITABLE + 3} %" in told and f"under {UNINHABITABLE + 1} %" in told
    assert path not in _subjects(changed(opening(), **{path: 100}))


def test_empty_stores_are_foreseen() -> None:
    state = replace(changed(opening(), supplies=40, leak=3_000), manifest=())
    assert _subjects(state)["supplies"].turn <= state.turn + 1


def test_people_without_a_way_home_are_an_alarm_at_once() -> None:
    state = opening()
    ships = {id_: replace(ship, fault="hole") for id_, ship in state.ships.items()}
    alarm = _subjects(changed(replace(state, ships=ships)))["stranded"]
    assert alarm.turn == state.turn
    assert alarm.told.code == "alarm.past"
    assert "stranded.nasa" not in _subjects(changed(replace(state, ships=ships)))  # told already


def test_what_helps_is_what_can_be_done_as_things_stand() -> None:
    calm = CONTENT.actions["calm"]
    later = replace(calm, id="later", name="Later", needs=holds("tension < 0"))
    sooner = replace(later, id="sooner", name="Sooner", needs=None)
    state = changed(opening(), tension=95)
    told = {}
    for actions in ((later,), (later, sooner)):
        content = replace(CONTENT, actions={one.id: one for one in actions})
        index = replace(INDEX, content=content)
        told[len(actions)] = _helps(index, state, "nasa", "tension")
    assert told == {1: (), 2: ("Sooner",)}


def test_an_office_about_to_fall_is_told_with_its_turn() -> None:
    state = changed(opening(), nasa__low=1)
    for path, _, _ in INDEX.factions["nasa"]:
        state.figures[path] = 3
    alarm = _subjects(changed(state))["nasa.mandate"]
    assert alarm.turn == state.turn
    told = alarm_text(INDEX, alarm)
    assert "last chance" in told
    assert told.count(" 3") == 2 and "What makes it low: " in told
    assert "nasa.mandate" not in _subjects(changed(state), "esa")


def test_a_flight_that_will_wait_for_money_is_named() -> None:
    state = changed(opening(), nasa__treasury=0, nasa__income=0)
    bills = [a for a in alarms(INDEX, state, "nasa") if a.told.code == "alarm.bill"]
    assert len(bills) == 1


def test_at_most_three_stand_open_and_the_rest_are_counted() -> None:
    state = opening()
    ships = {id_: replace(ship, fault="hole") for id_, ship in state.ships.items()}
    dire = {"integrity_usos": 17, "integrity_ros": 17, "supplies": 20, "nasa__treasury": 0}
    state = changed(replace(state, ships=ships, manifest=()), **dire)
    shown, more = open_alarms(INDEX, state, "nasa")
    assert len(shown) == OPEN
    assert more == len(alarms(INDEX, state, "nasa")) - OPEN > 0


def test_alarms_are_told_anew_when_new_nearer_or_late() -> None:
    state = opening()
    far, near = state.turn + 6, state.turn + 5
    old = Alarm(0, "supplies", far, SOON)
    assert pressing(state, [old], []) == (old,)
    assert pressing(state, [old], [old]) == ()
    closer = replace(old, turn=near)
    assert pressing(state, [closer], [old]) == (closer,)
    late = replace(old, turn=state.turn + 1)
    assert pressing(state, [late], [late]) == (late,)


def _with_line(index: Index, path: str, line: DangerLine) -> Index:
    """Return a world in which a figure has one danger line of its own, and nothing else has."""
    content = index.content
    bare = {id_: replace(one, danger=()) for id_, one in content.figures.items()}
    told = replace(figure_words(content, path), id="own", danger=(line,))
    del bare[figure_words(content, path).id]
    return index_of(replace(content, figures={**bare, "own": told}), index.scenario.id)


@pytest.mark.parametrize("grave", (True, False))
@pytest.mark.parametrize("scenario", sorted(shipped.base().scenarios))
def test_every_figure_that_comes_to_its_line_is_told_with_the_turn(
    scenario: str, grave: bool
) -> None:
    """Whatever a world declares gets its alarm: no figure and no world is known by name."""
    content = scoped(shipped.base(), scenario)
    index = index_of(content, scenario)
    chair = index.chairs[0]
    state, _ = new_game(content, Setup(scenario, chair, 7))
    seen = view(content, state, chair)
    ahead = list(forecast(index, seen, AHEAD))[:NEAR]
    moving = [p for p in told_here(index, index.bounds) if _falls(seen, ahead, p)]
    mine = [p for p in moving if seen_by(p) in ((), (chair,)) and pattern_of(p)[0] != "<"]
    assert mine
    for path in mine:
        last = min(s.figures[path] for s in ahead)
        line = DangerLine(last + 1, None, "It gives way.", "weak", grave)
        first = next(n for n, s in enumerate(ahead) if s.figures[path] <= last)
        (alarm,) = [
            a for a in alarms(_with_line(index, path, line), seen, chair) if a.subject == path
        ]
        assert (alarm.turn, alarm.gravity) == (seen.turn + first, GRAVE if grave else NOTED)
        assert "It gives way." in alarm_text(index, alarm)
        assert "weak" in alarm_short(index, alarm)


def _falls(seen: State, ahead: list[State], path: str) -> bool:
    return min(state.figures[path] for state in ahead) < seen.figures[path]


def test_what_is_past_a_line_is_told_if_it_is_grave() -> None:
    for grave in (True, False):
        index = _with_line(INDEX, "tension", DangerLine(None, 0, "It is tense.", "", grave))
        found = alarms(index, changed(opening(), tension=50), "nasa")
        assert [a.turn for a in found if a.subject == "tension"] == ([1] if grave else [])


def test_others_figures_and_what_one_cannot_see_are_no_alarms() -> None:
    for chair in INDEX.chairs:
        for path in watched(INDEX, chair):
            assert chair in (seen_by(path) or (chair,))
            assert not any(path.startswith(f"{one}.") for one in INDEX.chairs if one != chair)


def test_a_debt_of_the_games_own_chairs_is_told() -> None:
    base = shipped.base()
    state, _ = new_game(base, Setup("cold_snap_2022", "esa", 1))
    index, debtor = index_of(base, state.scenario), state.copy()
    debtor.figures = {**state.figures, "esa.treasury": -57}
    assert "esa.treasury" not in {one.subject for one in alarms(index, state, "esa")}
    (debt,) = (one for one in alarms(index, debtor, "esa") if one.subject == "esa.treasury")
    assert "In debt" in alarm_text(index, debt)

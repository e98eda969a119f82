"""What is in danger: named ahead, with its turn and what helps; few, and true."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content.records import Content
from game.narration.alarms import (
    OPEN,
    Alarm,
    alarm_short,
    alarm_text,
    alarms,
    open_alarms,
    pressing,
)
from game.rules.decisions import Decision
from game.rules.index import index_of
from game.rules.messages import message
from game.rules.phases.hardware import UNINHABITABLE
from game.rules.setup import Setup
from game.rules.state import State
from game.session import Session, Waiting
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
    assert f"{UNINHABITABLE + 3} %" in told and f"at {UNINHABITABLE} %" in told
    assert path not in _subjects(changed(opening(), **{path: 100}))


def test_empty_stores_are_foreseen() -> None:
    state = replace(changed(opening(), supplies=40, leak=3_000), manifest=())
    assert _subjects(state)["supplies"].turn <= state.turn + 1


def test_people_without_a_way_home_are_an_alarm_at_once() -> None:
    state = opening()
    ships = {id_: replace(ship, fault="hole") for id_, ship in state.ships.items()}
    alarm = _subjects(changed(replace(state, ships=ships)))["stranded"]
    assert alarm.turn == state.turn
    assert alarm.told.code == "alarm.stranded"


def test_an_office_about_to_fall_is_told_with_its_turn() -> None:
    state = changed(opening(), nasa__low=1)
    for path, _, _ in INDEX.factions["nasa"]:
        state.figures[path] = 3
    alarm = _subjects(changed(state))["nasa.mandate"]
    assert alarm.turn == state.turn
    assert "last chance" in alarm_text(INDEX, alarm)
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


def _passive(waiting: Waiting) -> Decision:
    """Return what somebody decides who only ends turns."""
    kind, chair = waiting.slot.kind, waiting.chair
    if kind in ("agenda", "table"):
        return Decision(chair, kind, "end")
    if kind in ("answer", "counter"):
        return Decision(chair, kind, "decline")
    return next(option.decision for option in waiting.options if option.legal)


def _causes(ended: State) -> list[list[str]]:
    """Return by which figures a run ended: for each, the alarms that one of must have told it."""
    figures, abandoned = ended.figures, ended.ending == "abandoned"
    worn = [f"integrity_{s}" for s in ("usos", "ros") if figures[f"integrity_{s}"] <= UNINHABITABLE]
    starved = abandoned and figures["supplies"] <= 0
    found = [["nasa.mandate"] if ended.ending == "dismissed" else [], worn if abandoned else []]
    return [cause for cause in (*found, ["supplies"] if starved else []) if cause]


@pytest.mark.parametrize("seed", (11, 12, 14))
def test_no_run_ends_by_a_figure_that_was_no_alarm_for_two_turns(base: Content, seed: int) -> None:
    """A chair that only ends its turns is told in time what will end its run."""
    seats = {"nasa": "person", "roscosmos": "random", "esa": "random"}
    session = Session(base, Setup("cold_snap_2022", "nasa", seed), seats)
    index, open_for, turn = index_of(session.content, "cold_snap_2022"), dict[str, int](), 0
    while True:
        session.play_others()
        waiting = session.waiting_for()
        if waiting is None:
            break
        if session.state.turn != turn:
            turn, seen = session.state.turn, session.view("nasa")
            found = alarms(index, seen, "nasa")
            open_for = {a.subject: open_for.get(a.subject, 0) + 1 for a in found}
            assert all(alarm_text(index, a) and alarm_short(index, a) for a in found)
        session.submit(_passive(waiting))
    causes = _causes(session.state)
    assert causes, "this seed ends by no figure and shows nothing: take another"
    for cause in causes:
        assert any(open_for.get(subject, 0) >= 2 for subject in cause)

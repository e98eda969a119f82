"""Ports: four a half, three behind a shut tunnel; people come before freight."""

from __future__ import annotations

from dataclasses import replace

from game.rules.hardware import manifest, ports
from game.rules.messages import message
from game.rules.state import Flight, Ship, State
from tests.small import CONTENT
from tests.worlds import begin, changed, done, opening, with_ships

TODAY = opening().figures["date"]
LATE = TODAY + 400
TANKERS = tuple(
    Ship(f"p{n}", "progress", f"Progress {n}", "roscosmos", TODAY - 90 + n, LATE) for n in range(3)
)
CREWED = Ship("s1", "soyuz", "Soyuz 1", "roscosmos", TODAY - 20, LATE)
FREIGHT = Flight("progress_record_9", "progress", "P", "roscosmos", TODAY + 50, LATE, ())
PEOPLE = Flight("soyuz_record_9", "soyuz", "S", "roscosmos", TODAY + 50, LATE, ())


def _state(*ships: Ship, prk: str = "open", flight: Flight = FREIGHT) -> State:
    draft = begin(replace(with_ships(changed(opening()), *ships), manifest=(flight,)))
    draft.own("words")["prk"] = prk
    return done(draft)


def _flown(state: State) -> State:
    draft = begin(state)
    manifest.fly(draft, TODAY + 90)
    return done(draft)


def test_a_freighter_without_a_port_waits_and_says_so() -> None:
    after = _flown(_state(*TANKERS, CREWED))
    waiting = next(f for f in after.manifest if f.id == FREIGHT.id)
    assert waiting.why == manifest.NO_PORT and waiting.day == TODAY + 90
    assert FREIGHT.id in _flown(_state(*TANKERS)).ships


def test_a_shut_tunnel_costs_a_port() -> None:
    assert FREIGHT.id not in _flown(_state(*TANKERS, prk="shut")).ships
    assert FREIGHT.id in _flown(_state(*TANKERS, prk="sealed")).ships
    free = [_state(prk=word).figures["ports.ros"] for word in ("open", "sealed", "shut")]
    assert free == [4, 4, 3]


def test_people_take_the_port_of_the_oldest_freighter() -> None:
    after = _flown(_state(*TANKERS, CREWED, flight=PEOPLE))
    assert PEOPLE.id in after.ships and "p0" not in after.ships
    assert {"p1", "p2", "s1"} <= set(after.ships)


def test_a_freighter_whose_time_is_up_makes_room() -> None:
    due = replace(TANKERS[1], returns=TODAY + 40)
    after = _flown(_state(TANKERS[0], due, TANKERS[2], CREWED))
    assert FREIGHT.id in after.ships and "p1" not in after.ships


def test_a_port_that_is_left_as_the_turn_ends_is_said_to_be() -> None:
    relieved = replace(CREWED, id="s0", launched=TODAY - 200, returns=TODAY + 10)
    after = _flown(_state(TANKERS[0], TANKERS[1], relieved, CREWED))
    (waiting,) = (f for f in after.manifest if f.id == FREIGHT.id)
    assert waiting.why == manifest.PORT_LEFT_LATE
    assert "s0" not in after.ships
    alone = _flown(_state(*TANKERS, replace(relieved, launched=TODAY, returns=TODAY + 40)))
    (waiting,) = (f for f in alone.manifest if f.id == FREIGHT.id)
    assert waiting.why == manifest.NO_PORT


def test_free_ports_and_pushes_are_counted() -> None:
    kit = Ship("c1", "cygnus", "Cygnus", "nasa", TODAY, LATE, boost=700)
    figures = _state(TANKERS[0], CREWED, kit).figures
    assert (figures["ports.ros"], figures["ports.usos"], figures["push"]) == (2, 3, 700)
    assert ports.moored(CONTENT, _state(CREWED, TANKERS[0]), "ros") == [TANKERS[0], CREWED]


def test_every_us_ship_adds_to_the_push_and_a_full_half_has_no_port_free() -> None:
    kits = [Ship(f"c{n}", "cygnus", "C", "nasa", TODAY, LATE, boost=100 + n) for n in range(3)]
    progress = replace(CREWED, vehicle="progress", boost=50)
    figures = _state(*kits, progress).figures
    assert figures["push"] == 303
    crowded = [replace(kits[0], id=f"x{n}") for n in range(5)]
    assert _state(*crowded[:4]).figures["ports.usos"] == 0
    assert _state(*crowded).figures["ports.usos"] == 0


def test_a_freighter_due_on_the_very_day_makes_room_and_says_for_whom() -> None:
    for day, room in ((FREIGHT.day, True), (FREIGHT.day + 1, False)):
        due = replace(TANKERS[1], returns=day)
        draft = begin(_state(TANKERS[0], due, TANKERS[2], CREWED))
        assert ports.make_room(draft, FREIGHT) == room
        told = [(c.kind, c.path, c.cause, c.reason) for c in draft.changes]
        gone = (
            "ship",
            "p1",
            "flight:progress",
            message("ship.leaves_port", ship="Progress 1", to="P"),
        )
        assert told == ([gone] if room else [])


def test_where_too_few_may_leave_nobody_does() -> None:
    """Behind a shut tunnel two ships too many would have to go for one that comes."""
    due = replace(TANKERS[1], returns=TODAY)
    draft = begin(_state(TANKERS[0], due, TANKERS[2], CREWED, prk="shut"))
    assert not ports.make_room(draft, FREIGHT)
    assert "p1" in draft.state.ships

"""A separation: what each half can do alone, Zarya, who comes home, and who doesn't."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given

from game.content.paths import FATES
from game.rules import endings, separation
from game.rules.decisions import Change
from game.rules.invariants import violations
from game.rules.ledger import moved
from game.rules.state import State
from game.rules.table import ladder
from game.testing.strategies import states
from tests.small import CAMPAIGN, CONTENT
from tests.words import said
from tests.worlds import INDEX, begin, changed, opening

READY = {"option__us_reboost": 100, "option__russian_station": 100}


def _apart(state: State, zarya: str = "russian") -> dict[str, separation.Half]:
    return {half.segment: half for half in separation.halves(INDEX, state, zarya)}


def _parted(state: State, leaver: str = "roscosmos") -> tuple[State, tuple[Change, ...]]:
    draft = begin(state)
    draft.shift(f"{leaver}.rung", 6)
    draft.own("words")["hatch"] = "gone"
    endings.check(draft)
    return draft.state, tuple(draft.changes)


@given(states(CONTENT, CAMPAIGN))
def test_every_half_has_a_fate_that_its_abilities_explain(state: State) -> None:
    for half in separation.halves(INDEX, state, "american"):
        can = {ability.name: ability.holds for ability in half.abilities}
        assert half.fate in FATES
        assert (half.fate in ("crewed", "empty")) == (
            can[separation.ATTITUDE] and can[separation.THRUST]
        )
        assert (half.fate == "falling") == (
            not (can[separation.ATTITUDE] and can[separation.THRUST]) and not can[separation.DOWN]
        )


@pytest.mark.parametrize(
    ("figures", "usos", "ros"),
    (
        ({}, "falling", "empty"),
        ({"option__us_reboost": 100}, "crewed", "empty"),
        (READY, "crewed", "crewed"),
        ({**READY, "supplies": 10}, "empty", "empty"),
        ({**READY, "integrity_ros": 20}, "crewed", "empty"),
        ({**READY, "propellant": 100}, "crewed", "falling"),
        ({**READY, "integrity_usos": 20}, "empty", "crewed"),
        ({**READY, "gyroscopes": 1}, "lowered", "crewed"),
    ),
)
def test_what_becomes_of_the_halves(figures: dict[str, int], usos: str, ros: str) -> None:
    found = _apart(changed(opening(), **figures))
    assert (found["usos"].fate, found["ros"].fate) == (usos, ros)


def test_without_zarya_the_russian_half_keeps_zvezdas_tanks() -> None:
    state = changed(opening(), propellant=6_000)
    assert separation.kept_propellant(state, "american") == 860
    assert separation.kept_propellant(state, "taken") == 6_000
    dry = changed(opening(), propellant=300)
    assert separation.kept_propellant(dry, "american") == 300


def test_zarya_goes_by_the_deed_or_with_whoever_lets_go_and_is_aboard() -> None:
    state = opening()
    assert separation.goes_with(state, INDEX, "roscosmos") == "taken"
    assert separation.goes_with(state, INDEX, "nasa") == "american"
    assert separation.goes_with(state, INDEX, "") == "american"
    nobody = replace(state, figures={**state.figures, "aboard.roscosmos": 0})
    assert separation.goes_with(nobody, INDEX, "roscosmos") == "american"
    signed = replace(state, figures={**state.figures, "deal.zarya_title": 1})
    assert separation.goes_with(signed, INDEX, "roscosmos") == "russian"


def test_taking_zarya_against_the_title_is_paid_for() -> None:
    taken, changes = _parted(changed(opening(), **READY))
    assert taken.words["zarya"] == "taken"
    assert moved(changes, "nasa.trust.roscosmos") == separation.SEIZED_TRUST
    _, quiet = _parted(changed(opening(), **READY), "nasa")
    assert moved(quiet, "nasa.standing") == 0


def test_a_half_that_lives_keeps_its_people_and_the_other_sends_its_own_home() -> None:
    state, _ = _parted(changed(opening(), option__us_reboost=100), "nasa")
    assert (state.words["usos_alone"], state.words["ros_alone"]) == ("crewed", "empty")
    assert state.figures["aboard.nasa"] >= 1 and state.figures["aboard.roscosmos"] == 0
    assert all(ship.vehicle != "soyuz" for ship in state.ships.values())
    assert state.figures["lost"] == 0


def test_whoever_has_no_seat_when_a_half_is_given_up_is_counted_and_never_named() -> None:
    draft = begin(opening())
    ships = {k: replace(s, fault="hole") if s.vehicle == "soyuz" else s
             for k, s in draft.state.ships.items()}  # fmt: skip
    stuck = changed(replace(draft.state, ships=ships))
    assert stuck.figures["stranded"] > 2
    state, changes = _parted(stuck)
    assert state.figures["lost"] == stuck.figures["stranded"]  # neither half can be kept
    assert not any("Anton" in said(c.reason) for c in changes)
    gone = [person for person in state.crew.values() if person.place == "lost"]
    assert len(gone) == state.figures["lost"]
    assert not violations(CONTENT, replace(state, queue=()))


def test_it_is_settled_once() -> None:
    state, _ = _parted(changed(opening(), **READY))
    draft = begin(replace(state, ending=""))
    endings.check(draft)
    assert not [c for c in draft.changes if c.cause == "rule:separation"]


def test_at_the_last_turn_what_each_half_could_do_is_written_down() -> None:
    draft = begin(replace(changed(opening(), **READY), turn=INDEX.scenario.turns))
    endings.check(draft)
    words = draft.state.words
    assert (words["usos_alone"], words["ros_alone"]) == ("crewed", "crewed")
    assert words["zarya"] == "shared"


def test_nobody_steps_down_from_a_separation() -> None:
    state = changed(opening(), roscosmos__rung=6, roscosmos__capital=6)
    assert ladder.why_no_step(INDEX, state, "roscosmos", -1) == ladder.LET_GO


def _said(half: separation.Half) -> dict[str, tuple[bool, str]]:
    return {ability.name: (ability.holds, said(ability.rests_on)) for ability in half.abilities}


@pytest.mark.parametrize(
    ("zarya", "tanks", "down"),
    (
        ("american", "860 kg without Zarya's tanks", False),
        ("russian", "6147 kg with Zarya's tanks", True),
    ),
)
def test_every_ability_says_what_it_rests_on(zarya: str, tanks: str, down: bool) -> None:
    now, ready = _apart(opening(), zarya), _apart(changed(opening(), **READY), zarya)
    shared = {
        separation.POWER: (True, "96 % from the big wings"),
        separation.AIR: (True, "91 % sound, 291 days of supplies"),
        separation.SEATS: (True, "a seat for all 2"),
    }
    assert _said(now["usos"]) == shared | {
        separation.ATTITUDE: (False, "4 of 4 gyroscopes, and nothing that unloads them"),
        separation.THRUST: (False, "13 months until the orbit is too low"),
        separation.DOWN: (False, "none"),
    }
    assert _said(ready["usos"]) == shared | {
        separation.ATTITUDE: (True, "4 of 4 gyroscopes, and ships of its own that unload them"),
        separation.THRUST: (True, "its own ships hold the orbit"),
        separation.DOWN: (True, "a ship that can steer it down"),
    }
    russian = {
        separation.ATTITUDE: (True, f"thrusters, {tanks}"),
        separation.THRUST: (True, f"engines, {tanks}"),
        separation.AIR: (True, "83 % sound, 291 days of supplies"),
        separation.DOWN: (down, tanks),
        separation.SEATS: (True, "a seat for all 5"),
    }
    assert _said(now["ros"]) == russian | {separation.POWER: (False, "small wings and a battery")}
    assert _said(ready["ros"]) == russian | {separation.POWER: (True, "a power module of its own")}

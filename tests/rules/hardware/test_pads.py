"""Pads: what is out holds its flights, what is busy delays them, builders mend them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.rules.draft import Draft
from game.rules.hardware import manifest, pads
from game.rules.messages import message
from game.rules.phases import reckoning
from game.rules.state import Flight, Ship, State
from tests.small import CONTENT
from tests.worlds import begin, changed, opening, with_ships

TODAY = opening().figures["date"]
SOON = TODAY + 90
SOYUZ = Flight("soyuz_record_1", "soyuz", "Soyuz 1", "roscosmos", TODAY + 5, TODAY + 200, ())
CYGNUS = Flight("cygnus_record_1", "cygnus", "Cygnus 1", "nasa", TODAY + 5, TODAY + 90, ())


def _with(*flights: Flight, **figures: int) -> State:
    return replace(with_ships(changed(opening(), **figures)), manifest=flights)


def _flown(state: State) -> Draft:
    draft = begin(state)
    manifest.fly(draft, SOON)
    return draft


def test_a_pad_that_is_out_holds_its_flights_until_the_builders_say() -> None:
    state = _flown(_with(SOYUZ, pad__steppe=115)).state
    held = next(f for f in state.manifest if f.id == SOYUZ.id)
    assert (held.day, held.slip, held.why) == (TODAY + 115, 110, "pad.out:steppe")
    assert held.returns - held.day == SOYUZ.returns - SOYUZ.day
    assert not state.ships


def test_a_pad_that_opens_within_the_turn_launches_in_it() -> None:
    state = _flown(_with(SOYUZ, pad__steppe=40)).state
    assert state.ships[SOYUZ.id].launched == TODAY + 40


def test_a_type_of_ship_moves_to_its_other_pad() -> None:
    state = _flown(_with(CYGNUS, pad__island=400)).state
    assert state.ships[CYGNUS.id].launched == CYGNUS.day
    assert CYGNUS.id not in _flown(_with(CYGNUS, pad__island=400, pad__beach=400)).state.ships


def test_two_launches_from_one_pad_keep_its_distance() -> None:
    tanker = Flight("progress_1", "progress", "P", "roscosmos", TODAY + 8, TODAY + 99, ())
    state = _flown(replace(_with(SOYUZ, tanker), seed=5)).state
    apart = state.ships[tanker.id].launched - state.ships[SOYUZ.id].launched
    assert apart == CONTENT.pads["steppe"].turnaround


def test_standing_flights_slip_now_and_then_by_themselves_and_dated_ones_never() -> None:
    standing, slips = replace(SOYUZ, id="soyuz_9"), 0
    for seed in range(400):
        draft = begin(replace(_with(), seed=seed))
        flight = pads.readied(draft, standing, {})
        slips += flight.slip > 0
        assert flight.slip <= pads.SCRUB_LEAST + pads.SCRUB_SPREAD
        assert pads.readied(draft, SOYUZ, {}) == SOYUZ
        assert pads.readied(draft, replace(standing, handle="x"), {}).slip == 0
    assert 10 < slips < 70  # 10 % of 400, five standard deviations


@given(st.integers(0, 400), st.integers(1, 200))
def test_builders_work_a_pad_off_day_by_day(out: int, days: int) -> None:
    draft = begin(changed(opening(), pad__steppe=out))
    pads.build(draft, days)
    assert draft.figures["pad.steppe"] == max(0, out - days)
    assert bool(draft.changes) == bool(out)


def test_a_turn_is_so_many_days_of_building() -> None:
    draft = begin(changed(opening(), pad__steppe=300))
    reckoning._next_turn(draft, 3)
    passed = draft.figures["date"] - TODAY
    assert draft.figures["pad.steppe"] == 300 - passed


def test_builders_say_what_they_do() -> None:
    draft = begin(changed(opening(), pad__steppe=9, pad__beach=5))
    pads.build(draft, 3)
    assert {(c.path, c.cause, c.reason) for c in draft.changes} == {
        ("pad.steppe", "rule:pads", message("pad.built_on")),
        ("pad.beach", "rule:pads", message("pad.built_on")),
    }


STANDING = replace(SOYUZ, id="soyuz_9", slip=1)  # no flight slips by itself twice


def test_a_busy_pad_says_so_and_moves_the_return_too() -> None:
    ready = TODAY + 3 + CONTENT.pads["steppe"].turnaround
    by = ready - STANDING.day
    assert pads.readied(begin(_with()), STANDING, {"steppe": TODAY + 3}) == replace(
        STANDING, day=ready, returns=STANDING.returns + by, slip=1 + by,
        why="pad.readied:steppe",
    )  # fmt: skip


def test_a_pad_is_ready_on_the_very_day_and_what_needs_none_is_always() -> None:
    free = {"steppe": STANDING.day - CONTENT.pads["steppe"].turnaround}
    assert pads.readied(begin(_with()), STANDING, free) is STANDING
    assert pads.readied(begin(_with()), STANDING, {}) is STANDING
    taxi = replace(SOYUZ, id="taxi_1", vehicle="taxi")
    assert pads.pad_of(CONTENT, _with(), "taxi") is None
    assert pads.readied(begin(_with()), taxi, {"steppe": SOON}) is taxi


def test_a_slip_of_its_own_lasts_so_long_and_has_one_of_the_reasons() -> None:
    draft, days, reasons = begin(_with()), set(), set()
    for n in range(3000):
        flight = pads.readied(draft, replace(SOYUZ, id=f"soyuz_{n}"), {})
        if flight.slip:
            days.add(flight.slip)
            reasons.add(flight.why)
    assert days == set(range(pads.SCRUB_LEAST, pads.SCRUB_LEAST + pads.SCRUB_SPREAD))
    assert reasons == {f"pad.{why}:steppe" for why in pads.SCRUBS}


def test_a_pad_remembers_the_latest_of_the_ships_that_it_launched() -> None:
    ships = [
        Ship(f"s{n}", "soyuz", f"S{n}", "roscosmos", TODAY - day, SOON)
        for n, day in enumerate((30, 9, 20))
    ]
    ships.append(Ship("c", "cygnus", "C", "nasa", TODAY - 5, SOON))
    draft = begin(with_ships(opening(), *ships))
    assert pads.launches(draft) == {"steppe": TODAY - 9, "island": TODAY - 5}

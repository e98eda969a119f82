"""The manifest: launches, landings, standing plans, crews with and without swaps."""

from __future__ import annotations

from dataclasses import replace
from typing import TypedDict, Unpack

from game.rules.hardware import departures, manifest
from game.rules.ledger import moved
from game.rules.people.crew import aboard
from game.rules.state import Crew, Flight, Ship, State
from game.rules.table import ladder
from tests.small import CONTENT
from tests.words import said
from tests.worlds import begin, changed, done, opening, with_crew, with_deal, with_ships

TODAY = opening().figures["date"]
SOON = TODAY + 90
SOYUZ = Ship("s1", "soyuz", "Soyuz 1", "roscosmos", TODAY - 200, TODAY + 10)
PROGRESS = Ship("p1", "progress", "Progress 1", "roscosmos", TODAY - 100, TODAY + 10)


class _Fields(TypedDict, total=False):
    id: str
    name: str
    owner: str
    day: int
    handle: str
    swap: bool


def _flight(vehicle: str = "soyuz", *crew: str, **more: Unpack[_Fields]) -> Flight:
    owner = CONTENT.vehicles[vehicle].owner
    plain = Flight("f1", vehicle, "Flight 1", owner, TODAY + 5, TODAY + 200, crew)
    return replace(plain, **more)


def _alone(*flights: Flight, ships: tuple[Ship, ...] = (), **figures: int) -> State:
    """Return a state with only these flights to come and these ships docked."""
    return replace(with_ships(changed(opening(), **figures), *ships), manifest=flights)


def _full(
    *flights: Flight,
    supplies: int = manifest.FULL_SUPPLIES,
    propellant: int = manifest.FULL_TANKS,
) -> State:
    """Return a state with only these flights to come to stores that are full."""
    return _alone(*flights, supplies=supplies, propellant=propellant)


def _flown(state: State, until: int = SOON) -> State:
    draft = begin(state)
    manifest.fly(draft, until)
    return done(draft)


def _told(state: State, until: int = SOON) -> list[tuple[str, str, str, str]]:
    """Return of each change that is no figure its kind, what it is about, its cause and text."""
    draft = begin(state)
    manifest.fly(draft, until)
    return [(c.kind, c.path, c.cause, said(c.reason)) for c in draft.changes if c.kind != "figure"]


def test_a_crew_flight_docks_with_its_people() -> None:
    state = _flown(_alone(_flight("soyuz", "anton", "pyotr")))
    assert [p.id for p in aboard(state)] == ["anton", "pyotr"]
    assert state.ships["f1"].returns == TODAY + 200
    assert state.figures["stranded"] == 0


def test_a_flight_of_a_later_day_waits() -> None:
    flight = _flight(day=SOON)
    assert flight in _flown(_alone(flight)).manifest


def test_cargo_brings_stores_and_propellant_and_leaves_in_time() -> None:
    draft = begin(_alone(_flight("progress"), ships=(PROGRESS,), supplies=10, propellant=100))
    manifest.fly(draft, SOON)
    assert moved(draft.changes, "supplies") == 60
    assert moved(draft.changes, "propellant") == 860
    assert set(draft.state.ships) == {"f1"}
    assert any(c.reason.code == "ship.emptied" for c in draft.changes)


def test_a_flight_is_paid_for_at_launch_or_waits_for_money() -> None:
    rich = _flown(_alone(_flight("dragon"), nasa__treasury=100))
    assert rich.figures["nasa.treasury"] == 40
    poor = _flown(_alone(_flight("dragon"), nasa__treasury=59))
    assert poor.figures["nasa.treasury"] == 59
    assert [(f.day, f.returns) for f in poor.manifest] == [(SOON, TODAY + 200 + 85)]


def test_what_a_card_booked_is_paid_already() -> None:
    state = _flown(_alone(_flight("dragon", handle="rescue"), nasa__treasury=0))
    assert "f1" in state.ships and state.figures["nasa.treasury"] == 0


def test_recalled_crews_do_not_fly() -> None:
    state = _flown(_alone(_flight(), roscosmos__rung=departures.STAND_DOWN))
    assert "f1" not in state.ships
    assert state.manifest[0].day == SOON
    assert "f1" in _flown(_alone(_flight(), roscosmos__rung=departures.STAND_DOWN - 1)).ships


def test_nobody_flies_to_a_station_that_has_come_apart() -> None:
    draft = begin(_alone(_flight("dragon")))
    draft.own("words")["hatch"] = "gone"
    manifest.fly(draft, SOON)
    assert "f1" not in draft.state.ships
    assert any("stays on the ground" in said(c.reason) for c in draft.changes)


def test_a_relief_lets_a_ship_go() -> None:
    waiting = with_crew(_alone(ships=(SOYUZ,)), Crew("anton", "roscosmos", "aboard", "s1", 1))
    assert "s1" in _flown(waiting, TODAY + 20).ships
    relieved = replace(waiting, manifest=(_flight("soyuz", "pyotr"),))
    state = _flown(relieved, TODAY + 20)
    assert set(state.ships) == {"f1"}
    assert state.crew["anton"].place == "recovering"


def test_a_ship_of_the_other_half_or_a_freighter_is_no_relief() -> None:
    for vehicle in ("dragon", "progress"):
        state = _alone(_flight(vehicle, name="Other"), ships=(SOYUZ,), nasa__treasury=200)
        assert "s1" in _flown(state, TODAY + 20).ships


def test_nobody_waits_for_a_relief_for_ever() -> None:
    assert "s1" in _flown(_alone(ships=(SOYUZ,)), SOYUZ.returns + departures.OVERSTAY).ships
    assert "s1" not in _flown(_alone(ships=(SOYUZ,)), SOYUZ.returns + departures.OVERSTAY + 1).ships


def test_recalled_crews_come_home_before_their_time() -> None:
    fresh = replace(SOYUZ, returns=TODAY + 400)
    assert "s1" in _flown(_alone(ships=(fresh,))).ships
    assert "s1" not in _flown(_alone(ships=(fresh,), roscosmos__rung=4)).ships


def test_a_ship_with_a_fault_stays_while_somebody_holds_a_seat_in_it() -> None:
    harmed = replace(SOYUZ, fault="coolant")
    held = with_crew(_alone(ships=(harmed,)), Crew("anton", "roscosmos", "aboard", "s1", 1))
    assert "s1" in _flown(held, TODAY + 300).ships
    assert "s1" not in _flown(_alone(ships=(harmed,)), TODAY + 300).ships


def test_a_standing_plan_books_the_next_flight_of_its_type() -> None:
    state = _flown(_alone(_flight("soyuz", "anton")))
    (planned,) = state.manifest
    assert planned.day == TODAY + 5 + 180
    assert len(planned.crew) == 3
    assert all(not CONTENT.people[p].real for p in planned.crew)


def test_a_rescue_or_a_second_flight_books_no_other() -> None:
    assert not _flown(_alone(_flight(handle="rescue"))).manifest
    second = _flight(id="f2", day=SOON + 50)
    assert _flown(_alone(_flight(), second)).manifest == (second,)


def test_a_ship_without_a_cadence_is_not_booked_again() -> None:
    assert not _flown(_alone(_flight("taxi"), nasa__treasury=100)).manifest


def test_swap_seats_are_flown_by_substitutes_unless_a_deal_runs() -> None:
    planned = _flight("soyuz", "prokop", "rubio", name="Soyuz B", swap=True)
    without = _flown(_alone(planned))
    assert [p.id for p in aboard(without)] == ["prokop", "roscosmos_6"]
    swapped = _flown(with_deal(_alone(planned), "seat_swap"))
    assert [p.id for p in aboard(swapped)] == ["prokop", "rubio"]
    unplanned = _flown(_alone(replace(planned, name="Soyuz X")))
    assert [p.id for p in aboard(unplanned)] == ["prokop", "rubio"]


def test_the_chronicle_names_who_really_flew() -> None:
    draft = begin(_alone(_flight("soyuz", "prokop", "rubio", name="Soyuz B", swap=True)))
    manifest.fly(draft, SOON)
    assert "Soyuz B docks with Prokop, Roscosmos 6." in [said(c.reason) for c in draft.changes]


def test_nobody_flies_twice_at_once() -> None:
    busy = with_crew(_alone(_flight("soyuz", "anton", "anton"), ships=(SOYUZ,)),
                     Crew("anton", "roscosmos", "aboard", "s1", 1))  # fmt: skip
    state = _flown(busy, TODAY + 6)
    assert sorted(p.id for p in aboard(state)) == ["anton", "roscosmos_0", "roscosmos_1"]


def test_a_seat_stays_empty_when_nobody_is_left_to_fly() -> None:
    flight = _flight("dragon", "samantha", "samantha", "samantha", "samantha")
    state = _flown(_alone(flight, nasa__treasury=100))
    assert [p.id for p in aboard(state)] == ["esa_0", "esa_1", "samantha"]


def test_a_standing_crew_takes_a_guest_and_with_a_deal_a_swap_seat() -> None:
    draft = begin(_alone())
    plain = manifest.book(draft, "dragon", SOON, "own")
    assert [CONTENT.people[p].partner for p in plain.crew][:3] == ["nasa"] * 3
    assert CONTENT.people[plain.crew[3]].partner in ("esa", "jaxa")
    swapped = manifest.book(begin(with_deal(_alone(), "seat_swap")), "soyuz", SOON, "own")
    partners = [CONTENT.people[p].partner for p in swapped.crew]
    assert partners == ["roscosmos", "nasa", "roscosmos"]


def test_a_ship_with_one_seat_is_flown_by_its_owner_swap_or_no_swap() -> None:
    draft = begin(with_deal(_alone(), "seat_swap"))
    (pilot,) = manifest.book(draft, "taxi", SOON, "own").crew
    assert CONTENT.people[pilot].partner == "nasa"


def test_an_empty_flight_stays_as_long_as_its_ship_lives() -> None:
    rescue = manifest.book(begin(_alone()), "soyuz", SOON, "none", "rescue")
    assert rescue.crew == () and rescue.returns == SOON + CONTENT.vehicles["soyuz"].life
    assert rescue.name == "Soyuz sent empty"


def test_a_rescue_ship_takes_the_stranded_in() -> None:
    harmed = replace(SOYUZ, fault="coolant", returns=TODAY + 300)
    lost = [Crew(p, "roscosmos", "aboard", "s1", 1) for p in ("anton", "pyotr")]
    lost.append(Crew("vande", "nasa", "aboard", "s1", 2))
    state = with_crew(_alone(_flight(handle="rescue"), ships=(harmed,)), *lost)
    assert state.figures["stranded"] == 3
    assert _flown(state).figures["stranded"] == 0


def test_flights_are_found_by_handle_by_use_and_by_owner() -> None:
    crew, cargo = _flight(id="a", handle="relief"), _flight("cygnus", id="b")
    draft = begin(_alone(cargo, crew))
    assert manifest.find(draft, "relief", "") == crew
    assert manifest.find(draft, "next_cargo", "nasa") == cargo
    assert manifest.find(draft, "next_crew", "roscosmos") == crew
    assert manifest.find(draft, "next_crew", "nasa") is None


def test_a_standing_freighter_waits_while_the_stores_are_full() -> None:
    waiting = _flown(_full(_flight("progress")))
    assert [f.day for f in waiting.manifest] == [SOON] and "f1" not in waiting.ships
    assert waiting.figures["roscosmos.treasury"] == _full().figures["roscosmos.treasury"]
    scarce = _full(_flight("progress"), supplies=100), _full(_flight("progress"), propellant=100)
    for state in scarce:
        assert "f1" in _flown(state).ships
    assert "f1" in _flown(_full(_flight("progress", handle="extra"))).ships


def test_whatever_happens_to_a_flight_is_told_under_its_type() -> None:
    cases = (
        (_alone(_flight("dragon"), nasa__rung=4), "dragon", "Flight 1 stays on the ground."),
        (_alone(_flight("dragon"), nasa__treasury=0), "dragon", "Flight 1 waits for money."),
        (_full(_flight("progress")), "progress", "Flight 1 waits: the stores are full."),
        (_alone(_flight("progress")), "progress", "Flight 1 docks."),
        (_alone(_flight(), pad__steppe=400), "soyuz", "Flight 1 slips: The steppe is out."),
    )  # fmt: skip
    for state, vehicle, text in cases:
        assert _told(state) == [("ship", "f1", f"flight:{vehicle}", text)]


def test_a_departure_is_told_under_the_type_of_the_ship() -> None:
    due = replace(SOYUZ, returns=TODAY - departures.OVERSTAY)
    texts = {
        due: "Soyuz 1 brings its crew home.",
        PROGRESS: "Progress 1 has been emptied and leaves.",
        replace(due, fault="coolant"): "Soyuz 1 comes down empty.",
    }
    for ship, text in texts.items():
        assert _told(_alone(ships=(ship,))) == [("ship", ship.id, f"flight:{ship.vehicle}", text)]


def test_a_docked_ship_is_the_flight_that_was_planned() -> None:
    planned = _flight("cygnus", handle="extra", day=TODAY + 7)
    assert _flown(_alone(planned)).ships["f1"] == Ship(
        "f1", "cygnus", "Flight 1", "nasa", TODAY + 7, TODAY + 200, boost=900
    )


def test_a_price_is_paid_to_the_last_million_by_its_owner_and_said_so() -> None:
    draft = begin(_alone(_flight("dragon"), nasa__treasury=60))
    manifest.fly(draft, SOON)
    assert draft.figures["nasa.treasury"] == 0
    (paid,) = [c for c in draft.changes if c.path == "nasa.treasury"]
    assert (paid.amount, paid.cause) == (-60, "flight:dragon")
    assert said(paid.reason) == "Flight 1 is paid for"


def test_who_holds_no_chair_has_no_purse_to_wait_for() -> None:
    guest = _flight("dragon", owner="jaxa")
    before = _alone(guest, nasa__treasury=0)
    assert "f1" in _flown(before).ships


def test_a_crew_lands_on_its_day_and_a_recalled_one_on_the_first() -> None:
    sat = Crew("anton", "roscosmos", "aboard", "s1", 1)
    late = replace(SOYUZ, launched=TODAY - 300, returns=TODAY + 80)
    waiting = with_crew(_alone(ships=(late,)), sat)
    relieved = replace(waiting, manifest=(_flight("soyuz", "pyotr"),))
    assert _flown(relieved).crew["anton"].since == TODAY + 80
    recalled = with_crew(_alone(ships=(late,), roscosmos__rung=departures.STAND_DOWN), sat)
    assert _flown(recalled).crew["anton"].since == TODAY


def test_a_booked_flight_is_written_out_whole() -> None:
    """Without a handle or a swap, numbered on, for its type's cadence or, empty, its stay."""
    draft = begin(_alone())
    crewed = manifest.book(draft, "soyuz", SOON, "own")
    assert crewed == replace(
        crewed, id="soyuz_2", vehicle="soyuz", name="Soyuz 2", owner="roscosmos", day=SOON,
        returns=SOON + 180, handle="", swap=False, slip=0, why="",
    )  # fmt: skip
    assert manifest.book(draft, "soyuz", SOON, "own").id == "soyuz_3"
    assert manifest.book(draft, "progress", SOON, "own").returns == SOON + 150
    assert manifest.book(draft, "taxi", SOON, "own").returns == SOON + 200
    assert draft.state.manifest[0] is crewed


def test_seats_that_a_partner_can_not_fill_go_to_the_owner() -> None:
    """With the guests all booked, the fourth seat of a Dragon is flown by an American."""
    guests = tuple(p for p in CONTENT.people if CONTENT.people[p].partner in ("esa", "jaxa"))
    draft = begin(_alone(_flight("dragon", *guests)))
    booked = manifest.book(draft, "dragon", SOON, "own")
    assert [CONTENT.people[p].partner for p in booked.crew] == ["nasa"] * 4


def test_guests_take_turns_on_the_last_seat_and_are_never_of_the_other_half() -> None:
    seen = set()
    for turn in range(1, 9):
        draft = begin(replace(_alone(), turn=turn))
        *own, guest = manifest.book(draft, "dragon", SOON, "own").crew
        assert {CONTENT.people[p].partner for p in own} == {"nasa"}
        seen.add(CONTENT.people[guest].partner)
    assert seen == {"esa", "jaxa"}


def test_a_swap_seat_goes_to_a_partner_of_the_other_half_that_has_ships() -> None:
    dragon = manifest.book(begin(with_deal(_alone(), "seat_swap")), "dragon", SOON, "own")
    assert CONTENT.people[dragon.crew[1]].partner == "roscosmos"


def test_whoever_is_freest_and_has_rested_longest_flies_first() -> None:
    """Names count last: those never in the story first, those who train or recover after all."""
    rested = {f"roscosmos_{n}": TODAY - 10 * n for n in range(7)}
    crew = [Crew(p, "roscosmos", "ground", "", since) for p, since in rested.items()]
    busy = [replace(crew[6], place="training", until=TODAY + 1), *crew[1:6]]
    state = replace(_alone(), crew={c.id: c for c in busy})
    booked = manifest.book(begin(state), "soyuz", SOON, "own").crew
    assert booked == ("roscosmos_0", "roscosmos_5", "roscosmos_4")


def test_crews_whose_years_are_over_go_home_only_after_a_turn_to_answer_that() -> None:
    """Both halves' promises end on one day: no step from seven aboard to nobody in between."""
    dragon = Ship("d1", "dragon", "Dragon 1", "nasa", TODAY - 9, TODAY + 400)
    docked = (replace(SOYUZ, returns=TODAY + 400), dragon)
    crew = Crew("anton", "roscosmos", "aboard", "s1", 1), Crew("mann", "nasa", "aboard", "d1", 1)
    over = {f"{partner}__commitment": 2020 for partner in ("nasa", "roscosmos", "esa")}
    draft = begin(with_crew(_alone(ships=docked, **over), *crew))
    ladder.call_years(draft)
    for aboard_after in (2, 0):
        draft = begin(replace(done(draft), turn=draft.state.turn + 1))
        manifest.fly(draft, SOON)
        assert len(aboard(draft.state)) == aboard_after

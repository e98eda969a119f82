"""The orbit: decay, reboost by either side, attitude, debris."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules import facts as station
from game.rules.draft import Draft
from game.rules.facts import refresh_all
from game.rules.hardware import orbit
from game.rules.ledger import moved
from game.rules.state import Ship
from tests.small import CONTENT
from tests.words import said
from tests.worlds import begin, changed, opening, with_ships

PROGRESS = Ship("p1", "progress", "Progress 1", "roscosmos", 100, 400)
ALTITUDES = st.integers(200_000, 480_000)
HAZARDS = st.integers(0, 100)
CYGNUS = Ship("c1", "cygnus", "Cygnus 1", "nasa", 100, 400, boost=900)


@given(ALTITUDES, ALTITUDES, HAZARDS)
def test_the_orbit_decays_faster_when_lower(one: int, other: int, hazard: int) -> None:
    low, high = sorted((one, other))
    assert orbit.decay(low, hazard) >= orbit.decay(high, hazard) > 0


def test_decay_is_two_kilometres_a_month_where_the_station_flies() -> None:
    assert orbit.decay(416_000, 15) == 2_000
    assert orbit.decay(380_000, 15) == 4_000


@given(ALTITUDES, HAZARDS, HAZARDS)
def test_storms_thicken_the_air(altitude: int, one: int, other: int) -> None:
    quiet, rough = sorted((one, other))
    assert orbit.decay(altitude, rough) >= orbit.decay(altitude, quiet)


@given(ALTITUDES, st.integers(0, 12_000), HAZARDS, st.integers(1, 12))
def test_propellant_is_never_negative_and_every_burn_costs(
    altitude: int, propellant: int, hazard: int, months: int
) -> None:
    state = changed(opening(), altitude=altitude, propellant=propellant, hazard=hazard)
    draft = begin(state)
    station.live(draft, months)
    assert draft.figures["propellant"] >= 0
    burns = [c for c in draft.changes if c.cause == "rule:reboost"]
    raised, burnt = moved(burns, "altitude"), -moved(burns, "propellant")
    assert burnt <= raised * orbit.PROPELLANT_A_KM // 1000 <= burnt + months
    assert bool(raised > 1000) <= bool(burnt)


def test_the_standing_plan_keeps_the_orbit_and_a_reserve() -> None:
    full = begin(changed(opening(), altitude=416_000, propellant=6_000))
    station.live(full, 1)
    assert full.figures["altitude"] == orbit.KEEP_ALTITUDE
    dry = begin(changed(opening(), altitude=416_000, propellant=orbit.RESERVE))
    station.live(dry, 1)
    assert dry.figures["altitude"] < orbit.KEEP_ALTITUDE
    assert dry.figures["propellant"] == orbit.RESERVE - orbit.ATTITUDE_A_MONTH


def test_nobody_burns_russian_propellant_for_the_station_during_a_notice() -> None:
    draft = begin(changed(opening(), altitude=410_000, roscosmos__rung=3))
    station.live(draft, 1)
    assert not [c for c in draft.changes if c.cause == "rule:reboost"]


def test_even_during_a_notice_moscow_keeps_its_own_crew_from_falling() -> None:
    low = changed(opening(), altitude=350_000, propellant=6_000, roscosmos__rung=orbit.NO_BURNS)
    draft = begin(low)
    station.live(draft, 1)
    assert draft.figures["altitude"] == orbit.OWN_NECK


def test_after_separation_nobody_holds_the_orbit() -> None:
    draft = begin(changed(opening(), altitude=410_000))
    draft.own("words")["hatch"] = "gone"
    station.live(draft, 1)
    assert draft.figures["altitude"] < 408_500


@pytest.mark.parametrize(("progress", "pushed"), [(29, 0), (30, 600), (100, 900)])
def test_us_ships_push_as_far_as_their_option_and_their_tanks_go(
    progress: int, pushed: int
) -> None:
    docked = with_ships(changed(opening(), altitude=400_000, propellant=0), CYGNUS)
    draft = begin(changed(docked, option__us_reboost=progress))
    station.live(draft, 1)
    by_ships = [c for c in draft.changes if c.cause == "rule:us_reboost"]
    assert moved(by_ships, "altitude") == pushed
    assert draft.state.ships["c1"].boost == 900 - pushed
    refresh_all(draft)
    assert draft.figures["push"] == 900 - pushed


def test_a_reboost_stops_where_the_tanks_are_dry() -> None:
    draft = begin(changed(opening(), altitude=400_000, propellant=220))
    orbit.reboost(draft, 5_000)
    assert draft.figures["altitude"] == 402_000
    assert draft.figures["propellant"] == 0
    orbit.reboost(draft, 5_000)
    assert draft.figures["altitude"] == 402_000


@given(st.integers(0, 20_000), st.integers(0, 3_000), st.sampled_from(["open", "sealed", "shut"]))
def test_a_progress_pushes_first_unless_the_tunnel_is_shut(
    metres: int, boost: int, word: str
) -> None:
    state = with_ships(
        changed(opening(), altitude=400_000, propellant=5_000), replace(PROGRESS, boost=boost)
    )
    draft = begin(state)
    draft.own("words")["prk"] = word
    orbit.reboost(draft, metres)
    used = boost - draft.state.ships["p1"].boost
    assert used == (0 if word == "shut" else min(boost, metres))
    burnt = 5_000 - draft.figures["propellant"]
    assert burnt == (draft.figures["altitude"] - 400_000 - used) * orbit.PROPELLANT_A_KM // 1000


def test_gyroscopes_that_stand_still_cost_propellant() -> None:
    burnt = {}
    for turning in range(5):
        draft = begin(changed(opening(), gyroscopes=turning))
        draft.own("words")["hatch"] = "gone"  # nobody reboosts
        orbit.sink(draft)
        burnt[turning] = -moved(draft.changes, "propellant")
    assert burnt == {0: 180, 1: 180, 2: 121, 3: 90, 4: 90}


def _met(**figures: int) -> Draft:
    """Return what meeting a certain piece of debris comes to, with nobody docked."""
    draft = begin(with_ships(changed(opening(), hazard=100, **figures)))
    orbit.dodge(draft)
    return draft


def test_the_station_steps_aside_for_debris_with_whoever_can_push() -> None:
    assert moved(_met(propellant=500).changes, "propellant") == -orbit.DODGE_PROPELLANT
    clear = begin(changed(opening(), hazard=0))
    orbit.dodge(clear)
    assert not clear.changes
    docked = with_ships(changed(opening(), hazard=100, propellant=0), CYGNUS)
    pushed = begin(docked)
    orbit.dodge(pushed)
    assert pushed.state.ships["c1"].boost == CYGNUS.boost - orbit.DODGE_METRES


def test_where_nobody_can_push_the_crew_shelters() -> None:
    crowded = begin(changed(opening(), hazard=100, propellant=0))
    crowded.figures["push"] = 0
    orbit.dodge(crowded)
    assert moved(crowded.changes, "cohesion") == -2
    assert {c.cause for c in crowded.changes} <= {"rule:shelter", "rule:hit"}
    notice = _met(propellant=6_000, roscosmos__rung=orbit.NO_BURNS, rung__highest=orbit.NO_BURNS)
    assert not moved(notice.changes, "propellant")


def test_what_nobody_dodges_seldom_strikes() -> None:
    hits = 0
    for seed in range(300):
        draft = begin(replace(changed(opening(), hazard=100, propellant=0), seed=seed))
        draft.figures["push"] = 0
        orbit.dodge(draft)
        hits += any(c.cause == "rule:hit" for c in draft.changes)
    assert 12 < hits < 66  # 12 % of 300, five standard deviations either way


def test_a_us_freighter_pushes_further_as_the_option_grows_up_to_a_whole_kit() -> None:
    cygnus, progress = CONTENT.vehicles["cygnus"], CONTENT.vehicles["progress"]
    kit = replace(cygnus, boost=orbit.KIT + 5)
    for share, metres in ((0, 900), (1, 954), (50, 3_600), (100, 6_300)):
        draft = begin(changed(opening(), option__us_reboost=share))
        assert orbit.carried(draft, cygnus) == metres
        assert orbit.carried(draft, replace(cygnus, boost=11_000)) <= orbit.KIT
        assert orbit.carried(draft, kit) == kit.boost
        assert orbit.carried(draft, replace(progress, boost=900)) == 900


def test_decay_is_counted_in_whole_metres() -> None:
    metres = {
        (410_000, 15): 2_000,
        (409_999, 15): 2_000,
        (409_985, 15): 2_001,
        (395_001, 20): 3_148,
    }
    found = {key: orbit.decay(*key) for key in metres}
    assert found == metres
    assert all(type(lost) is int for lost in found.values())


@pytest.mark.parametrize(("share", "push", "metres"), [
    (29, 900, 0), (30, 900, 600), (30, 500, 500), (100, 9_000, 2_000), (None, 900, 0),
])  # fmt: skip
def test_the_standing_plan_pushes_as_far_as_the_option_goes(
    share: int | None, push: int, metres: int
) -> None:
    figures = {"push": push} | ({} if share is None else {"option.us_reboost": share})
    assert orbit.planned_push(figures) == metres


def _told(draft: Draft) -> list[tuple[str, str, int, str, str]]:
    return [(c.kind, c.path, c.amount, c.cause, said(c.reason)) for c in draft.changes]


def test_a_month_of_drag_and_attitude_is_put_down_to_its_causes() -> None:
    burn = "Progress burns raise the orbit"
    for turning, kilos, why in (
        (3, 90, "Thrusters hold the station steady"),
        (1, 180, "Thrusters do the gyroscopes' work"),
    ):
        state = changed(opening(), altitude=416_000, hazard=15, propellant=5_000)
        draft = begin(with_ships(changed(state, gyroscopes=turning)))
        orbit.sink(draft)
        assert _told(draft) == [
            ("figure", "altitude", -2_000, "rule:decay", "Thin air drags the orbit down"),
            ("figure", "propellant", -kilos, "rule:attitude", why),
            ("figure", "altitude", 2_000, "rule:reboost", burn),
            ("figure", "propellant", -220, "rule:reboost", burn),
        ]


def test_the_reserve_is_kept_to_the_kilo() -> None:
    """220 kg above it after attitude control: two kilometres, and not a metre more."""
    spare = orbit.RESERVE + orbit.ATTITUDE_A_MONTH + 220
    draft = begin(changed(with_ships(opening()), altitude=400_000, hazard=15, propellant=spare))
    orbit.sink(draft)
    assert moved([c for c in draft.changes if c.cause == "rule:reboost"], "altitude") == 2_000
    assert draft.figures["propellant"] == orbit.RESERVE


def test_ships_push_in_the_order_they_came_each_with_what_it_has() -> None:
    ships = [
        replace(CYGNUS, id=f"c{n}", launched=100 + n, boost=b) for n, b in enumerate((300, 1, 900))
    ]
    draft = begin(changed(with_ships(opening(), *ships), altitude=400_000))
    assert orbit.push(draft, 800) == 800
    assert [draft.state.ships[f"c{n}"].boost for n in range(3)] == [0, 0, 401]
    assert draft.figures["push"] == 401
    why = ("rule:us_reboost", "A US ship pushes the station up")
    assert _told(draft) == [("figure", "altitude", 800, *why)]


def test_what_a_progress_burns_takes_nothing_from_the_us_ships() -> None:
    state = with_ships(changed(opening(), altitude=400_000), CYGNUS, replace(PROGRESS, boost=500))
    draft = begin(state)
    orbit.reboost(draft, 400)
    assert draft.figures["push"] == CYGNUS.boost
    assert _told(draft) == [
        ("figure", "altitude", 400, "rule:progress", "A Progress burns what it kept back")
    ]


def test_the_tanks_raise_whole_metres_down_to_the_last_one() -> None:
    draft = begin(changed(with_ships(opening()), altitude=400_000, propellant=100))
    orbit.reboost(draft, 5_000)
    assert type(draft.figures["altitude"]) is int
    assert draft.figures["altitude"] == 400_000 + 100 * 1000 // orbit.PROPELLANT_A_KM
    least = begin(changed(with_ships(opening()), altitude=400_000, propellant=100))
    orbit.reboost(least, 1)
    assert least.figures["altitude"] == 400_001


def test_a_step_aside_is_a_headline_whoever_takes_it() -> None:
    headline = "The station steps aside for a piece of debris."
    by_tanks = _met(propellant=500)
    docked = with_ships(changed(opening(), hazard=100, propellant=0), CYGNUS)
    by_ship = begin(docked)
    orbit.dodge(by_ship)
    burn, push = "A debris avoidance burn", "A US ship steps aside for debris"
    assert _told(by_tanks) == [
        ("figure", "propellant", -orbit.DODGE_PROPELLANT, "rule:dodge", burn),
        ("headline", "altitude", 0, "rule:dodge", headline),
    ]
    assert _told(by_ship) == [
        ("figure", "altitude", orbit.DODGE_METRES, "rule:dodge", push),
        ("headline", "altitude", 0, "rule:dodge", headline),
    ]


def test_debris_strikes_either_half_and_takes_power_from_the_one_with_the_wings() -> None:
    struck = {}
    for seed in range(200):
        draft = begin(replace(changed(opening(), hazard=100, propellant=0), seed=seed))
        draft.figures["push"] = 0
        orbit.dodge(draft)
        told = _told(draft)
        shelter = ("rule:shelter", "Nobody can push; the crew shelters from debris")
        assert told[:2] == [
            ("figure", "cohesion", -2, *shelter),
            ("headline", "hazard", 0, shelter[0],
             "The crew waits in its capsules while debris goes by."),
        ]  # fmt: skip
        if told[2:]:
            struck[told[2][1]] = told[2:]
    why = ("rule:hit", "A piece of debris strikes")
    strike = (why[0], "Debris that nobody dodged strikes home.")
    assert struck == {
        "integrity_usos": [
            ("figure", "integrity_usos", -orbit.HIT_DAMAGE, *why),
            ("figure", "power", -orbit.HIT_DAMAGE, *why),
            ("headline", "integrity_usos", 0, *strike),
        ],
        "integrity_ros": [
            ("figure", "integrity_ros", -orbit.HIT_DAMAGE, *why),
            ("headline", "integrity_ros", 0, *strike),
        ],
    }

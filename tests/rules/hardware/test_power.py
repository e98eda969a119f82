"""Power: wings fade, a share crosses, and whoever is short switches things off."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.rules.hardware import power
from game.rules.ledger import moved
from game.rules.messages import message
from tests.worlds import begin, changed, done, opening

PERCENT = st.integers(0, 100)


@given(PERCENT, st.integers(0, 50))
def test_nothing_is_lost_on_the_cable(wings: int, share: int) -> None:
    held = power.given(changed(opening(), power=wings, power_share=share))
    assert wings - 1 <= held["usos"] + held["ros"] - power.OWN_WINGS <= wings


@given(PERCENT, st.integers(0, 49))
def test_a_larger_share_feeds_the_russians_from_the_americans(wings: int, share: int) -> None:
    less = changed(opening(), power=wings, power_share=share).figures
    more = changed(opening(), power=wings, power_share=share + 1).figures
    assert more["short.ros"] <= less["short.ros"]
    assert more["short.usos"] >= less["short.usos"]


def test_a_full_station_lacks_nothing_and_one_apart_gets_nothing_across() -> None:
    full = begin(changed(opening(), power=96, power_share=25))
    assert full.figures["short.usos"] == full.figures["short.ros"] == 0
    full.own("words")["hatch"] = "gone"
    assert done(full).figures["short.ros"] > 50


def test_the_new_stations_power_module_feeds_the_russian_half() -> None:
    bound = power.given(changed(opening(), option__russian_station=power.FLIES - 1))
    freed = power.given(changed(opening(), option__russian_station=power.FLIES))
    assert freed["ros"] - bound["ros"] == power.NEW_WINGS


def test_wings_fade_by_the_months_however_long_a_turn_is() -> None:
    for months in (1, 3):
        draft = begin(changed(opening(), power=90))
        for month in range(0, 24, months):
            draft.figures["month"] = month
            power.fade(draft, months)
        assert moved(draft.changes, "power") == -24 // power.FADE_MONTHS


def test_whoever_is_short_sheds_load_once_a_quarter() -> None:
    dark = changed(opening(), power=60, power_share=0)
    for months, times in ((3, 1), (1, 1)):
        draft = begin(dark)
        for month in range(0, 3, months):
            draft.figures["month"] = month
            power.shed(draft, months)
        lost = 1 + power.shortage(dark, "ros") // power.SHED
        assert moved(draft.changes, "integrity_ros") == -lost * times
        assert moved(draft.changes, "roscosmos.science") < 0
        assert moved(draft.changes, "integrity_usos") == 0
        assert moved(draft.changes, "nasa.science") == 0


def test_power_is_shared_in_whole_points() -> None:
    held = power.given(changed(opening(), power=91, power_share=25))
    assert held == {"usos": 91 - 23, "ros": 22 + power.OWN_WINGS}
    assert all(type(points) is int for points in held.values())
    assert power.given(changed(opening(), power=100, power_share=0)) == {"usos": 100, "ros": 12}


def test_fading_wings_are_called_so() -> None:
    draft = begin(changed(opening(), power=90))
    power.fade(draft, 12)
    assert [(c.path, c.amount, c.cause, c.reason) for c in draft.changes] == [
        ("power", -3, "rule:wings", message("power.fades"))
    ]


def test_a_dark_half_loses_repair_company_and_science_by_how_dark_it_is() -> None:
    """The Russian half lacks 64 % of its need: 1 + 6 of integrity, 1 + 3 of science."""
    draft = begin(changed(opening(), power=60, power_share=0, roscosmos__science=50))
    draft.figures["month"] = 0
    power.shed(draft, 3)
    why = ("rule:shedding", message("power.dark", half="ros", short=64))
    told = message("power.sheds", half="ros", short=64)
    assert [(c.kind, c.path, c.amount, c.cause, c.reason) for c in draft.changes] == [
        ("figure", "integrity_ros", -7, *why),
        ("figure", "cohesion", -1, *why),
        ("figure", "roscosmos.science", -4, *why),
        ("headline", "power", 0, why[0], told),
    ]


def test_the_american_half_goes_dark_too_and_its_chairs_alone_lose_science() -> None:
    draft = begin(changed(opening(), power=40, power_share=0, option__russian_station=100))
    draft.figures["month"] = 0
    power.shed(draft, 3)
    about = {
        c.path
        for c in draft.changes
        if c.reason.code.startswith("power.") and c.reason.arg("half") == "usos"
    }
    assert about == {"integrity_usos", "cohesion", "nasa.science", "esa.science", "power"}

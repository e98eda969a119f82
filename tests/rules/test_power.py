"""Power: wings fade, a share crosses, and whoever is short switches things off."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from game.rules import power
from game.rules.ledger import moved
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

"""Who could leave whom: halves, works, shares and options of every pair."""

from __future__ import annotations

from dataclasses import replace
from typing import Unpack

import pytest

from game.content import records as r
from game.content.paths import STAKES
from game.rules.pairs import LOSSES, WORKS, Pair, pairs_of
from tests.small import CONTENT
from tests.worlds import Tables

CHAIRS = ("nasa", "roscosmos", "esa")
REBOOST = ("option.us_reboost", ((0, 100), (1, 40), (2, 60)))
ALONE = ("option.russian_station", ((3, 90), (1, 80)))
THRUST = ("altitude", "hazard", "push", "option.us_reboost", "integrity_ros", "gyroscopes")
WINGS = ("propellant", "power", "integrity_usos", "gyroscopes")


def _hangs(who: str, *figures: str) -> frozenset[str]:
    return frozenset((LOSSES, f"{who}.income", *figures))


def _by_place(
    option: tuple[str, tuple[tuple[int, int], ...]],
) -> tuple[tuple[int, tuple[tuple[str, int], ...]], ...]:
    path, easing = option
    return tuple((place, ((path, percent),)) for place, percent in easing)


EXPECTED = (
    Pair("nasa", "roscosmos", "nasa.loss.roscosmos", "usos", "ros", "aboard.roscosmos", (), 0, 0,
         (REBOOST,), _by_place(REBOOST), _hangs("nasa", *THRUST)),
    Pair("nasa", "esa", "nasa.loss.esa", "usos", "", "aboard.esa", (("The arm", 1),), 1, 83,
         (REBOOST,), _by_place(REBOOST), _hangs("nasa", "option.us_reboost")),
    Pair("roscosmos", "nasa", "roscosmos.loss.nasa", "ros", "usos", "aboard.nasa", (), 0, 0,
         (ALONE,), _by_place(ALONE), _hangs("roscosmos", *WINGS, "option.russian_station")),
    Pair("roscosmos", "esa", "roscosmos.loss.esa", "ros", "", "aboard.esa", (("The arm", 5),), 5,
         0, (ALONE,), _by_place(ALONE), _hangs("roscosmos", "option.russian_station")),
    Pair("esa", "nasa", "esa.loss.nasa", "usos", "usos", "aboard.nasa", (), 0, 766, (), (),
         _hangs("esa", *WINGS)),
    Pair("esa", "roscosmos", "esa.loss.roscosmos", "usos", "ros", "aboard.roscosmos", (), 0, 0,
         (REBOOST,), _by_place(REBOOST), _hangs("esa", *THRUST)),
)  # fmt: skip


def _pair(who: str, leaver: str, **tables: Unpack[Tables]) -> Pair:
    pairs = pairs_of(replace(CONTENT, **tables), CHAIRS)
    return next(p for p in pairs if (p.who, p.leaver) == (who, leaver))


def _with_esa(works: tuple[r.Work, ...]) -> dict[str, r.Partner]:
    return {**CONTENT.partners, "esa": replace(CONTENT.partners["esa"], works=works)}


def test_every_pair_of_those_who_decide() -> None:
    assert pairs_of(CONTENT, CHAIRS) == EXPECTED
    assert pairs_of(CONTENT, ("nasa",)) == ()


def test_a_half_goes_with_whoever_has_a_crew_ship() -> None:
    own = replace(CONTENT.vehicles["taxi"], id="own", owner="esa")
    freighter = replace(own, use="cargo")
    for ship, half in ((own, "usos"), (freighter, "")):
        vehicles = {**CONTENT.vehicles, "own": ship}
        assert _pair("nasa", "esa", vehicles=vehicles).half == half


@pytest.mark.parametrize(
    ("points", "told", "missed"),
    ((0, (), 0), (4, (4,), 4), (5, (5,), WORKS), (9, (9,), WORKS)),
)
def test_works_that_are_not_missed_are_not_told_and_all_come_to_six_at_most(
    points: int, told: tuple[int, ...], missed: int
) -> None:
    works = (r.Work("The arm", points, 2),)
    more = (*works, r.Work("The crane", 2, 0)) if points == 5 else works
    pair = _pair("nasa", "esa", partners=_with_esa(more))
    assert tuple(p for name, p in pair.works if name == "The arm") == told
    assert pair.missed == missed
    assert _pair("roscosmos", "esa", partners=_with_esa(more)).missed == 2


def test_only_who_pays_too_takes_over_a_share() -> None:
    free = {**CONTENT.partners, "nasa": replace(CONTENT.partners["nasa"], share=0)}
    assert _pair("nasa", "esa", partners=free).share == 0
    small = {**CONTENT.partners, "nasa": replace(CONTENT.partners["nasa"], share=1)}
    assert _pair("nasa", "esa", partners=small).share == 83


def test_an_option_of_ones_half_helps_unless_it_is_the_leavers_or_eases_nothing() -> None:
    option = CONTENT.options["us_reboost"]
    for owner in ("esa", "nasa", "jaxa"):
        options = {"x": replace(option, id="x", owner=owner, eases={"data": 30})}
        found = [_pair(who, "roscosmos", options=options).options for who in ("nasa", "esa")]
        helps = (("option.x", ((STAKES.index("data"), 30),)),)
        assert found == [helps, helps]
        assert _pair("roscosmos", "nasa", options=options).options == ()
        left = _pair("nasa", "esa", options=options).options
        assert left == (() if owner == "esa" else helps)
        none = {"x": replace(options["x"], eases={})}
        assert _pair("nasa", "roscosmos", options=none).options == ()

"""What the desks watch, and what it is worth to them."""

from __future__ import annotations

import pytest

from game.content.desks import DESKS, WATCHED
from game.rules.decisions import Change
from game.rules.home.watch import WORTHS, moves_of, watched, worth
from game.rules.messages import text
from tests.worlds import INDEX, opening

NAMES = {
    "tension": "tension", "nasa.treasury": "treasury", "roscosmos.treasury": "",
    "esa.trust.nasa": "trust", "nasa.trust.esa": "", "nasa.faction.hawks": "faction",
    "roscosmos.faction.corps": "", "option.us_reboost": "option", "option.russian_station": "",
    "esa.commitment": "commitment", "nasa.mandate": "", "nasa.capital": "", "esa.peace": "",
    "nasa.peace": "peace",
}  # fmt: skip


@pytest.mark.parametrize(("path", "name"), NAMES.items())
def test_a_desk_watches_its_own_side_and_the_world(path: str, name: str) -> None:
    assert watched(INDEX, "nasa", path) == name


def test_every_watched_name_has_one_desk_and_a_worth() -> None:
    held = [name for desk in DESKS.values() for name in desk]
    assert sorted(held) == sorted(WATCHED)
    assert set(WATCHED) == {*WORTHS, "treasury", "income"}


def test_a_desk_sees_its_own_figures_alone() -> None:
    why = text("X")
    changes = [
        Change("figure", "tension", 3, "x", why), Change("figure", "tension", -1, "x", why),
        Change("figure", "nasa.treasury", -9, "x", why), Change("story", "tension", 0, "x", why),
    ]  # fmt: skip
    assert moves_of("abroad", "nasa", INDEX, changes) == {"tension": 2}
    assert moves_of("money", "nasa", INDEX, changes) == {"nasa.treasury": -9}


def test_money_is_worth_what_a_month_brings() -> None:
    state = opening()
    income = state.figures["nasa.income"]
    assert worth(INDEX, state, "nasa", "nasa.treasury", income) == (6000, "treasury")
    assert worth(INDEX, state, "nasa", "nasa.treasury", -income) == (-6000, "treasury")


def test_a_faction_is_worth_its_weight() -> None:
    heavy, _ = worth(INDEX, opening(), "nasa", "nasa.faction.congress", 2)
    light, _ = worth(INDEX, opening(), "nasa", "nasa.faction.hawks", 2)
    assert (heavy, light) == (2 * 3 * 150, 2 * 2 * 150)

"""What a chair can do about a figure, read from what the actions of the content do."""

from __future__ import annotations

from dataclasses import replace

from game.content import records as r
from game.rules.cures import ALTITUDE, STRANDED, SUPPLIES, cures
from game.rules.index import Index
from tests.small import CONTENT
from tests.worlds import INDEX, index_with

TEMPLATE = next(iter(CONTENT.actions.values()))


def _index(**effects: tuple[r.Effect, ...]) -> Index:
    made = {
        name: replace(TEMPLATE, id=name, chairs=(), effects=found, outcomes=())
        for name, found in effects.items()
    }
    return index_with(actions=made)


def _named(index: Index, path: str, chair: str = "nasa") -> list[str]:
    return [action.id for action in cures(index, chair, path)]


def test_what_raises_a_figure_helps_and_what_lowers_it_does_not() -> None:
    index = _index(
        mend=(r.Shift("integrity_ros", 3),),
        hurt=(r.Shift("integrity_ros", -3),),
        other=(r.Shift("integrity_usos", 3),),
    )
    assert _named(index, "integrity_ros") == ["mend"]


def test_own_figures_are_meant_whose_they_are() -> None:
    index = _index(own=(r.Shift("self.standing", 1),), bare=(r.Shift("standing", 1),))
    assert _named(index, "nasa.standing") == ["own", "bare"]
    assert _named(index, "esa.standing") == []


def test_what_an_action_may_lead_to_counts_too() -> None:
    mends = (r.Shift("power", 2),)
    outcomes = (r.Outcome(50, "", mends), r.Outcome(50, "", ()))
    risky = replace(TEMPLATE, id="risky", chairs=(), effects=(), outcomes=outcomes)
    assert _named(index_with(actions={"risky": risky}), "power") == ["risky"]


def test_burns_and_flights_help_by_what_they_bring() -> None:
    crewed = next(v.id for v in CONTENT.vehicles.values() if v.seats)
    cargo = next(v.id for v in CONTENT.vehicles.values() if not v.seats)
    index = _index(
        burn=(r.Reboost(3, "ros"),),
        seats=(r.BookFlight(crewed, "own", "", 30),),
        stores=(r.BookFlight(cargo, "none", "", 30),),
    )
    assert _named(index, ALTITUDE) == ["burn"]
    assert _named(index, STRANDED) == ["seats"]
    assert _named(index, SUPPLIES) == ["stores"]


def test_only_a_chair_s_own_actions_are_its_own() -> None:
    found = {a.id for a in cures(INDEX, "esa", "integrity_ros")}
    allowed = {a.id for a in CONTENT.actions.values() if not a.chairs or "esa" in a.chairs}
    assert found <= allowed

"""Cohesion falls with tension on the ground and rises with joint work, and never stays full."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.draft import Draft
from game.rules.ledger import moved, reasons
from game.rules.people import cohesion
from tests.small import CONTENT, PARTNERS
from tests.worlds import INDEX, begin, changed, opening


def _drifted(by: str = "", /, **figures: int) -> Draft:
    index = INDEX
    if by:
        led = {p.id: replace(p, command=3 if p.id == by else 0) for p in PARTNERS}
        index = replace(INDEX, content=replace(CONTENT, partners=led))
    draft = Draft(index, changed(opening(), **({"tension": 40, "cohesion": 68} | figures)))
    draft.figures.update(figures)
    draft.changes.clear()
    cohesion.drift(draft, 3)
    return draft


def _by(**figures: int) -> int:
    return moved(_drifted(**figures).changes, "cohesion")


@pytest.mark.parametrize(
    ("better", "worse"),
    [
        ({"tension": 40}, {"tension": 90}),
        ({"stranded": 0}, {"stranded": 3}),
        ({"rung.highest": 0}, {"rung.highest": 4}),
        ({"morale": 80}, {"morale": 30}),
        ({"fatigue": 20}, {"fatigue": 90}),
    ],
)
def test_what_bears_on_the_crew(better: dict[str, int], worse: dict[str, int]) -> None:
    assert _by(**better) > _by(**worse)


def test_a_commander_whose_office_is_the_crew_adds_to_it() -> None:
    holder = opening()
    partner = holder.crew[holder.words["commander"]].partner
    led, not_led = _drifted(partner), _drifted("jaxa")
    assert moved(led.changes, "cohesion") == moved(not_led.changes, "cohesion") + 3
    told = [line.label for line in reasons(led.changes, "cohesion")]
    assert cohesion.LED in told


def test_the_best_company_wears_off_and_the_worst_mends() -> None:
    assert _by(cohesion=100) < -5
    assert _by(cohesion=10) > 5


def test_an_empty_station_has_no_company() -> None:
    draft = begin(changed(opening(), cohesion=90))
    draft.figures["aboard"] = 0
    cohesion.drift(draft, 3)
    assert not draft.changes

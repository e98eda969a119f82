"""Mishaps of a strained station: odds by rung, what they do, and that calm has none."""

from __future__ import annotations

from dataclasses import replace

from game.content import records as r
from game.rules.draft import Draft
from game.rules.index import index_of
from game.rules.ledger import moved
from game.rules.messages import text
from game.rules.phases import accidents
from game.rules.state import State
from tests.small import CAMPAIGN, CONTENT, holds
from tests.worlds import changed, opening

MISFIRE = r.Accident(
    "misfire", "A misfire", "Thrusters fire.", 2, 10, None, (r.Shift("cohesion", -4),)
)
RARE = replace(MISFIRE, id="rare", start=4, odds=2, when=holds("tension > 99"))
INDEX = index_of(replace(CONTENT, accidents={a.id: a for a in (MISFIRE, RARE)}), CAMPAIGN)


def _struck(rung: int, months: int = 3, games: int = 300) -> int:
    state, count = changed(opening(), nasa__rung=rung), 0
    for seed in range(games):
        draft = Draft(INDEX, _seeded(state, seed))
        accidents.happen(draft, months)
        count += any(c.cause == "accident:misfire" for c in draft.changes)
    return count


def _seeded(state: State, seed: int) -> State:
    return replace(state, seed=seed)


def test_the_odds_rise_with_every_rung_from_the_first() -> None:
    assert [accidents.odds(MISFIRE, rung) for rung in range(6)] == [0, 0, 10, 20, 30, 40]
    anything = [accidents.odds_of_any(INDEX, rung) for rung in range(7)]
    assert anything[:3] == [0, 0, 10] and anything == sorted(anything)
    assert anything[4] == 31  # 30 % and 2 %, either of them


def test_they_come_up_about_as_often_as_the_screen_says() -> None:
    assert _struck(0) == _struck(1) == 0
    assert 40 <= _struck(3) <= 80  # 20 % of 300
    assert _struck(3, months=1) < _struck(3)


def test_an_accident_is_told_and_does_what_it_says_if_it_can_happen() -> None:
    state = changed(opening(), nasa__rung=5)
    for seed in range(20):
        draft = Draft(INDEX, _seeded(state, seed))
        accidents.happen(draft, 3)
        if draft.changes:
            break
    assert moved(draft.changes, "cohesion") == -4
    assert any(c.kind == "headline" and c.reason == text("Thrusters fire.") for c in draft.changes)
    assert not any(c.cause == "accident:rare" for c in draft.changes)

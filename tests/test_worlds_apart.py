"""Whoever is handed all worlds, as `load_content` returns them, acts as in the one alone."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import game
from game.content.records import Content
from game.content.scoping import scoped
from game.players import ROSTER
from game.players.hawk import BORNE
from game.rules.state import State
from game.rules.table.ladder import NOTICE
from game.testing.strategies import states
from tests import shipped

NEAR_SIGHTED = sorted(name for name in ROSTER if name not in ("planner", "peacemaker"))
BASE = shipped.base()
SCENARIOS = sorted(BASE.scenarios)
FEW = settings(max_examples=8)


def _alone(state: State) -> Content:
    content = scoped(BASE, state.scenario)
    assert content is not BASE and set(content.options) < set(BASE.options)
    return content


@given(st.sampled_from(SCENARIOS).flatmap(lambda name: states(BASE, name, most_bytes=60)))
@FEW
def test_every_public_function_answers_the_same(state: State) -> None:
    alone, slot = _alone(state), state.queue[0]
    told, again = (game.view(content, state, slot.chair) for content in (BASE, alone))
    assert told == again
    listed = game.options(BASE, told)
    assert listed == game.options(alone, told)
    assert game.violations(BASE, state) == game.violations(alone, state)
    worlds = [game.imagine(c, told, slot.chair, Random(1)) for c in (BASE, alone)]
    assert worlds[0] == worlds[1]
    for decision in (option.decision for option in listed[:12]):
        assert game.why_not(BASE, told, decision) == game.why_not(alone, told, decision)
        assert game.preview(BASE, told, decision) == game.preview(alone, told, decision)
    whole = (o.decision for o in listed if o.legal and not game.why_not(BASE, told, o.decision))
    taken = next(whole)  # an offer is one only with its terms
    assert game.apply(BASE, state, taken) == game.apply(alone, state, taken)


@pytest.mark.parametrize("name", NEAR_SIGHTED)
@given(state=st.sampled_from(SCENARIOS).flatmap(lambda name: states(BASE, name, most_bytes=60)))
@FEW
def test_every_player_decides_the_same(name: str, state: State) -> None:
    seen = game.view(BASE, state, state.queue[0].chair)
    moves = [
        ROSTER[name]().decide(content, seen, game.options(content, seen), Random(1))
        for content in (BASE, _alone(state))
    ]
    assert moves[0] == moves[1]


@pytest.mark.parametrize("name", sorted(ROSTER))
@pytest.mark.parametrize("rung", [NOTICE, NOTICE + 1])
def test_on_the_ladder_too(name: str, rung: int) -> None:
    state, _ = game.new_game(BASE, game.Setup("cold_snap_2022", "nasa", 1))
    figures = {**state.figures, "nasa.rung": rung, "nasa.mandate": BORNE + 30}
    offered = {**state.used, "nasa.offer": figures["date"]}
    slot = game.Slot("table", "nasa")
    table = replace(state, figures=figures, phase=4, queue=(slot,), used=offered)
    seen = game.view(BASE, table, "nasa")
    moves = [
        ROSTER[name]().decide(content, seen, game.options(content, seen), Random(1))
        for content in (BASE, _alone(table))
    ]
    assert moves[0] == moves[1]

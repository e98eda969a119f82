"""A failing example is told as named decisions, not as every figure of every state."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis.vendor.pretty import pretty

from game.content.records import Content
from game.rules.index import index_of
from game.rules.setup import Setup, new_game
from game.rules.view import view
from game.testing.playing import SHOWN, Game, play
from game.testing.strategies import games
from tests.small import CAMPAIGN, CONTENT

SETUP = Setup(CAMPAIGN, "nasa", 1)
SHORT = 200


@given(games(CONTENT, whole=True))
@settings(max_examples=10)
def test_a_whole_game_prints_as_its_decisions(game: Game) -> None:
    told = pretty(game).splitlines()
    acts = [moment.decision for moment in game.moments if moment.decision.pick != "end"]
    more = len(acts) > SHOWN
    assert len(told) == 1 + more + min(len(acts), SHOWN) <= 10
    assert repr(game.begin) in told[0]
    for decision, line in zip(acts[-SHOWN:], told[1 + more :], strict=True):
        assert f"{decision.chair} {decision.kind}" in line and decision.pick in line
        assert all(term.clause in line for term in decision.terms)
    assert max(len(line) for line in told[1:]) < SHORT


def test_a_long_game_of_the_shipped_content_prints_short(base: Content) -> None:
    game = play(base, Setup("second_thaw", "nasa", 0), b"", whole=True)
    assert 0 < len(pretty(game)) < 20_000
    assert pretty(game).startswith("play(content, Setup(scenario='second_thaw'")


def test_what_holds_a_state_prints_in_a_line(base: Content) -> None:
    state, _ = new_game(CONTENT, SETUP)
    slot = state.queue[0]
    assert f"<State of campaign, seed 1, turn 1: {slot.chair} decides, card" in pretty(state)
    seen = view(CONTENT, state, slot.chair)
    game = play(CONTENT, SETUP, b"", whole=True)
    assert pretty(game.last).endswith(f"over, {game.last.ending}>")
    for big in (state, seen, base, index_of(base, "the_leak"), game.moments[0], game.last):
        assert len(pretty(big)) < SHORT and pretty(big) == repr(big)


def test_the_examples_own_reproduction_is_the_first_line() -> None:
    game = play(CONTENT, SETUP, b"\x01\x02\x03")
    assert pretty(game).splitlines()[0] == f"play(content, {SETUP!r}, {game.data!r}):"


@pytest.mark.parametrize("chair", ["nasa", "esa"])
def test_a_view_says_that_it_is_one(chair: str) -> None:
    state, _ = new_game(CONTENT, SETUP)
    assert repr(view(CONTENT, state, chair)).startswith("<View of campaign")

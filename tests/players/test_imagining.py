"""An imagined world is one to play on in, agrees with what was seen, and hangs on dice alone."""

from __future__ import annotations

from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import game
from game.content.records import Content
from game.players.imagining import imagine
from game.rules.index import index_of
from game.rules.state import State
from game.testing.feeding import Feed, choose
from game.testing.strategies import SEEDS, states
from tests.small import CONTENT


def _played_on(content: Content, world: State, moves: int, feed: Feed) -> State:
    for _ in range(moves):
        if game.pending(world) is None:
            break
        world = game.apply(content, world, choose(content, world, feed)).state
    return world


@given(st.data())
def test_any_chairs_view_can_be_played_on(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT))
    chair = data.draw(st.sampled_from(index_of(CONTENT, state.scenario).chairs))
    seen = game.view(CONTENT, state, chair)
    world = imagine(CONTENT, seen, chair, Random(data.draw(SEEDS)))
    assert game.pending(world) is not None or world.over
    _played_on(CONTENT, world, 12, Feed(data.draw(st.binary(max_size=30))))


@given(st.data())
def test_what_everybody_sees_is_as_it_was(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT))
    chair, seed = state.queue[0].chair, data.draw(SEEDS)
    seen, again = (game.view(CONTENT, state, chair) for _ in range(2))
    world = imagine(CONTENT, seen, chair, Random(seed))
    index = index_of(CONTENT, state.scenario)
    shown = [p for p, owners in index.seen.items() if not owners or chair in owners]
    assert all(world.figures[path] == state.figures[path] for path in shown)
    assert world.queue[0] == state.queue[0]
    assert seen == again
    assert world == imagine(CONTENT, seen, chair, Random(seed))


@pytest.mark.parametrize("scenario", ["the_leak", "handshake_1975"])
def test_with_the_shipped_content_too(base: Content, scenario: str) -> None:
    chair = base.scenarios[scenario].chairs[0]
    state, _ = game.new_game(base, game.Setup(scenario, chair, 1))
    seen = game.view(base, state, chair)
    assert _played_on(base, imagine(base, seen, chair, Random(1)), 40, Feed(b"")).turn > 1


@given(states(CONTENT))
@settings(max_examples=20)
def test_a_view_itself_cant_be_played_on(state: State) -> None:
    seen = game.view(CONTENT, state, state.queue[0].chair)
    decision = next(o.decision for o in game.options(CONTENT, seen) if o.legal)
    with pytest.raises(game.UsageError, match=r"fill in the unknown with game\.imagine"):
        game.apply(CONTENT, seen, decision)


@given(states(CONTENT).filter(lambda s: s.queue[0].kind not in ("agenda", "table")))
@settings(max_examples=20)
def test_what_another_decides_in_secret_is_said_to_be_hidden(state: State) -> None:
    slot, chairs = state.queue[0], index_of(CONTENT, state.scenario).chairs
    other = next(chair for chair in chairs if chair != slot.chair)
    seen = game.view(CONTENT, state, other)
    if seen.queue[0].subject:
        return  # a signed deal that home is against is known to both
    with pytest.raises(game.UsageError, match=f"What {slot.chair} decides now is hidden"):
        game.options(CONTENT, seen)
    with pytest.raises(game.UsageError, match="is hidden in this view"):
        game.why_not(CONTENT, seen, game.Decision(slot.chair, seen.queue[0].kind, "x"))

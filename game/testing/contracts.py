"""What every player must keep to: legal, repeatable, blind to secrets, hands off the view."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random

from game.content.records import Content
from game.content.scoping import scoped
from game.players.base import Move, Player
from game.rules.decisions import Option
from game.rules.encoding import canonical
from game.rules.legality import options, why_not
from game.rules.setup import Setup, new_game
from game.rules.state import State, View
from game.rules.turn import apply
from game.rules.view import view
from game.testing.hidden import lookalike

SEEDS = (1, 2)


def check_player(
    content: Content,
    player_class: type[Player],
    seeds: Sequence[int] = SEEDS,
    most_decisions: int = 150,
) -> None:
    """Let a player play every chair of every scenario, and raise AssertionError where it errs.

    As in a session it is handed the content of the scenario's world alone.
    At each decision it must answer with a legal move, the same move for the same view and dice
    (a fresh player's too), the same for a state that differs only in what it can't see, and leave
    the view as it was. It needs words about itself for the roster.
    """
    assert player_class.name, f"{player_class.__name__} has no name for the roster"
    assert player_class.about, f"{player_class.name} says nothing about itself"
    for scenario in content.scenarios.values():
        for number, seed in enumerate(seeds):
            chair = scenario.chairs[number % len(scenario.chairs)]
            setup = Setup(scenario.id, chair, seed)
            _play(scoped(content, scenario.id), player_class, setup, most_decisions)


def _play(content: Content, player_class: type[Player], setup: Setup, most: int) -> None:
    state, _ = new_game(content, setup)
    player = player_class()
    for taken in range(most):
        if state.over:
            break
        state = apply(content, state, _checked(content, player, state, taken).decision).state


def _checked(content: Content, player: Player, state: State, taken: int) -> Move:
    """Return a player's move after looking at it from every side."""
    chair = state.queue[0].chair
    seen = view(content, state, chair)
    listed = options(content, seen)
    move = _untouched(content, player, seen, listed, taken)
    where = f"{player.name}, turn {state.turn}, {state.queue[0]}"
    reason = why_not(content, seen, move.decision)
    assert not reason, f"{where}: {move.decision} is illegal: {reason!s}"
    again = type(player)().decide(content, seen, listed, Random(taken))
    assert again == move, f"{where}: {again} the second time, {move} the first"
    other = view(content, lookalike(content, state, chair, Random(taken)), chair)
    blind = player.decide(content, other, options(content, other), Random(taken))
    assert blind == move, f"{where}: {blind} once hidden things were others, {move} before"
    return move


def _untouched(
    content: Content, player: Player, seen: View, listed: tuple[Option, ...], taken: int
) -> Move:
    """Return a player's move after making sure that it left the view alone."""
    before = canonical(seen)
    move = player.decide(content, seen, listed, Random(taken))
    assert canonical(seen) == before, f"{player.name} changed the view it was shown"
    return move

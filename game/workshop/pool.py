"""States to try cards in: every turn of some games of computer players, before its cards."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from game.content.records import Content, Event
from game.content.scoping import scoped
from game.rules.index import Index, index_of
from game.rules.phases.story import cast, eligible
from game.rules.setup import Setup
from game.rules.state import State
from game.workshop.staging import undealt, watched

PLAYERS = ("diplomat", "random", "hawk")
"""Who plays the games, one each: a calm one, a wild one, a tense one."""
MOST = 6
"""So many states are tried for each card."""


def pool(content: Content, scenario: str, players: Sequence[str] = PLAYERS) -> tuple[State, ...]:
    """Return the states in which the turns of some games began, each before its cards."""
    chair = content.scenarios[scenario].chairs[0]
    setup = Setup(scenario, chair, 1)
    found: list[State] = []
    for seed, player in enumerate(players, 1):
        session = watched(content, replace(setup, seed=seed), player)
        turn = 0
        while not session.over:
            if session.state.turn != turn:
                turn = session.state.turn
                found.append(undealt(content, session))
            session.play_one()
    return tuple(found)


def able(content: Content, states: Sequence[State], event: Event) -> list[State]:
    """Return some states in which an event can be dealt: those first where it comes by itself.

    They are spread over all there are; none where somebody is always missing for a role.
    """
    if not states:
        return []
    index = index_of(content, states[0].scenario)
    by_itself = [s for s in states if eligible(index, s, event) and in_time(index, s, event)]
    rest = [s for s in states if s not in by_itself and cast(index, s, event) is not None]
    return _spread(by_itself) or _spread(rest)


def in_time(index: Index, state: State, event: Event) -> bool:
    """Return whether an event may come up in a state's turn, as far as that hangs on days."""
    if event.weight:
        return event in index.drawn.get(state.turn, ())
    return not event.day or event in index.dated.get(state.turn, ())


def chairs_of(content: Content, scenario: str, event: Event) -> tuple[str, ...]:
    """Return the chairs of a scenario that have a desk of an event."""
    own = scoped(content, scenario)
    held = {desk.chair for desk in event.desks}
    return tuple(c for c in own.scenarios[scenario].chairs if c in held)


def _spread(states: Sequence[State]) -> list[State]:
    if len(states) <= MOST:
        return list(states)
    return [states[n * (len(states) - 1) // (MOST - 1)] for n in range(MOST)]

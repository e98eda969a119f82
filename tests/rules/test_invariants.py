"""What breaks a promise of the rules is found and named."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Unpack

import pytest

from game.rules.invariants import violations
from game.rules.state import Offer, Slot, State, Term
from tests.small import CONTENT
from tests.worlds import CrewFields, opening

GOOD = opening()
OFFER = Offer("o", "nasa", "esa", tuple(Term("ceremony", n, "nasa") for n in range(4)))


def _figures(**more: int) -> Callable[[State], State]:
    named = {name.replace("__", "."): value for name, value in more.items()}
    return lambda state: replace(state, figures={**state.figures, **named})


def _moved(place: str, ship: str) -> Callable[[State], State]:
    def spoil(state: State) -> State:
        anton = replace(state.crew["anton"], place=place, ship=ship)
        return replace(state, crew={**state.crew, "anton": anton})

    return spoil


def _felt(**more: Unpack[CrewFields]) -> Callable[[State], State]:
    def spoil(state: State) -> State:
        anton = replace(state.crew["anton"], **more)
        return replace(state, crew={**state.crew, "anton": anton})

    return spoil


def _crowded(state: State) -> State:
    ship = state.crew["anton"].ship
    crew = {name: replace(c, place="aboard", ship=ship) for name, c in state.crew.items()}
    return replace(state, crew=crew)


def _twice(state: State) -> State:
    flight = replace(state.manifest[0], crew=("anton", "anton"))
    return replace(state, manifest=(flight,))


SPOILT: tuple[tuple[Callable[[State], State], str], ...] = (
    (_figures(tension=101), "tension is 101, outside 0 to 100"),
    (_figures(nasa__mandate=99), "mandate of nasa"),
    (_figures(aboard=3), "aboard says 3 where the facts say"),
    (_figures(deal__engines=1), "deal.engines says 1"),
    (_moved("adrift", ""), "anton is nowhere: adrift"),
    (_moved("recovering", "soyuz_start_0"), "holds a seat in soyuz_start_0 without being aboard"),
    (_felt(fatigue=101), "the fatigue of anton is 101"),
    (_felt(until=9), "anton is aboard until day 9"),
    (_felt(learning="eva"), "anton is aboard and learns eva"),
    (_felt(learnt=(("ros", 2),)), "anton knows more of ros than there is to know"),
    (lambda s: replace(s, words={**s.words, "commander": ""}), "nobody commands 7 people"),
    (_crowded, "people in 3 seats"),
    (_twice, "somebody is booked twice"),
    (lambda s: replace(s, ending="peace"), "asked to decide after the end"),
    (lambda s: replace(s, queue=()), "nobody is asked to decide"),
    (lambda s: replace(s, queue=(Slot("card", "esa", "letter"),) * 3), "esa has 3 cards"),
    (lambda s: replace(s, offers=(OFFER,)), "offers and answers awaited don't match"),
    (lambda s: replace(s, offers=(OFFER,)), "more than 3 clauses a side"),
)


@pytest.mark.parametrize(("spoil", "said"), SPOILT)
def test_each_broken_promise_is_named(spoil: Callable[[State], State], said: str) -> None:
    assert not violations(CONTENT, GOOD)
    assert said in " / ".join(violations(CONTENT, spoil(GOOD)))

"""What a level changes: how much breaks, who sits in the other chairs, how patient they are."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest

from game.players.diplomat import Diplomat
from game.rules.dice import below
from game.rules.phases.hardware import BREAKAGE
from game.rules.setup import LEVELS, Setup
from game.rules.state import Offer, Slot, State, Term
from game.session import Session, seats_for
from tests.small import CONTENT
from tests.worlds import opening


def test_the_harder_the_level_the_more_breaks() -> None:
    chances = [BREAKAGE[level] for level in LEVELS]
    assert chances == sorted(chances) and chances[0] < chances[-1]
    rolls = [below(100, seed, "breakage", 1, "usos") for seed in range(500)]
    broken = [sum(roll < chance for roll in rolls) for chance in chances]
    assert broken[0] < broken[1] < broken[2]


@pytest.mark.parametrize(
    ("level", "player"), [("liaison", "diplomat"), ("director", "diplomat"), ("cold", "planner")]
)
def test_a_level_has_its_usual_player(level: str, player: str) -> None:
    seats = seats_for(CONTENT, Setup(next(iter(CONTENT.scenarios)), "nasa", 1, level))
    assert set(seats.values()) == {"person", player}


def _answered(state: State, level: str) -> str:
    state = replace(state, words={**state.words, "level": level})
    offer = state.offers[0]
    assert state.queue[0].subject == offer.id
    setup = Setup(state.scenario, "nasa", 1, level)
    session = Session(CONTENT, setup, seats_for(CONTENT, setup))
    session.states[-1] = state
    waiting = session.waiting_for()
    assert waiting is not None
    move = Diplomat().decide(CONTENT, session.view("esa"), waiting.options, Random(1))
    return move.decision.pick


def test_a_friendly_level_signs_a_little_below_the_line() -> None:
    state = opening()
    signed: list[tuple[bool, ...]] = []
    for amount in range(1, 60):
        offer = Offer("o", "roscosmos", "esa", (Term("alms", amount, "esa"),))
        asked = replace(state, offers=(offer,), queue=(Slot("answer", "esa", "o"),))
        picks = [_answered(asked, level) for level in ("liaison", "director")]
        signed.append(tuple(pick == "accept" for pick in picks))
    assert (True, False) in signed and (False, True) not in signed

"""Every player of the roster keeps the contract, and the contract catches who doesn't."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random, random

import pytest

from game.content.records import Content
from game.players import ROSTER, Move, Player, RandomPlayer
from game.rules.decisions import Decision, Option
from game.rules.state import State
from game.testing.contracts import check_player
from tests.small import CONTENT

FAR_SIGHTED = ("planner", "peacemaker")
THINKS = 8  # decisions that are enough to judge a player who looks far ahead


@pytest.mark.parametrize("name", sorted(ROSTER))
def test_every_player_keeps_the_contract(name: str) -> None:
    check_player(CONTENT, ROSTER[name], most_decisions=THINKS if name in FAR_SIGHTED else 150)


@pytest.mark.parametrize("name", sorted(ROSTER))
def test_and_with_the_shipped_content(base: Content, name: str) -> None:
    few = 2 if name in FAR_SIGHTED else 60
    check_player(base, ROSTER[name], seeds=(3,), most_decisions=few)


class _Cheat(RandomPlayer):
    name, about = "cheat", "breaks one rule or another"


class _Illegal(_Cheat):
    def decide(
        self, content: Content, seen: State, options: Sequence[Option], dice: Random
    ) -> Move:
        return Move(Decision(seen.queue[0].chair, "table", "dance"))


class _Fickle(_Cheat):
    def decide(
        self, content: Content, seen: State, options: Sequence[Option], dice: Random
    ) -> Move:
        return Move(super().decide(content, seen, options, dice).decision, str(random()))


class _Meddler(_Cheat):
    def decide(
        self, content: Content, seen: State, options: Sequence[Option], dice: Random
    ) -> Move:
        seen.figures["tension"] = 0
        return super().decide(content, seen, options, dice)


class _Remembers(_Cheat):
    """Counts how often it was asked, so that its second answer to a question is another."""

    def decide(
        self, content: Content, seen: State, options: Sequence[Option], dice: Random
    ) -> Move:
        self.asked = getattr(self, "asked", 0) + 1
        return Move(super().decide(content, seen, options, dice).decision, str(self.asked))


class _Nameless(_Cheat):
    name = ""


class _Mute(_Cheat):
    about = ""


@pytest.mark.parametrize(
    ("cheat", "said"),
    (
        (_Illegal, "is illegal"),
        (_Fickle, "the second time"),
        (_Meddler, "changed the view"),
        (_Remembers, "hidden things|the second time"),
        (_Nameless, "no name"),
        (_Mute, "says nothing"),
    ),
)
def test_the_contract_catches_cheats(cheat: type[Player], said: str) -> None:
    with pytest.raises(AssertionError, match=said):
        check_player(CONTENT, cheat)

"""Who may sit where: everybody there is, in every chair, and players of one's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from random import Random
from typing import Any, ClassVar

import pytest

from game.content.records import Content
from game.errors import SaveError, UsageError
from game.players import Move, Player, RandomPlayer
from game.rules.decisions import Option
from game.rules.setup import Setup
from game.rules.state import View
from game.session import PERSON, Session
from game.session.keeper import to_record
from game.session.keeping import branch, resume
from tests.small import CONTENT

SETUP = Setup("campaign", "nasa", 1)
OTHERS = {"roscosmos": "random", "esa": "random"}
WHEN = datetime(2022, 1, 1, tzinfo=UTC)
CHAIRS = CONTENT.scenarios["campaign"].chairs


class Mine(Player):
    """Takes the last thing that may be taken, and says so."""

    name: ClassVar[str] = "mine"
    about: ClassVar[str] = "takes the last thing that may be taken"

    def decide(self, content: Content, seen: View, options: Sequence[Option], dice: Random) -> Move:
        last = [option.decision for option in options if option.legal][-1]
        return Move(last, "It comes last.")


class Nameless(Mine):
    name = ""


class Impostor(Mine):
    name = "random"


class Person(Mine):
    name = PERSON


class Silent(Mine):
    name = "silent"

    def decide(self, *given: Any) -> Any:
        return None


class Vague(Mine):
    name = "vague"

    def decide(self, *given: Any) -> Any:
        return Move("end")  # type: ignore[arg-type]


def _played(seats: dict[str, str | Player]) -> Session:
    session = Session(CONTENT, SETUP, seats)
    while session.state.turn < 2:
        session.play_one()
    return session


def test_a_player_of_ones_own_plays_and_is_named() -> None:
    session = _played({"nasa": Mine(), **OTHERS})
    assert session.seats["nasa"] == "mine"
    told = {d.chair: r for d, r in zip(session.decisions, session.reasons, strict=True)}
    assert told["nasa"] == "It comes last." and not told["esa"]


def test_its_save_names_it_and_goes_on_with_it_alone() -> None:
    session = _played({"nasa": Mine(), **OTHERS})
    record = to_record(session, WHEN)
    assert record.seats == {"nasa": "mine", **OTHERS}
    with pytest.raises(SaveError, match="needs the player 'mine' for nasa, which isn't one of"):
        resume(CONTENT, record)
    resumed = resume(CONTENT, record, players=(Mine(),))
    assert not resumed.warnings and resumed.session.state == session.state
    assert isinstance(resumed.session.players["nasa"], Mine)
    assert isinstance(branch(CONTENT, record, "a", 1, (Mine(),)).players["nasa"], Mine)


@pytest.mark.parametrize(
    ("seats", "said"),
    (
        ({}, "Nobody sits for nasa, roscosmos, esa: "),
        ({"nasa": PERSON}, "Nobody sits for roscosmos, esa: "),
        ({"nasa": PERSON, **OTHERS, "mars": "random"}, "There is no chair 'mars'"),
        ({"nasa": "radnom", **OTHERS}, "no player 'radnom'; did you mean \"random\"?"),
        ({"nasa": Mine, **OTHERS}, "the class Mine can't sit for nasa"),
        ({"nasa": 3, **OTHERS}, "3 can't sit for nasa"),
        ({"nasa": Nameless(), **OTHERS}, "Nameless for nasa has no name"),
        ({"nasa": Impostor(), **OTHERS}, "is called 'random', as somebody else"),
        ({"nasa": Person(), **OTHERS}, "is called 'person', as somebody else"),
        ("nasa", "`seats` must be a Mapping, not 'nasa'"),
    ),
)
def test_seats_that_cant_be_taken_are_refused(seats: Any, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        Session(CONTENT, SETUP, seats)
    assert said in str(refused.value)


def test_the_rosters_own_may_be_given_as_they_are() -> None:
    assert _played({"nasa": RandomPlayer(), **OTHERS}).seats["nasa"] == "random"


def test_nobody_decides_for_a_person() -> None:
    session = Session(CONTENT, SETUP, dict.fromkeys(CHAIRS, PERSON))
    with pytest.raises(UsageError, match="now: submit a decision"):
        session.play_one()


@pytest.mark.parametrize(
    ("player", "said"),
    (
        (Silent(), "what the player 'silent' decides must be a Move, not None"),
        (Vague(), "the decision of the player 'vague' must be a Decision, not 'end'"),
    ),
)
def test_a_player_that_answers_with_no_move_is_told_so(player: Player, said: str) -> None:
    session = Session(CONTENT, SETUP, dict.fromkeys(CHAIRS, player))
    with pytest.raises(UsageError, match=said):
        session.play_one()

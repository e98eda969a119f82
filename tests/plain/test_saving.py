"""Line by line: a game that can't be saved goes on, and says so."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from game.errors import SaveError
from game.plain.console import Console
from game.plain.game import Game, play_new
from game.plain.wishes import Wishes
from game.saves.store import Store
from game.session import Session
from tests.plain.talk import talk, up_to
from tests.saves.games import SMALL
from tests.session.test_keeper import begun, full_disk, keeper_of

GOES_ON = "The game goes on all the same"


def _said(session: Session, *answers: str) -> str:
    return " ".join(talk(session, *answers).split())


def test_a_game_on_a_full_disk_goes_on_and_is_saved_once_there_is_room(tmp_path: Path) -> None:
    game = up_to(begun(tmp_path), "agenda")
    before = len(game.decisions)
    with full_disk(), pytest.raises(SaveError, match="No space left"):
        talk(game, "done", "save", "1")
    assert len(game.decisions) > before
    assert "saved again" in _said(game, "save", "quit")
    saved = Store(tmp_path).load(keeper_of(game).name)
    assert [taken.decision() for taken in saved.decisions] == game.decisions


def test_why_it_isnt_saved_is_said_once_and_leaving_is_asked(tmp_path: Path) -> None:
    game, heard = up_to(begun(tmp_path), "agenda"), io.StringIO()
    typed = io.StringIO("done\n1\nquit\nno\nquit\nyes\n")
    with full_disk(), pytest.raises(SaveError):
        Game(Console(typed, heard), game).play()
    said = " ".join(heard.getvalue().split())
    assert said.count(GOES_ON) == 1
    assert said.count("Leave all the same, and lose what isn't saved?") == 2


def test_an_iron_decision_that_cant_be_sealed_is_asked_again(tmp_path: Path) -> None:
    game, heard = up_to(begun(tmp_path, iron=True), "agenda"), io.StringIO()
    before = len(game.decisions)
    with full_disk():
        Game(Console(io.StringIO("done\ndone\n"), heard), game).play()
    assert heard.getvalue().count("The decision isn't taken") == 2
    assert len(game.decisions) == before


def test_a_game_with_nowhere_to_be_saved_says_so_first(tmp_path: Path) -> None:
    heard = io.StringIO()
    wishes = Wishes("brief", "nasa", "director", 1)
    with full_disk(), pytest.raises(SaveError):
        play_new(Console(io.StringIO(""), heard), SMALL, Store(tmp_path), wishes, "random")
    said = " ".join(heard.getvalue().split())
    assert 0 <= said.index("This game isn't saved.") < said.index("You are NASA")

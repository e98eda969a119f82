"""Cards that people have met: kept as they play, and carried into the next campaign's set-up."""

from __future__ import annotations

import io
from dataclasses import replace
from pathlib import Path

import pytest

from game.plain.console import Console
from game.plain.opening import ask_setup
from game.plain.wishes import Wishes
from game.rules.encoding import encode_state
from game.rules.setup import Setup, new_game
from game.saves import met
from game.saves.met import met_lately
from game.saves.store import Store
from game.session import PERSON, Session
from game.session.keeper import to_record
from game.session.keeping import go_on, start, verify
from game.session.meeting import cards_met
from tests.saves.games import NOON, SMALL, do_first
from tests.small import CAMPAIGN

BOTS = {"nasa": "random", "roscosmos": "random", "esa": "random"}
MET = ("letter", "parade")


def played(directory: Path, seats: dict[str, str], turn: int, setup: Setup) -> Session:
    """Return a game that saves itself, up to a turn."""
    game = start(SMALL, setup, seats, Store(directory))
    game.play_others()
    while game.state.turn < turn and not game.over:
        do_first(game)
        game.play_others()
    return game


def test_what_lay_on_a_persons_desk_is_kept_as_the_game_goes_on(tmp_path: Path) -> None:
    game = played(tmp_path, {**BOTS, "esa": PERSON}, 6, Setup(CAMPAIGN, "esa", 3))
    cards = cards_met(game)
    assert cards and met_lately(tmp_path) == tuple(sorted(cards))
    for card in cards:
        event = SMALL.events[card]
        assert event.weight and "esa" in {desk.chair for desk in event.desks}


def test_computer_players_meet_nothing(tmp_path: Path) -> None:
    game = start(SMALL, Setup(CAMPAIGN, "nasa", 3), BOTS, Store(tmp_path))
    game.play_others()
    assert game.over and met_lately(tmp_path) == ()


def test_a_game_goes_on_where_nothing_can_be_kept(tmp_path: Path) -> None:
    (tmp_path / met.DIRECTORY).write_text("in the way", encoding="utf-8")
    game = played(tmp_path, {**BOTS, "esa": PERSON}, 4, Setup(CAMPAIGN, "esa", 3))
    assert game.state.turn >= 4 and game.unsaved is None


def test_the_setup_carries_them_and_the_save_holds_them(tmp_path: Path) -> None:
    setup = Setup(CAMPAIGN, "esa", 3, met=(*MET, "from_another_pack"))
    game = played(tmp_path, {**BOTS, "esa": PERSON}, 4, setup)
    assert game.state.met == MET
    record = to_record(game, NOON)
    assert record.met == list(setup.met)
    again = verify(SMALL, record)
    assert again.setup == setup and again.state == game.state and again.chain == game.chain
    assert go_on(SMALL, Store(tmp_path), Store(tmp_path).latest()).session.state == game.state


def test_a_start_that_knows_of_none_is_as_it_was() -> None:
    plain, _ = new_game(SMALL, Setup(CAMPAIGN, "nasa", 3))
    knowing, _ = new_game(SMALL, Setup(CAMPAIGN, "nasa", 3, met=MET))
    assert plain.met == () and knowing.met == MET
    assert encode_state(replace(knowing, met=()))["seed"] == encode_state(plain)["seed"]


@pytest.mark.parametrize(("typed", "known"), [("", MET), ("7", ())])
def test_a_named_seed_begins_without_them(typed: str, known: tuple[str, ...]) -> None:
    console = Console(io.StringIO(f"{typed}\n"), io.StringIO())
    wishes = Wishes(scenario=CAMPAIGN, chair="nasa", level="director")
    assert ask_setup(console, SMALL, wishes, MET).met == known
    assert ask_setup(console, SMALL, replace(wishes, seed=5), MET).met == ()

"""The language spoken is only told: states, decisions, saves and computer players never know it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from game.content.languages.texts import in_language
from game.content.records import Content
from game.rules.messages import Message
from game.rules.setup import Setup
from game.saves.record import from_text, to_text
from game.session import Session
from game.session.keeper import to_record
from game.session.keeping import resume, verify
from game.text.language import speaking
from tests.pseudo import Pseudo, pseudo

NOON = datetime(2026, 1, 1, 12, tzinfo=UTC)
GAMES = (
    (Setup("handshake_1975", "nasa", 3), ("diplomat", "planner"), 99),
    (Setup("cold_snap_2022", "esa", 5, "cold", "seeded"), ("hawk", "diplomat", "random"), 7),
    (Setup("second_thaw", "nasa", 8), ("historical", "random", "diplomat"), 8),
)


def _played(content: Content, setup: Setup, players: tuple[str, ...], turns: int) -> Session:
    chairs = content.scenarios[setup.scenario].chairs
    session = Session(content, setup, dict(zip(chairs, players, strict=True)))
    while not session.over and session.state.turn <= turns:
        session.play_one()
    return session


@pytest.mark.parametrize(("setup", "players", "turns"), GAMES, ids=lambda one: str(one)[:30])
def test_the_same_game_is_played_and_saved_whatever_is_spoken(
    base: Content, setup: Setup, players: tuple[str, ...], turns: int
) -> None:
    english = _played(base, setup, players, turns)
    with speaking(Pseudo()):
        other = _played(in_language(base), setup, players, turns)
        saved = to_text(to_record(other, NOON))
    assert other.decisions == english.decisions
    assert other.chain == english.chain
    assert other.states == english.states
    assert other.reasons == english.reasons
    assert [page.changes for page in other.pages] == [page.changes for page in english.pages]
    assert saved == to_text(to_record(english, NOON))


def test_a_save_opens_in_every_language(base: Content) -> None:
    setup, players, _turns = GAMES[1]
    saved = to_text(to_record(_played(base, setup, players, 3), NOON))
    record = from_text(saved, "it")
    english = verify(base, record)
    with speaking(Pseudo()):
        content = in_language(base)
        other = resume(content, record)
        assert other.warnings == ()
        again = to_text(to_record(other.session, NOON))
    assert other.session.states == english.states
    assert again == to_text(to_record(english, NOON))


def test_what_people_are_offered_is_the_same_in_every_language(base: Content) -> None:
    setup, seats = Setup("handshake_1975", "nasa", 1), {"soviet_academy": "diplomat"}
    with speaking(Pseudo()):
        content = in_language(base)
        other = Session(content, setup, {"nasa": "person", **seats})
        waiting = other.waiting_for()
    english = Session(base, setup, {"nasa": "person", **seats})
    assert waiting == english.waiting_for()
    assert waiting is not None
    choice = waiting.options[0].decision
    assert other.preview(choice) == english.preview(choice)


def test_content_in_another_language_knows_the_one_it_was_made_of(base: Content) -> None:
    assert in_language(base) is base
    with speaking(Pseudo()):
        other = in_language(base)
        assert other.original is base
        assert in_language(other).original is base
    assert in_language(other) is base
    name = base.partners["esa"].city
    assert (other.partners["esa"].city, other.wordings[name]) == (pseudo(name), pseudo(name))
    assert other.partners["esa"].id == "esa"
    assert other.packs == base.packs


def test_no_reason_of_a_player_is_words(base: Content) -> None:
    with speaking(Pseudo()):
        played = _played(in_language(base), *GAMES[0][:2], 2)
    assert all(isinstance(reason, Message) for reason in played.reasons if reason)

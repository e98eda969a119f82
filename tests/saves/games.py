"""Games of the small world to save, and ways to spoil their files."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from game.content.records import Content, PackStamp
from game.rules.setup import Setup
from game.saves.record import Record, seal_of, to_text
from game.session import PERSON, Session, Waiting
from game.session.keeper import to_record
from tests.small import CAMPAIGN, CONTENT

NOON = datetime(2026, 11, 21, 12, 0, tzinfo=UTC)
CHAIRS = CONTENT.scenarios[CAMPAIGN].chairs


def noon() -> datetime:
    """Return the time that every save of the tests is made at."""
    return NOON


def stamped(rules: str = "a", text: str = "b", pack: str = "small") -> Content:
    """Return the small world as a pack with some hashes."""
    return replace(CONTENT, packs=(PackStamp(pack, "Small", "1.0", rules * 64, text * 64),))


SMALL = stamped()


def session(
    turns: int = 3, seed: int = 1, player: str = "random", content: Content = SMALL
) -> Session:
    """Return a game that computer players have played for so many turns."""
    game = Session(content, Setup(CAMPAIGN, CHAIRS[0], seed), dict.fromkeys(CHAIRS, player))
    while not game.over and game.state.turn <= turns:
        game.play_one()
    return game


def with_person(turns: int = 2) -> Session:
    """Return a game of a person who always does what comes first."""
    seats = dict.fromkeys(CHAIRS, "random") | {CHAIRS[0]: PERSON}
    game = Session(SMALL, Setup(CAMPAIGN, CHAIRS[0], 3), seats)
    while not game.over and game.state.turn <= turns:
        game.play_others()
        do_first(game)
    game.play_others()
    return game


def asked(game: Session) -> Waiting:
    """Return whose decision a game that isn't over waits for, about what, and the options."""
    waiting = game.waiting_for()
    assert waiting is not None
    return waiting


def do_first(game: Session) -> None:
    """Take the quietest option for whoever is waited for."""
    waiting = game.waiting_for()
    if waiting is not None:
        legal = [option.decision for option in waiting.options if option.legal]
        quiet = [d for d in legal if d.pick in ("end", "decline")]
        game.submit((quiet or legal)[0])


def record(turns: int = 3, **more: Any) -> Record:
    """Return a saved brief game."""
    return to_record(session(turns, **more), NOON)


def body_of(saved: Record) -> dict[str, Any]:
    """Return a record's file as JSON values, without its seal."""
    body: dict[str, Any] = json.loads(to_text(saved))
    del body["seal"]
    return body


def sealed(body: dict[str, Any]) -> str:
    """Return a file that has been changed by somebody who knows about seals."""
    return json.dumps({**body, "seal": seal_of(body)})


def write(path: Path, text: str) -> Path:
    """Write a file and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path

"""How a save says that its game stands, without opening it."""

from __future__ import annotations

from pathlib import Path

from game.content.scoping import scoped
from game.saves.glimpse import glimpse
from game.saves.record import to_text
from game.saves.store import Store
from game.session.keeper import to_record
from tests.saves.games import CHAIRS, NOON, SMALL, with_person, write
from tests.small import CAMPAIGN


def test_a_save_is_seen_as_it_stands_with_who_plays_it(tmp_path: Path) -> None:
    store, game = Store(tmp_path), with_person()
    write(tmp_path / "one.json", to_text(to_record(game, NOON)))
    seen = glimpse(SMALL, store, "one")
    assert seen is not None
    assert seen.state == game.state and seen.people == (CHAIRS[0],)
    assert seen.content == scoped(SMALL, CAMPAIGN)


def test_of_what_cannot_be_played_nothing_is_seen(tmp_path: Path) -> None:
    write(tmp_path / "bad.json", "{")
    assert glimpse(SMALL, Store(tmp_path), "bad") is None
    assert glimpse(SMALL, Store(tmp_path), "none") is None

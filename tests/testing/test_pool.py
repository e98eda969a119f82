"""Late places come from games that were played once, and are kept by what they were made of."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from game.rules.encoding import digest
from game.rules.setup import new_game
from game.rules.turn import apply
from game.testing import pool as pools
from game.testing import shelf
from game.testing.pool import kept, pool
from tests.small import BRIEF, CAMPAIGN, CONTENT


@pytest.fixture
def apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a directory for kept games in which there are none."""
    monkeypatch.setenv(shelf.VARIABLE, str(tmp_path / "games"))
    return tmp_path / "games"


def test_every_turn_and_every_kind_has_a_place() -> None:
    found = pool(CONTENT, CAMPAIGN)
    assert list(found.by_turn) and set(found.by_turn) == set(range(1, 9))
    assert {"card", "dilemma", "agenda", "table", "answer", "counter"} <= set(found.by_kind)
    assert repr(found) == "pool(content, 'campaign')"


def test_a_place_is_where_its_decisions_lead() -> None:
    for taken in (0, 7, 41):
        start = kept(CONTENT, CAMPAIGN, 0, taken)
        state, _ = new_game(CONTENT, start.setup)
        for decision in start.before:
            state = apply(CONTENT, state, decision).state
        assert len(start.before) == taken and digest(state) == digest(start.state)
        assert repr(start) == f"kept(content, 'campaign', 0, {taken})"


def test_games_are_played_once_and_again_when_content_has_changed(
    apart: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = replace(CONTENT)
    played = pool(content, BRIEF)
    (file,) = apart.glob("*.json")
    monkeypatch.setattr(pools, "play", lambda *_, **__: pytest.fail("they were kept"))
    again = pool(replace(CONTENT), BRIEF)
    assert [game.kept for game in again.games] == [game.kept for game in played.games]
    milder = replace(CONTENT, flags={**CONTENT.flags, "calls": 1})
    with pytest.raises(pytest.fail.Exception, match="they were kept"):
        pool(milder, BRIEF)
    assert list(apart.glob("*.json")) == [file]


@pytest.mark.parametrize("damage", [b"", b"[]", b"{", b"[1]", b"\xff"])
def test_a_damaged_file_is_made_anew(apart: Path, damage: bytes) -> None:
    played = pool(replace(CONTENT), BRIEF)
    (file,) = apart.glob("*.json")
    whole = file.read_bytes()
    file.write_bytes(damage)
    again = pool(replace(CONTENT), BRIEF)
    assert len(again.games) == len(played.games)
    assert file.read_bytes() == whole


def test_games_that_lead_elsewhere_are_played_anew(apart: Path) -> None:
    played = pool(replace(CONTENT), BRIEF)
    (file,) = apart.glob("*.json")
    file.write_bytes(file.read_bytes().replace(played.games[0].kept.end.encode(), b"0" * 64))
    again = pool(replace(CONTENT), BRIEF)
    assert again.games[0].kept.end == played.games[0].kept.end


def test_nothing_is_kept_where_it_is_turned_off(
    apart: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(shelf.VARIABLE, "off")
    assert pool(replace(CONTENT), BRIEF).games and not apart.exists()
    monkeypatch.delenv(shelf.VARIABLE)
    monkeypatch.setenv("HANDSHAKE_CACHE", str(apart))
    assert shelf.directory() == apart / "games"
    monkeypatch.setenv("HANDSHAKE_CACHE", "off")
    assert shelf.directory() is None


def test_the_oldest_go_first(apart: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelf, "MOST_FILES", 2)
    for calls in range(4):
        pool(replace(CONTENT, flags={**CONTENT.flags, "calls": calls}), BRIEF)
    assert len(list(apart.glob("*.json"))) == 2

"""Saves go out of the page and into it as the files of the terminal's game."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.saves.record import to_text
from game.saves.store import Store
from game.session.keeper import to_record
from game.web.page import files
from tests.saves.games import NOON, with_person

SAVE = to_text(to_record(with_person(), NOON))


def test_a_save_goes_in_and_out_unchanged(saves: Path) -> None:
    assert "kept, as mine" in files.brought("mine.json", SAVE)
    assert files.kept() == ["mine"]
    assert files.text_of("mine") == SAVE
    assert Store(saves).load("mine").decisions


def test_a_save_takes_no_other_ones_name(saves: Path) -> None:
    for name in ("mine", "mine-2", "mine-3"):
        assert f"as {name}" in files.brought("mine.json", SAVE)
    assert "as sample-2" in files.brought("sample.json", SAVE)
    assert sorted(files.kept()) == ["mine", "mine-2", "mine-3", "sample-2"]


@pytest.mark.parametrize("name", ["notes.json", "../mine.json", "con.json", ""])
def test_what_is_no_save_or_has_no_name_is_left_out_and_told(saves: Path, name: str) -> None:
    text = "{}" if name == "notes.json" else SAVE
    assert "is not kept" in files.brought(name, text)
    assert not files.kept()


def test_the_store_has_bounds(saves: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "room for" in files.brought("mine.json", SAVE + " " * files.MOST_LETTERS)
    monkeypatch.setattr(files, "MOST_SAVES", 1)
    files.brought("mine.json", SAVE)
    assert "room for" in files.brought("yours.json", SAVE)


def test_a_save_is_removed(saves: Path) -> None:
    files.brought("mine.json", SAVE)
    Store(saves).earlier.keep("mine", 3, SAVE)
    assert "is removed" in files.removed("mine")
    assert not files.kept() and not Store(saves).earlier.turns("mine")
    assert "still there" in files.removed("../mine")

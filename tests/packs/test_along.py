"""A save's packs that are kept and not enabled come along; nothing else does."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.cached import load_content
from game.packs import along
from game.packs.along import taken_along
from game.packs.places import OFF, VARIABLE
from game.record import replace
from game.saves.record import PackMark, Record
from game.saves.store import Store
from game.tui.library import Library
from tests.packs.conftest import pack
from tests.saves.games import SMALL, record


@pytest.fixture(autouse=True)
def beside(directory: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the folder of the game's own packs."""
    monkeypatch.setattr(along, "content_root", lambda: tmp_path / "small" / "content")
    return tmp_path / "small" / "content"


def made_with(*ids: str, version: str = "1.0") -> Record:
    marks = [PackMark(id_, f"{id_} of old", version, "a", "b") for id_ in ids]
    return replace(record(0), packs=marks)


def test_a_pack_that_is_kept_comes_along_and_that_is_told(directory: Path) -> None:
    pack(directory, "tea", "1.1")
    content = load_content()
    wider, (told,) = taken_along(content, made_with("base", "tea", "gone"), ())
    assert [one.id for one in wider.packs] == ["base", "tea"]
    assert "tea of old (tea), which isn't enabled: version 1.1 has come along" in told
    assert "`--no-packs` goes on without" in told


def test_of_several_the_one_of_the_same_version_comes(directory: Path, beside: Path) -> None:
    for place, version in ((directory, "1.0"), (beside, "2.0")):
        pack(place, "tea", version)
    for version in ("1.0", "2.0"):
        wider, _told = taken_along(load_content(), made_with("tea", version=version), ())
        assert wider.packs[-1].version == version


def test_those_that_are_played_with_stay(directory: Path, tmp_path: Path) -> None:
    pack(directory, "tea")
    given = (pack(tmp_path, "milk"),)
    content = load_content(given)
    assert taken_along(content, made_with("milk"), given) == (content, ())
    wider, _told = taken_along(content, made_with("tea"), given)
    assert {one.id for one in wider.packs} == {"base", "milk", "tea"}


def test_nothing_comes_where_packs_are_off_or_none_is_kept(
    directory: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    content = load_content()
    assert taken_along(content, made_with("tea"), ()) == (content, ())
    pack(directory, "tea")
    monkeypatch.setenv(VARIABLE, OFF)
    assert taken_along(content, made_with("tea"), ()) == (content, ())


def test_one_that_cant_be_played_with_stays_and_says_why(directory: Path) -> None:
    (pack(directory, "tea") / "more.yaml").write_text("- flag: odd\n")
    content = load_content()
    same, (told,) = taken_along(content, made_with("tea"), ())
    assert same is content
    assert "kept, but can't be played with: tea of old." in told
    assert "E023" in told


def test_the_screen_tells_what_has_come_along(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = Store(tmp_path / "saves").create(record())
    monkeypatch.setattr(along, "taken_along", lambda *_a, **_k: (SMALL, ("Tea has come along.",)))
    library = Library(SMALL, tmp_path / "saves")
    assert "Tea has come along." in library.load_told(name)[1]


def test_a_save_of_packs_that_arent_loaded_isnt_shown_before_it_is_ready(tmp_path: Path) -> None:
    saves = Store(tmp_path / "saves")
    names = [saves.create(replace(record(), packs=packs)) for packs in ([], made_with("tea").packs)]
    library = Library(SMALL, tmp_path / "saves")
    assert [library.glimpse(name) is not None for name in names] == [True, False]

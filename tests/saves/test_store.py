from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from game.errors import ChangedMeanwhile, SaveError
from game.saves import locking, places
from game.saves.record import Record, to_text
from game.saves.store import Store
from game.web.page.alone import Alone
from tests.saves.games import record, write

SAVED = record(1)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path / "saves")


def _files(store: Store) -> int:
    """Return how many files there are, but for the lock, which is empty and stays."""
    return len([path for path in store.directory.iterdir() if path.name != locking.NAME])


def test_a_new_game_gets_a_name_of_its_own(store: Store) -> None:
    assert store.create(SAVED) == "campaign-nasa-2026-11-21-0001"
    assert store.create(SAVED) == "campaign-nasa-2026-11-21-0002"
    assert store.load("campaign-nasa-2026-11-21-0002") == SAVED


@pytest.mark.parametrize("content", ["", "{", '{"format": 99, "snapshot": {}}', "hello"])
def test_a_file_that_cant_be_read_is_never_overwritten(store: Store, content: str) -> None:
    foreign = write(store.directory / "campaign-nasa-2026-11-21-0001.json", content)
    assert store.create(SAVED) == "campaign-nasa-2026-11-21-0002"
    assert foreign.read_text(encoding="utf-8") == content


def test_a_save_goes_over_its_own_earlier_one(store: Store) -> None:
    name = store.create(SAVED)
    later = record(2)
    assert store.replace(name, later, store.open(name).seen) == store.open(name).seen
    assert store.load(name) == later
    assert _files(store) == 1


def test_a_save_that_somebody_else_has_changed_is_left_alone(store: Store) -> None:
    name = store.create(SAVED)
    mine = store.open(name).seen
    store.replace(name, record(2), mine)
    with pytest.raises(ChangedMeanwhile):
        store.replace(name, record(3), mine)
    assert store.load(name) == record(2)


def test_a_save_that_was_removed_is_written_again(store: Store) -> None:
    name = store.create(SAVED)
    seen = store.open(name).seen
    store.path(name).unlink()
    store.replace(name, record(2), seen)
    assert store.load(name) == record(2)


def test_a_failed_write_leaves_the_old_save_and_nothing_else(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = store.create(SAVED)

    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(SaveError, match=r"No space left.*HANDSHAKE_SAVES"):
        store.replace(name, record(2), store.open(name).seen)
    assert store.load(name) == SAVED
    assert _files(store) == 1


def test_a_file_system_without_links_will_do(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, target: Path) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)
    name = store.create(SAVED)
    assert store.load(name) == SAVED
    assert _files(store) == 1


def test_somebody_elses_name_in_the_same_moment_is_left_alone(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = store.create(SAVED)
    monkeypatch.setattr(Path, "exists", lambda self: False)
    assert store.create(record(2)) != first
    assert store.load(first) == SAVED


def _at(hour: int) -> Record:
    return replace(SAVED, saved_at=f"2026-11-21T{hour:02d}:00:00+00:00")


def test_entries_are_the_latest_first_by_their_own_time(store: Store) -> None:
    new, old = store.create(_at(9)), store.create(_at(7))
    os.utime(store.path(old), (9e9, 9e9))
    broken = write(store.directory / "broken.json", "{")
    os.utime(broken, (2, 2))
    entries = list(store.entries())
    assert [entry.name for entry in entries] == [new, old, "broken"]
    assert "broken.json" in entries[2].problem
    assert entries[2].record is None


def test_a_damaged_save_keeps_its_place_among_the_others(store: Store) -> None:
    names = [store.create(_at(hour)) for hour in (5, 6, 7)]
    path = store.path(names[1])
    path.write_text(path.read_text(encoding="utf-8")[:-20], encoding="utf-8")
    assert [entry.name for entry in store.entries()] == names[::-1]


def test_the_latest_is_the_latest_that_can_be_played(store: Store) -> None:
    name = store.create(SAVED)
    write(store.directory / "broken.json", to_text(_at(20))[:-20])
    write(store.directory / "sample.json", to_text(_at(22)))
    assert store.latest() == name


def test_no_save_at_all_says_how_to_get_one(store: Store) -> None:
    with pytest.raises(SaveError, match="handshake new"):
        store.latest()


def test_a_wrong_name_gets_a_hint(store: Store) -> None:
    store.create(SAVED)
    with pytest.raises(SaveError, match='did you mean "campaign-nasa-2026-11-21-0001"'):
        store.load("campaign-nasa-2026-11-21-001")


@pytest.mark.parametrize("name", ["", "../up", ".hidden", "a/b", "a\0b"])
def test_a_name_stays_in_its_directory(store: Store, name: str) -> None:
    with pytest.raises(SaveError, match="can't be the name"):
        store.load(name)


def test_a_file_elsewhere_can_be_named(store: Store, tmp_path: Path) -> None:
    path = write(tmp_path / "elsewhere.json", to_text(SAVED))
    assert store.load(str(path)) == SAVED


def test_what_is_no_text_is_refused(store: Store) -> None:
    write(store.directory / "bytes.json", "").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(SaveError, match="isn't a text"):
        store.load("bytes")


def test_only_forgotten_unfinished_files_are_swept(store: Store) -> None:
    fresh = write(store.directory / ".a.1.tmp", "")
    forgotten = write(store.directory / ".b.2.tmp", "")
    os.utime(forgotten, (1, 1))
    Store(store.directory)
    assert fresh.exists()
    assert not forgotten.exists()


def test_the_directory_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(places.VARIABLE, str(tmp_path))
    assert places.save_directory() == tmp_path


def test_a_checkout_keeps_its_own_saves(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(places.VARIABLE, raising=False)
    found = places.save_directory()
    assert found.name == "saves"
    assert (found.parent / "pyproject.toml").is_file()


def test_an_installed_game_keeps_them_with_the_user(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv(places.VARIABLE, raising=False)
    monkeypatch.setattr(places, "__file__", str(tmp_path / "lib" / "game" / "saves" / "places.py"))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    found = places.save_directory()
    assert found.name == "saves"
    assert "orbital-handshake" in found.parts


def test_where_the_browser_guards_saves_no_lock_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as page:
        page.setattr(locking.Lock, "guard", Alone)
        lock = locking.Lock(tmp_path / "saves")
        with lock.held(), lock.held():
            assert lock.directory.is_dir()
        assert not list(lock.directory.iterdir())
    with locking.Lock(lock.directory).held():
        assert (lock.directory / locking.NAME).exists()


def test_saves_that_cannot_be_listed_are_told_with_why_and_the_way_out(tmp_path: Path) -> None:
    directory = write(tmp_path / "saves", "a file")
    told = f"The saved games in {directory} can't be listed: Not a directory. Mend that, or name "
    with pytest.raises(SaveError) as refused:
        list(Store(directory).entries())
    assert str(refused.value).startswith(told)

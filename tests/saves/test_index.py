"""The index of saves: each in short, read again only once its file has changed."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from game.errors import SaveError
from game.saves import index
from game.saves.files import write_over
from game.saves.store import Store
from game.session.keeper import to_record
from tests.saves.games import NOON, with_person


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Return a store with two saves."""
    made = Store(tmp_path)
    made.create_as("one", to_record(with_person(1), NOON))
    made.create_as("two", to_record(with_person(2), NOON))
    return made


def _reads(store: Store, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the names of the saves that listing reads."""
    read: list[str] = []
    real = Store._read

    def counted(self: Store, path: Path) -> str:
        read.append(path.stem)
        return real(self, path)

    monkeypatch.setattr(Store, "_read", counted)
    store.listed()
    monkeypatch.setattr(Store, "_read", real)
    return sorted(read)


def test_only_what_has_changed_is_read_again(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _reads(store, monkeypatch) == ["one", "two"]
    assert _reads(store, monkeypatch) == []
    os.utime(tmp_path / "one.json", ns=(1, 1))
    assert _reads(store, monkeypatch) == ["one"]
    (tmp_path / "two.json").unlink()
    assert _reads(store, monkeypatch) == [] and [one.name for one in store.listed()] == ["one"]
    kept = json.loads((tmp_path / index.DIRECTORY / index.FILE).read_text())
    assert list(kept["saves"]) == ["one"]


def test_it_says_what_the_saves_say(store: Store) -> None:
    for _ in range(2):  # first from the saves, then from what is kept
        found = {one.name: one.summary for one in store.listed()}
        for name, summary in found.items():
            record = store.load(name)
            assert summary is not None
            assert (summary.scenario, summary.chair) == (record.scenario, record.chair)
            assert summary.turn == record.snapshot["turn"]
            assert summary.figures["tension"] == record.snapshot["figures"]["tension"]
            assert {one.chair for one in summary.latest} <= {record.chair}


def test_what_is_damaged_is_listed_with_its_problem_and_read_once(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "three.json").write_text("{}")
    assert "isn't a saved game" in next(x.problem for x in store.listed() if x.name == "three")
    assert _reads(store, monkeypatch) == []
    assert "isn't a saved game" in next(x.problem for x in store.listed() if x.name == "three")


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{", '{"saves": 3}', '{"saves": {"one": {"size": "x", "time": 1}}}', "[" * 9999],
)
def test_a_damaged_index_is_made_anew(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, text: str
) -> None:
    store.listed()
    write_over(tmp_path / index.DIRECTORY / index.FILE, text)
    assert _reads(store, monkeypatch) == ["one", "two"]
    assert _reads(store, monkeypatch) == []


def test_where_it_can_t_be_written_everything_is_listed_all_the_same(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise SaveError("The disk is full.")

    monkeypatch.setattr(index, "write_over", full)
    assert len(store.listed()) == 2 and _reads(store, monkeypatch) == ["one", "two"]

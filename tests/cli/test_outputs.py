"""Files that a player names: nothing of anybody's is written over by a slip."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from game.cli import auto
from game.saves.record import to_text
from game.saves.store import Store
from game.session.keeper import to_record
from tests.cli.conftest import Run
from tests.saves.games import NOON, with_person, write

MINE = to_record(with_person(), NOON)


@pytest.fixture
def told(run: Run, saves: Path) -> Run:
    """Return a function that writes the report of a saved run."""
    write(saves / "mine.json", to_text(MINE))
    return lambda *words: run("report", "mine", *words)


@pytest.mark.parametrize("kind", ["md", "html"])
def test_a_report_replaces_one_of_its_own_and_keeps_its_mode(
    told: Run, tmp_path: Path, kind: str
) -> None:
    out = tmp_path / "run"
    words = ("--format", kind, "--out", str(out))
    assert told(*words).status == 0
    out.chmod(0o640)
    text = out.read_text(encoding="utf-8")
    out.write_text(f"{text}more", encoding="utf-8")
    assert told(*words).status == 0
    assert out.read_text(encoding="utf-8") == text
    assert out.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("text", ["", "My notes", "# Orbital Handshake: my notes on it", "{}"])
def test_another_file_is_replaced_only_by_force(told: Run, tmp_path: Path, text: str) -> None:
    out = write(tmp_path / "notes.md", text)
    refused = told("--out", str(out))
    assert refused.status == 2
    assert "already" in refused.err
    assert out.read_text(encoding="utf-8") == text
    assert told("--out", str(out), "--force").status == 0
    assert out.read_text(encoding="utf-8").startswith("# Orbital Handshake")


def test_a_save_is_never_replaced_whatever_it_is_called(told: Run, tmp_path: Path) -> None:
    out = write(tmp_path / "run.md", to_text(MINE))
    assert told("--out", str(out), "--force").status == 2
    assert out.read_text(encoding="utf-8") == to_text(MINE)


def test_no_link_is_followed_or_replaced(told: Run, tmp_path: Path) -> None:
    for kept in (write(tmp_path / "mine.md", ""), tmp_path / "nowhere"):
        link = tmp_path / f"link_to_{kept.name}"
        link.symlink_to(kept)
        assert told("--out", str(link), "--force").status == 2
        assert link.is_symlink()
    assert not (tmp_path / "nowhere").exists()


def test_a_folder_that_isnt_there_is_not_made(told: Run, tmp_path: Path) -> None:
    assert told("--out", str(tmp_path / "new" / "run.md")).status == 2
    assert not (tmp_path / "new").exists()


def test_a_folder_that_may_not_be_looked_at_gets_a_sentence(
    told: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.lstat
    closed = tmp_path / "closed"

    def lstat(path: Path, **options: object) -> os.stat_result:
        if str(path).startswith(str(closed)):
            raise PermissionError(13, "Permission denied", str(path))
        return real(path)

    monkeypatch.setattr(Path, "lstat", lambda self: lstat(self))
    ran = told("--out", str(closed / "run.md"))
    assert ran.status == 2
    assert "Permission denied" in ran.err


def test_a_measurement_goes_over_no_save(run: Run, saves: Path) -> None:
    save = write(saves / "mine.json", to_text(MINE))
    for option in ("--json", "--rows"):
        ran = run("lab", "--games", "1", option, str(save))
        assert ran.status == 2
        assert save.read_text(encoding="utf-8") == to_text(MINE)


@pytest.mark.parametrize(
    "name", ["mine", "a/b", "con", "x:y", "end.", "a\x1b[31m", "n" * 150, " a"]
)
def test_a_bad_name_is_refused_before_a_game_is_played(
    run: Run, saves: Path, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    write(saves / "mine.json", to_text(MINE))

    def play(*arguments: object) -> None:
        raise AssertionError("a game was played")

    monkeypatch.setattr(auto, "play", play)
    monkeypatch.setattr("game.session.keeping.verify", play)
    assert run("auto", "--scenario", "brief", "--save", name).status == 1
    assert run("branch", "mine", "--turn", "1", "--save", name).status == 1


def test_saves_that_can_not_be_listed_are_not_none(
    run: Run, saves: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    saves.mkdir()

    def closed(self: Path) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "iterdir", closed)
    ran = run("list", "saves")
    assert ran.status == 1
    assert "Permission denied" in ran.err


def test_a_save_keeps_its_mode(saves: Path) -> None:
    store = Store(saves)
    name = store.create(MINE)
    store.path(name).chmod(0o600)
    store.replace(name, replace(MINE, hindsight=True), store.open(name).seen)
    assert store.path(name).stat().st_mode & 0o777 == 0o600

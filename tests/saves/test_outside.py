"""Files that whoever plays names: what may be written over, and what is said of the rest."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from game.errors import UsageError
from game.saves.outside import write_out
from game.saves.record import to_text
from tests.saves.games import record, write


def _ours(text: str) -> bool:
    return text.startswith("ours")


def _refused(path: Path, force: bool = False) -> str:
    before = path.read_bytes() if path.is_file() else b""
    with pytest.raises(UsageError) as refused:
        write_out(path, "ours too", _ours, force)
    assert not path.is_file() or path.read_bytes() == before
    return str(refused.value)


def test_a_new_file_is_written_and_what_is_ours_written_over(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    for text in ("ours", "ours again"):
        write_out(path, text, _ours)
        assert path.read_text(encoding="utf-8") == text


def test_what_is_not_ours_is_written_over_by_force_alone(tmp_path: Path) -> None:
    path = write(tmp_path / "a.txt", "theirs")
    assert (
        _refused(path) == f"{path} is there already, and wasn't written by this; name another file."
    )
    write_out(path, "ours", _ours, force=True)
    assert path.read_text(encoding="utf-8") == "ours"


def test_a_saved_game_is_never_written_over(tmp_path: Path) -> None:
    path = write(tmp_path / "a.json", to_text(record(1)))
    said = f"{path} is a saved game; nothing is written over it."
    assert (_refused(path), _refused(path, force=True)) == (said, said)


def test_what_is_no_file_is_told_as_what_it_is(tmp_path: Path) -> None:
    assert _refused(tmp_path) == f"'{tmp_path}' is a folder; name another file."
    os.mkfifo(tmp_path / "pipe")
    said = "is a link, a device or a pipe; nothing is written over it."
    assert _refused(tmp_path / "pipe", force=True) == f"{tmp_path / 'pipe'} {said}"

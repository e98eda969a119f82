"""Files as they are written: whole, and readable again whatever the text."""

from __future__ import annotations

from pathlib import Path

from game.saves.files import read, write_new, write_over


def test_half_a_letter_is_written_as_the_escape_that_json_has_for_it(tmp_path: Path) -> None:
    assert write_new(tmp_path / "a.json", '"\ud800"')
    assert read(tmp_path / "a.json") == '"\\ud800"'
    write_over(tmp_path / "a.json", '"\udcff"')
    assert read(tmp_path / "a.json") == '"\\udcff"'

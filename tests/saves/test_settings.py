from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.saves.settings import (
    VARIABLE,
    Settings,
    keep_keys,
    keep_setting,
    keep_theme,
    load_settings,
    settings_file,
)


def test_without_a_file_nothing_is_set(tmp_path: Path) -> None:
    assert load_settings(tmp_path / "none.json") == Settings()


def test_the_file_can_be_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv(VARIABLE, str(tmp_path / "mine.json"))
    assert settings_file() == tmp_path / "mine.json"
    monkeypatch.delenv(VARIABLE)
    assert settings_file().name == "settings.json"


def test_a_theme_is_kept_beside_everything_else(tmp_path: Path) -> None:
    path = tmp_path / "new" / "settings.json"
    keep_theme(path, "orbit")
    path.write_text(json.dumps({"theme": "orbit", "keys": {"undo": "z"}, "later": 1}))
    keep_theme(path, "colour-safe")
    assert load_settings(path) == Settings("colour-safe", {"undo": "z"})
    assert json.loads(path.read_text())["later"] == 1


def test_keys_are_kept_beside_everything_else(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    keep_theme(path, "orbit")
    keep_keys(path, {"undo": "z"})
    assert load_settings(path) == Settings("orbit", {"undo": "z"})


@pytest.mark.parametrize("text", ["{", "[1]", "\udcff", "{" * 90_000, '{"a": '])
def test_a_damaged_file_is_told_of_and_put_aside(tmp_path: Path, text: str) -> None:
    path = tmp_path / "settings.json"
    path.write_bytes(text.encode("utf-8", "surrogateescape"))
    found = load_settings(path)
    assert (found.theme, found.keys) == ("", {})
    assert str(path) in found.problem
    keep_theme(path, "orbit")
    assert load_settings(path) == Settings("orbit")
    assert (tmp_path / "settings.json.damaged").exists()


def test_which_scenes_are_shown_is_kept_and_nonsense_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    keep_setting(path, "scenes", "great")
    assert load_settings(path) == Settings(scenes="great")
    path.write_text('{"scenes": ["none"]}')
    assert load_settings(path).scenes == "all"
    assert "all, great or none" in load_settings(path).problem


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ('{"theme": 1}', "the theme must be a name."),
        ('{"keys": {"undo": 1}}', "keys must be names with a key each."),
        ('{"keys": []}', "keys must be names with a key each."),
        ('{"scenes": "many"}', "scenes are all, great or none."),
        ('{"language": 1}', "the language must be a code or a file."),
        ('{"speech": "loud"}', "speech is terse, normal or full."),
        ('{"animation": 1}', "animation is full or none."),
    ],
)
def test_what_is_of_the_wrong_kind_is_left_out_and_told(
    tmp_path: Path, text: str, said: str
) -> None:
    path = tmp_path / "settings.json"
    path.write_text(text)
    assert load_settings(path) == Settings(problem=f"{path}: {said}")


def test_a_number_that_is_far_too_long_is_told(tmp_path: Path) -> None:
    path = tmp_path / "settings.json"
    path.write_text(f'{{"a": {"9" * 5000}}}')
    assert "a number in it is far too long" in load_settings(path).problem

"""Keys that a player has changed, and the colours that are remembered."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from game.saves.settings import load_settings, settings_file
from game.tui.app import Handshake
from game.tui.keymap import KEYMAP, usable
from game.tui.screens.keys import MEANINGS, Keys
from game.tui.screens.pages import Crew
from tests.tui.conftest import Opener


def write(**settings: object) -> Path:
    path = settings_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(settings))
    return path


def test_every_key_that_can_be_changed_is_in_the_help() -> None:
    assert set(KEYMAP.values()) <= set(MEANINGS)
    assert len(set(KEYMAP.values())) == len(KEYMAP)


@pytest.mark.parametrize(
    ("wanted", "said"),
    [
        ({"undoo": "z"}, 'did you mean "undo"'),
        ({"undo": "1"}, "has a use everywhere"),
        ({"undo": "enter"}, "has a use everywhere"),
        ({"undo": "zz"}, "isn't a key"),
        ({"undo": ""}, "isn't a key"),
        ({"undo": "c"}, "can't both be"),
        ({"undo": "z", "crew": "z"}, "can't both be"),
    ],
)
def test_what_cant_be_changed_is_explained(wanted: dict[str, str], said: str) -> None:
    found, problems = usable(wanted)
    assert found == {}
    assert said in " ".join(problems)


def test_keys_can_be_swapped() -> None:
    assert usable({"undo": "c", "crew": "u"}) == ({"undo": "c", "crew": "u"}, [])


async def test_changed_keys_work_and_are_named(opened: Opener) -> None:
    write(keys={"crew": "z", "keys": "f1", "undo": "c"})
    async with opened("nasa") as screen:
        await screen.keys("enter")
        assert "z crew" in screen.text and "c crew" not in screen.text
        await screen.keys("z")
        assert isinstance(screen.app.screen, Crew)
        await screen.keys("z")
        assert screen.at_desk()
        await screen.keys("1", "enter")
        taken = len(screen.play.session.decisions)
        await screen.keys("c")
        assert len(screen.play.session.decisions) < taken
        await screen.keys("f1")
        assert isinstance(screen.app.screen, Keys)
        assert "settings" in screen.app.screen.words._text.plain


async def test_a_setting_that_cant_be_used_is_told_and_the_game_goes_on(opened: Opener) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text("{")
    async with opened("nasa") as screen:
        assert any("settings" in note.message for note in screen.app._notifications)
        await screen.keys("enter")
        assert "What do you do?" in screen.text


async def test_a_theme_is_remembered(opened: Opener) -> None:
    async with opened() as screen:
        assert isinstance(screen.app, Handshake)
        assert screen.app.theme == "orbit"
        screen.app.theme = "high-contrast"
        await screen.settle()
    assert load_settings(settings_file()).theme == "high-contrast"
    async with opened() as screen:
        assert screen.app.theme == "high-contrast"


async def test_a_theme_that_is_gone_is_the_usual_one(opened: Opener) -> None:
    write(theme="mauve")
    async with opened() as screen:
        assert screen.app.theme == "orbit"

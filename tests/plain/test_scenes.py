"""Scenes by ear: title, what would be seen, what is told; fewer of them where that is wished."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.rules.setup import Setup
from game.saves.settings import VARIABLE, load_settings
from game.session import Session, seats_for
from tests.plain.talk import talk
from tests.small import CAMPAIGN
from tests.staged import MORNING, scene, staged


@pytest.fixture(autouse=True)
def settings(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "settings.json"
    monkeypatch.setenv(VARIABLE, str(path))
    return path


def _session() -> Session:
    content = staged(scene("dawn", "event", MORNING), scene("later", "choice", again=True))
    setup = Setup(CAMPAIGN, "nasa", 3)
    return Session(content, setup, seats_for(content, setup, "random"))


def test_a_scene_is_told_before_the_card() -> None:
    said = talk(_session(), "quit")
    assert "dawn.\nYou see: A box, dawn.\nIt is dawn. It is told.\nIt moved: Tension +4" in said
    assert said.index("You see:") < said.index("A card")


def test_a_wish_for_fewer_holds_and_is_kept(settings: Path) -> None:
    said = talk(_session(), "scenes", "scenes great", "1", "end", "end", "quit")
    assert "Scenes: all of them." in said and "Scenes from now on: the great ones alone." in said
    assert "You see" not in said.partition("from now on")[2]
    assert load_settings(settings).scenes == "great"
    assert "You see" not in talk(_session(), "quit")


def test_what_came_of_a_choice_is_told_before_its_figures_and_once() -> None:
    said = talk(_session(), "pay for calm", "yes", "quit")
    assert said.count("It is quiet.") == 1
    assert said.index("It is quiet.") < said.index("Tension -2")


def test_a_scene_can_be_heard_again() -> None:
    said = talk(_session(), "scenes", "scene 1", "scene 44", "scene", "quit")
    listed, again = said.partition("> scenes")[2].split("> scene 1")
    assert "1. dawn (2022 Q1)" in listed
    assert "You see: A box, dawn." in again and "It moved: Tension +4" in again
    assert again.count("There is no such scene.") == 2


def test_what_a_scene_tells_of_figures_is_told_once() -> None:
    content = staged(scene("answered", "choice", MORNING))
    setup = Setup(CAMPAIGN, "nasa", 3)
    session = Session(content, setup, seats_for(content, setup, "random"))
    said = talk(session, "pay for calm", "yes", "quit")
    assert said.count("You see: A box, answered.") == 1
    assert said.count("Tension -2") == 1

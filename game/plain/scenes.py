"""Scenes by ear: what is shown in a line, what is told, and the wish for fewer of them."""

from __future__ import annotations

from collections.abc import Iterator

from game.errors import SaveError
from game.narration.scenes import Shown
from game.plain.console import Console
from game.saves.settings import SCENES, keep_setting, load_settings, settings_file
from game.session.stage import ALL

MEANT = {"all": "all of them", "great": "the great ones alone", "none": "none of them"}


def wanted() -> str:
    """Return which scenes a player has wished for; all where nothing can be read."""
    try:
        return load_settings(settings_file()).scenes
    except SaveError:
        return ALL


def scene_lines(one: Shown) -> Iterator[str]:
    """Yield a scene: its title, what would be seen, who speaks, what is told, what it moved."""
    yield ""
    yield f"{one.scene.title}."
    yield f"You see: {one.scene.shows}"
    yield f"{one.speaker}: {one.text}" if one.speaker else one.text
    if one.moved:
        yield f"It moved: {', '.join(one.moved)}."


def switch(console: Console, now: str, wish: str) -> str:
    """Say which scenes are told, or let a wish hold from now on; return what holds."""
    if wish not in SCENES:
        console.say(f"Scenes: {MEANT[now]}. Type scenes all, scenes great or scenes none.")
        return now
    console.say(f"Scenes from now on: {MEANT[wish]}.")
    try:
        keep_setting(settings_file(), "scenes", wish)
    except SaveError as error:
        console.say(f"It holds for this sitting alone. {error}")
    return wish

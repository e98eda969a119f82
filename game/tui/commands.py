"""The commands of the palette: the usual ones, and the game's where one is played."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.screen import Screen

from game.tui.keymap import KEYMAP

if TYPE_CHECKING:
    from game.tui.app import Handshake

SCENES_MEAN = {
    "all": "Show a page for every turning point",
    "great": "Show a page for the great turning points alone",
    "none": "Show no pages for turning points",
}


def commands(app: Handshake, screen: Screen[object]) -> Iterator[SystemCommand]:
    """Yield every command that can be given on a screen."""
    yield SystemCommand("Theme", "Change the colours", app.action_change_theme)
    yield SystemCommand("Quit", "Leave Orbital Handshake", app.action_quit)
    for wish, meaning in SCENES_MEAN.items():
        yield SystemCommand(f"Scenes: {wish}", meaning, partial(app.want_scenes, wish))
    yield SystemCommand("Picture", "Save the screen as a picture", app.deliver_screenshot)
    desk = app.desk
    if desk is None or screen is not desk:
        return
    from game.tui.screens.keys import MEANINGS
    from game.tui.screens.sheet import OTHERS

    keys = {**KEYMAP, **app.changed_keys}
    for _, name, title in OTHERS:
        act = partial(desk.action_go, name)
        meaning = MEANINGS[KEYMAP[name]].capitalize()
        yield SystemCommand(title, f"{meaning} ({keys[name]})", act)
    undo, leave = keys["undo"], keys["leave"]
    yield SystemCommand("Undo", f"Take the latest decision back ({undo})", desk.action_undo)
    yield SystemCommand("Report", "Write a report of the run so far", desk.shell.report)
    yield SystemCommand("Leave", f"Leave the game; it is saved ({leave})", desk.action_leave)

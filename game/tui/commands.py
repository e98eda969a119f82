"""The commands of the palette: the usual ones, and the game's where one is played."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.screen import Screen

from game.text.language import N_, _
from game.tui.keymap import KEYMAP

if TYPE_CHECKING:
    from game.tui.host import Host

SCENES_MEAN = {
    "all": N_("Show a page for every turning point"),
    "great": N_("Show a page for the great turning points alone"),
    "none": N_("Show no pages for turning points"),
}
SCENES_ARE = {
    "all": N_("Scenes: all"),
    "great": N_("Scenes: great"),
    "none": N_("Scenes: none"),
}


def commands(app: Host, screen: Screen[object]) -> Iterator[SystemCommand]:
    """Yield every command that can be given on a screen."""
    yield SystemCommand(_("Theme"), _("Change the colours"), app.action_change_theme)
    yield SystemCommand(_("Settings"), _("Colours, scenes, speech, language"), app.show_settings)
    yield SystemCommand(_("Quit"), _("Leave Orbital Handshake"), app.action_quit)
    for wish, meaning in SCENES_MEAN.items():
        yield SystemCommand(_(SCENES_ARE[wish]), _(meaning), partial(app.want_scenes, wish))
    yield SystemCommand(_("Picture"), _("Save the screen as a picture"), app.deliver_screenshot)
    desk = app.desk
    if desk is None or screen is not desk:
        return
    from game.tui.screens.keys import MEANINGS
    from game.tui.screens.sheet import OTHERS

    keys = {**KEYMAP, **app.changed_keys}
    for _key, name, title in OTHERS:
        meaning = _(MEANINGS[KEYMAP[name]])
        about = f"{meaning[:1].upper()}{meaning[1:]} ({keys[name]})"
        yield SystemCommand(_(title), about, partial(desk.action_go, name))
    undo = f"{_('Take the latest decision back')} ({keys['undo']})"
    yield SystemCommand(_("Undo"), undo, desk.action_undo)
    yield SystemCommand(_("Report"), _("Write a report of the run so far"), desk.shell.report)
    leave = f"{_('Leave the game; it is saved')} ({keys['leave']})"
    yield SystemCommand(_("Leave"), leave, desk.action_leave)

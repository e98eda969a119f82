"""The commands of the palette: the usual ones, the game's where one is played, and its choices."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.command import DiscoveryHit, Hit, Hits, Provider
from textual.screen import Screen

from game.text.language import N_, _
from game.tui.keymap import KEYMAP
from game.tui.shelf import show_packs

if TYPE_CHECKING:
    from game.tui.host import Host
    from game.tui.menus import Entry, Menu
    from game.tui.screens.desk import Desk

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
DEEDS = (
    ("undo", N_("Undo"), N_("Take the latest decision back")),
    ("end", N_("End"), N_("Point at the end of the agenda or the table")),
    ("flip", N_("Compare"), N_("All choices side by side on a small screen; the next pane else")),
    ("jump", N_("Go to a pane"), N_("A letter stands on each")),
    ("lesson", N_("Lessons"), N_("Pass the one shown over, or have no more of them")),
    ("leave", N_("Leave"), N_("Leave the game; it is saved")),
)
"""What can be done at the desk: the action, its title, what it means."""


def commands(app: Host, screen: Screen[object]) -> Iterator[SystemCommand]:
    """Yield every command that can be given on a screen, but for the choices there are."""
    desk = app.desk
    if desk is not None and screen is desk:
        yield from _at_desk(app, desk)
    yield SystemCommand(_("Theme"), _("Change the colours"), app.action_change_theme)
    yield SystemCommand(_("Settings"), _("Colours, scenes, speech, language"), app.show_settings)
    yield SystemCommand(_("Change a key"), _("What each key does"), app.show_keys)
    yield SystemCommand(_("Records"), _("Finished runs, endings seen"), app.show_records)
    if app.ON_DISK and desk is None:
        yield SystemCommand(
            _("Packs"),
            _("Which are enabled, and in which order"),
            partial(app.attempt, partial(show_packs, app)),
        )
    for wish, meaning in SCENES_MEAN.items():
        yield SystemCommand(_(SCENES_ARE[wish]), _(meaning), partial(app.want_scenes, wish))
    yield SystemCommand(_("Picture"), _("Save the screen as a picture"), app.deliver_screenshot)
    if app.ON_DISK:
        yield SystemCommand(_("Quit"), _("Leave Orbital Handshake"), app.action_quit)


def _at_desk(app: Host, desk: Desk) -> Iterator[SystemCommand]:
    """Yield the pages, and what can be done, each with its key."""
    from game.tui.screens.keys import BUILT, MEANINGS
    from game.tui.screens.sheet import OF_A_STATION, OTHERS

    keys = {**KEYMAP, **app.changed_keys}
    meant, idle = MEANINGS, tuple[str, ...]()
    if not desk.play.station:
        meant, idle = MEANINGS | BUILT, OF_A_STATION
    for _key, name, title in (one for one in OTHERS if one[1] not in idle):
        meaning = _(meant[KEYMAP[name]])
        about = f"{meaning[:1].upper()}{meaning[1:]} ({keys[name]})"
        place = desk.play.place
        told = f"{place[:1].upper()}{place[1:]}" if name == "station" else _(title)
        yield SystemCommand(told, about, partial(desk.action_go, name))
    for name, title, meaning in DEEDS:
        act = getattr(desk, f"action_{name}", None) or getattr(app, f"action_{name}")
        yield SystemCommand(_(title), f"{_(meaning)} ({keys.get(name, 'Tab')})", act)
    yield SystemCommand(_("Report"), _("Write a report of the run so far"), desk.shell.report)


class Moves(Provider):
    """All that can be chosen at the desk, in whichever menu: taking one here points at it there."""

    async def discover(self) -> Hits:
        """Yield every choice."""
        for told, about, place in self._found():
            yield DiscoveryHit(told, place, help=about)

    async def search(self, query: str) -> Hits:
        """Yield the choices that hold what is typed."""
        matcher = self.matcher(query)
        for told, about, place in self._found():
            if (score := matcher.match(told)) > 0:
                yield Hit(score, matcher.highlight(told), place, help=about)

    def _found(self) -> Iterator[tuple[str, str, partial[None]]]:
        """Yield each choice, what it costs or why it is locked, and what points at it."""
        from game.tui.screens.desk import Desk

        desk = self.screen
        if not isinstance(desk, Desk) or not desk.menus or desk.busy:
            return
        for way, entry in choices(desk.menus[0]):
            titles = (*(one.row.text for one in way), entry.row.text)
            lock = _("locked: {why}", why=entry.row.lock) if entry.row.lock else ""
            yield ": ".join(titles), lock or entry.row.note, partial(desk.point_at, way, entry)


def choices(menu: Menu, way: tuple[Entry, ...] = ()) -> Iterator[tuple[tuple[Entry, ...], Entry]]:
    """Yield what can be chosen in a menu and those it opens, each with what leads there."""
    for entry in menu.entries:
        if entry.menu is not None:
            yield from choices(entry.menu, (*way, entry))
        elif entry.decision is not None:
            yield way, entry

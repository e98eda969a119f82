"""What a player sets for good, as a page: each row a setting, choosing it takes its next value."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING

from game.saves.settings import ANIMATION, SCENES, SPEECH, keep_setting, load_settings
from game.text.language import N_, _
from game.tui.screens.ask import Ask
from game.tui.shelf import show_packs
from game.tui.themes import OWN
from game.tui.widgets.choices import Choices, Row

if TYPE_CHECKING:
    from game.tui.host import Host

DONE, KEYS, PACKS = "done", "keys", "packs"
HERE = N_("Enter, or a number, takes the next. All of it is kept, and can be changed at any time.")
FIRST = N_(
    "Before the first game: how should it look and speak? Enter, or a number, takes the next. You "
    "find this page again on the title. For a screen reader, `handshake plain` plays line by line."
)
FIRST_ON_PAGE = N_(
    "Before the first game: how should it look? Enter, or a number, takes the next. You find this "
    "page again on the title. For a screen reader, tick the box above the game."
)
MEANT = {
    "theme": N_("Colours: {value}"),
    "scenes": N_("Pages for turning points: {value}"),
    "animation": N_("What moves: {value}"),
    "speech": N_("Read out, line by line: {value}"),
    "language": N_("Language, from the next start: {value}"),
}
VALUES = {
    "all": N_("all"), "great": N_("the great ones"), "none": N_("none"),
    "normal": N_("as usual"), "terse": N_("little"), "full": N_("everything"),
    "": N_("as your system speaks"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Setting:
    """A setting: its name in the file, and the values that it goes through."""

    name: str
    values: tuple[str, ...]


class SettingsPage(Ask):
    """The settings; nothing has to be confirmed, and closing it loses nothing."""

    def __init__(self, host: Host, languages: Sequence[str], first: bool = False) -> None:
        """Show what is set; before the `first` game it is said why."""
        self._host = host
        self._settings = (
            Setting("theme", tuple(own.name for own in OWN)),
            Setting("scenes", SCENES),
            Setting("animation", ANIMATION),
            *((Setting("speech", SPEECH),) if host.ON_DISK else ()),
            *((Setting("language", ("", *languages)),) if len(languages) > 1 else ()),
        )
        self._pages: dict[str, tuple[str, Callable[[], object]]]
        self._pages = {KEYS: (_("Change a key ..."), host.show_keys)}
        if host.ON_DISK and not first and host.desk is None:
            self._pages[PACKS] = (_("Packs ..."), partial(host.attempt, partial(show_packs, host)))
        names = (*(one.name for one in self._settings), *self._pages)
        answers = [*((name, "") for name in names), (DONE, _("Done"))]
        greeting = FIRST if host.ON_DISK else FIRST_ON_PAGE
        super().__init__(_("Settings"), _(greeting if first else HERE), answers)
        if first:  # Enter changes nothing by accident
            self.begins = len(answers) - 1

    def rows(self) -> list[Row]:
        """Return each setting with its value, then the way out."""
        told = [self._told(one) for one in self._settings]
        pages = [title for title, _open in self._pages.values()]
        return [
            Row(text, number=str(n), browse=True)
            for n, text in enumerate((*told, *pages, _("Done")), 1)
        ]

    def _told(self, one: Setting) -> str:
        value = self._value(one)
        return _(MEANT[one.name], value=_(VALUES[value]) if value in VALUES else value)

    def _value(self, one: Setting) -> str:
        if one.name == "theme":
            return self._host.theme
        return str(getattr(load_settings(self._host.settings_path), one.name))

    def answered(self, key: str) -> None:
        """Take the next value of the setting that was chosen, or leave."""
        if key == DONE:
            self.dismiss("")
            return
        if key in self._pages:
            self._pages[key][1]()
            return
        place = next(n for n, one in enumerate(self._settings) if one.name == key)
        self._take_next(self._settings[place])
        self.query_one(Choices).show(self.rows(), place)

    def _take_next(self, one: Setting) -> None:
        """Take a setting's next value, for now and for good."""
        now = self._value(one)
        place = one.values.index(now) if now in one.values else -1
        value = one.values[(place + 1) % len(one.values)]
        if one.name == "theme":
            self._host.theme = value  # the app keeps it
        elif one.name == "scenes":
            self._host.want_scenes(value)
        elif one.name == "animation":
            self._host.want_animation(value)
        else:
            path = self._host.settings_path
            self._host.attempt(lambda: keep_setting(path, one.name, value))

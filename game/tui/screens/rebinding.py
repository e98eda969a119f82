"""Changing keys: every name with its key, and a page that waits for the new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.events import Key
from textual.widgets import Static

from game.saves.settings import keep_keys
from game.text.language import N_, _
from game.tui.keymap import KEYMAP, typed_as, usable
from game.tui.screens.ask import Ask, message
from game.tui.screens.closing import Closing
from game.tui.screens.keys import MEANINGS
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.small import TooSmall

if TYPE_CHECKING:
    from game.tui.host import Host

TEXT = N_("Choose what is to have another key. It is kept, and works at once.")
PRESS = N_("Press the new key for: {meaning}.\n\nIt is {key} now. Esc leaves it so.")


class KeyList(Ask):
    """Everything that has a key which can be changed."""

    def __init__(self, host: Host) -> None:
        """Show the keys as they are."""
        self._host = host
        names = [(name, "") for name in KEYMAP]
        super().__init__(_("Change a key"), _(TEXT), [*names, ("", _("Done"))])

    def rows(self) -> list[Row]:
        """Return each key with what it does, then the way out."""
        keys = {**KEYMAP, **self._host.changed_keys}
        told = [Row(_(MEANINGS[KEYMAP[name]]), note=keys[name], browse=True) for name in KEYMAP]
        return [*told, Row(_("Done"), number="0", browse=True)]

    def answered(self, key: str) -> None:
        """Wait for the new key of what was chosen, or leave."""
        if not key:
            self.dismiss("")
            return
        now = {**KEYMAP, **self._host.changed_keys}[key]

        def pressed(new: str | None) -> None:
            if new:
                self._change(key, new)

        self.app.push_screen(Press(_(MEANINGS[KEYMAP[key]]), now), pressed)

    def _change(self, name: str, key: str) -> None:
        """Give something a key, for now and for good, or say why it can't have it."""
        wanted = {**self._host.changed_keys, name: key}
        wanted = {one: other for one, other in wanted.items() if KEYMAP[one] != other}
        found, problems = usable(wanted)
        if problems:
            self.app.push_screen(message(_("Not that key"), "\n".join(problems)))
        elif self._host.attempt(lambda: keep_keys(self._host.settings_path, found)):
            self._host.take_keys(found)
            self.query_one(Choices).show(self.rows(), list(KEYMAP).index(name))


class Press(Closing[str]):
    """Waits for a key; the result is its name, or empty where it is to stay as it is."""

    def __init__(self, meaning: str, key: str) -> None:
        """Say what for, and what key it has."""
        super().__init__()
        self.meaning, self.key = meaning, key

    def compose(self) -> ComposeResult:
        """Lay out."""
        yield TooSmall()
        with Vertical(id="ask"):
            yield Static(Content(_("Change a key")), classes="sheet-title", markup=False)
            told = _(PRESS, meaning=self.meaning, key=self.key)
            yield Static(Content(told), id="asked", markup=False)

    def on_key(self, event: Key) -> None:
        """Take whatever key is pressed."""
        event.stop()
        event.prevent_default()
        self.dismiss("" if event.key == "escape" else typed_as(event.key, event.character))

    def on_click(self) -> None:
        """Leave it as it is."""
        self.dismiss("")

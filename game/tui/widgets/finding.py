"""Finding a row of a long list by typing: what is typed after `/`, and what is said of it."""

from __future__ import annotations

from textual import events
from textual.content import Content

from game.text.language import N_, _
from game.tui.ink import BOLD, DIM

NUMBERED = 9  # rows that digits reach; a list of more can be narrowed by typing
FIND = "/"
FINDS = N_("{key} finds by typing")
FOUND = N_("{key} {typed}_   {n} of {all}; Esc shows all")


class Finding:
    """What is looked for in a list; nothing at first."""

    def __init__(self) -> None:
        """Look for nothing."""
        self.typed: str | None = None

    def holds(self, told: str) -> bool:
        """Return whether every word that is typed stands somewhere in what a row tells."""
        told = told.casefold()
        return all(word in told for word in (self.typed or "").casefold().split())

    def takes(self, event: events.Key, long: bool) -> bool:
        """Take a key that means what is looked for, if it does; only a `long` list is narrowed."""
        if self.typed is None:
            if event.character != FIND or not long:
                return False
            self.typed = ""
        elif event.key == "escape" or (event.key == "backspace" and not self.typed):
            self.typed = None
        elif event.key == "backspace":
            self.typed = self.typed[:-1]
        elif event.is_printable and event.character:
            self.typed += event.character
        else:
            return False
        event.stop()
        event.prevent_default()
        return True

    def line(self, able: int, rows: int) -> Content:
        """Return what stands above the list: how to find a row, or what is looked for."""
        if self.typed is None:
            return Content.styled(_(FINDS, key=FIND), DIM)
        told = _(FOUND, key=FIND, typed=self.typed, n=able, all=rows)
        return Content.styled(told, BOLD)

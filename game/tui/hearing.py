"""Which keys and clicks are heard: none that was typed before what it would act on was there."""

from __future__ import annotations

from textual.events import InputEvent, Key
from textual.message import Message

ALWAYS = ("ctrl+q", "ctrl+z")  # leave and suspend; they act on no page


class Hearing:
    """Knows since when keys and clicks are meant for what is on the screen."""

    def __init__(self) -> None:
        """Hear everything."""
        self.since = 0.0
        self.shut = False

    def close(self) -> None:
        """Hear nothing until it is opened: what comes next isn't on the screen yet."""
        self.shut = True

    def open(self) -> None:
        """Hear what is typed from now on."""
        self.shut, self.since = False, Message().time

    def misses(self, event: InputEvent) -> bool:
        """Return whether a key or a click isn't heard."""
        if isinstance(event, Key) and event.key in ALWAYS:
            return False
        return self.shut or event.time < self.since

"""What is shown while the terminal is too small for the game."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from game.tui.launch import WANTS_PLAIN

TEXT = (
    "This window has {width} columns and {height} lines. The game needs 80 by 24.\n\n"
    "Make the window larger, or press p for the plain game, which fits anywhere; q quits."
)


class Small(ModalScreen[int]):
    """Says that the window is too small; the result is an exit code, or 0 to go on."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p", "plain", "Plain game", show=False),
        Binding("q,escape", "app.quit", "Quit", show=False),
    ]

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield Static("", id="too-small", markup=False)

    def on_resize(self) -> None:
        """Say how large the window is."""
        width, height = self.size
        text = TEXT.format(width=width, height=height)
        self.query_one("#too-small", Static).update(Content(text))

    def action_plain(self) -> None:
        """Leave for the plain game."""
        self.dismiss(WANTS_PLAIN)

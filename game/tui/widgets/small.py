"""What stands on every screen, hidden until the window is too small for the game."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

from game.text.language import N_, _

LEAST = (80, 24)
TEXT = N_(
    "This window has {width} columns and {height} lines. The game needs {columns} by {lines}.\n"
    "\nMake the window larger, or press {plain} for the plain game, which fits anywhere; "
    "{quit} quits."
)
ON_PAGE = N_(
    "This window has room for {width} columns and {height} lines. The game needs {columns} by "
    "{lines}.\n\nMake the window larger, or its letters smaller (Ctrl and -)."
)


class TooSmall(Widget):
    """Says how large the window is and how large it must be; the styles show and hide it.

    While it is there nothing has the focus; what had it gets it back.
    """

    def __init__(self) -> None:
        """Know of no focus yet."""
        super().__init__()
        self._had: Widget | None = None

    def on_mount(self) -> None:
        """Learn what has the focus as long as there is room."""
        self.watch(self.screen, "focused", self._remember)

    def _remember(self, focused: Widget | None) -> None:
        if focused is not None and not self.screen.has_class("-tiny", "-flat"):
            self._had = focused

    def on_show(self) -> None:
        """Take the focus from what can't be seen."""
        self._had = self._had or self.screen.focused
        self.screen.set_focus(None)

    def on_hide(self) -> None:
        """Give the focus back."""
        if self._had is not None and self._had.is_attached:
            self.screen.set_focus(self._had)

    def render(self) -> Content:
        """Say it."""
        width, height = self.app.size
        columns, lines = LEAST
        text = TEXT if getattr(self.app, "ON_DISK", True) else ON_PAGE
        keys = {"plain": "p", "quit": "Ctrl+Q"}
        return Content(_(text, width=width, height=height, columns=columns, lines=lines, **keys))

"""What stands on every screen, hidden until the window is too small for the game."""

from __future__ import annotations

from textual.content import Content
from textual.widget import Widget

LEAST = (80, 24)
TEXT = (
    "This window has {width} columns and {height} lines. The game needs {least[0]} by {least[1]}.\n"
    "\nMake the window larger, or press p for the plain game, which fits anywhere; "
    "Ctrl+Q quits."
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
        return Content(TEXT.format(width=width, height=height, least=LEAST))

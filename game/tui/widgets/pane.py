"""A pane of text that scrolls, changed in place; the text is printed as it stands."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content
from textual.widgets import Static


class Pane(VerticalScroll, can_focus=False):
    """One text with a title on its border."""

    def __init__(
        self, title: str = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        """Begin empty, with a title."""
        super().__init__(id=id, classes=classes)
        self.border_title = Content(title)
        self._text = Static("", markup=False)

    def compose(self) -> ComposeResult:
        """Hold one text."""
        yield self._text

    def show(self, text: Content | str, title: str | None = None) -> None:
        """Show another text from its top, under another title if one is given."""
        self._text.update(text)
        if title is not None:
            self.border_title = Content(title)
        self.scroll_home(animate=False)

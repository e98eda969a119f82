"""The end report: how it ended, what became of everything, the grades."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from game.text.language import _, pgettext
from game.tui.paint import ended
from game.tui.screens.pages import Page, Painter
from game.tui.widgets.hints import Hint


class Ended(Page):
    """The last page of a game; the result names where to go."""

    NAME = "ended"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("u", "go('undo')", show=False, id="undo"),
        Binding("r", "go('report')", show=False, id="report"),
    ]

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return the story and the grades."""
        title = ended.title(self.play)
        return (
            (title, lambda play, _width: ended.story(play)),
            (_("Your legacies"), ended.legacies),
        )

    def panes(self) -> Sequence[Widget]:
        """Return the story wider than the grades."""
        body = super().panes()
        self.painted[0][0].add_class("story")
        assert isinstance(body[0], Horizontal)
        return body

    def paint(self) -> None:
        """Paint under the date on which it ended."""
        self.headline.update(Content(ended.headline(self.play)))
        super().paint()

    def hints(self) -> Sequence[Hint]:
        """Return the keys of the page."""
        return (
            (_("up/down"), pgettext("key", "read"), ""),
            ("h", pgettext("key", "chronicle"), "screen.go('chronicle')"),
            ("w", pgettext("key", "why"), "screen.go('why')"),
            ("u", pgettext("key", "undo"), "screen.go('undo')"),
            ("r", pgettext("key", "report to keep"), "screen.go('report')"),
            ("Enter", pgettext("key", "to the title"), "screen.close"),
        )

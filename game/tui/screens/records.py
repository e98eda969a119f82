"""The records as a page: finished runs at the left, endings seen and the best at the right."""

from __future__ import annotations

from collections.abc import Sequence

from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widget import Widget

from game.report.runs import Section
from game.text.language import _
from game.tui import ink
from game.tui.screens.sheet import Sheet, close_hint, scroll_hint
from game.tui.widgets.hints import Hint
from game.tui.widgets.pane import Pane


class RecordsSheet(Sheet):
    """What runs have left beside history."""

    NAME = "records"

    def __init__(self, sections: Sequence[Section]) -> None:
        """Show the records: the first section at the left, the others at the right."""
        super().__init__(_("Records"))
        self.sections = sections
        self.shown = [Pane(section.title) for section in sections]

    def panes(self) -> Sequence[Widget]:
        """Return a pane for each section."""
        first, *rest = self.shown
        return [Horizontal(first, Vertical(*rest), classes="sheet-body")]

    def hints(self) -> Sequence[Hint]:
        """Return the keys of the page."""
        return (scroll_hint(), close_hint())

    def paint(self) -> None:
        """Write every section to the width there is."""
        for pane, section in zip(self.shown, self.sections, strict=True):
            width = pane.scrollable_content_region.width
            if width > 0:
                parts = [ink.bullet(line, width, "- ") for line in section.lines]
                pane.show(Content("\n").join(parts))

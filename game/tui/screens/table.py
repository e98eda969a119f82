"""The page of the table: papers in force with the ways out of each, and the ladder."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.widget import Widget

from game.narration.decisions import cost_text
from game.narration.papers import Way, ways
from game.text.language import N_, _, pgettext
from game.tui.paint import table
from game.tui.paint.papers import Paper, details, papers, way_row, way_text
from game.tui.play import Play
from game.tui.screens.sheet import Sheet, close_hint, keys_hint
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.hints import Hint, Hints
from game.tui.widgets.pane import Pane

WAY = "way:"
"""What the page's result begins with where a way with a paper is wanted: its id and the way."""


class Table(Sheet):
    """Papers at the left, each with its ways; the ladder at the right."""

    NAME = "table"
    TITLE_TEXT = N_("The table")
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"pick('{n}')", show=False) for n in range(10)),
    ]

    def __init__(self, play: Play) -> None:
        """Show a game's table."""
        super().__init__(_(self.TITLE_TEXT))
        self.play = play
        self.choices = Choices(id="papers")
        self.choices.listen(self.draw)
        self.details = Pane(_("What it holds"), id="paper")
        self.ladder = Pane(_("The ladder of leaving"), id="ladder")
        self.papers: list[Paper] = []
        self.deal = ""  # whose ways are shown
        self.ways: tuple[Way, ...] = ()

    def panes(self) -> Sequence[Widget]:
        """Return the list over what it holds, and the ladder."""
        return [Horizontal(Vertical(self.choices, self.details), self.ladder, classes="sheet-body")]

    def look_at(self, what: str) -> None:
        """Open with the list of papers, where there are any."""
        self.deal = ""
        self.choices.display = bool(papers(self.play, self.size.width // 2))

    def hints(self) -> Sequence[Hint]:
        """Return the keys of the page."""
        return (
            (_("up/down"), pgettext("key", "paper"), ""),
            ("Enter", pgettext("key", "ways with it"), ""),
            ("l", pgettext("key", "leaving"), "screen.go('leaving')"),
            ("d", pgettext("key", "leaders"), "screen.go('leaders')"),
            ("Esc", pgettext("key", "back"), "screen.close"),
            ("PgDn", pgettext("key", "scroll"), "screen.page(1)"),
            keys_hint(),
        )

    def paint(self) -> None:
        """Draw the list, or the ways with a paper, and the ladder."""
        self.papers = papers(self.play, self.size.width // 2)
        self.choices.display = bool(self.papers)
        if self.papers and not self.choices.has_focus:
            self.choices.focus()
        self.query_one(Hints).show(self.hints() if self.papers else (close_hint(), keys_hint()))
        self._list()
        if not self.papers:
            self.draw()
        width = self.ladder.scrollable_content_region.width
        if width > 0:
            self.ladder.show(table.overview(self.play, width))

    def _list(self) -> None:
        """Show the papers, or the ways with the one that was chosen."""
        self.ways = self._ways() if self.deal else ()
        if not self.ways:
            self.choices.show([paper.row for paper in self.papers])
            return
        rows = [way_row(way, n, self._cost(way)) for n, way in enumerate(self.ways, 1)]
        self.choices.show([*rows, Row(_("Back"), number="0", browse=True)], 0)

    def _ways(self) -> tuple[Way, ...]:
        if self.play.session.over:
            return ()
        return ways(self.play.index, self.play.seen, self.play.me, self.deal)

    def _cost(self, way: Way) -> str:
        return cost_text(self.play.content, self.play.seen, way.decision)

    def draw(self, moved: bool = False) -> None:
        """Show the paper that is pointed at, or what a way with it means."""
        width, place = self.details.scrollable_content_region.width, self.choices.highlighted
        if width <= 0:
            return
        if self.ways and 0 <= place < len(self.ways):
            self.details.show(way_text(self.ways[place]))
            return
        shown = self.deal or (self.papers[place].deal if 0 <= place < len(self.papers) else "")
        self.details.show(details(self.play, shown, width))

    @on(Choices.Chosen)
    def _choose(self, message: Choices.Chosen) -> None:
        """Show the ways with a paper, go back from them, or go to the table for one."""
        if not self.ways:
            self._open(message.index)
        elif message.index == len(self.ways):
            self._back()
        elif self.ways[message.index].lock:
            self.app.bell()
        else:
            self.dismiss(f"{WAY}{self.deal}/{self.ways[message.index].decision.pick}")

    def _open(self, place: int) -> None:
        """Show the ways with the paper at a place of the list."""
        self.deal = self.papers[place].deal
        if not self._ways():
            self.deal = ""
            self.app.bell()
            return
        self._list()

    def action_close(self) -> None:
        """Go back from the ways with a paper to the list, from there to the game."""
        if self.ways:
            self._back()
        else:
            super().action_close()

    def _back(self) -> None:
        place = next(n for n, paper in enumerate(self.papers) if paper.deal == self.deal)
        self.deal, self.ways = "", ()
        self.choices.show([paper.row for paper in self.papers], place)

    def action_pick(self, number: str) -> None:
        """Point at a row by its number, and open it where that commits nothing."""
        self.choices.pick_number(number)

"""The page of reasons: choose a figure, see what moved it in this turn or an earlier one."""

from __future__ import annotations

from collections.abc import Sequence
from operator import itemgetter
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget

from game.narration.makings import made_name
from game.text.language import _, ngettext, pgettext
from game.tui.paint import why
from game.tui.play import Play
from game.tui.screens.sheet import Sheet, close_hint
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.hints import Hint
from game.tui.widgets.pane import Pane


class Why(Sheet):
    """All figures at the left, the reasons of the highlighted one at the right."""

    NAME = "why"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "turn(-1)", show=False),
        Binding("right", "turn(1)", show=False),
        *(Binding(str(n), f"pick('{n}')", show=False) for n in range(1, 10)),
    ]

    def __init__(self, play: Play) -> None:
        """Explain a game's figures."""
        super().__init__(_("Why?"))
        self.play = play
        self.wanted = ""
        self.turn = 1
        self.paths: list[str] = []
        self.choices = Choices(classes="figures")
        self.choices.listen(self.draw)
        self.reasons = Pane(_("Reasons"))

    def look_at(self, what: str) -> None:
        """Open at a figure, or at the first, in the present turn."""
        self.wanted = what or "tension"
        self.turn = self.play.session.page().turn

    def panes(self) -> Sequence[Widget]:
        """Return the list and the reasons."""
        return [Horizontal(self.choices, self.reasons, classes="sheet-body")]

    def hints(self) -> Sequence[Hint]:
        """Return the keys of the page."""
        return (
            (_("up/down"), pgettext("key", "figure"), ""),
            (_("left"), pgettext("key", "earlier turn"), "screen.turn(-1)"),
            (_("right"), pgettext("key", "later turn"), "screen.turn(1)"),
            close_hint(),
        )

    def paint(self) -> None:
        """Draw the list and the reasons."""
        if self.focused is None:
            self.choices.focus()
        back = self.play.seen.turn - self.turn
        told = _("Why? Turn {turn}, this turn", turn=self.turn)
        if back:
            told = ngettext(
                "Why? Turn {turn}, {n} turn ago",
                "Why? Turn {turn}, {n} turns ago",
                back,
                turn=self.turn,
            )
        self.headline.update(Content(told), layout=False)
        self.fill()

    def fill(self) -> None:
        """List the figures as they stood in the turn looked at, keeping the highlight."""
        key = ("why", self.play.content, self.play.me, self.turn)
        rows, paths = self.play.seen.once(key, self._listed)
        place = self.choices.highlighted
        if self.wanted and self.wanted in paths:
            place, self.wanted = paths.index(self.wanted), ""
        self.paths = paths
        self.choices.show(rows, place if place > 0 else None)

    def _listed(self) -> tuple[list[Row], list[str]]:
        """Return a row for each figure and heading, and the figures' paths."""
        rows: list[Row] = []
        paths: list[str] = []
        number = 0
        for heading, group in filter(itemgetter(1), why.paths(self.play)):
            rows.append(Row(heading, heading=True))
            paths.append("")
            for path in group:
                number += 1
                title, value = why.row_text(self.play, path, self.turn)
                rows.append(Row(title, note=value, number=str(number) if number <= 9 else " "))
                paths.append(path)
        return rows, paths

    def draw(self, moved: bool = False) -> None:
        """Show the reasons of the highlighted figure."""
        width = self.reasons.scrollable_content_region.width
        if width > 0 and 0 <= self.choices.highlighted < len(self.paths):
            path = self.paths[self.choices.highlighted]
            title = made_name(self.play.index, path, self.play.me)
            self.reasons.show(why.reasons_text(self.play, path, self.turn, width), title)

    @on(Choices.Chosen)
    def _done(self) -> None:
        self.action_close()

    def action_pick(self, number: str) -> None:
        """Highlight a figure by its number."""
        self.choices.pick_number(number)

    def action_turn(self, by: int) -> None:
        """Look at an earlier or later turn."""
        pages = self.play.session.pages
        self.turn = min(max(self.turn + by, pages[0].turn), pages[-1].turn)
        self.paint()

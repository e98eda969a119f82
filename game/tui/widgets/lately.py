"""The pane of what just happened: on a low screen it takes what lines the choices leave over."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message

from game.text import cells
from game.tui.ink import lines
from game.tui.widgets.choices import Choices
from game.tui.widgets.pane import Pane

MOST_LINES = 3
LEFT_FREE = 4  # lines that stay free under the choices, for what they would do
MORE = " …"


class Lately(Pane):
    """The news of a turn. On a low screen, what has no room ends at a word, marked as cut."""

    class Read(Message):
        """What has room can be read; what is cut is read on in the news and the chronicle."""

        def __init__(self, pieces: Sequence[Content]) -> None:
            """Name the pieces that stand there, the last perhaps cut."""
            super().__init__()
            self.pieces = pieces

    def on_mount(self) -> None:
        """Fit anew whenever there is more or less to choose from."""
        self._pieces: Sequence[Content] = ()
        self._whole = Content("")
        self.watch(self.screen.query_one(Choices), "virtual_size", self._fit_soon, init=False)

    def show(self, text: Content | str, title: str | None = None) -> None:
        """Show a text in one piece, of which nothing counts as read."""
        self._whole = text if isinstance(text, Content) else Content(text)
        self._pieces = ()
        super().show(self._whole, title)
        self._fit_soon()

    def tell(self, pieces: Sequence[Content]) -> None:
        """Show news, as much as fits once the screen is laid out."""
        self.show(lines(pieces))
        self._pieces = pieces

    def _fit_soon(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Take up to three lines from what the choices leave free; elsewhere the sheet decides."""
        if not self.is_attached:
            return
        width = self.scrollable_content_region.width
        if not self.screen.has_class("-short") or width <= 0:
            self.styles.clear_rule("height")
            super().show(self._whole)
            self._say_read(self.scrollable_content_region.height, width)
            return
        rule = self.styles.gutter.height
        wrapped = self._whole.wrap(width)
        least = 1 if self.screen.has_class("-advised") else 2
        room = min(max(self._room() - rule, least), MOST_LINES, max(len(wrapped), least))
        self.styles.height = room + rule
        super().show(cut(wrapped, room, width))
        self._say_read(room, width)

    def _say_read(self, room: int, width: int) -> None:
        """Say which pieces stand there, or begin to, where there are so many lines."""
        read = 0
        for piece in self._pieces if width > 0 else ():
            if room <= 0:
                break
            room -= len(piece.wrap(width))
            read += 1
        self.post_message(self.Read(self._pieces[:read]))

    def _room(self) -> int:
        """Return how many lines this may take beside the choices and what stays free there."""
        choices = self.screen.query_one(Choices)
        both = choices.scrollable_content_region.height + self.outer_size.height
        return both - choices.virtual_size.height - LEFT_FREE


def cut(wrapped: list[Content], room: int, width: int) -> Content:
    """Return as many lines as there is room for; where more follow, the last says so."""
    shown = wrapped[:room]
    if len(wrapped) > room:
        last = shown[-1].rstrip()
        if last.cell_length + cells.width(MORE) > width:
            begun = cells.head(last.plain, width - cells.width(MORE) + 1)
            last = last[: begun.rfind(" ")] if " " in begun else last[: len(begun) - 1]
        shown[-1] = Content.assemble(last, MORE)
    return lines(shown)

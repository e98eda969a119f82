"""The pane of what just happened: on a low screen it takes what lines the choices leave over."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content
from textual.message import Message

from game.text import cells
from game.tui.ink import lines
from game.tui.widgets.pane import Pane

MOST_LINES = 3  # that it would take on a low screen
MORE = " …"


class Lately(Pane):
    """The news of a turn. On a low screen, what has no room ends at a word, marked as cut."""

    class Read(Message):
        """What has room can be read; what is cut is read on in the news and the chronicle."""

        def __init__(self, pieces: Sequence[Content]) -> None:
            """Name the pieces that stand there, the last perhaps cut."""
            super().__init__()
            self.pieces = pieces

    def __init__(self, title: str = "", *, id: str | None = None) -> None:
        """Begin without news."""
        super().__init__(title, id=id)
        self.add_class("-side", "-left")
        self._pieces: Sequence[Content] = ()
        self._whole = Content("")
        self._taken = (self._whole, 0, 0)  # what takes how many lines at which width

    def taken(self, width: int) -> int:
        """Return how many rows it would take, its rule counted; on a low screen a few."""
        inner = self.inner(width)
        if self._taken[:2] != (self._whole, inner):
            rows = len(self._whole.wrap(inner)) if self._whole.plain else 0
            self._taken = (self._whole, inner, rows)
        rows = self._taken[2]
        most = min(rows, MOST_LINES) if self._low else rows
        return most + self.styles.gutter.height

    @property
    def _low(self) -> bool:
        return self.screen.has_class("-short")

    def show(self, text: Content | str, title: str | None = None) -> None:
        """Show a text in one piece, of which nothing counts as read."""
        self._whole = text if isinstance(text, Content) else Content(text)
        self._pieces = ()
        super().show(self._whole, title)
        self._fit_soon()

    def tell(self, pieces: Sequence[Content]) -> None:
        """Show news, as much as fits once the screen is laid out; what stands there stays."""
        whole, told = lines(pieces), bool(self._pieces)
        if not (told and whole.is_same(self._whole)):
            self.show(whole)
        self._pieces = pieces
        if told:
            self.call_after_refresh(self._say_again)

    def _say_again(self) -> None:
        region = self.scrollable_content_region
        self._say_read(region.height, region.width)

    def on_resize(self) -> None:
        """Fit anew."""
        super().on_resize()
        self._fit()

    def _fit_soon(self) -> None:
        self.call_after_refresh(self._fit)

    def _fit(self) -> None:
        """Show as much as there is room for on a low screen; elsewhere it can be scrolled."""
        region = self.scrollable_content_region
        if not self.is_attached or region.width <= 0:
            return
        wrapped = self._whole.wrap(region.width)
        low = self._low and region.height > 0
        super().show(cut(wrapped, region.height, region.width) if low else self._whole)
        self._say_read(region.height, region.width)

    def _say_read(self, room: int, width: int) -> None:
        """Say which pieces stand there, or begin to, where there are so many lines."""
        read = 0
        for piece in self._pieces if width > 0 else ():
            if room <= 0:
                break
            room -= len(piece.wrap(width))
            read += 1
        self.post_message(self.Read(self._pieces[:read]))


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

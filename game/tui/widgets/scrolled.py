"""A view of lines with a bar at its right that it draws itself.

A bar that is a widget of its own lays the whole screen out anew whenever it comes or goes, and is
drawn in a frame of its own; this one comes with the lines beside it.
"""

from __future__ import annotations

from functools import lru_cache

from rich.segment import Segment
from rich.style import Style as RichStyle
from textual import events
from textual.color import Color
from textual.geometry import Size
from textual.reactive import Reactive
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style

BLACK = Color(0, 0, 0)


class Scrolled(ScrollView):
    """Scrolls by keys, wheel and bar; the bar has a column where the styles keep one."""

    virtual_size = Reactive(Size(0, 0))  # how many lines there are moves no other widget
    _dragged = False

    def _refresh_scrollbars(self) -> None:
        """Have no widget for a bar."""

    @property
    def allow_vertical_scroll(self) -> bool:
        """Whether there is more than has room."""
        return self.max_scroll_y > 0 and not self._check_disabled()

    def barred(self, strip: Strip, y: int, ground: Style) -> Strip:
        """Return a line of what scrolls with the bar's cell of that line, where there is a bar.

        Of columns that are kept for the bar it takes the last.
        """
        kept = self.scrollbar_size_vertical
        if not (self.max_scroll_y and kept):
            return strip
        thumb = y in thumb_of(self.size.height, self.virtual_size.height, self.scroll_offset.y)
        cell = _cell(ground.background or BLACK, self.styles.scrollbar_color, thumb)
        apart = Segment(" " * (kept - 1), ground.rich_style)
        return Strip([*strip, apart, cell], strip.cell_length + kept)

    def on_bar(self, event: events.MouseEvent) -> bool:
        """Return whether the mouse is on the bar."""
        at = event.get_content_offset(self)
        return bool(self.max_scroll_y and at and at.x >= self.scrollable_content_region.width)

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the bar."""
        if self.on_bar(event):
            self._dragged = True
            self.capture_mouse()
            self._drag(event)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Go where the bar is dragged."""
        if self._dragged:
            self._drag(event)

    def on_mouse_up(self) -> None:
        """Let go of the bar."""
        if self._dragged:
            self._dragged = False
            self.release_mouse()

    def _drag(self, event: events.MouseEvent) -> None:
        last = max(1, self.size.height - 1)
        share = event.get_content_offset_capture(self).y / last
        self.scroll_to(y=round(share * self.max_scroll_y), animate=False)


@lru_cache(maxsize=64)
def _cell(under: Color, over: Color, thumb: bool) -> Segment:
    """Return a cell of a bar: of its thumb, which is seen without colours too, or empty."""
    ground, ink = under.rich_color, (under + over).rich_color
    return Segment(" ", RichStyle(color=ink, bgcolor=ground, reverse=thumb))


def thumb_of(rows: int, lines: int, first: int) -> range:
    """Return which of the bar's rows stand for what is in sight: `first` of so many lines on."""
    long = max(1, min(rows, round(rows * rows / max(1, lines))))
    hidden = max(1, lines - rows)
    top = round((rows - long) * min(first, hidden) / hidden)
    return range(top, top + long)

"""A pane of text that scrolls, changed in place; the text is printed as it stands."""

from __future__ import annotations

from typing import ClassVar, cast

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual


class Pane(ScrollView, can_focus=False):
    """One text with a title on its border; a new text of the same height moves nothing else."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "turn(-1)", show=False),
        Binding("down", "turn(1)", show=False),
    ]

    def __init__(
        self, title: str = "", *, id: str | None = None, classes: str | None = None
    ) -> None:
        """Begin empty, with a title."""
        super().__init__(id=id, classes=classes)
        self.border_title = Content(title)
        self._title = title
        self._text = Content("")
        self._strips: tuple[tuple[int, Style], list[Strip]] | None = None
        self._heights: dict[int, int] = {}
        self.named = title
        self.wants = 0  # lines that it would take whatever it shows; nothing: as many as it shows

    def taken(self, width: int) -> int:
        """Return how many rows it would take at a width, its rule or frame counted."""
        lines = self.wants or (self._height(self.inner(width)) if self.shows else 0)
        return lines + self.styles.gutter.height

    @property
    def text(self) -> Content:
        """What there is to read, whether it has room or not."""
        return self._text

    @property
    def shows(self) -> bool:
        """Whether there is anything to read."""
        return bool(self._text.plain)

    def inner(self, width: int) -> int:
        """Return how wide its text may be where it is so wide itself."""
        return max(1, width - self.styles.gutter.width - self.styles.scrollbar_size_vertical)

    def show(self, text: Content | str, title: str | None = None) -> None:
        """Show another text from its top, under another title if one is given."""
        told = text if isinstance(text, Content) else Content(text)
        same = told.is_same(self._text)
        self._text = told
        if not same:
            self._heights = {}
        if title is not None and title != self._title:
            self._title = title
            self.border_title = Content(title)
        if self.scroll_y:
            self.scroll_home(animate=False)
        if not same:
            self._measure()

    def blank(self) -> None:
        """Show nothing, under the title that it began with."""
        self.show("", self.named)

    def _measure(self) -> None:
        """Learn how high the text is; what fits has the pane's own height, so nothing moves."""
        self._strips = None
        region = self.scrollable_content_region
        auto = self.styles.is_auto_height
        height = self._height(region.width) if region.width else 0
        self.virtual_size = Size(region.width, height if auto else max(height, region.height))
        self.refresh(layout=auto)

    def _height(self, width: int) -> int:
        """Return how many lines the text takes at a width, kept until it changes."""
        if width not in self._heights:
            self._heights[width] = self._text.get_height(cast(RulesMap, self.styles), width)
        return self._heights[width]

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the text takes at a width."""
        return self._height(max(1, width - self.styles.scrollbar_size_vertical))

    def on_blur(self) -> None:
        """Be passed over again by Tab where it only tells something."""
        self.can_focus = type(self).can_focus

    def action_turn(self, by: int) -> None:
        """Scroll by a line."""
        self.scroll_relative(y=by, animate=False)

    def on_resize(self) -> None:
        """Wrap the text anew."""
        self._measure()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, style = self.scrollable_content_region.width, self.visual_style
        strips = self._drawn(width, style)
        line = y + self.scroll_offset.y
        if 0 <= line < len(strips):
            return strips[line].extend_cell_length(width, style.rich_style)
        return Strip.blank(width, style.rich_style)

    def _drawn(self, width: int, style: Style) -> list[Strip]:
        """Return the text's lines, kept until text, width or style change."""
        key = (width, style)
        if self._strips is None or self._strips[0] != key:
            self._strips = (key, Visual.to_strips(self, self._text, width, None, style))
        return self._strips[1]

"""A pane of text that scrolls, changed in place; the text is printed as it stands."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from itertools import zip_longest
from typing import ClassVar, cast

from textual.binding import Binding, BindingType
from textual.cache import FIFOCache
from textual.content import Content
from textual.css.styles import RulesMap
from textual.geometry import Size
from textual.strip import Strip
from textual.style import Style
from textual.visual import Visual

from game.tui.widgets.scrolled import Scrolled

SIDE_EDGES = 2  # columns of the rule and the padding


class Pane(Scrolled, can_focus=False):
    """One text with a title on its border; a new text of the same height moves nothing else."""

    ALLOW_SELECT = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "turn(-1)", show=False),
        Binding("down", "turn(1)", show=False),
    ]

    def __init__(
        self,
        title: str = "",
        *,
        id: str | None = None,
        classes: str | None = None,
        keeps: int = 1,
    ) -> None:
        """Begin empty, with a title; the lines of so many of its latest texts are kept."""
        super().__init__(id=id, classes=classes)
        self.border_title = Content(title)
        self._title = title
        self._text = Content("")
        self._strips: tuple[tuple[int, Style], list[Strip]] | None = None
        self._kept: FIFOCache[Hashable, list[Strip]] = FIFOCache(keeps)
        self._room = Size(0, 0)  # for which the text was measured last
        self._heights: dict[int, int] = {}
        self.named = title
        self.wants: Mapping[int, int] = {}  # lines to keep at a width, whatever it shows
        self.broad = 0  # columns that all of it takes

    def taken(self, width: int) -> int:
        """Return how many rows it would take at a width, its rule or frame counted."""
        inner = self.inner(width)
        kept = self.wants.get(inner) or max(self.wants.values(), default=0)
        lines = kept or (self._height(inner) if self.shows else 0)
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
        """Return how wide its text may be where it is so wide itself.

        A pane of the side has a rule at its left or not as it comes to lie: it counts either way.
        """
        edges = SIDE_EDGES if self.has_class("-side") else self.styles.gutter.width
        return max(1, width - edges - self.styles.scrollbar_size_vertical)

    def show(self, text: Content | str, title: str | None = None) -> None:
        """Show another text from its top, under another title if one is given."""
        told = text if isinstance(text, Content) else Content(text)
        if title is not None and title != self._title:
            self._title = title
            self.border_title = Content(title)
        if self.scroll_y:
            self.scroll_home(animate=False)
        if not told.is_same(self._text):
            before, self._strips = self._strips, None
            self._text, self._heights = told, {}
            self._measure(before)

    def blank(self) -> None:
        """Show nothing, under the title that it began with."""
        self.show("", self.named)

    def _measure(self, before: tuple[tuple[int, Style], list[Strip]] | None = None) -> None:
        """Learn how high the text is; what fits has the pane's own height, so nothing moves.

        Of a text in another's place only the lines are drawn that differ.
        """
        region = self.scrollable_content_region
        self._room = region.size
        auto, had = self.styles.is_auto_height, self.virtual_size
        height = len(self._drawn(region.width, self.visual_style)) if region.width else 0
        size = Size(region.width, height if auto else max(height, region.height))
        self.set_reactive(Pane.virtual_size, size)
        if auto or had != size or before is None or not region:
            self.refresh(layout=auto)
        else:
            self._refresh_changed(*before)

    def _refresh_changed(self, key: tuple[int, Style], before: list[Strip]) -> None:
        """Draw the lines that are no longer as they were, for the same width and style."""
        now = self._drawn(*key)
        other = [n for n, pair in enumerate(zip_longest(before, now)) if pair[0] != pair[1]]
        if other:
            self.refresh_lines(other[0], other[-1] - other[0] + 1)

    def _height(self, width: int) -> int:
        """Return how many lines the text takes at a width, kept until it changes."""
        if self._strips is not None and self._strips[0][0] == width:
            return len(self._strips[1])
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
        """Wrap the text anew where it has other room."""
        if self._room != self.scrollable_content_region.size:
            self._measure()

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        width, style = self.scrollable_content_region.width, self.visual_style
        strips = self._drawn(width, style)
        line = y + self.scroll_offset.y
        if 0 <= line < len(strips):
            strip = strips[line].extend_cell_length(width, style.rich_style)
        else:
            strip = Strip.blank(width, style.rich_style)
        return self.barred(strip, y, style)

    def _drawn(self, width: int, style: Style) -> list[Strip]:
        """Return the text's lines, kept until text, width or style change."""
        key = (width, style)
        if self._strips is None or self._strips[0] != key:
            known = (key, self._text.plain, tuple(self._text.spans))
            if (strips := self._kept.get(known)) is None:
                strips = Visual.to_strips(self, self._text, width, None, style)
                self._kept[known] = strips
            self._strips = (key, strips)
        return self._strips[1]

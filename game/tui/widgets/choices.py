"""A list to choose from: numbered rows with hanging indents, costs at the right, locks below."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import ClassVar

from textual import events
from textual.actions import SkipAction
from textual.binding import Binding, BindingType
from textual.cache import FIFOCache
from textual.content import Content
from textual.geometry import Region, Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip
from textual.visual import Visual

from game.text import cells
from game.text.language import _
from game.tui.ink import DIM
from game.tui.widgets.finding import NUMBERED, Finding
from game.tui.widgets.scrolled import Scrolled

POINTER, NO_POINTER = "> ", "  "
NOTE_GAP = 2
NOWHERE = -1
KEPT = 120  # lines that are kept as they were drawn
DIGITS = tuple("0123456789")


@dataclass(frozen=True, slots=True)
class Row:
    """One row. `note` is its cost, `lock` why it can't be chosen, `under` a line that explains it.

    A heading is only read; a `browse` row commits nothing, so its number opens it at once.
    """

    text: str
    note: str = ""
    under: str = ""
    lock: str = ""
    number: str = ""
    heading: bool = False
    browse: bool = False

    @property
    def told(self) -> str:
        """All that the row tells."""
        return f"{self.text} {self.under} {self.note}"


class Choices(Scrolled, can_focus=True):
    """Rows with one highlighted; tells who listens when it moves, posts `Chosen` when it is meant.

    A first click highlights, a second one chooses, so that nothing is committed by accident. What
    is typed after `/` narrows a list of more rows than digits reach.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "choices--row",
        "choices--highlighted",
        "choices--heading",
        "choices--note",
        "choices--lock",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "move(-1)", show=False),
        Binding("down,j", "move(1)", show=False),
        Binding("home", "jump(0)", show=False),
        Binding("end", "jump(-1)", show=False),
        Binding("enter,space", "choose", show=False),
    ]
    highlighted: reactive[int] = reactive(-1, always_update=False)

    class Chosen(Message):
        """A row was chosen."""

        def __init__(self, choices: Choices, index: int) -> None:
            """Say which row of which list."""
            super().__init__()
            self.choices = choices
            self.index = index

    def __init__(self, *, id: str | None = None, classes: str | None = None) -> None:
        """Begin empty."""
        super().__init__(id=id, classes=classes)
        self.rows: tuple[Row, ...] = ()
        self.finding = Finding()
        self._digit = ""  # the number pressed last, as long as the highlight stays on its row
        self._drawn: list[tuple[int, Content]] = []
        self._width = 0
        self._strips: FIFOCache[Hashable, Strip] = FIFOCache(KEPT)
        self._listeners: list[Callable[[bool], None]] = []

    def listen(self, listener: Callable[[bool], None]) -> None:
        """Have somebody told of each row highlighted, and whether the highlight was moved there.

        They are told at once, not by a message: what they show then comes in the same frame.
        """
        self._listeners.append(listener)

    def show(self, rows: Sequence[Row], highlighted: int | None = None) -> None:
        """Show other rows; the highlight goes to a row, to none (-1), or to the first to choose."""
        same, before = self.rows == tuple(rows) and self.finding.typed is None, self.highlighted
        self.rows, self.finding, self._digit = tuple(rows), Finding(), ""
        width = self.scrollable_content_region.width
        if not same or width != self._width:
            self._lay_out(width)
        wanted = self._first() if highlighted is None else highlighted
        moved = wanted != self.highlighted
        self.set_reactive(Choices.highlighted, wanted)
        self._refresh_rows(before, wanted)
        self._reveal()
        if moved or rows:
            self._tell(moved=False)

    def pick_number(self, number: str) -> bool:
        """Highlight a number's row; open it if that commits nothing, mean it if pressed again."""
        for index, row in enumerate(self.rows):
            if row.number == number and not row.heading:
                again = self._digit == number and self.highlighted == index
                self.highlighted = index
                self._digit = number
                if row.browse or again:
                    self.action_choose()
                return True
        return False

    def _first(self) -> int:
        """Return the first row to choose, a locked one only where all are."""
        rows = [n for n, row in enumerate(self.rows) if not row.heading]
        return next((n for n in rows if not self.rows[n].lock), rows[0] if rows else -1)

    def _tell(self, moved: bool) -> None:
        if 0 <= self.highlighted < len(self.rows):
            for listener in self._listeners:
                listener(moved)

    def watch_highlighted(self, before: int, now: int) -> None:
        """Bring the highlighted row into sight and tell of it; only two rows look otherwise."""
        self._digit = ""
        self._reveal()
        self._refresh_rows(before, now)
        self._tell(moved=True)

    def _refresh_rows(self, before: int, now: int) -> None:
        """Draw the row that was highlighted and the one that is, where they are not the same."""
        for place in {before, now} if before != now else ():
            if lines := [y for y, (n, _) in enumerate(self._drawn) if n == place != NOWHERE]:
                self.refresh_lines(lines[0], len(lines))

    def action_move(self, by: int) -> None:
        """Move the highlight, passing over headings and round the ends."""
        count = len(self.rows)
        index = 0 if self.highlighted < 0 < -by else self.highlighted
        able = set(self._able())
        for _place in range(count):
            index = (index + by) % count
            if index in able:
                self.highlighted = index
                return

    def action_jump(self, to: int) -> None:
        """Highlight the first or the last row."""
        places = self._able()
        if places:
            self.highlighted = places[to]

    @property
    def long(self) -> bool:
        """Whether there are more rows than digits reach."""
        if self._count <= NUMBERED:
            return False
        return any(not (row.heading or row.number in DIGITS) for row in self.rows)

    @property
    def _count(self) -> int:
        return sum(1 for row in self.rows if not row.heading)

    def _able(self) -> list[int]:
        """Return the rows that can be highlighted: no headings, and none that isn't looked for."""
        rows = enumerate(self.rows)
        return [n for n, row in rows if not row.heading and self.finding.holds(row.told)]

    def on_key(self, event: events.Key) -> None:
        """Narrow a long list to what is typed; any other key is left to whom it means."""
        if self.finding.takes(event, self.long):
            able = self._able()
            self._lay_out(self._width)
            if able and self.highlighted not in able:
                self.highlighted = able[0]
            self._reveal()

    def action_page_down(self) -> None:
        """Leave the key to the screen: it reads on."""
        raise SkipAction

    def action_page_up(self) -> None:
        """Leave the key to the screen: it reads back."""
        raise SkipAction

    def action_choose(self) -> None:
        """Mean the highlighted row; where there is none, the key is the screen's."""
        if not 0 <= self.highlighted < len(self.rows):
            raise SkipAction
        if not self.finding.holds(self.rows[self.highlighted].told):
            self.app.bell()
            return
        if self.finding.typed is not None:
            self.finding = Finding()
            self._lay_out(self._width)
        self.post_message(self.Chosen(self, self.highlighted))

    def on_click(self, event: events.Click) -> None:
        """Highlight the row under the mouse, or choose it if it is highlighted already."""
        index = event.style.meta.get("row", -1)  # in the frame that was clicked: it may be gone
        if not 0 <= index < len(self.rows) or self.rows[index].heading:
            return
        if index == self.highlighted or self.rows[index].browse:
            self.highlighted = index
            self.action_choose()
        else:
            self.highlighted = index

    def on_resize(self) -> None:
        """Wrap the rows anew where the width has changed."""
        if self.scrollable_content_region.width != self._width:
            self._lay_out(self.scrollable_content_region.width)
            self._reveal()

    def taken(self, width: int) -> int:
        """Return how many rows it would take at a width, its rule or frame counted."""
        inner = width - self.styles.gutter.width - self.styles.scrollbar_size_vertical
        here = self._drawn if inner == self._width else self._lines(inner)
        return len(here) + self.styles.gutter.height

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """Return how many lines the rows take at a width."""
        return len(self._drawn if width == self._width else self._lines(width))

    def _lay_out(self, width: int) -> None:
        self._width = width
        self._drawn = self._lines(width)
        self._strips.clear()
        size, had = Size(width, len(self._drawn)), self.virtual_size
        self.set_reactive(Choices.virtual_size, size)
        self.scroll_y = min(self.scroll_y, self.max_scroll_y)
        self.refresh(layout=size != had and self.styles.is_auto_height)

    def _lines(self, width: int) -> list[tuple[int, Content]]:
        able = self._able()
        kept = set(able)
        held = [n for n, row in enumerate(self.rows) if n in kept or self._heads(row)]
        lines = [(n, line) for n in held for line in drawn(self.rows[n], width)]
        above = [(NOWHERE, self.finding.line(len(able), self._count))] if self.long else []
        return [*above, *lines]

    def _heads(self, row: Row) -> bool:
        return row.heading and not self.finding.typed

    def _reveal(self) -> None:
        """Scroll so that the whole highlighted row is in sight, with a heading right above it."""
        first = self.highlighted
        while first > 0 and self.rows[first - 1].heading:
            first -= 1
        first = NOWHERE if first == 0 else first
        places = [y for y, (n, _) in enumerate(self._drawn) if first <= n <= self.highlighted]
        if places and self.is_mounted:
            region = Region(0, places[0], max(1, self._width), len(places))
            self.scroll_to_region(region, force=True, animate=False)

    def render_line(self, y: int) -> Strip:
        """Draw one line, with a pointer where the highlighted row begins."""
        width = self.scrollable_content_region.width
        under = self.get_visual_style("choices--row")
        return self.barred(self._line(y + self.scroll_offset.y, width), y, under)

    def _line(self, line: int, width: int) -> Strip:
        if line >= len(self._drawn) or width <= 0:
            return Strip.blank(width, self.get_visual_style("choices--row").rich_style)
        index, content = self._drawn[line]
        chosen = index == self.highlighted != NOWHERE
        starts = line == 0 or self._drawn[line - 1][0] != index
        lead = POINTER if chosen and starts else NO_POINTER
        heading = index != NOWHERE and self.rows[index].heading
        name = "heading" if heading else "highlighted" if chosen else "row"
        style = self.get_visual_style("choices--row", f"choices--{name}")
        key = (line, chosen, width, style)
        if (strip := self._strips.get(key)) is None:
            inked = Content(content.plain) if chosen else content  # its colours: for other ground
            told = Content.assemble(lead, inked).truncate(width)
            strip = Visual.to_strips(self, told, width, 1, style, pad=True)[0]
            strip = strip.extend_cell_length(width, style.rich_style).apply_meta({"row": index})
            self._strips[key] = strip
        return strip


@lru_cache(maxsize=2048)  # a long list is measured and laid out more than once
def drawn(row: Row, width: int) -> list[Content]:
    """Return a row's lines, two cells short of the width, which the pointer takes."""
    most = max(8, width - len(NO_POINTER))
    if row.heading:
        pieces = cells.wrap(row.text, most) or [""]
        return [Content.styled(piece, "$text-primary") for piece in pieces]
    lead = f"{row.number} " if row.number else ""
    indent = " " * len(lead)
    room = max(2, most - len(lead))
    pieces = [piece for part in row.text.split("\n") for piece in cells.wrap(part, room) or [""]]
    style = DIM if row.lock else ""
    lines = [
        Content.assemble((lead if n == 0 else indent, "bold"), (piece, style))
        for n, piece in enumerate(pieces)
    ]
    lines = _with_note(lines, row.note, most, indent)
    if row.under:
        lines.append(Content.assemble(indent, (cells.fit(row.under, room), DIM)))
    locked = cells.wrap(_("locked: {why}", why=row.lock), room) if row.lock else []
    return lines + [Content.assemble(indent, (piece, "italic")) for piece in locked]


def _with_note(lines: list[Content], note: str, width: int, indent: str) -> list[Content]:
    """Put a note at the right of the last line, or on lines of its own where it doesn't fit."""
    if not note:
        return lines
    last = lines[-1]
    gap = width - last.cell_length - cells.width(note)
    if gap >= NOTE_GAP:
        return [*lines[:-1], Content.assemble(last, " " * gap, (note, "bold"))]
    pieces = cells.wrap(note, width - len(indent))
    return [*lines, *(Content.styled(cells.pad_left(piece, width), "bold") for piece in pieces)]

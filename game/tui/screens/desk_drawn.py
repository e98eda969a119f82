"""What the game screen shows: figures, what is asked, the choices, what each would do, the news."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from textual import on
from textual.app import ComposeResult
from textual.content import Content
from textual.events import DescendantBlur, DescendantFocus
from textual.widgets import Static

from game.text.language import _
from game.tui.menus import Entry, Menu, menu_of
from game.tui.paint.advice import TITLE, advice_lines
from game.tui.paint.home import ratify_text
from game.tui.paint.lately import Part, lately
from game.tui.paint.sums import offer_text
from game.tui.paint.vitals import COUNT, WIDE, alarms_text, head, readings
from game.tui.paint.would import columns_wanted, lines_wanted, titled, would
from game.tui.plan import between, folded
from game.tui.screens.beside import instruments, paint, paint_tension
from game.tui.screens.closing import Ready
from game.tui.screens.desk_keys import focused_hints, hints
from game.tui.settling import Settling
from game.tui.widgets.advice import Advice
from game.tui.widgets.alarms import Alarms
from game.tui.widgets.arranged import Arranged
from game.tui.widgets.choices import Choices
from game.tui.widgets.gauges import Gauges
from game.tui.widgets.hints import Hints
from game.tui.widgets.lately import Lately
from game.tui.widgets.pane import Pane
from game.tui.widgets.small import TooSmall
from game.tui.widgets.taught import Taught

if TYPE_CHECKING:
    from game.tui.play import Play
    from game.tui.shell import Shell

KEPT = 9  # choices of which what they would do is kept as it was drawn
TALL = 32  # rows from which three alarms have room; on fewer one stands for all
SUMS = {"answer": offer_text, "counter": offer_text, "ratify": ratify_text}


class DeskDrawn(Ready[None]):
    """The panes of a game in progress, seen from one chair, and how each is filled."""

    def __init__(self, play: Play, shell: Shell) -> None:
        """Show a game; the shell runs computer players, opens pages and catches what goes wrong."""
        super().__init__()
        self.play = play
        self.shell = shell
        self.menus: list[Menu] = []
        self.busy = False
        self.pending = False  # whether something that has come up is still to be told over the desk
        self.lately: Sequence[Part] = ()
        self.settling = Settling()
        self.flipped = False  # whether a small screen compares the choices

    def compose(self) -> ComposeResult:
        """Lay out once; everything is changed in place from here on."""
        yield TooSmall()
        yield Static("", id="head", markup=False)
        yield Gauges(COUNT, id="gauges")
        yield Alarms(id="alarms")
        choices = Choices(id="choices")
        choices.listen(self.point)
        yield Arranged(
            Pane(id="brief"),
            choices,
            Pane(id="preview", keeps=KEPT),
            Advice(_(TITLE, key="a"), id="advice"),
            Lately(_("Lately"), id="lately"),
            *instruments(),
            id="ground",
        )
        yield Taught(self.play)
        yield Hints(hints(self.play), id="hints")

    def _settle(self) -> None:
        """Begin the moment in which an unmoved highlight is not taken for an answer."""
        queue = self.play.session.state.queue
        self.settling.begin(queue[0] if queue else None, self.query_one(Choices).highlighted)

    def _draw_lately(self) -> None:
        """Show what just happened, less what has been told over the desk."""
        pane = self.query_one(Lately)
        shown = pane.scrollable_content_region.width > 0
        if shown and self.menus and not self.busy and not self.play.session.over:
            self.lately = lately(self.play)
            pane.tell([part.text for part in self.lately])
            self._settle_panes()

    @on(Lately.Read)
    def _read_lately(self, message: Lately.Read) -> None:
        """Count what stands beside the choices as told, once nothing lies over it."""
        if self.is_active and not self.pending and not self.busy:
            stand = {id(piece) for piece in message.pieces}
            read = (part.items for part in self.lately if id(part.text) in stand)
            self.play.tell((item for items in read for item in items), "pane")

    def draw(self, at: str = "") -> None:
        """Show everything anew, with the highlight on the entry of a key, if it is still there."""
        self._draw_figures()
        waiting = self.play.waiting
        if waiting is not None:
            menu = menu_of(self.play, waiting)
            self.menus = [menu]
            places = (n for n, entry in enumerate(menu.entries) if entry.key == at)
            self._draw_menu(next(places, None))
            self._draw_panes()
            if self.settling.subject != waiting.slot:
                self._settle()

    def _draw_figures(self) -> None:
        if not self.play.seated:
            return
        note = _("the others are thinking ...") if self.busy else self.shell.saved()
        alarm = not self.busy and self.play.session.unsaved is not None
        line = self.query_one("#head", Static)
        room = max(0, self.size.width - line.styles.gutter.width)
        line.update(head(self.play, note, room, alarm), layout=False)
        self._draw_hints()
        self.query_one(Gauges).show(readings(self.play))
        self._draw_alarms()

    @on(DescendantFocus)
    @on(DescendantBlur)
    def _draw_hints(self) -> None:
        """Name the keys of what has the focus at the foot."""
        shown = focused_hints(self.focused) or hints(self.play, self.size.width >= WIDE)
        self.query_one(Hints).show(shown)

    def _draw_alarms(self) -> None:
        """Show what is in danger, the gravest first; nothing takes no room."""
        alarms, most = self.query_one(Alarms), 3 if self.size.height >= TALL else 1
        room = self.size.width - 2 - alarms.why.cell_length
        alarms.tell(alarms_text(self.play, room, most))

    def _draw_menu(self, highlighted: int | None = None) -> None:
        menu, brief = self.menus[-1], self.query_one("#brief", Pane)
        kind, width = self.play.seen.queue[0].kind, brief.scrollable_content_region.width
        painter = SUMS.get(kind)
        self.set_class(kind in SUMS, "-answering")
        brief.show(painter(self.play, width) if painter else menu.text, menu.title)
        advice = self.query_one(Advice)
        advice.hear(advice_lines(self.play, self.menus[0], advice.room, advice.brief))
        choices = self.query_one(Choices)
        choices.border_title = Content(menu.ask)
        nowhere = -1 if menu.wary else None
        choices.show([e.row for e in menu.entries], nowhere if highlighted is None else highlighted)
        preview = self.query_one("#preview", Pane)
        room = preview.scrollable_content_region.width
        widths = {room, *map(preview.inner, between(self.size))} - {0}
        preview.wants = {w: lines_wanted(self.play, menu, w, self.compares) for w in widths}
        preview.broad = columns_wanted(self.play, menu, self.compares)
        if self.entry is None:
            self._preview()

    def _show_menu(self, highlighted: int | None = None) -> None:
        """Show a menu in the place of another, with the rows that it takes."""
        self._draw_menu(highlighted)
        self._settle_panes()

    def _settle_panes(self) -> None:
        """Give each pane the rows that it takes now; a preview of another width is drawn anew."""
        if self.query_one(Arranged).settle():
            self.call_after_refresh(self._preview)

    @property
    def compares(self) -> bool:
        """Whether all choices are compared; else the one that is pointed at is told of."""
        return self.flipped or not folded(self.size)

    def _draw_panes(self) -> None:
        """Fill every pane that is shown with what is painted to its width."""
        paint(self, self.play, self.entry)
        self._draw_lately()

    def on_resize(self) -> None:
        """Draw for the new width."""
        self._lay()
        self.call_after_refresh(self._draw_again)

    def _lay(self) -> None:
        """Lay the question out beside what the choice pointed at would do, or over all of them."""
        ground = self.query_one(Arranged)
        ground.banded = not self.compares
        ground.set_class(ground.banded, "-banded")
        self.set_class(self.flipped and folded(self.size), "-flipped")
        ground.lay_anew()

    def _draw_again(self) -> None:
        if self.busy and self.play.others_turn:
            self._draw_figures()
        elif self.menus and not self.busy and not self.play.session.over:
            self._draw_figures()
            self._draw_menu(self.query_one(Choices).highlighted)
            self._draw_panes()

    @property
    def entry(self) -> Entry | None:
        """The highlighted entry of the menu shown."""
        place = self.query_one(Choices).highlighted
        entries = self.menus[-1].entries if self.menus else ()
        return entries[place] if 0 <= place < len(entries) else None

    def point(self, moved: bool) -> None:
        """Show what the choice pointed at would do."""
        self._preview()

    def _preview(self) -> None:
        """Show what the highlighted choice would do, beside all others where there is room."""
        pane = self.query_one("#preview", Pane)
        width = pane.scrollable_content_region.width
        if self.menus and not self.busy and not self.play.session.over and width > 0:
            with self.app.batch_update():
                menu = self.menus[-1]
                told = would(self.play, menu, self.entry, width, self.compares)
                pane.show(told, titled(self.play, menu, self.compares))
                paint_tension(self, self.play, self.entry)

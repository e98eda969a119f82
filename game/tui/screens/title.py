"""The title: go on, begin, load, read, play in plain text, leave."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Center, Vertical
from textual.message import Message
from textual.widgets import Static

from game.text.cells import pad
from game.text.language import N_, _, pgettext
from game.tui.screens.closing import Ready
from game.tui.widgets.choices import Choices, Row
from game.tui.widgets.hints import Hint, Hints
from game.tui.widgets.small import TooSmall

if TYPE_CHECKING:
    from game.tui.library import Kept

DRAWING = """
╤═╤═╤═╤═╗                                      ╔═╤═╤═╤═╤
│ │ │ │ ║  ┌────────┐              ┌────────┐  ║ │ │ │ │
╧═╧═╧═╧═╬══╡        ╞═══╗      ╔═══╡        ╞══╬═╧═╧═╧═╧
        ║  │        │ ══╣>    <╠══ │        │  ║
╤═╤═╤═╤═╬══╡        ╞═══╝      ╚═══╡        ╞══╬═╤═╤═╤═╤
│ │ │ │ ║  └────────┘              └────────┘  ║ │ │ │ │
╧═╧═╧═╧═╝                                      ╚═╧═╧═╧═╧
"""
WIDTH = 56
NAME = "O R B I T A L   H A N D S H A K E"
LINE = N_("Two halves that cannot live without each other, and one hatch between them.")
PLAIN = N_("For a screen reader, a pipe or a small window: {command}")
TYPED = {"command": "handshake plain", "key": "Ctrl+Q"}


@dataclass(frozen=True, slots=True)
class Item:
    """One thing the title offers."""

    name: str
    text: str


QUIT = Item("quit", N_("Quit"))
ITEMS = (
    Item("continue", N_("Continue")),
    Item("learn", N_("Learn in ten minutes")),
    Item("new", N_("New game")),
    Item("load", N_("Load a game")),
    Item("codex", N_("Codex")),
    Item("settings", N_("Settings")),
    Item("plain", N_("Play in plain text, line by line")),
    Item("records", N_("Records")),
    QUIT,
)

READING = N_("Reading the content ...")
READING_SAVES = N_("Reading the saved games ...")
OPENING = N_("Opening the game ... {key} quits.")


def _hints(items: Sequence[Item]) -> Iterator[Hint]:
    yield f"1-{len(items)}", pgettext("key", "choose"), ""
    yield "Enter", pgettext("key", "ok"), "screen.ok"
    yield "^P", pgettext("key", "commands"), "app.command_palette"
    yield "?", pgettext("key", "keys"), "screen.keys"
    if QUIT in items:
        yield "q", pgettext("key", "quit"), "app.quit"


class Title(Ready[None]):
    """The first screen; it posts what was chosen of what is offered."""

    OFFERED: ClassVar[tuple[Item, ...]] = ITEMS
    OPENS: ClassVar[str] = OPENING
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"pick('{n}')", show=False) for n in range(1, len(ITEMS) + 1)),
        Binding("question_mark", "keys", show=False),
        Binding("x", "want('codex')", show=False),
        Binding("q", "app.quit", show=False),
    ]

    class Wanted(Message):
        """Something was chosen on the title."""

        def __init__(self, name: str) -> None:
            """Say which item."""
            super().__init__()
            self.name = name

    def __init__(self) -> None:
        """Offer everything, and going on once it is known that there is a game to go on with."""
        super().__init__()
        self.latest: Kept | None = None
        self.opening = False
        self.asked = False

    def compose(self) -> ComposeResult:
        """Lay out."""
        yield TooSmall()
        with Vertical(id="title"):
            drawing = "\n".join(pad(line, WIDTH) for line in DRAWING.strip("\n").split("\n"))
            yield Static(drawing, id="drawing", markup=False)
            yield Static(NAME, id="name", markup=False)
            yield Static(_(LINE), id="line", markup=False)
            yield Center(Choices(id="items"))
            words = self.usual()
            yield Static(_(words, **TYPED), id="plain-hint", markup=False)
        yield Hints(tuple(_hints(self.OFFERED)))

    def on_mount(self) -> None:
        """Show the items."""
        self.query_one(Choices).focus()
        self.fill(0 if self.latest else None)
        self.say(self.OPENS if self.opening else self.usual())

    def usual(self) -> str:
        """Return what stands under the items where there is nothing else to say: a marked text."""
        return PLAIN

    def say(self, words: str) -> None:
        """Say something, marked for translation, under the items, once they are there."""
        for hint in self.query("#plain-hint").results(Static):
            hint.update(_(words, **TYPED))

    def tell(self, latest: Kept | None) -> None:
        """Learn of the game saved last, if there is one."""
        self.latest, self.asked = latest, True
        self.fill(0 if latest else None)

    def busy(self) -> None:
        """Say that what was asked for comes once the content has been read."""
        self.say(READING)

    def wait(self) -> None:
        """Offer nothing: a game has been asked for and opens by itself."""
        self.opening = True
        self.say(self.OPENS)
        self.fill()

    def rest(self) -> None:
        """Offer everything again, and say no more than usual."""
        self.say(self.usual())
        if self.opening:
            self.opening = False
            self.fill(0 if self.latest else None)

    def on_screen_suspend(self) -> None:
        """Say no more than usual once something else is shown."""
        self.rest()

    @property
    def _first(self) -> int:
        """Where the highlight begins while no game is known to go on with: the tutorial."""
        return next(n for n, item in enumerate(self.OFFERED) if item.name == "learn")

    def fill(self, highlighted: int | None = None) -> None:
        """Show the items as far as they can be chosen."""
        choices = next(iter(self.query(Choices)), None)
        if choices is None:  # not laid out yet
            return
        choices.set_class(self.opening, "-waiting")
        if self.opening:
            choices.show([self._row(n, item) for n, item in enumerate(self.OFFERED, 1)], -1)
            return
        place = self._first if choices.highlighted < 0 else choices.highlighted
        place = place if highlighted is None else highlighted
        choices.show([self._row(n, item) for n, item in enumerate(self.OFFERED, 1)], max(place, 0))

    def _row(self, number: int, item: Item) -> Row:
        lock = under = ""
        if item.name in ("continue", "load") and self.asked and self.latest is None:
            lock = _("there is no saved game yet")
        elif item.name == "continue" and self.latest:
            under = self.latest.text
        return Row(_(item.text), number=str(number), lock=lock, under=under, browse=not lock)

    @on(Choices.Chosen)
    def _chosen(self, message: Choices.Chosen) -> None:
        if message.choices.rows[message.index].lock:
            self.app.bell()
        else:
            self.action_want(self.OFFERED[message.index].name)

    def action_want(self, name: str) -> None:
        """Ask for something."""
        self.post_message(self.Wanted(name))

    def action_pick(self, number: str) -> None:
        """Choose an item by its number."""
        self.query_one(Choices).pick_number(number)

    def action_ok(self) -> None:
        """Choose the highlighted item."""
        self.query_one(Choices).action_choose()

    def action_keys(self) -> None:
        """Ask for help."""
        self.action_want("keys")

"""A scene over the game: a drawing, what is told of it, what it moved. Any key goes on."""

from __future__ import annotations

from time import monotonic

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click, Key
from textual.widgets import Static

from game.content.records import Scene
from game.narration.scenes import Shown
from game.text import cells
from game.text.language import _, pgettext
from game.text.lists import comma_listed
from game.tui import ink
from game.tui.paint.moving import FRAMES, SECONDS, moving
from game.tui.screens.closing import Closing
from game.tui.settling import Settling
from game.tui.widgets.hints import Hints
from game.tui.widgets.pane import Pane
from game.tui.widgets.small import TooSmall

WIDEST = 76  # cells that a line of the story has at most
MOST_ROWS = 2  # of the figures that it moved


class SceneSheet(Closing[None]):
    """One scene; whatever is pressed once it can have been seen goes on."""

    def __init__(self, shown: Shown) -> None:
        """Show a scene."""
        super().__init__()
        self.shown = shown
        self.pane = Pane(classes="scene")
        self.settling = Settling()
        self.stands = 1.0  # how much of the drawing

    def compose(self) -> ComposeResult:
        """Lay the title, the scene and the way on out."""
        yield TooSmall()
        yield Static(Content(self.shown.scene.title), classes="sheet-title", markup=False)
        yield self.pane
        yield Hints(((_("any key"), pgettext("key", "go on"), ""),))

    def on_mount(self) -> None:
        """Begin the moment in which a key was meant for what stood here before."""
        self.settling.begin()
        if self.shown.scene.moves and self.app.animation_level != "none":
            self.stands, self.began = 0.0, monotonic()
            self.moving = self.set_interval(SECONDS / FRAMES, self._move)
        self.call_after_refresh(self._draw)

    def _move(self) -> None:
        """Show as much of the drawing as stands by now; a slow machine shows fewer frames."""
        self.stands = min(1.0, (monotonic() - self.began) / SECONDS)
        if self.stands == 1:
            self.moving.stop()
        self._draw()

    def on_resize(self) -> None:
        """Draw to the new size."""
        self.call_after_refresh(self._draw)

    def _draw(self) -> None:
        region = self.pane.scrollable_content_region
        if region.width > 0:
            self.pane.show(painted(self.shown, region.width, region.height, self.stands))

    def on_key(self, event: Key) -> None:
        """Go on."""
        event.stop()
        event.prevent_default()
        self._go_on()

    def on_click(self, event: Click) -> None:
        """Go on."""
        event.stop()
        self._go_on()

    def _go_on(self) -> None:
        if self.is_mounted and not self.settling.early():
            self.dismiss(None)


def painted(shown: Shown, width: int, height: int, share: float = 1) -> Content:
    """Return a scene for a room: its parts with blank lines between them where there is room.

    Of a drawing that moves so much of it stands as a `share`, from 0 to 1, says.
    """
    column = min(width, WIDEST)
    said = f"{shown.speaker}: {shown.text}" if shown.speaker else shown.text
    told = [Content(line) for line in cells.wrap(said, column)]
    moved = [
        ink.dim(line) for line in cells.shortened(comma_listed(shown.moved), column, MOST_ROWS)
    ]
    scene = shown.scene
    whole = share >= 1 or not scene.moves
    told_so_far = (
        scene.drawing if whole else moving(scene.drawing, scene.before, scene.moves, share)
    )
    drawing = told_so_far.split("\n")
    drawn = [Content.styled(line, "$text-primary") for line in drawing]
    parts = [
        _centred(drawn, _wide(scene), width),
        _centred(told, column, width),
        _centred(moved, column, width),
    ]
    rows = sum(map(len, parts))
    spare = max(0, height - rows)
    gaps = [min(2, spare // 3)] * (len(parts) - 1)
    lines = [Content("")] * min(2, spare // 4)
    for part, gap in zip(parts, [*gaps, 0], strict=True):
        lines += [*part, *([Content("")] * (gap if part else 0))]
    return ink.lines(lines)


def _wide(scene: Scene) -> int:
    """Return how wide a drawing is, moving or not."""
    moved = scene.before.split("\n") if scene.moves else []
    return max(map(cells.width, [*scene.drawing.split("\n"), *moved]))


def _centred(rows: list[Content], wide: int, width: int) -> list[Content]:
    """Return rows as one block in the middle."""
    left = " " * max(0, (width - wide) // 2)
    return [Content.assemble(left, row) for row in rows]

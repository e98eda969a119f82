"""Jumping to a pane: a letter stands on each, and pressing one gives that pane the focus."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual.app import ComposeResult
from textual.content import Content
from textual.events import Click, Key
from textual.geometry import Size
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import Static

from game.text.language import _
from game.tui.screens.closing import Closing
from game.tui.widgets.choices import Choices
from game.tui.widgets.gauges import Gauge
from game.tui.widgets.pane import Pane

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
KINDS = (Choices, Pane, Gauge)


class Jump(Closing[str]):
    """Letters over the panes of a screen; the result is the letter pressed, if one stands there."""

    def __init__(self, places: Sequence[Widget]) -> None:
        """Put a letter on each of some places."""
        super().__init__()
        self.laid = Size()
        self.places = dict(zip(LETTERS, places, strict=False))

    def compose(self) -> ComposeResult:
        """Lay the letters out, and how to go on."""
        self.laid = self.app.size
        for letter, place in self.places.items():
            label = Static(Content(f" {letter} "), classes="letter", markup=False)
            label.styles.offset = place.region.offset
            yield label
        yield Static(
            Content(_("A letter goes to its pane; any other key stays.")), id="jumps", markup=False
        )

    def on_key(self, event: Key) -> None:
        """Go where the letter stands, or nowhere."""
        event.stop()
        event.prevent_default()
        self.dismiss(event.key if event.key in self.places else "")

    def on_click(self, event: Click) -> None:
        """Go where it was clicked."""
        event.stop()
        x, y = event.screen_offset
        found = (letter for letter, place in self.places.items() if place.region.contains(x, y))
        self.dismiss(next(found, ""))

    def on_resize(self) -> None:
        """Go away: the panes lie elsewhere now."""
        if self.app.size != self.laid:
            self.dismiss("")


def jump(screen: Screen[Any]) -> None:
    """Show the letters over a screen, and go where one of them says."""
    shown = Jump(places(screen))

    def gone(letter: str | None) -> None:
        if letter:
            go_to(shown.places[letter])

    screen.app.push_screen(shown, gone)


def places(screen: Screen[Any]) -> list[Widget]:
    """Return what can have the focus and is in sight, from the top: lists, panes, figures."""
    found = [part for part in screen.query("*") if isinstance(part, KINDS) and _is_there(part)]
    return sorted(found, key=lambda part: (part.region.y, part.region.x))


def _is_there(part: Widget) -> bool:
    if isinstance(part, Pane) and not part.shows:
        return False
    return bool(part.display and part.region.area and part.container_viewport.overlaps(part.region))


def go_to(place: Widget) -> None:
    """Give a place the focus; a pane that only tells something can have it no other way."""
    place.can_focus = True
    place.focus()

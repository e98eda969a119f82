"""A pane that is an instrument: it can have the focus, and Enter or a click opens its page."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType

from game.tui.widgets.pane import Pane


class Instrument(Pane, can_focus=True):
    """Something to read off, with the action of the screen that tells all of it."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("enter", "open", show=False)]

    def __init__(self, title: str, action: str, *, id: str) -> None:
        """Open by an action of the screen."""
        super().__init__(title, id=id, classes="-side")
        self.opens = action

    def taken(self, width: int) -> int:
        """Return how many rows it would take; none where there is nothing to read off."""
        return super().taken(width) if self.shows else 0

    async def action_open(self) -> None:
        """Open its page."""
        await self.run_action(f"screen.{self.opens}")

    async def on_click(self, event: events.Click) -> None:
        """Open its page, unless it was the bar that was clicked."""
        event.stop()
        if not self.on_bar(event):
            await self.action_open()

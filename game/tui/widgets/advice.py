"""The pane of what advisers say, shown only while somebody says something; a click opens more."""

from __future__ import annotations

from collections.abc import Sequence

from textual import events
from textual.content import Content

from game.tui import ink
from game.tui.widgets.pane import Pane

ROOMY = 32


class Advice(Pane):
    """A few opinions; at a small height one line each."""

    @property
    def brief(self) -> bool:
        """Whether there is room for no more than a line each."""
        return self.screen.size.height < ROOMY

    @property
    def room(self) -> int:
        """How wide a line may be; hidden, the pane is as wide as the card above it."""
        shown = self.scrollable_content_region.width
        return shown or self.screen.query_one("#brief", Pane).scrollable_content_region.width

    def taken(self, width: int) -> int:
        """Return how many rows it would take; nothing where nobody speaks."""
        return super().taken(width) if self.screen.has_class("-advised") else 0

    def hear(self, lines: Sequence[Content]) -> None:
        """Show opinions, or hide where there are none."""
        self.screen.set_class(bool(lines), "-advised")
        self.show(ink.lines(lines))

    async def on_click(self, event: events.Click) -> None:
        """Open the advisers' page, unless it was the bar that was clicked."""
        event.stop()
        if not self.on_bar(event):
            await self.run_action("screen.go('advisers')")

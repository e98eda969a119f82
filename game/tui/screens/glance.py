"""A game gone on with, as its save says that it stands, while its decisions are taken again."""

from __future__ import annotations

from collections.abc import Callable

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.screen import Screen
from textual.widgets import Static

from game.narration.decisions import card_text, card_title
from game.rules.kinds import KINDS
from game.text.language import N_, _
from game.tui.ink import flow
from game.tui.look import Look
from game.tui.paint.vitals import COUNT, alarms_text, head, readings
from game.tui.widgets.gauges import Gauges
from game.tui.widgets.pane import Pane
from game.tui.widgets.small import TooSmall

OPENING = N_("opening ...")


class Glimpsed(Screen[None]):
    """Figures and the card on the desk, where they will be on the game screen; no key does a thing.

    `shown` is called when they stand there.
    """

    def __init__(self, look: Look, shown: Callable[[], None]) -> None:
        """Show what a chair sees."""
        super().__init__()
        self.look = look
        self.shown = shown

    def compose(self) -> ComposeResult:
        """Lay out what the game screen shows first."""
        width = self.app.size.width
        gauges, brief = Gauges(COUNT, id="gauges"), Pane(id="brief")
        gauges.show(readings(self.look))
        alarms = alarms_text(self.look, width - 2, 1)
        yield TooSmall()
        yield Static(head(self.look, _(OPENING), width - 2), id="head", markup=False)
        yield gauges
        if alarms:
            yield Static(Content("\n").join(alarms), id="alarms", markup=False)
        self._lay(brief)
        with Vertical(id="main"):
            yield brief

    def _lay(self, brief: Pane) -> None:
        """Lay the card on the desk that is the viewer's own."""
        slot = next(iter(self.look.seen.queue), None)
        if slot is not None and slot.chair == self.look.me and KINDS[slot.kind].of_a_card:
            text = flow(card_text(self.look.content, self.look.seen, slot))
            brief.show(text, card_title(self.look.content, slot))

    def on_mount(self) -> None:
        """Say so once it is drawn."""
        self.call_after_refresh(self.shown)

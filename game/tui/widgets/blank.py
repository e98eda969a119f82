"""Emptying a screen before somebody else looks at it."""

from __future__ import annotations

from typing import Any

from textual.screen import Screen
from textual.widgets import Static

from game.tui.widgets.choices import Choices
from game.tui.widgets.gauges import Gauges
from game.tui.widgets.hints import Hints
from game.tui.widgets.pane import Pane


def blank(screen: Screen[Any]) -> None:
    """Let a screen show nothing of a game but its frame and its keys."""
    for pane in screen.query(Pane):
        pane.blank()
    for choices in screen.query(Choices):
        choices.show([])
    for gauges in screen.query(Gauges):
        gauges.clear()
    for line in screen.query(Static):
        if not isinstance(line, Hints):
            line.update("", layout=line.styles.is_auto_height)

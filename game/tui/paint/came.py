"""What came of what the viewer has done: a heading for each, and what is said of it beneath."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.session.came import Came
from game.tui import ink
from game.tui.play import Play

NOTHING = "Nothing has come yet of anything that you did."


def came_text(play: Play, found: Iterable[Came], width: int) -> Content:
    """Return what came of several things, in their order."""
    parts: list[Content] = []
    for came in found:
        parts += [Content("")] if parts else []
        parts += [ink.heading(came.title), *(ink.bullet(line, width) for line in came.lines)]
    return ink.lines(parts or [ink.dim(NOTHING)])

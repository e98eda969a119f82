"""What came of what the viewer has done: a heading for each, and what is said of it beneath."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.session.telling.words import Came
from game.text.language import N_, _
from game.tui import ink

NOTHING = N_("Nothing has come yet of anything that you did.")


def came_text(found: Iterable[Came], width: int) -> Content:
    """Return what came of several things, in their order; what tells nothing is left out."""
    parts: list[Content] = []
    for came in found:
        if came.lines:
            parts += [Content("")] if parts else []
            parts += [ink.heading(came.title), *(ink.bullet(line, width) for line in came.lines)]
    return ink.lines(parts or [ink.dim(_(NOTHING))])

"""What a chair is here for, as two columns: its part, and how it can end."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.narration.aims import Aim, aims
from game.tui import ink
from game.tui.play import Play


def mine(play: Play, width: int) -> Content:
    """Return the goal, how it is judged, and what lies ahead."""
    found = aims(play.index, play.seen, play.me)
    return _told([aim for aim in found if not aim.ending], width)


def ends(play: Play, width: int) -> Content:
    """Return how the run can end, before its time and at the last."""
    found = aims(play.index, play.seen, play.me)
    return _told([aim for aim in found if aim.ending], width)


def _told(found: Iterable[Aim], width: int) -> Content:
    parts: list[Content] = []
    for aim in found:
        parts += [Content("")] if parts else []
        parts.append(ink.heading(aim.title))
        parts += [ink.bullet(line, width, "") for line in aim.lines]
    return ink.lines(parts)

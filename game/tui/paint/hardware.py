"""Ships and ports, the manifest and its pads, power, air and the sky above the station."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from game.narration import hardware as fleet
from game.narration.hardware import Entry
from game.narration.words.own import phrase
from game.text.language import _
from game.tui import ink
from game.tui.paint.coming import coming_text, coming_title
from game.tui.paint.people import NO_STATION
from game.tui.play import Play


def manifest(play: Play, width: int) -> Content:
    """Return the coming flights with pad, date and why they slipped, then the pads."""
    if not play.station:
        return ink.dim(phrase(play.content, NO_STATION))
    content, seen = play.content, play.seen
    coming = _entries(fleet.flights(content, seen), width) or [ink.dim(_("None booked."))]
    pads = _entries(fleet.launch_pads(content, seen), width)
    return ink.lines([ink.heading(_("Coming flights")), *coming, "", ink.heading(_("Pads")), *pads])


def docks(play: Play, width: int) -> Content:
    """Return the ports over the turns to come, how many are taken, and the ships as they are."""
    if not play.station:
        return Content("")
    content, seen = play.content, play.seen
    ships = _entries(fleet.ships(content, seen), width)
    head, chart = ink.heading(coming_title(play, width)), coming_text(play, width)
    return ink.lines([head, chart, "", *_entries(fleet.berths(content, seen), width), "", *ships])


def power(play: Play, width: int) -> Content:
    """Return who has how much power, and what age costs."""
    if not play.station:
        return ink.dim(phrase(play.content, NO_STATION))
    parts = [ink.heading(_("Power")), *_entries(fleet.light(play.seen), width), Content("")]
    parts += [ink.heading(_("Age")), *_entries(fleet.age(play.seen), width)]
    named = _entries(fleet.modules(play.content, play.seen), width)
    return ink.lines([*parts, Content(""), ink.heading(_("Modules")), *named] if named else parts)


def air(play: Play, width: int) -> Content:
    """Return the tunnel, and what the sky does to the orbit."""
    if not play.station:
        return Content("")
    parts = [ink.heading(_("The tunnel")), *_entries(fleet.air(play.seen), width), Content("")]
    return ink.lines([*parts, ink.heading(_("The sky")), *_entries(fleet.sky(play.seen), width)])


def _entries(entries: Iterable[Entry], width: int) -> list[Content]:
    """Return entries as lines: name and mark at either end, details below."""
    parts: list[Content] = []
    for entry in entries:
        mark = f"! {entry.mark}" if entry.alarm else entry.mark
        parts.append(
            ink.pair(entry.name, mark, width, "bold $text-error" if entry.alarm else "bold")
        )
        parts += [ink.bullet(told, width, "  ").stylize(ink.DIM) for told in entry.details if told]
    return parts

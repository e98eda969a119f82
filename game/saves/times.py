"""The times that saves carry: written with their zone, shown in the player's own."""

from __future__ import annotations

import re
from datetime import UTC, datetime, tzinfo

from game.text.language import _

MARK = re.compile(r'"saved_at":\s*"([^"\\]{1,40})"')


def moment(saved_at: str) -> datetime | None:
    """Return the time that a save carries, with its zone; None where it is none."""
    try:
        found = datetime.fromisoformat(saved_at)
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def moment_in(beginning: str) -> datetime | None:
    """Return the time that a save carries, from the beginning of its text alone."""
    found = MARK.search(beginning)
    return moment(found[1]) if found else None


def shown(saved_at: str, zone: tzinfo | None = None) -> str:
    """Return a save's time as a player reads it: in the zone of this computer, which is named."""
    found = moment(saved_at)
    if found is None:
        return _("at no known time")
    try:
        return f"{found.astimezone(zone):%Y-%m-%d %H:%M %Z}"
    except OverflowError:  # at the edge of all time there is no other zone
        return f"{found:%Y-%m-%d %H:%M} UTC"

"""What paints the instruments beside the question."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from textual.content import Content

from game.text.language import _
from game.tui.paint.coming import coming_text, coming_title
from game.tui.paint.moored import station_text
from game.tui.paint.people import aboard_table
from game.tui.paint.trust import trust_text
from game.tui.play import Play

PAINTERS: Mapping[str, Callable[[Play, int], tuple[Content, str]]] = {
    "station": lambda play, width: (station_text(play, width), _("Station")),
    "coming": lambda play, width: (coming_text(play, width), coming_title(play, width)),
    "trust": lambda play, width: (trust_text(play, width), _("Trust")),
    "aboard": lambda play, width: (_aboard(play, width), _("Aboard")),
}
"""Those that the choice pointed at leaves as they are, by the names of their panes."""


def _aboard(play: Play, width: int) -> Content:
    """Return who is aboard; nothing where no station flies."""
    return aboard_table(play, width) if play.station else Content("")

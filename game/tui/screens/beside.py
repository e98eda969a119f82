"""The instruments beside the question: what each is called and opens, and when it is painted."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from textual.screen import Screen

from game.text.language import N_, _
from game.tui.menus import Entry
from game.tui.plan import side_width
from game.tui.play import Play
from game.tui.widgets.instrument import Instrument

INSTRUMENTS = (
    ("station", N_("Station"), "go('station')"),
    ("coming", N_("Coming"), "go('flights')"),
    ("trust", N_("Trust"), "go('table')"),
    ("tension", N_("Tension"), "why('tension')"),
    ("aboard", N_("Aboard"), "go('crew')"),
)
"""Their names and titles, and the action that tells all of it."""


def instruments() -> Iterator[Instrument]:
    """Yield the instruments, empty."""
    yield from (Instrument(_(title), opens, id=name) for name, title, opens in INSTRUMENTS)


def paint(screen: Screen[Any], play: Play, entry: Entry | None) -> None:
    """Paint all of them to the width that they have, or will have; none where there is no room."""
    width = side_width(screen.size.width)
    if width:
        from game.tui.paint.side import PAINTERS

        for name, painter in PAINTERS.items():
            pane = screen.query_one(f"#{name}", Instrument)
            pane.show(*painter(play, pane.inner(width)))
        paint_tension(screen, play, entry)


def paint_tension(screen: Screen[Any], play: Play, entry: Entry | None) -> None:
    """Paint tension, with what the choice pointed at would make of it."""
    width = side_width(screen.size.width)
    if width:
        from game.tui.paint.thermometer import thermometer, titled

        made = entry.decides if entry is not None else None
        foreseen = play.preview(made) if made is not None else None
        pane = screen.query_one("#tension", Instrument)
        pane.show(thermometer(play, pane.inner(width), foreseen), titled(play))

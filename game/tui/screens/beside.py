"""The instruments beside the question: what each is called and opens, and when it is painted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from textual.screen import Screen

from game.text.language import N_, _
from game.tui.menus import Entry
from game.tui.plan import SHELF, SIDE, folded, side_width
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


def _room(screen: Screen[Any]) -> tuple[int, Sequence[str]]:
    """Return how wide instruments are, and which there can be; none where they have no room."""
    if side := side_width(screen.size.width):
        return side, [name for name, _title, _opens in INSTRUMENTS]
    return (0, ()) if folded(screen.size) else (SIDE, SHELF)


def paint(screen: Screen[Any], play: Play, entry: Entry | None) -> None:
    """Paint all of them to the width that they have, or will have; those without room are blank."""
    width, names = _room(screen)
    for pane in screen.query(Instrument):
        if pane.id not in names:
            pane.blank()
    if names:
        from game.tui.paint.side import PAINTERS

        for name in PAINTERS.keys() & names:
            pane = screen.query_one(f"#{name}", Instrument)
            pane.show(*PAINTERS[name](play, pane.inner(width)))
        paint_tension(screen, play, entry)


def paint_tension(screen: Screen[Any], play: Play, entry: Entry | None) -> None:
    """Paint tension, with what the choice pointed at would make of it."""
    width, names = _room(screen)
    if names:
        from game.tui.paint.thermometer import CAUSES, thermometer, titled

        made = entry.decides if entry is not None else None
        foreseen = play.preview(made) if made is not None else None
        pane = screen.query_one("#tension", Instrument)
        causes = 0 if names == SHELF else CAUSES
        pane.show(thermometer(play, pane.inner(width), foreseen, causes), titled(play))

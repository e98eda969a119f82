"""Which saved game to load: the latest first, and under each how its last turns ended."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from game.text.language import N_, _
from game.tui.screens.ask import Ask
from game.tui.widgets.choices import Row

if TYPE_CHECKING:
    from game.tui.library import Kept

TEXT = N_("The latest first.")
EARLIER_TEXT = N_(
    "The latest first; under each, how it stood as its last turns ended. Going on from there makes "
    "a new game, with hindsight."
)
EARLIER = N_("as turn {turn} ended")
INDENT = "   "


class Load(Ask):
    """Saved games to choose from; the result is a name as `game.saves.store.Store` takes it."""

    def __init__(self, kept: Sequence[Kept]) -> None:
        """Offer saved games, those too that can't be loaded: choosing one says why."""
        found = [pair for n, one in enumerate(kept, 1) for pair in _offered(one, n)]
        text = EARLIER_TEXT if any(one.turns for one in kept) else TEXT
        super().__init__(_("Load a game"), _(text), [(name, row.text) for name, row in found])
        self._rows = [row for _name, row in found]

    def rows(self) -> list[Row]:
        """Return the saves with numbers, and what lies under them without."""
        return self._rows


def _offered(one: Kept, place: int) -> Iterator[tuple[str, Row]]:
    """Yield the name and the row of a save, then of its earlier turns, the latest first."""
    told = f"{one.text} - {one.problem}" if one.problem else one.text
    yield one.name, Row(told, number=str(place) if place <= 9 else "-", browse=True)
    for turn in reversed(one.turns):
        yield f"{one.name}~{turn}", Row(INDENT + _(EARLIER, turn=turn), browse=True)

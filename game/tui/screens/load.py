"""Which saved game to load: the latest first, and under each how its last turns ended."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from game.text.language import N_, _
from game.tui.screens.ask import Ask
from game.tui.widgets.choices import Choices, Row

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
    """Saved games to choose from; the result is a name as `game.saves.store.Store` takes it.

    Where each stands is told below the list, from what the list was made of: no file is read here.
    """

    def __init__(self, kept: Sequence[Kept], told: Callable[[Kept], str]) -> None:
        """Offer saved games, those too that can't be loaded: choosing one says why."""
        found = [(one, *pair) for n, one in enumerate(kept, 1) for pair in _offered(one, n)]
        text = EARLIER_TEXT if any(one.turns for one in kept) else TEXT
        super().__init__(_("Load a game"), _(text), [(name, row.text) for _one, name, row in found])
        self._rows = [row for _one, _name, row in found]
        self._kept = [one for one, _name, _row in found]
        self._told = told

    def below(self) -> Sequence[Widget]:
        """Return room for what is told of a save."""
        return (Static("", id="kept", markup=False),)

    def pointed(self, moved: bool) -> None:
        """Tell where the save that is pointed at stands."""
        place = self.query_one(Choices).highlighted
        told = self._told(self._kept[place]) if place >= 0 else ""
        self.query_one("#kept", Static).update(Content(told), layout=False)

    def rows(self) -> list[Row]:
        """Return the saves with numbers, and what lies under them without."""
        return self._rows


def _offered(one: Kept, place: int) -> Iterator[tuple[str, Row]]:
    """Yield the name and the row of a save, then of its earlier turns, the latest first."""
    told = _("{name} - can't be loaded", name=one.text) if one.problem else one.text
    yield one.name, Row(told, number=str(place) if place <= 9 else "-", browse=True)
    for turn in reversed(one.turns):
        yield f"{one.name}~{turn}", Row(INDENT + _(EARLIER, turn=turn), browse=True)

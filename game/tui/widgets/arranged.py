"""The ground that the panes of the game screen lie on: as planned, at every size."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Protocol, runtime_checkable

from textual.containers import Container
from textual.geometry import NULL_OFFSET, NULL_SPACING, Region, Size
from textual.layout import ArrangeResult, Layout, WidgetPlacement
from textual.widget import Widget

from game.tui.plan import planned
from game.tui.widgets.pane import Pane


@runtime_checkable
class Filled(Protocol):
    """Knows how many rows it would take, its rule counted, at a width."""

    def taken(self, width: int) -> int:
        """Return how many rows it would take; nothing where it has nothing to show."""
        ...


class Arranged(Container):
    """Holds the panes; `banded`, it has what one choice would do beside the choices."""

    def __init__(self, *panes: Widget, id: str | None = None) -> None:
        """Hold panes."""
        super().__init__(*panes, id=id)
        self.banded = False
        self._plan = Planned()

    @property
    def layout(self) -> Layout:
        """The plan."""
        return self._plan

    def border(self) -> None:
        """Border the panes as they lie now."""
        for pane in self.children:
            region = self._plan.made.get(pane.id or "")
            pane.set_class(region is not None and region.x == 0, "-left")

    def settle(self) -> bool:
        """Lay the panes out anew if what they show has come to take other room, and say whether."""
        plan = self._plan.make(self, self.size) if self.size else {}
        other = bool(plan) and self._plan.made != plan
        if other:
            self.lay_anew()
        return other

    def lay_anew(self) -> None:
        """Lay the panes out anew; it is a pane's wish that makes the ground forget how it was."""
        for pane in self.children[:1]:
            pane.refresh(layout=True)


class Planned(Layout):
    """Lays panes out by their names."""

    name = "planned"

    def __init__(self) -> None:
        """Have planned nothing."""
        self.made: Mapping[str, Region] = {}

    def make(self, ground: Arranged, size: Size) -> Mapping[str, Region]:
        """Return where each pane of a ground lies."""
        panes = {child.id or "": child for child in ground.displayed_children}

        @cache
        def heights(name: str, width: int) -> int:
            pane = panes.get(name)
            return pane.taken(width) if isinstance(pane, Filled) else 0

        def fits(name: str, width: int) -> bool:
            pane = panes.get(name)
            return not isinstance(pane, Pane) or pane.inner(width) >= pane.broad

        return planned(size, heights, ground.banded, fits)

    def arrange(
        self, parent: Widget, children: list[Widget], size: Size, greedy: bool = True
    ) -> ArrangeResult:
        """Return where each pane lies."""
        if isinstance(parent, Arranged):
            made = self.make(parent, size)
            if made != self.made:
                parent.call_later(parent.border)
            self.made = made
        return [
            WidgetPlacement(self.made[name], NULL_OFFSET, NULL_SPACING, child)
            for child in children
            if (name := child.id or "") in self.made
        ]

"""The page of leaders: a pane for each other office, and one for the viewer's own."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from game.text.language import N_, _, pgettext
from game.tui import ink
from game.tui.paint.leaders import office_text
from game.tui.play import Play
from game.tui.screens.pages import Page, Painter
from game.tui.screens.sheet import close_hint, keys_hint, scroll_hint
from game.tui.widgets.hints import Hint

OWN = N_("Your office")
APART = 110  # columns from which the viewer's own office has a pane of its own


class Leaders(Page):
    """Who holds the offices, what they want and weigh, how they have answered the viewer."""

    NAME = "leaders"
    TITLE_TEXT = N_("Who holds the offices")

    def painters(self) -> Sequence[tuple[str, Painter]]:
        """Return the others' offices, and the viewer's own."""
        names, me = self.play.content.partners, self.play.me
        others = [chair for chair in self.play.index.chairs if chair != me]
        panes = [(names[chair].name, self._of(chair)) for chair in others[:-1]]
        return (*panes, (names[others[-1]].name, self._last(others[-1])), (_(OWN), self._of(me)))

    def hints(self) -> Sequence[Hint]:
        """Return the keys of the page."""
        return (
            scroll_hint(),
            close_hint(),
            ("t", pgettext("key", "table"), "screen.go('table')"),
            ("l", pgettext("key", "leaving"), "screen.go('leaving')"),
            ("a", pgettext("key", "advice"), "screen.go('advisers')"),
            keys_hint(),
        )

    def _of(self, chair: str) -> Painter:
        return lambda play, width: office_text(play, chair, width)

    def _last(self, chair: str) -> Painter:
        """Return what paints an office, and below it the viewer's own where that has no pane."""

        def painted(play: Play, width: int) -> Content:
            found = office_text(play, chair, width)
            if self._apart:
                return found
            own = office_text(play, play.me, width)
            return ink.lines([found, Content(""), ink.heading(_(OWN)), own])

        return painted

    @property
    def _apart(self) -> bool:
        return self.app.size.width >= APART

    def on_mount(self) -> None:
        """Lay the panes out for the width there is."""
        self._lay()

    def on_resize(self) -> None:
        """Lay the panes out anew, and draw to their width."""
        self._lay()
        super().on_resize()

    def _lay(self) -> None:
        self.painted[-1][0].display = self._apart

"""The lesson at the foot of a page: beside what it explains, for as long as it takes to do it."""

from __future__ import annotations

from textual.content import Content

from game.content.records.lessons import DeedKind
from game.tui.play import Play
from game.tui.widgets.pane import Pane


class Taught(Pane):
    """The lesson that the viewer is at; without one it takes no room."""

    def __init__(self, play: Play) -> None:
        """Teach a game's viewer."""
        super().__init__(id="lesson")
        self.play = play
        self.display = False

    def tell(self) -> None:
        """Show the lesson that the viewer is at, or none."""
        lesson = self.play.lesson()
        self.display = lesson is not None
        if lesson is not None:
            from game.tui.paint.lesson import lesson_text, lesson_title

            keys = getattr(self.app, "changed_keys", {})
            self.show(lesson_text(self.play, lesson, keys), lesson_title(self.play, lesson, keys))

    def hear(self, kind: DeedKind, what: str = "") -> None:
        """Hear what the viewer has looked at; where that was the lesson, go on to the next."""
        if self.play.coach.did(self.play.me, kind, what):
            self.tell()

    def blank(self) -> None:
        """Show nothing: somebody else is to sit down."""
        self.show(Content(""))
        self.display = False

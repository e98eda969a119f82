"""The transcript: what the screens say, as text beside the terminal, which says nothing by ear.

It is told of every change of the screen and looks a moment later; what a screen said before isn't
said again as long as the screen is open.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from textual.screen import Screen

from game.session.telling.words import turn_label
from game.web.page.reading import Part, read

if TYPE_CHECKING:
    from game.tui.host import Host

SECONDS = 0.1
"""Between a change and the look at it: what belongs to one change comes together."""
Block = tuple[str, list[str]]
"""A kind (`turn`, `part`, or one of a screen's parts) and its lines."""


@dataclass(slots=True)
class _Said:
    """What has been said of an open screen, and after how many decisions."""

    decided: int = 0
    standing: dict[str, tuple[str, ...]] = field(default_factory=dict)
    asked: dict[str, tuple[str, ...]] = field(default_factory=dict)


class Transcript:
    """What has been said of an app's screens, and what is to be said next."""

    def __init__(self, app: Host, tell: Callable[[str], None]) -> None:
        """Have said nothing; `tell` takes blocks as JSON; `due` is whether it is to look soon."""
        self._app, self._tell = app, tell
        self._said: dict[Screen[Any], _Said] = {}
        self._last: Screen[Any] | None = None
        self._turn: tuple[object, int] | None = None
        self.due = False

    def begin(self) -> None:
        """Say from now on what there is, as if nothing had been said."""
        self._said, self._last, self._turn = {}, None, None
        self.hear()

    def hear(self) -> None:
        """Hear of a change of the screen, and look at it soon."""
        if not self.due and self._app.is_running:
            self.due = True
            self._app.set_timer(SECONDS, self.look)

    def catch_up(self) -> None:
        """Look at once, if something has changed."""
        if self.due:
            self.look()

    def say(self, title: str, text: str) -> None:
        """Say a word that comes up and goes."""
        self._send([("said", [": ".join(filter(None, (title, text)))])])

    def look(self) -> None:
        """Say what the screen says that hasn't been said."""
        self.due = False
        stack = self._app.screen_stack
        if stack:
            self._said = {one: said for one, said in self._said.items() if one in stack}
            screen = stack[-1]
            parts = read(screen) if screen.is_mounted else ()
            if parts:
                self._send([*self._turned(), *self._fresh(screen, parts)])
                self._last = screen

    def _send(self, blocks: list[Block]) -> None:
        if blocks:
            self._tell(json.dumps(blocks))

    def _turned(self) -> Iterator[Block]:
        """Yield the turn, once."""
        desk = self._app.desk
        if desk is not None:
            session = desk.play.session
            turn = (session, session.state.turn)
            if turn != self._turn:
                self._turn = turn
                yield "turn", [turn_label(*turn)]

    def _fresh(self, screen: Screen[Any], parts: tuple[Part, ...]) -> Iterator[Block]:
        """Yield what is new of a screen; where it comes up again, its heading and its pointer."""
        said = self._said.setdefault(screen, _Said())
        desk = self._app.desk
        decided = len(desk.play.session.decisions) if desk is not None else 0
        if decided != said.decided:
            said.decided, said.asked = decided, {}
        again, above = screen is not self._last, ""
        for part in parts:
            lines = _left(said, part)
            if again and part.kind in ("page", "pointed"):
                lines = list(part.lines)
            if lines:
                yield from _blocks(part, lines, above)
                above = part.title


def _left(said: _Said, part: Part) -> list[str]:
    """Return which lines of a part are still to be said, which counts them as said."""
    known = said.asked if part.asked else said.standing
    before = known.get(part.key, ())
    fresh = [line for line in part.lines if line not in before]
    known[part.key] = (*before, *fresh) if part.once else part.lines
    if part.kind == "pointed" and part.lines != before:
        return list(part.lines)
    return fresh


def _blocks(part: Part, lines: list[str], above: str) -> Iterator[Block]:
    if part.title and part.title != above:
        yield "part", [part.title]
    yield part.kind, lines

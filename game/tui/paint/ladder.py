"""The ladder drawn: a lane for each partner, as high as it could climb, and who stands where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from textual.content import Content

from game.narration.ladder import Standing, stand, step_told
from game.text import cells
from game.text.language import _
from game.text.lists import comma_listed
from game.tui import ink
from game.tui.play import Play

LANE, NARROW_LANE = 3, 1  # columns between two rails
ROOMY = 50  # columns from which lanes are broad
HERE = "█"
Told = Callable[[int], Iterable[str]]


def drawn(play: Play, told: Told, width: int) -> Content:
    """Return the ladder from its top rung down, with what is `told` of each rung beside it."""
    chairs = sorted(play.index.chairs, key=lambda chair: chair != play.me)
    lanes = [stand(play.index, play.seen, chair) for chair in chairs]
    lanes.sort(key=lambda one: -one.top)  # whoever can climb higher stands further left
    names = comma_listed(play.viewer.name(one.who) for one in lanes)
    lane = LANE if width >= ROOMY else NARROW_LANE
    head = ink.dim(ink.flow(_("A lane each, from the left: {names}.", names=names)))
    rungs = range(len(play.rungs) - 1, -1, -1)
    return ink.lines([head, *(_rung(play, Lanes(lanes, lane), n, told(n), width) for n in rungs)])


def _rung(play: Play, lanes: Lanes, number: int, told: Iterable[str], width: int) -> Content:
    """Return a rung with its name and who stands on it, over the rails down to the next one."""
    here = [one for one in lanes.stand if one.rung == number]
    who = comma_listed(_named(play, one) for one in here)
    title = f"{number} {play.rungs[number]}" + (f"  < {who}" if here else "")
    left, rails = lanes.rung(number), lanes.below(number)
    room = max(8, width - cells.width(left) - 1)
    first, *pieces = cells.wrap(title, room, later="  ")
    style = "bold $text-accent" if here else "bold"
    rows = [Content.assemble(left, " ", (first, style))]
    rows += [Content.assemble(rails, " ", (piece, style)) for piece in pieces]
    below = (piece for line in told if line for piece in cells.wrap(line, room))
    return ink.lines([*rows, *(Content.assemble(rails, " ", (piece, ink.DIM)) for piece in below)])


def _named(play: Play, one: Standing) -> str:
    """Return who stands somewhere, and how they came there."""
    name, step = play.viewer.name(one.who), step_told(play.index, one)
    return _("{name} ({step})", name=name, step=step) if step else name


@dataclass(frozen=True, slots=True)
class Lanes:
    """Partners side by side, whoever can climb higher first, in lanes of so many columns."""

    stand: Sequence[Standing]
    lane: int

    def rung(self, number: int) -> str:
        """Return the rung itself, as far as anybody can climb to it, with who stands there."""
        first, between, last = ("├", "┼", "┤") if number else ("└", "┴", "┘")
        half = "─" * (self.lane // 2)
        reach = (one for one in self.stand if one.top >= number)
        steps = (f"{half}{HERE if one.rung == number else '─'}{half}" for one in reach)
        return cells.pad(f"{first}{between.join(steps)}{last}", self._width)

    def below(self, number: int) -> str:
        """Return the rails under a rung, down to the next one; under the last there are none."""
        reach = sum(1 for one in self.stand if one.top >= number) if number else -1
        return cells.pad((" " * self.lane).join("│" * (reach + 1)), self._width)

    @property
    def _width(self) -> int:
        return (self.lane + 1) * len(self.stand) + 1

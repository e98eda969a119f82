"""Compiled words of figures: what a player reads of each."""

from __future__ import annotations

from game.content.records.expressions import Amount
from game.content.records.told import Told
from game.record import Record, field


class Unit(Record):
    """How a number is written: `per` of the rules' units make one, told with so many `digits`.

    `moved` is the unit of a move, `narrow` the one on a gauge.
    """

    unit: Told = ""
    per: int = 1
    digits: int = 0
    moved: Told = ""
    narrow: Told = ""

    def told(self, value: int) -> str:
        """Return a value with its unit."""
        return f"{value / self.per:.{self.digits}f} {self.unit}".rstrip()


class DangerLine(Record):
    """A value below or above which (the other is None) something is in danger, in words.

    `short` says in a few words what it then is. `grave`: what is past it ends a run, an office or
    a stay aboard.
    """

    below: int | None
    above: int | None
    text: Told
    short: Told = ""
    grave: bool = False

    def past(self, value: int) -> bool:
        """Return whether a value lies past the line."""
        under = self.below is not None and value < self.below
        return under or (self.above is not None and value > self.above)


class Pull(Record):
    """Something that pulls a figure to where it settles, by its points, `most` either way."""

    name: Told
    points: Amount
    most: int


class FigureWords(Record):
    """What a player reads of the figures whose paths fit a pattern.

    `others` names another partner's, `in_you` what another has towards the reader. `good` is the
    way that is good news: `up`, `down` or `none`. `scale` are a bar's ends, empty where they are
    the figure's own range; `header` is its place there, 0: none. `station`: only where one lives.
    `settles` is what pulls it to where it comes to rest.
    """

    id: str
    path: str
    title: Told
    text: Told
    good: str = "up"
    others: Told = ""
    in_you: Told = ""
    aloud: Told = ""
    gauge: Told = ""
    short: Told = ""
    called: tuple[Told, ...] = ()
    elsewhere: Told = ""
    shown: Unit = field(default_factory=Unit)
    scale: tuple[int, ...] = ()
    danger: tuple[DangerLine, ...] = ()
    settles: tuple[Pull, ...] = ()
    station: bool = False
    header: int = 0
    usual: bool = False

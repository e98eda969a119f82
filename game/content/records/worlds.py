"""Compiled worlds: what each has of its own, or inherits; and figures that it declares itself."""

from __future__ import annotations

from collections.abc import Mapping

from game.content.records.expressions import Amount
from game.content.records.figures import FigureWords
from game.content.records.told import Told
from game.record import Record, field


class Group(Record):
    """A heading of the agenda: `short` where room is scarce, `elsewhere` without a station."""

    title: Told
    short: Told = ""
    elsewhere: Told = ""


class Legacy(Record):
    """A figure of each chair that is graded at the end.

    `name` is its path after the chair's, `topic` the taste that players weigh it by, `turn` what a
    turn adds to it (None: what the rules say).
    """

    name: str
    topic: str
    turn: Amount | None = None


class World(Record):
    """What a world has of its own: empty fields are inherited (`game.content.inheriting`).

    `grades` are letters with the points beyond par from which each is given, the best first;
    `words` are by code what is told otherwise here. `usual`: it is what the others inherit from.
    """

    id: str
    groups: Mapping[str, Group] = field(default_factory=dict)
    ladder: tuple[Told, ...] = ()
    legacies: tuple[Legacy, ...] = ()
    grades: tuple[tuple[str, int], ...] = ()
    words: Mapping[str, Told] = field(default_factory=dict)
    usual: bool = False


class Measure(Record):
    """A figure of a world's own: its range, where it opens, and its words.

    `pattern` is that of its paths: the id, after `<partner>.` where each chair has one. A point of
    it is worth `points` hundredths to computer players, by their taste for `topic`.
    """

    id: str
    pattern: str
    low: int
    high: int
    opens: int
    words: FigureWords
    topic: str = ""
    points: int = 0

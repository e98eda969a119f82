"""What a chair is told of a game: one thing each, with its weight and what it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Literal

from game.narration.alarms import Alarm
from game.narration.cautions import Due
from game.narration.scenes import Cue
from game.rules.decisions import Change
from game.rules.ledger import MOVES


class Rank(IntEnum):
    """How an item weighs: what goes first is told first."""

    ALARM = 1
    CAME = 2
    SCENE = 3
    EVENT = 4
    MOVE = 5
    TRAFFIC = 6
    FIGURES = 7


Sort = Literal[
    "alarm", "due", "answer", "outcome", "dilemma", "breach", "deed", "move", "happening", "figures"
]
"""What an item is: `answer` to an offer, vote or paper, `outcome` of a risk, own `deed`."""


MORE: Mapping[Rank, str] = {
    Rank.ALARM: "why",
    Rank.CAME: "came",
    Rank.SCENE: "chronicle",
    Rank.EVENT: "chronicle",
    Rank.MOVE: "table",
    Rank.TRAFFIC: "flights",
    Rank.FIGURES: "why",
}
"""On which page more of an item is found."""


@dataclass(frozen=True, slots=True, eq=False)
class Item:
    """One thing that a chair is told, itself and no other: its words are made when it is told.

    `place` is after how many decisions it is told. `changes` are all that happened and moved by
    it; every change that a chair may know of is one item's. `decided` is the place of the
    decision that it tells of, -1 where it tells of none.
    """

    rank: Rank
    sort: Sort
    place: int
    turn: int
    changes: tuple[Change, ...] = ()
    subject: str = ""
    decided: int = -1
    cues: tuple[Cue, ...] = ()
    danger: Alarm | Due | None = None

    @property
    def happened(self) -> tuple[Change, ...]:
        """What happened: all but figures."""
        return tuple(c for c in self.changes if c.kind not in MOVES)

    @property
    def moved(self) -> tuple[Change, ...]:
        """What it moved."""
        return tuple(c for c in self.changes if c.kind in MOVES)

    @property
    def outcome(self) -> bool:
        """Whether it tells what came of what the chair had to wait for: no sure deed of its own."""
        return self.rank is Rank.CAME and self.sort != "deed"

    @property
    def more(self) -> str:
        """The page on which more of it is found."""
        return MORE[self.rank]

    @property
    def name(self) -> tuple[int, int, str, str]:
        """What it is by place, weight, sort and subject: alike in two tellings of one game."""
        return (self.place, self.rank, self.sort, self.subject)

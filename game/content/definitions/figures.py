"""What a player reads of a figure, and the figures that a world has of its own.

What the rules need of theirs stands in `game.content.paths`.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.definitions.base import Definition
from game.content.fields import Amount, Label, Line, Positive, Said, Strict, Title, Topic, Word

FigureTitle = Annotated[str, Field(min_length=1), Said("title", "figure")]
FigureLong = Annotated[str, Field(min_length=1), Said("long", "figure")]
Bound = Annotated[int, Field(ge=-1_000_000, le=1_000_000)]


class Shown(Strict):
    """How a number is written: its unit, and how many of the rules' units make one of it."""

    unit: Label = ""
    per: Positive = 1
    digits: Annotated[int, Field(ge=0, le=3)] = 0
    moved: Label = ""
    narrow: Label = ""


class DangerLine(Strict):
    """A value past which something is in danger, and what happens there."""

    below: Bound | None = None
    above: Bound | None = None
    text: Line
    short: Label = ""
    grave: bool = False


class Pull(Strict):
    """Something that pulls a figure to where it settles: its points, and the most they may be."""

    name: Title
    points: Amount
    most: Positive


class Described(Definition):
    """What players read of a figure: its name, meaning, unit, scale and danger."""

    title: FigureTitle
    others: FigureTitle | None = None
    in_you: FigureTitle | None = None
    aloud: FigureTitle | None = None
    gauge: FigureTitle | None = None
    short: FigureTitle | None = None
    called: list[Label] = Field(default_factory=list)
    text: FigureLong
    elsewhere: FigureLong | None = None
    good: Literal["up", "down", "none"]
    shown: Shown = Shown()
    scale: Annotated[list[Bound], Field(min_length=2, max_length=2)] | None = None
    danger: list[DangerLine] = Field(default_factory=list)
    header: Annotated[int, Field(ge=1, le=100)] | None = None


class Figure(Described):
    """What players read of one of the rules' figures."""

    path: Word
    settles: list[Pull] = Field(default_factory=list)
    station: bool = False


class Matters(Strict):
    """How much computer players care for a point of a figure, and which taste of theirs it is."""

    topic: Topic
    points: Annotated[int, Field(ge=-1_000, le=1_000)]


class Measure(Described):
    """A figure of a world's own, which nothing moves but effects: one in all, or one a chair."""

    of: Literal["world", "partner"] = "world"
    range: Annotated[list[Bound], Field(min_length=2, max_length=2)]
    opens: Bound | None = None
    matters: Matters | None = None

"""What a world has of its own beyond its objects: headings, ladder, legacies, grades, words."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, StringConstraints

from game.content.definitions.base import Definition
from game.content.fields import ID_PATTERN, Amount, Called, Label, Said, Small, Strict, Topic, Word

GroupId = Annotated[str, StringConstraints(pattern=f"^{ID_PATTERN.pattern}$")]
Worded = Annotated[str, Field(min_length=1), Said("long", "words")]


class Group(Strict):
    """A heading of the agenda."""

    title: Label
    short: Label | None = None
    elsewhere: Label | None = None


class Legacy(Strict):
    """A figure of each chair that is graded at the end, and what a turn adds to it."""

    figure: Word
    topic: Topic
    turn: Amount | None = None


class Grade(Strict):
    """A letter, and from how many points beyond par on it is given."""

    letter: Annotated[str, Field(min_length=1, max_length=3)]
    ahead: Small


class World(Definition):
    """What a world has of its own; what it leaves out is the base's."""

    groups: Annotated[dict[GroupId, Group], Field(min_length=1, max_length=9)] | None = None
    ladder: Annotated[list[Called], Field(min_length=2, max_length=7)] | None = None
    legacies: Annotated[list[Legacy], Field(min_length=1, max_length=6)] | None = None
    grades: Annotated[list[Grade], Field(min_length=2, max_length=9)] | None = None
    words: dict[Word, Worded] = Field(default_factory=dict)

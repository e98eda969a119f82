"""What comes at home: votes that are announced, and what factions are restless about."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.content.definitions.base import Definition
from game.content.definitions.figures import Pull
from game.content.effects import Effects
from game.content.fields import (
    Condition,
    Day,
    FactionRef,
    Label,
    PartnerRef,
    Small,
    Strict,
    Tellings,
    Title,
    Told,
)


class VoteResult(Strict):
    """What a vote comes to from so many points on."""

    at: Small | None = None
    headline: Tellings
    effects: Effects = Field(default_factory=list)


class Vote(Definition):
    """An election, a budget or a council: announced, weighed by readable lines, then held."""

    partner: PartnerRef
    name: Title
    text: Told
    dates: Annotated[list[Day], Field(min_length=1)]
    ahead: Annotated[int, Field(ge=12, le=48)] = 12
    counts: Annotated[list[Pull], Field(min_length=1, max_length=8)]
    results: Annotated[list[VoteResult], Field(min_length=2, max_length=5)]


class Grievance(Definition):
    """What a faction grows restless about while it is so, and what settles it."""

    faction: FactionRef
    name: Label
    when: Condition
    settled: Condition | None = None
    settles: Told
    points: Annotated[int, Field(ge=1, le=20)]

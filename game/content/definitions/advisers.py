"""Who advises a chair: an office, never a name, with a skill, a leaning and a voice."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from game.content.definitions.base import Definition
from game.content.desks import Desk, Watched
from game.content.fields import (
    FactionRef,
    Long,
    PartnerRef,
    Phrase,
    Reasoned,
    ScenarioRef,
    Strict,
    Title,
)

Reasons = Annotated[list[Reasoned], Field(min_length=2)]


class Aside(Strict):
    """What an adviser says of one faction alone."""

    pro: Annotated[list[Reasoned], Field(alias="for", default_factory=list)]
    against: list[Reasoned] = Field(default_factory=list)


class Voice(Strict):
    """How an adviser talks, at least two phrases for each stance."""

    pro: Annotated[Reasons, Field(alias="for")]
    against: Reasons
    uneasy: Annotated[list[Phrase], Field(min_length=2)]
    of: dict[FactionRef, Aside] = Field(default_factory=dict)


class Adviser(Definition):
    """Somebody at one of the four desks of a chair."""

    partner: PartnerRef
    title: Title
    desk: Desk
    skill: Annotated[int, Field(ge=1, le=5)]
    bias: dict[Watched, Annotated[int, Field(ge=0, le=300)]] = Field(default_factory=dict)
    reserve: bool = False
    scenarios: list[ScenarioRef] = Field(default_factory=list)
    voice: Voice
    text: Long

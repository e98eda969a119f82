"""What a pack says of itself that can be tried: given a state, when something is done, then."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from game.content.definitions.base import Definition
from game.content.fields import (
    ActionRef,
    Condition,
    EventRef,
    FigurePath,
    FlagRef,
    FlagStart,
    PartnerRef,
    Positive,
    ScenarioRef,
    Strict,
    Word,
)

Words = Annotated[str, Field(min_length=1)]


class TestStep(Strict):
    """One thing that is done: a card's choice, an agenda action, or turns that are played on."""

    chair: Annotated[PartnerRef | None, Field(alias="as")] = None
    choose: Word | None = None
    act: ActionRef | None = None
    target: Word | None = None
    play: Annotated[int | None, Field(ge=1, le=400)] = None

    @model_validator(mode="after")
    def _one(self) -> TestStep:
        done = [one for one in (self.choose, self.act, self.play) if one is not None]
        if len(done) != 1:
            raise ValueError("a step of a test does one thing: choose, act or play")
        return self


class Test(Definition):
    """What must come of a state and of what is done in it; `handshake pack test` tries it."""

    why: Words | None = None
    scenario: ScenarioRef | None = None
    chair: Annotated[PartnerRef | None, Field(alias="as")] = None
    seed: Annotated[int, Field(ge=0, le=1_000_000_000)] = 1
    level: Literal["liaison", "director", "cold"] = "director"
    turn: Positive | None = None
    figures: dict[FigurePath, int] = Field(default_factory=dict)
    flags: dict[FlagRef, FlagStart] = Field(default_factory=dict)
    card: EventRef | None = None
    when: list[TestStep] = Field(default_factory=list)
    then: list[Condition] = Field(default_factory=list)
    tells: list[Words] = Field(default_factory=list)
    locked: list[Word] = Field(default_factory=list)

    @model_validator(mode="after")
    def _expects(self) -> Test:
        if not (self.then or self.tells or self.locked):
            raise ValueError("a test expects something: then, tells or locked")
        if self.locked and self.card is None:
            raise ValueError("choices are locked on a card: say which, `card:`")
        return self

"""Effects between partners: deals, promises, steps on the ladder, what one learns of another."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from game.content.effects.declaring import effect
from game.content.fields import (
    Bare,
    ClauseRef,
    Condition,
    Line,
    OtherPartner,
    Strict,
    Told,
)
from game.content.records import effects as r


class TermBody(Strict):
    """A clause and its amount."""

    clause: ClauseRef
    amount: Annotated[int, Field(ge=0, le=10_000)] = 1


class SignBody(Strict):
    """With whom, what, for how long, and whether the own home has passed it on the record."""

    other: Annotated[OtherPartner, Field(alias="with")]
    terms: Annotated[list[TermBody], Field(alias="clauses", min_length=1)]
    months: Annotated[int, Field(ge=0, le=600)] = 24
    ratified: Annotated[bool, Bare()] = False


@effect(
    r.Sign,
    "sign: {with: nasa, clauses: [{clause: seat_swap, amount: 3}], months: 30}",
    "The card itself strikes it, without a round of offers: the other side agrees. The own home "
    "weighs it as any deal; `ratified: true` says that on the record it has passed.",
    somebodys=True,
)
class Sign(Strict):
    """Strike a deal."""

    sign: SignBody


class ProposeBody(Strict):
    """Who offers, what they give, what one would give back, and for how long."""

    other: Annotated[OtherPartner, Field(alias="by")]
    terms: Annotated[list[TermBody], Field(alias="clauses", min_length=1)]
    months: Annotated[int, Field(ge=0, le=600)] = 0
    back: list[TermBody] = Field(default_factory=list)


@effect(
    r.Propose,
    "propose: {by: nasa, clauses: [{clause: seat_swap, amount: 3}], months: 30}",
    "An offer that lies on the desk once the card is answered, to be signed or declined as it "
    "stands. Whose name stands on it hasn't made it, and hears nothing of it. What one would give "
    "oneself stands under `back:`; without `months:` each clause runs for its own time.",
    somebodys=True,
)
class Propose(Strict):
    """Be made an offer."""

    propose: ProposeBody


@effect(r.Breach, "breach: seat_swap", somebodys=True)
class Breach(Strict):
    """Break the own deals that hold a clause."""

    breach: ClauseRef


class PromiseBody(Strict):
    """To whom, in which words, until when, what must then hold, and in words how to keep it."""

    to: OtherPartner
    text: Told
    months: Annotated[int, Field(alias="in_months", ge=1, le=600)]
    keep: Condition
    how: Line = ""


@effect(
    r.MakePromise,
    "promise: {to: nasa, text: A seat for everybody, in_months: 6, keep: stranded == 0}",
    "Kept if the condition holds on the day, broken if not.",
    somebodys=True,
)
class Promise(Strict):
    """Promise something."""

    promise: PromiseBody


@effect(r.Step, "step: 1", "With all that the ladder's steps cost.", somebodys=True)
class Step(Strict):
    """Climb (1) or climb down (-1) the ladder."""

    step: Annotated[Literal[1, -1], Bare()]


@effect(r.Study, "study: nasa", somebodys=True)
class Study(Strict):
    """Learn what another partner keeps to itself."""

    study: OtherPartner

"""Effects on what is counted and noted: figures, flags, words."""

from __future__ import annotations

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator

from game.content.effects.declaring import effect
from game.content.fields import Amount, FigurePath, FlagRef, FlagValue, Strict
from game.content.records import effects as r


@effect(
    r.Shift,
    "shift: {tension: 2, roscosmos.trust.nasa: 5}",
    "Figures stay within their ranges.",
)
class Shift(Strict):
    """Add to figures."""

    shift: Annotated[dict[FigurePath, Amount], Field(min_length=1)]


@effect(r.Assign, "assign: {commitment: 2028}")
class Assign(Strict):
    """Set figures."""

    assign: Annotated[dict[FigurePath, Amount], Field(min_length=1)]


@effect(
    r.SetFlag,
    "flag: {pad_31_lost: true}",
    'A yes/no takes `true` or `false`, a number an amount: `{nights: "flag.nights + 1"}` counts '
    "one up.",
)
class Flag(Strict):
    """Set flags."""

    flag: Annotated[dict[FlagRef, FlagValue], Field(min_length=1)]


class Words(Strict):
    """The words that effects may set, at least one of them."""

    hatch: Literal["open", "closed", "gone"] | None = None
    prk: Literal["open", "sealed", "shut"] | None = None

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.hatch is None and self.prk is None:
            raise ValueError("one of hatch and prk stands here")
        return self


@effect(r.SetWord, "word: {prk: sealed}", each=True)
class SetWord(Strict):
    """Set a word."""

    word: Words

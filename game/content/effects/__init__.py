"""The closed set of effects: each is a map with one key that names it.

Each is declared in the module of its subject; reading, checking, compiling and the guide go by
what is declared there.
"""

from __future__ import annotations

from functools import reduce
from operator import or_
from typing import TYPE_CHECKING, Annotated, Any

from pydantic import Discriminator, Field, Tag

from game.content.effects import figures, hardware, home, people, story, table
from game.content.effects.declaring import EFFECTS, FORMS, are_effects, check_declared, effect
from game.content.fields import STEP, Condition, Strict
from game.content.records import effects as r

SUBJECTS = (figures, home, table, hardware, people, story)
WHEN = "when"


@effect(r.When, "when: tension > 60, do: [{shift: {cohesion: -2}}], else: [{spend: 5}]")
class When(Strict):
    """Effects under a condition."""

    condition: Condition = Field(alias="when")
    then: list[Effect] = Field(alias="do")
    otherwise: list[Effect] = Field(alias="else", default_factory=list)


def effect_branch(value: Any) -> str:
    """Return which effect a map is: the first key that names one, else its first key."""
    if not isinstance(value, dict):
        return STEP
    known = [key for key in value if key in EFFECTS]
    named = [WHEN] if WHEN in known else known or list(value)
    return STEP + (named[0] if named else "")


if TYPE_CHECKING:
    Effect = Strict
else:
    _branches = (Annotated[one.form, Tag(STEP + name)] for name, one in EFFECTS.items())
    Effect = Annotated[reduce(or_, _branches), Discriminator(effect_branch)]
Effects = list[Effect]

When.model_rebuild()
check_declared()

__all__ = ["EFFECTS", "FORMS", "SUBJECTS", "Effect", "Effects", "When", "are_effects"]

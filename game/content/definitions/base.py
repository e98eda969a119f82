"""What all objects of a pack share."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from game.content.fields import (
    Sources,
    Strict,
)

Basis = Literal["article", "record", "counterfactual"]


class Definition(Strict):
    """What all objects share: on what they rest, and findings silenced with a reason."""

    basis: Basis | None = None
    sources: Sources = Field(default_factory=list)
    lint_ignore: dict[str, str] = Field(default_factory=dict)

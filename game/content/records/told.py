"""The texts of content that a player reads, marked so that they can be told in a language."""

from __future__ import annotations

from typing import Annotated, Literal

TOLD: Literal["told"] = "told"
COUNTED: Literal["counted"] = "counted"

Told = Annotated[str, TOLD]
"""A text that a player reads; every language has its own."""
Counted = Annotated[str, COUNTED]
"""The plural of what an amount counts, with the s that the singular leaves out."""

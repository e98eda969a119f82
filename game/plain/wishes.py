"""What the player has said of a new game before it is asked."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the player has said on the command line; None is asked for (`iron`: if all else is)."""

    scenario: str | None = None
    chair: str | None = None
    level: str | None = None
    seed: int | None = None
    hazards: str = "dated"
    iron: bool | None = None

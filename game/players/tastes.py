"""What a player's weighing consists of: worths of figures, and the two that bots have."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

# Worth of one unit of a figure in hundredths of a point, and the topic that weighs it.
Worths = Mapping[str, tuple[int, str]]

WORLD_WORTH: Worths = {
    "tension": (-60, "peace"),
    "altitude": (1, "people"),
    "propellant": (2, "people"),
    "leak": (-6, "people"),
    "power": (70, "science"),
    "supplies": (15, "people"),
    "cohesion": (40, "people"),
    "integrity_usos": (90, "science"),
    "integrity_ros": (90, "science"),
    "gyroscopes": (500, "science"),
}
OWN_WORTH: Worths = {
    "treasury": (8, "money"),
    "income": (150, "money"),
    "capital": (110, "power"),
    "standing": (40, "power"),
    "broken": (-500, "peace"),
    "kept": (200, "peace"),
    "peace": (120, "peace"),
    "science": (120, "science"),
    "people": (120, "people"),
    "power_legacy": (120, "power"),
    "rung": (-150, "peace"),
}


@dataclass(frozen=True, slots=True, eq=False)
class Taste:
    """How one-step players weigh what they foresee, in hundredths of a point.

    `year` is for a year of the station that nobody has promised yet and `over` for one without
    which crews go home within the year. `news` is for a point of what isn't known of how another's
    leader weighs things, and `refused` what a refusal costs. `asks` is the worth of an offer that
    is worth making, and `steps` that of a step on the ladder.
    """

    world: Worths
    own: Worths
    year: int
    over: int
    faction: int
    trust: int
    option: int
    news: int
    refused: int
    asks: int
    steps: int


PLAIN = Taste(
    world=WORLD_WORTH,
    own=OWN_WORTH,
    year=400,
    over=1500,
    faction=60,
    trust=35,
    option=45,
    news=6,
    refused=150,
    asks=300,
    steps=120,
)
HAWKISH = Taste(
    world={**WORLD_WORTH, "tension": (0, "peace")},
    own={**OWN_WORTH, "power_legacy": (200, "power"), "peace": (30, "peace"),
         "standing": (60, "power"), "rung": (160, "power"), "broken": (-150, "peace")},
    year=60,
    over=4000,
    faction=70,
    trust=5,
    option=160,
    news=3,
    refused=60,
    asks=900,
    steps=60,
)  # fmt: skip

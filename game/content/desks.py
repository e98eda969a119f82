"""The four desks that advise a chair, and the figures that each of them answers for. Data alone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

Desk = Literal["station", "money", "abroad", "home"]
Watched = Literal[
    "altitude", "propellant", "leak", "supplies", "power", "cohesion", "integrity_usos",
    "integrity_ros", "hazard", "people", "science", "treasury", "income", "option", "tension",
    "war", "sanctions", "trust", "standing", "rung", "commitment", "kept", "broken", "peace",
    "faction", "power_legacy", "gyroscopes",
]  # fmt: skip
"""A figure by its last name: `trust` is the others' trust in the chair, `faction` each of its
factions, `option` its own outside options, `commitment` anybody's last promised year."""

DESKS: Mapping[str, tuple[str, ...]] = {
    "station": ("altitude", "propellant", "leak", "supplies", "power", "cohesion",
                "integrity_usos", "integrity_ros", "hazard", "people", "science",
                "gyroscopes"),
    "money": ("treasury", "income", "option"),
    "abroad": ("tension", "war", "sanctions", "trust", "standing", "rung", "commitment", "kept",
               "broken", "peace"),
    "home": ("faction", "power_legacy"),
}  # fmt: skip
"""By desk: what it watches, and is judged by. No figure has two desks."""

DESK_WORDS: tuple[str, ...] = get_args(Desk)
WATCHED: tuple[str, ...] = get_args(Watched)

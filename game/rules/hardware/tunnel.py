"""The PrK tunnel behind Zvezda: how its cracks grow, and what a shut hatch costs (F-29, F-30).

The word `prk` is `open`, `sealed` (shut but for unloading, as since 2024: T-058) or `shut` for
good, which takes the port behind it and the straight road for propellant.
"""

from __future__ import annotations

from game.content.records import Vehicle
from game.rules.draft import Draft
from game.rules.messages import message

GROWTH = {"open": 12, "sealed": 6, "shut": 0}  # g a day more each month, between F-29's readings
TRANSFER = {"open": 100, "sealed": 95, "shut": 90}  # % of a freighter's propellant that gets across
RESIDUE = 80  # g a day that a segment loses even behind a shut hatch (the game's own)

SHUT_FOR_GOOD = message("tunnel.shut")
CRACKED = message("tunnel.cracks")


def crack(draft: Draft, months: int) -> None:
    """Let the cracks grow; behind a hatch that is shut for good only a residue is lost."""
    word, leak = draft.state.words["prk"], draft.figures["leak"]
    if word == "shut" and leak > RESIDUE:
        draft.because("rule:tunnel", SHUT_FOR_GOOD)
        draft.shift("leak", RESIDUE - leak)
    elif leak > 0 and GROWTH[word]:
        draft.because("rule:leak", CRACKED)
        draft.shift("leak", GROWTH[word] * months)


def pumped(draft: Draft, vehicle: Vehicle) -> int:
    """Return how much of a freighter's propellant reaches the tanks, kg."""
    return vehicle.propellant * TRANSFER[draft.state.words["prk"]] // 100


def drill(draft: Draft, vehicle: Vehicle) -> None:
    """Unloading through a hatch that is kept shut is an airlock drill, and tires the crew."""
    if vehicle.propellant and draft.state.words["prk"] == "sealed":
        draft.shift("cohesion", -1)

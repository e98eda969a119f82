"""Gyroscopes: four wheels on the US half hold the attitude, wear out, and are missed (F-31).

That there are four, and that Russian thrusters unload them, is on record; how many will do, how
fast they fail and what they leave to the thrusters is the game's own.
"""

from __future__ import annotations

from collections.abc import Mapping

from game.rules.draft import Draft
from game.rules.hardware.ageing import years_old
from game.rules.messages import message

ALL = 4
HOLDING = 2  # working gyroscopes from which they hold the station between two unloadings
THRUSTERS_WORK = (200, 200, 135, 100, 100)  # % of the usual, by working gyroscopes
FAILS, FAILS_A_YEAR = 12, 3  # per mille a quarter for each that works; more each year past design
TIRED_SHARE = 10  # % of lost US integrity that add a per mille
CERTAIN = 1000  # per mille
QUARTER = 3  # months

BEARING = message("gyroscope.bearing")


def hold(figures: Mapping[str, int]) -> bool:
    """Return whether enough of them work to hold the station."""
    return figures["gyroscopes"] >= HOLDING


def odds(figures: Mapping[str, int], months: int) -> int:
    """Return in per mille how likely one of those that work fails in so many months."""
    tired = (100 - figures["integrity_usos"]) // TIRED_SHARE
    each = FAILS + FAILS_A_YEAR * years_old(figures["date"]) + tired
    return figures["gyroscopes"] * each * months // QUARTER


def wear(draft: Draft, months: int) -> None:
    """Let one of them fail by the world's dice."""
    chance = odds(draft.figures, months)
    if not chance or draft.below(CERTAIN, "gyroscope", "usos") >= chance:
        return
    draft.because("rule:gyroscopes", BEARING)
    draft.shift("gyroscopes", -1)
    left = draft.figures["gyroscopes"]
    if hold(draft.figures):
        stopped = message("gyroscope.stops_held", left=left, of=ALL)
    else:
        stopped = message("gyroscope.stops_thrusters", left=left, of=ALL)
    draft.note("headline", "gyroscopes", stopped)

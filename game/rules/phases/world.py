"""Earth moves: tension drifts to where war, sanctions and the ladder push it; trust follows."""

from __future__ import annotations

from datetime import date

from game.rules.draft import Draft
from game.rules.messages import Message, message
from game.rules.resting import rest

TRUST_PULL = 12  # the part of the gap that a turn closes
FASTEST = 12  # points of drift a turn
QUIET_SUN = 18  # hazard far from the sun's maximum (the game's own)
SUN = {2022: 20, 2023: 24, 2024: 29, 2025: 29, 2026: 26, 2027: 23, 2028: 20}
"""Hazard at rest by year: the sun's cycle of the 2020s, at its height in 2024-25 (F-14)."""
BUSY_SUN = 25  # rest from which the sun counts as active
HAZARD_PULL, STORM_PART = 4, 4  # shares of the gap closed, and of the rest that is storms (own)
MOST_PULL = 3  # points that the sky settles in a turn at most
STORM = 10  # points of hazard that a solar storm adds

SILT_MONTHS, SILT_PART = 3, 8  # how often unused channels silt up, and by which part

PULLED_UP, SINKS = message("tension.pulled_up"), message("tension.sinks")
FRONT = message("war.front")
UNUSED = message("channels.unused")
TRUST_FOLLOWS = message("trust.follows")
SOLAR_STORM = message("sun.storm")
SUN_HIGH = message("sun.high")
SUN_QUIET = message("sun.quiet")


def enter(draft: Draft) -> None:
    """Let a turn's drift happen."""
    _war(draft)
    _tension(draft)
    _channels(draft)
    _trust(draft)
    if draft.index.scenario.station:
        _hazard(draft)


def _war(draft: Draft) -> None:
    if draft.figures["war"] > 0:
        draft.because("rule:war", FRONT)
        draft.shift("war", draft.sway(1, "war", "front"))


def _tension(draft: Draft) -> None:
    gap = rest(draft.index, draft.state, "tension") - draft.figures["tension"]
    if gap:
        draft.because("rule:tension", PULLED_UP if gap > 0 else SINKS)
        draft.shift("tension", max(-FASTEST, min(FASTEST, _most(gap))))


def _channels(draft: Draft) -> None:
    """Let what nobody talks through silt up: a part of what is open, once a quarter."""
    if draft.figures["month"] % SILT_MONTHS == 0:
        draft.because("rule:channels", UNUSED)
        draft.shift("channels", -((draft.figures["channels"] + SILT_PART - 1) // SILT_PART))


def _most(gap: int) -> int:
    """Return three quarters of a gap, at least one point of it."""
    return max(1, gap * 3 // 4) if gap > 0 else min(-1, -(-gap * 3 // 4))


def _trust(draft: Draft) -> None:
    """Let trust drift towards what the mood between capitals allows, faster when far from it."""
    draft.because("rule:trust", TRUST_FOLLOWS)
    allowed = 60 - draft.figures["tension"] // 4
    for chair in draft.index.chairs:
        for other in draft.index.chairs:
            if chair != other:
                gap = allowed - draft.figures[f"{chair}.trust.{other}"]
                pull = abs(gap) // TRUST_PULL
                if pull:
                    draft.shift(f"{chair}.trust.{other}", pull if gap > 0 else -pull)


def _hazard(draft: Draft) -> None:
    quiet = sun_rest(draft.figures["date"])
    gap = quiet - draft.figures["hazard"]
    pull = max(-MOST_PULL, min(MOST_PULL, gap // HAZARD_PULL))
    draft.because("rule:hazard", _sun(quiet))
    draft.shift("hazard", draft.sway(3, "hazard", "sun") + pull)
    if draft.below(100, "hazard", "storm") < quiet // STORM_PART:
        draft.because("rule:storm", SOLAR_STORM)
        draft.shift("hazard", STORM)


def sun_rest(day: int) -> int:
    """Return the hazard at which the sky settles on a day."""
    return SUN.get(date.fromordinal(day).year, QUIET_SUN)


def _sun(quiet: int) -> Message:
    return SUN_HIGH if quiet > BUSY_SUN else SUN_QUIET

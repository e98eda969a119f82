"""Earth moves: tension drifts to where war, sanctions and the ladder push it; trust follows."""

from __future__ import annotations

from datetime import date

from game.rules.draft import Draft
from game.rules.messages import Message, message

CALM = 20  # tension with no war, no sanctions and nobody on the ladder
WAR_SHARE, SANCTIONS_SHARE, RUNG_SHARE, DEAL_SHARE = 50, 30, 5, 2
TRUST_PULL = 12  # the part of the gap that a turn closes
MOST_DEALS = 10  # points that all deals together can take off
FASTEST = 6  # points of drift a turn
QUIET_SUN = 18  # hazard far from the sun's maximum (the game's own)
SUN = {2022: 20, 2023: 24, 2024: 29, 2025: 29, 2026: 26, 2027: 23, 2028: 20}
"""Hazard at rest by year: the sun's cycle of the 2020s, at its height in 2024-25 (F-14)."""
BUSY_SUN = 25  # rest from which the sun counts as active
HAZARD_PULL, STORM_PART = 4, 4  # shares of the gap closed, and of the rest that is storms (own)
MOST_PULL = 3  # points that the sky settles in a turn at most
STORM = 10  # points of hazard that a solar storm adds

PULLED_UP, SINKS = message("tension.pulled_up"), message("tension.sinks")
FRONT = message("war.front")
TRUST_FOLLOWS = message("trust.follows")
SOLAR_STORM = message("sun.storm")
SUN_HIGH = message("sun.high")
SUN_QUIET = message("sun.quiet")


def enter(draft: Draft) -> None:
    """Let a turn's drift happen."""
    _war(draft)
    _tension(draft)
    _trust(draft)
    if draft.index.scenario.station:
        _hazard(draft)


def _war(draft: Draft) -> None:
    if draft.figures["war"] > 0:
        draft.because("rule:war", FRONT)
        draft.shift("war", draft.sway(1, "war", "front"))


def tension_rest(draft: Draft) -> int:
    """Return where tension settles if nothing else happens."""
    figures = draft.figures
    pushed = figures["war"] * WAR_SHARE + figures["sanctions"] * SANCTIONS_SHARE
    ladder = RUNG_SHARE * figures["rung.highest"]
    return CALM + pushed // 100 + ladder - min(MOST_DEALS, DEAL_SHARE * len(draft.state.deals))


def _tension(draft: Draft) -> None:
    gap = tension_rest(draft) - draft.figures["tension"]
    if gap:
        draft.because("rule:tension", PULLED_UP if gap > 0 else SINKS)
        draft.shift("tension", max(-FASTEST, min(FASTEST, _half(gap))))


def _half(gap: int) -> int:
    """Return half of a gap, at least one point of it."""
    return max(1, gap // 2) if gap > 0 else min(-1, -(-gap // 2))


def _trust(draft: Draft) -> None:
    """Let trust drift towards what the mood between capitals allows, faster when far from it."""
    draft.because("rule:trust", TRUST_FOLLOWS)
    rest = 60 - draft.figures["tension"] // 4
    for chair in draft.index.chairs:
        for other in draft.index.chairs:
            if chair != other:
                gap = rest - draft.figures[f"{chair}.trust.{other}"]
                pull = abs(gap) // TRUST_PULL
                if pull:
                    draft.shift(f"{chair}.trust.{other}", pull if gap > 0 else -pull)


def _hazard(draft: Draft) -> None:
    rest = sun_rest(draft.figures["date"])
    gap = rest - draft.figures["hazard"]
    pull = max(-MOST_PULL, min(MOST_PULL, gap // HAZARD_PULL))
    draft.because("rule:hazard", _sun(rest))
    draft.shift("hazard", draft.sway(3, "hazard", "sun") + pull)
    if draft.below(100, "hazard", "storm") < rest // STORM_PART:
        draft.because("rule:storm", SOLAR_STORM)
        draft.shift("hazard", STORM)


def sun_rest(day: int) -> int:
    """Return the hazard at which the sky settles on a day."""
    return SUN.get(date.fromordinal(day).year, QUIET_SUN)


def _sun(rest: int) -> Message:
    return SUN_HIGH if rest > BUSY_SUN else SUN_QUIET

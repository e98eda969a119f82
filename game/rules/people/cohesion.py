"""Cohesion: it falls with tension on the ground and rises with joint work (A1-10).

Each turn names what bears on the crew, in points a quarter; what is far from the usual wears off
by itself, so that no number of evenings together lasts for ever.
"""

from __future__ import annotations

from game.rules.draft import Draft
from game.rules.messages import message
from game.rules.people.command import commander
from game.rules.people.feelings import Cause, share

USUAL = 68  # where a crew settles that nothing bears on
WEARS_OFF = 3  # the part of the distance from there that a quarter takes back
CALM_GROUND, TENSION_A_POINT = 40, 12
MOST_STRANDED = 3
CONTENT, WEARY = 60, 50  # morale and fatigue from which the crew's mood tells

GROUND_FELT = message("cohesion.ground")
LEAVING = message("cohesion.leaving")
SEATLESS = message("cohesion.seatless")
MIXED = message("cohesion.mixed")
MOOD = message("cohesion.mood")
TIRED = message("cohesion.tired")
LED = message("cohesion.led")
HABIT = message("cohesion.habit")


def drift(draft: Draft, months: int) -> None:
    """Let a turn's months bear on the crew."""
    if not draft.figures["aboard"]:
        return
    month = draft.figures["month"]
    for points, reason in _bearing(draft):
        if points:
            draft.because("rule:cohesion", reason)
            draft.shift("cohesion", share(points, month, months))


def _bearing(draft: Draft) -> tuple[Cause, ...]:
    """Return what bears on cohesion, in points a quarter."""
    figures = draft.figures
    tension = (figures["tension"] - CALM_GROUND) // TENSION_A_POINT
    mixed = len([1 for p in draft.index.content.partners if figures.get(f"aboard.{p}", 0)])
    return (
        (-max(-1, tension), GROUND_FELT),
        (-figures["rung.highest"], LEAVING),
        (-min(MOST_STRANDED, figures["stranded"]), SEATLESS),
        (max(0, mixed - 2), MIXED),
        ((figures["morale"] - CONTENT) // 8, MOOD),
        (-(max(0, figures["fatigue"] - WEARY) // 8), TIRED),
        (_led(draft), LED),
        (_habit(figures["cohesion"]), HABIT),
    )


def _habit(cohesion: int) -> int:
    """Return a third of the way back to the usual."""
    gap = USUAL - cohesion
    return gap // WEARS_OFF if gap > 0 else -(-gap // WEARS_OFF)


def _led(draft: Draft) -> int:
    """Return what the commander's office adds, by whose person it is (A0-12)."""
    holder = commander(draft.state)
    return draft.index.content.partners[holder.partner].command if holder else 0

"""Cohesion: it falls with tension on the ground and rises with joint work (A1-10).

Each turn names what bears on the crew, in points a quarter; what is far from the usual wears off
by itself, so that no number of evenings together lasts for ever.
"""

from __future__ import annotations

from game.content.records import Content
from game.rules.decisions import Line
from game.rules.draft import Draft
from game.rules.messages import message
from game.rules.people.command import commander
from game.rules.people.feelings import Cause, share
from game.rules.state import State

USUAL = 68  # where a crew settles that nothing bears on
WEARS_OFF = 3  # the part of the distance from there that a quarter takes back
CALM_GROUND, TENSION_A_POINT = 40, 12
MOST_STRANDED = 3
SHARED_A_POINT = 6  # points of what was lived through together that hold up one a quarter
CONTENT, WEARY = 60, 50  # morale and fatigue from which the crew's mood tells

GROUND_FELT = message("cohesion.ground")
LEAVING = message("cohesion.leaving")
SEATLESS = message("cohesion.seatless")
MIXED = message("cohesion.mixed")
MOOD = message("cohesion.mood")
TIRED = message("cohesion.tired")
LED = message("cohesion.led")
SHARED = message("cohesion.shared")
HABIT = message("cohesion.habit")
AS_USUAL = message("cohesion.usual")


def drift(draft: Draft, months: int) -> None:
    """Let a turn's months bear on the crew."""
    if not draft.figures["aboard"]:
        return
    month, rung = draft.figures["month"], draft.figures["rung.highest"]
    bearing = _bearing(draft.index.content, draft.state)
    for points, reason in (*bearing, (_habit(draft.figures["cohesion"]), HABIT)):
        if points:
            draft.because("rule:cohesion", reason)
            if moved := share(points, month, months):
                draft.shift("cohesion", moved)
    draft.because("rule:shared", LEAVING)
    if spent := share(rung, month, months):
        draft.shift("shared", -spent)


def pulling(content: Content, state: State) -> tuple[Line, ...]:
    """Return what pulls at cohesion, a line each; they sum to where it settles, bounds aside.

    What bears on a crew each quarter and what habit takes back are even there. An empty station
    has no company, and nothing pulls at it.
    """
    if not state.figures["aboard"]:
        return ()
    felt = [Line(reason, WEARS_OFF * points) for points, reason in _bearing(content, state)]
    return (Line(AS_USUAL, USUAL), *(line for line in felt if line.amount))


def _bearing(content: Content, state: State) -> tuple[Cause, ...]:
    """Return what bears on cohesion, in points a quarter."""
    figures = state.figures
    tension = (figures["tension"] - CALM_GROUND) // TENSION_A_POINT
    mixed = len([1 for p in content.partners if figures.get(f"aboard.{p}", 0)])
    return (
        (-max(-1, tension), GROUND_FELT),
        (-figures["rung.highest"], LEAVING),
        (-min(MOST_STRANDED, figures["stranded"]), SEATLESS),
        (max(0, mixed - 2), MIXED),
        ((figures["morale"] - CONTENT) // 8, MOOD),
        (-(max(0, figures["fatigue"] - WEARY) // 8), TIRED),
        (_led(content, state), LED),
        (figures["shared"] // SHARED_A_POINT, SHARED),
    )


def _habit(cohesion: int) -> int:
    """Return a third of the way back to the usual."""
    gap = USUAL - cohesion
    return gap // WEARS_OFF if gap > 0 else -(-gap // WEARS_OFF)


def _led(content: Content, state: State) -> int:
    """Return what the commander's office adds, by whose person it is (A0-12)."""
    holder = commander(state)
    return content.partners[holder.partner].command if holder else 0

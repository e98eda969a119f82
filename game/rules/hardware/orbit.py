"""The orbit: decay, who pushes it up again, attitude, and stepping aside for debris.

Figures of reality: decay about 2 km a month near 415 km (F-14), 3.6-4 t of propellant a year for
upkeep (F-17), docked ships push with what they brought (F-18, F-23 to F-25).
"""

from __future__ import annotations

from collections.abc import Mapping

from game.content.records import Vehicle
from game.rules.draft import Draft
from game.rules.hardware.gyroscopes import THRUSTERS_WORK, hold
from game.rules.hardware.ports import moored
from game.rules.messages import message
from game.rules.people.crew import shelter
from game.rules.state import Ship

KEEP_ALTITUDE = 416_000  # m: where the standing plan holds the orbit (F-12)
LOW_ORBIT = 400_000  # m: below this the air thickens fast (F-14)
DECAY_A_MONTH = 2_000  # m, quiet sun (F-14)
PROPELLANT_A_KM = 110  # kg for one km of orbit (from F-17 and F-14)
ATTITUDE_A_MONTH = 90  # kg for attitude and unloading gyroscopes (rest of F-17, F-31)
RESERVE = 500  # kg the standing plan never touches (the game's own)
KIT = 11_700  # m: one and a half Progress ships of 860 kg, at PROPELLANT_A_KM (F-23)
LONGER_BURNS = 6  # % more that a US freighter pushes for each point of the option (the game's own)
ROUTINE = 30  # % of the US reboost option from which its ships push by plan (the game's own)
NO_BURNS = 3  # rung from which nobody burns Russian propellant for the others (A2-23)
OWN_NECK = 360_000  # m: below this Moscow burns even then, for its own crew (own, near F-13)
DODGE_PROPELLANT = 45  # kg for one debris avoidance burn of about five minutes (F-26)
DODGE_METRES = 400  # m of a US ship's push for the same step aside
HIT = 12  # % that what nobody dodged hits something that matters (the game's own)
HIT_DAMAGE = 8  # % of integrity that a hit costs
QUARTER = 3  # months

DRAG = message("orbit.drag")
HELD_STEADY = message("thrusters.steady")
FOR_GYROSCOPES = message("thrusters.gyroscopes")
US_PUSH = message("orbit.us_push")
PROGRESS_BURN = message("orbit.progress_burn")
RAISED = message("orbit.raised")
STEPS_ASIDE = message("debris.stepped_aside")
AVOIDED = message("debris.burn")
US_AVOIDED = message("debris.us_burn")
SHELTERED = message("debris.shelter")
IN_CAPSULES = message("debris.in_capsules")
STRUCK = message("debris.strikes")
STRIKES_HOME = message("debris.strikes_home")


def carried(draft: Draft, vehicle: Vehicle) -> int:
    """Return how far a ship can push when it docks: US freighters further as the option grows.

    Longer burns, then kits in the trunk (T-071, T-096); a whole kit is the most (F-23).
    """
    if vehicle.port != "usos" or vehicle.boost >= KIT:
        return vehicle.boost
    share = draft.figures.get("option.us_reboost", 0)
    return min(KIT, vehicle.boost * (100 + LONGER_BURNS * share) // 100)


def decay(altitude: int, hazard: int) -> int:
    """Return metres of orbit lost in a month; `hazard` 0-100 thickens the air."""
    thicker = max(0, LOW_ORBIT + 10_000 - altitude)
    loss = DECAY_A_MONTH + DECAY_A_MONTH * thicker // 30_000
    return loss * (85 + hazard) // 100


def planned_push(figures: Mapping[str, int]) -> int:
    """Return the metres a month that docked US ships add by the standing plan."""
    share = figures.get("option.us_reboost", 0)
    if share < ROUTINE:
        return 0
    return min(figures["push"], DECAY_A_MONTH * share // 100)


def sink(draft: Draft) -> None:
    """Let a month's drag and attitude control take their toll, and hold the orbit by plan."""
    figures = draft.figures
    draft.because("rule:decay", DRAG)
    draft.shift("altitude", -decay(figures["altitude"], figures["hazard"]))
    draft.because("rule:attitude", HELD_STEADY if hold(figures) else
                  FOR_GYROSCOPES)  # fmt: skip
    share = THRUSTERS_WORK[figures["gyroscopes"]]
    draft.shift("propellant", -(ATTITUDE_A_MONTH * share // 100))
    _hold(draft)


def _hold(draft: Draft) -> None:
    """Reboost by the standing plan: US ships as far as the option goes, then the Russian side."""
    figures = draft.figures
    missing = KEEP_ALTITUDE - figures["altitude"]
    if missing <= 0 or draft.state.words["hatch"] == "gone":
        return
    share = figures.get("option.us_reboost", 0)
    if share >= ROUTINE:
        missing -= push(draft, min(missing, DECAY_A_MONTH * share // 100))
    if figures["rung.highest"] >= NO_BURNS:
        missing = OWN_NECK - figures["altitude"]
    spare = max(0, figures["propellant"] - RESERVE)
    reboost(draft, missing, spare * 1000 // PROPELLANT_A_KM)


def push(draft: Draft, metres: int) -> int:
    """Raise the orbit with what docked US ships brought for it; return how far (F-23 to F-25)."""
    if not draft.figures["push"]:
        return 0
    draft.because("rule:us_reboost", US_PUSH)
    return _burn(draft, "usos", metres)


def _burn(draft: Draft, segment: str, metres: int) -> int:
    """Burn what the ships of a segment brought, the longest docked first; return metres raised."""
    raised = 0
    for ship in moored(draft.index.content, draft.state, segment):
        part = min(ship.boost, metres - raised)
        if part > 0:
            draft.table("ships")[ship.id] = _spent(ship, part)
            raised += part
    if segment == "usos":
        draft.figures["push"] -= raised
        draft.dirty.add("push")
    if raised:
        draft.shift("altitude", raised)
    return raised


def _spent(ship: Ship, metres: int) -> Ship:
    """Return a ship with less left to push with; written out, for `replace` takes far longer."""
    return Ship(
        ship.id, ship.vehicle, ship.name, ship.owner, ship.launched, ship.returns, ship.fault,
        ship.liners, ship.boost - metres,
    )  # fmt: skip


def reboost(draft: Draft, metres: int, most: int | None = None) -> None:
    """Raise the orbit by the Russian side: with what a Progress kept for burns, then the tanks.

    Behind a tunnel shut for good no Progress sits where it can push. `most` caps the tanks' part.
    """
    if draft.state.words["prk"] != "shut" and metres > 0:
        draft.because("rule:progress", PROGRESS_BURN)
        metres -= _burn(draft, "ros", metres)
    tanks = draft.figures["propellant"] * 1000 // PROPELLANT_A_KM
    metres = min(metres, tanks if most is None else min(most, tanks))
    if metres <= 0:
        return
    draft.because("rule:reboost", RAISED)
    draft.shift("altitude", metres)
    draft.shift("propellant", -(metres * PROPELLANT_A_KM // 1000))


def dodge(draft: Draft) -> None:
    """Meet a quarter's worst conjunction: step aside with whoever can push, or shelter (F-26)."""
    months = draft.index.scenario.turn_months
    if draft.below(100 * QUARTER, "debris", "dodge") >= draft.figures["hazard"] * months:
        return
    if _russians_step_aside(draft) or _americans_step_aside(draft):
        draft.note("headline", "altitude", STEPS_ASIDE)
    else:
        _shelter(draft)


def _russians_step_aside(draft: Draft) -> bool:
    figures = draft.figures
    able = figures["rung.highest"] < NO_BURNS and draft.state.words["hatch"] != "gone"
    if not able or figures["propellant"] < DODGE_PROPELLANT:
        return False
    draft.because("rule:dodge", AVOIDED)
    return bool(draft.shift("propellant", -DODGE_PROPELLANT))


def _americans_step_aside(draft: Draft) -> bool:
    if draft.figures["push"] < DODGE_METRES or draft.state.words["hatch"] == "gone":
        return False
    draft.because("rule:dodge", US_AVOIDED)
    return bool(_burn(draft, "usos", DODGE_METRES))


def _shelter(draft: Draft) -> None:
    """Nobody can push: everybody waits in the capsules, for one or two hours (F-27)."""
    draft.because("rule:shelter", SHELTERED)
    if draft.figures["aboard"]:
        draft.shift("cohesion", -2)
        shelter(draft)
        draft.note("headline", "hazard", IN_CAPSULES)
    if draft.below(100, "debris", "hit") < HIT:
        segment = ("usos", "ros")[draft.below(2, "debris", "where")]
        draft.because("rule:hit", STRUCK)
        draft.shift(f"integrity_{segment}", -HIT_DAMAGE)
        draft.shift("power", -HIT_DAMAGE if segment == "usos" else 0)
        draft.note("headline", f"integrity_{segment}", STRIKES_HOME)

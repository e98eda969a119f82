"""The station and its ships live through the turn's months."""

from __future__ import annotations

from game.rules.ageing import outlive
from game.rules.calendar import turn_start
from game.rules.crew import land, stranded, strap_liners
from game.rules.draft import Draft
from game.rules.manifest import fly
from game.rules.orbit import dodge
from game.rules.state import Ship
from game.rules.station import live, refresh

BROKEN_PART = 3  # % of integrity that a failed part costs (the game's own)
UNINHABITABLE = 15  # % of integrity under which nobody can stay (the game's own)
QUARTER = 3  # months
BREAKAGE = {"liaison": 8, "director": 14, "cold": 22}  # % a quarter and segment, by level
STRAIN_A_RUNG = 4  # % more for every rung that somebody has climbed


def enter(draft: Draft) -> None:
    """Fly the manifest, age the station, let things break."""
    until = turn_start(draft.index.scenario, draft.state.turn + 1)
    fly(draft, until)
    outlive(draft, until)
    refresh(draft)
    live(draft, draft.index.scenario.turn_months)
    refresh(draft)
    dodge(draft)
    _break(draft)
    _cohere(draft)
    _evacuate(draft)
    refresh(draft)


def _break(draft: Draft) -> None:
    quarterly = BREAKAGE[draft.state.words["level"]] + STRAIN_A_RUNG * draft.figures["rung.highest"]
    chance = quarterly * draft.index.scenario.turn_months // QUARTER
    for segment, name in (("usos", "US"), ("ros", "Russian")):
        if draft.below(100, "breakage", segment) < chance:
            draft.because("rule:breakage", f"A part fails in the {name} segment")
            draft.shift(f"integrity_{segment}", -BROKEN_PART)
            draft.note("headline", f"integrity_{segment}", f"A part fails in the {name} segment.")


def _evacuate(draft: Draft) -> None:
    """Bring everybody home whom the station can no longer keep alive."""
    figures = draft.figures
    failing = min(figures["integrity_usos"], figures["integrity_ros"]) <= UNINHABITABLE
    if figures["aboard"] and (failing or figures["supplies"] <= 0):
        why = "A segment can't be lived in any more" if failing else "The stores are empty"
        draft.because("rule:evacuation", why)
        draft.note("headline", "aboard", f"{why}: the crews are ordered home.")
        for ship in _crew_ships(draft):
            strap_liners(draft, stranded(draft.state), ship)
        for ship in _crew_ships(draft):
            land(draft, ship, f"{ship.name} brings its crew home early.")


def _crew_ships(draft: Draft) -> list[Ship]:
    """Return the docked crew ships; sound ones take up to two more on liners (F-05)."""
    vehicles = draft.index.content.vehicles
    ships = sorted(draft.state.ships.values(), key=lambda s: s.id)
    return [ship for ship in ships if vehicles[ship.vehicle].use == "crew"]


def _cohere(draft: Draft) -> None:
    """Let cohesion follow tension on the ground and shared work aboard (A1-10)."""
    figures = draft.figures
    mixed = sum(1 for p in draft.index.content.partners if figures.get(f"aboard.{p}", 0))
    rest = 85 - figures["tension"] // 4 + 3 * max(0, mixed - 2) - 6 * figures["stranded"]
    gap = rest - figures["cohesion"]
    draft.because("rule:cohesion", "The crew feels the ground, and its own company")
    draft.shift("cohesion", max(-2, min(2, gap)))

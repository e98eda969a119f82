"""The station and its ships live through the turn's months."""

from __future__ import annotations

from game.content.lines import UNINHABITABLE
from game.content.paths import SEGMENTS
from game.rules.calendar import turn_start
from game.rules.draft import Draft
from game.rules.effects import Actor, perform
from game.rules.facts import feel, live, recount, refresh
from game.rules.hardware import gyroscopes
from game.rules.hardware.ageing import outlive
from game.rules.hardware.manifest import fly
from game.rules.hardware.modules import look_after
from game.rules.hardware.orbit import dodge
from game.rules.messages import message
from game.rules.people import cohesion, command, wellbeing
from game.rules.people.crew import aboard, land, stranded, strap_liners
from game.rules.phases.accidents import happen
from game.rules.state import Crew, Ship

BROKEN_PART = 3  # % of integrity that a failed part costs (the game's own)
QUARTER = 3  # months
BREAKAGE = {"liaison": 8, "director": 14, "cold": 22}  # % a quarter and segment, by level
STRAIN_A_RUNG = 4  # % more for every rung that somebody has climbed
TIRED, TIRED_SHARE = 45, 4  # fatigue from which hands slip, and points of it that cost a % more

UNLIVABLE = message("segment.unlivable")
EMPTY_STORES = message("supplies.empty")


def enter(draft: Draft) -> None:
    """Fly the manifest, age the station, let things break; without a station nothing does."""
    if not draft.index.scenario.station:
        return
    months = draft.index.scenario.turn_months
    until = turn_start(draft.index.scenario, draft.state.turn + 1)
    up = aboard(draft.state)
    fly(draft, until)
    outlive(draft, until)
    command.follow_record(draft)
    recount(draft)
    live(draft, months)
    wellbeing.live(draft, months)
    _records(draft, up)
    recount(draft)
    feel(draft)
    dodge(draft)
    _break(draft)
    gyroscopes.wear(draft, months)
    happen(draft, months)
    look_after(draft)
    cohesion.drift(draft, months)
    _evacuate(draft)
    refresh(draft)


def _break(draft: Draft) -> None:
    quarterly = BREAKAGE[draft.state.words["level"]] + STRAIN_A_RUNG * draft.figures["rung.highest"]
    quarterly += max(0, draft.figures["fatigue"] - TIRED) // TIRED_SHARE
    chance = quarterly * draft.index.scenario.turn_months // QUARTER
    for segment in SEGMENTS:
        if draft.below(100, "breakage", segment) < chance:
            draft.because("rule:breakage", message("part.fails", segment=segment))
            draft.shift(f"integrity_{segment}", -BROKEN_PART)
            failed = message("part.fails_told", segment=segment)
            draft.note("headline", f"integrity_{segment}", failed)


def _records(draft: Draft, up: list[Crew]) -> None:
    """Tell of every stay of record that somebody has passed, and let it have its effects (F-52)."""
    for stay in wellbeing.passed(draft, up):
        told = draft.tell(stay.text)
        draft.because(f"record:{stay.partner}.{stay.days}", told)
        draft.note("headline", "crew", told)
        perform(draft, stay.effects, Actor())


def _evacuate(draft: Draft) -> None:
    """Bring everybody home whom the station can no longer keep alive."""
    figures = draft.figures
    failing = min(figures["integrity_usos"], figures["integrity_ros"]) <= UNINHABITABLE
    if figures["aboard"] and (failing or figures["supplies"] <= 0):
        why = UNLIVABLE if failing else EMPTY_STORES
        draft.because("rule:evacuation", why)
        draft.note("headline", "aboard", message("crew.ordered_home", why=why))
        for ship in _crew_ships(draft):
            strap_liners(draft, stranded(draft.state), ship)
        for ship in _crew_ships(draft):
            land(draft, ship, message("ship.home_early", ship=ship.name))


def _crew_ships(draft: Draft) -> list[Ship]:
    """Return the docked crew ships; sound ones take up to two more on liners (F-05)."""
    vehicles = draft.index.content.vehicles
    ships = sorted(draft.state.ships.values(), key=lambda s: s.id)
    return [ship for ship in ships if vehicles[ship.vehicle].use == "crew"]

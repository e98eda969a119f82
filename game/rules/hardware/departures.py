"""Departures: when ships and their crews go home (F-04, F-05)."""

from __future__ import annotations

from game.rules.draft import Draft
from game.rules.messages import message
from game.rules.people.crew import aboard, land
from game.rules.state import Ship

OVERSTAY = 60  # days past the planned return that a ship waits for its relief (the game's own)
STAND_DOWN = 4  # the rung of recalled crews; behind a shut hatch a side crews its own half again


def depart(draft: Draft, until: int) -> None:
    """Send home, in order of dates, whose time is up before a day and who is recalled."""
    ships = draft.state.ships.values()
    leaving = [s for s in ships if s.returns < until or _recalled(draft, s)]
    for ship in sorted(leaving, key=lambda s: (s.returns, s.id)):
        vehicle = draft.index.content.vehicles[ship.vehicle]
        draft.because(f"flight:{ship.vehicle}", message("ship.leaves", ship=ship.name))
        if vehicle.use == "cargo":
            land(draft, ship, message("ship.emptied", ship=ship.name), ship.returns)
        elif may_leave(draft, ship, until):
            home = draft.figures["date"] if _recalled(draft, ship) else min(ship.returns, until - 1)
            land(draft, ship, message("ship.home", ship=ship.name), home)


def may_leave(draft: Draft, ship: Ship, until: int) -> bool:
    """Return whether a crew ship goes home now: relieved, out of time, or faulty and empty."""
    if ship.fault:
        return not any(c.ship == ship.id for c in aboard(draft.state))
    segment = draft.index.content.partners[ship.owner].segment
    later = [s for s in draft.state.ships.values() if s.launched > ship.launched]
    relieved = any(_same_segment(draft, other, segment) for other in later)
    return relieved or _recalled(draft, ship) or until - ship.returns > OVERSTAY


def _recalled(draft: Draft, ship: Ship) -> bool:
    """Return whether the owner calls the crew home, and everybody had a turn to answer that."""
    just_called = draft.state.used.get(f"{ship.owner}.called") == draft.state.turn - 1
    return draft.figures.get(f"{ship.owner}.rung", 0) == STAND_DOWN and not just_called


def _same_segment(draft: Draft, ship: Ship, segment: str) -> bool:
    content = draft.index.content
    crewed = content.vehicles[ship.vehicle].use == "crew"
    return crewed and content.partners[ship.owner].segment == segment

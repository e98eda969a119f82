"""Docking ports: eight in all, four a segment (F-30); a ship without one waits on the ground."""

from __future__ import annotations

from game.content.paths import SEGMENTS
from game.content.records import Content
from game.rules.draft import Draft
from game.rules.messages import message
from game.rules.people.crew import land
from game.rules.state import Flight, Ship, State, longest_docked

PORTS = {"usos": 4, "ros": 4}  # F-30: four on the Russian side, eight in all
BEHIND_THE_TUNNEL = 1  # the port that is lost with the PrK tunnel (F-30)


def capacity(state: State, segment: str) -> int:
    """Return how many ships a segment can hold."""
    lost = BEHIND_THE_TUNNEL if segment == "ros" and state.words["prk"] == "shut" else 0
    return PORTS[segment] - lost


def moored(content: Content, state: State, segment: str) -> list[Ship]:
    """Return the ships at a segment, longest docked first."""
    ships = [s for s in state.ships.values() if content.vehicles[s.vehicle].port == segment]
    ships.sort(key=longest_docked)
    return ships


def make_room(draft: Draft, flight: Flight) -> bool:
    """Return whether a flight finds a port, sending away what is due, or a freighter for people."""
    content = draft.index.content
    vehicle = content.vehicles[flight.vehicle]
    docked = moored(content, draft.state, vehicle.port)
    excess = len(docked) + 1 - capacity(draft.state, vehicle.port)
    if excess <= 0:
        return True
    freighters = [s for s in docked if content.vehicles[s.vehicle].supplies and _cargo(content, s)]
    leaving = [s for s in freighters if vehicle.use == "crew" or s.returns <= flight.day]
    if len(leaving) < excess:
        return False
    for ship in leaving[:excess]:
        draft.because(f"flight:{ship.vehicle}", message("ship.leaves", ship=ship.name))
        land(draft, ship, message("ship.leaves_port", ship=ship.name, to=flight.name))
    return True


def _cargo(content: Content, ship: Ship) -> bool:
    return content.vehicles[ship.vehicle].use == "cargo"


def count_free(draft: Draft) -> None:
    """Work out how many ports are free, and how far the docked US ships can still push."""
    vehicles, state = draft.index.content.vehicles, draft.state
    held = {"usos": 0, "ros": 0}
    push = 0
    for ship in state.ships.values():
        port = vehicles[ship.vehicle].port
        held[port] += 1
        push += ship.boost if port == "usos" else 0
    for segment in SEGMENTS:
        draft.figures[f"ports.{segment}"] = max(0, capacity(state, segment) - held[segment])
    draft.figures["push"] = push

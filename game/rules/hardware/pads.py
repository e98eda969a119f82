"""Launch pads: which one a flight leaves from, when it can, and the builders at work on it (F-56).

`pad.<id>` counts days from the turn's first until the pad can launch; 0 is open.
"""

from __future__ import annotations

from game.content.records import Content, Pad
from game.rules.draft import Draft
from game.rules.messages import message
from game.rules.state import Flight, State

SCRUB = 10  # % of standing flights that slip by themselves (the game's own)
SCRUB_LEAST, SCRUB_SPREAD = 4, 24  # days that such a slip lasts
SCRUBS = ("weather", "valve", "range")  # why a flight slips by itself

Launches = dict[str, int]
"""The last day on which each pad launched something that is known."""

BUILT_ON = message("pad.built_on")


def pad_of(content: Content, state: State, vehicle: str) -> Pad | None:
    """Return the pad that a type of ship leaves from now: its first open one, else its first."""
    pads = content.vehicles[vehicle].pads
    for pad in pads:
        if not state.figures[f"pad.{pad}"]:
            return content.pads.get(pad)
    return content.pads.get(pads[0]) if pads else None


def opens(state: State, pad: Pad) -> int:
    """Return the day from which a pad can launch, as far as its builders say."""
    return state.figures["date"] + state.figures[f"pad.{pad.id}"]


def launches(draft: Draft) -> Launches:
    """Return when each pad last launched one of the docked ships."""
    found: Launches = {}
    vehicles = draft.index.content.vehicles
    for ship in draft.state.ships.values():
        for pad in vehicles[ship.vehicle].pads[:1]:
            found[pad] = max(found.get(pad, 0), ship.launched)
    return found


def readied(draft: Draft, flight: Flight, last: Launches) -> Flight:
    """Return a flight on the first day that its pad allows, with the reason if that is later.

    What is dated on record, or booked by name, slips only where a pad is out.
    """
    pad = pad_of(draft.index.content, draft.state, flight.vehicle)
    if pad is None:
        return flight
    day = opens(draft.state, pad)
    if draft.figures[f"pad.{pad.id}"] and day > flight.day:
        return slipped(flight, day, f"pad.out:{pad.id}")
    if flight.handle or f"{flight.vehicle}_record" in flight.id:
        return flight
    flight = _scrubbed(draft, flight, pad)
    ready = last.get(pad.id, 0) + pad.turnaround
    return slipped(flight, ready, f"pad.readied:{pad.id}") if ready > flight.day else flight


def _scrubbed(draft: Draft, flight: Flight, pad: Pad) -> Flight:
    """Let one standing flight in ten slip for reasons of its own, once."""
    if flight.slip or draft.below(100, "scrub", flight.id) >= SCRUB:
        return flight
    days = SCRUB_LEAST + draft.below(SCRUB_SPREAD, "scrub days", flight.id)
    why = SCRUBS[draft.below(len(SCRUBS), "scrub why", flight.id)]
    return slipped(flight, flight.day + days, f"pad.{why}:{pad.id}")


def slipped(flight: Flight, day: int, why: str) -> Flight:
    """Return a flight moved to another day, its return with it, and why."""
    by = day - flight.day
    moved = flight.returns + by
    return Flight(
        flight.id, flight.vehicle, flight.name, flight.owner, day, moved, flight.crew,
        flight.handle, flight.swap, flight.slip + by, why,
    )  # fmt: skip


def build(draft: Draft, days: int) -> None:
    """Let the builders work on every pad that is out."""
    for path in [f"pad.{pad}" for pad in draft.index.content.pads]:
        if draft.figures[path]:
            draft.because("rule:pads", BUILT_ON)
            draft.shift(path, -days)

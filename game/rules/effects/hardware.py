"""Performs the effects on flights, ships and the orbit."""

from __future__ import annotations

from game.content.records import effects as r
from game.record import replace
from game.rules.draft import Draft
from game.rules.effects.performing import Actor, performs, today, value
from game.rules.hardware import manifest, orbit, pads
from game.rules.messages import message
from game.rules.patterns import hear
from game.rules.people import crew
from game.rules.state import Ship, longest_docked


@performs(r.BookFlight)
def _flight(draft: Draft, effect: r.BookFlight, actor: Actor) -> None:
    day = today(draft, actor) + effect.days
    flight = manifest.book(draft, effect.vehicle, day, effect.crew, effect.handle)
    if effect.name:
        flight = replace(flight, name=effect.name)
        draft.state.manifest = (*draft.state.manifest[:-1], flight)
    draft.note("ship", flight.id, message("flight.booked", flight=flight.name))


@performs(r.Delay)
def _delay(draft: Draft, effect: r.Delay, actor: Actor) -> None:
    flight = manifest.find(draft, effect.flight, actor.partner(effect.of))
    if flight is None:
        return
    later = pads.slipped(flight, flight.day + effect.days, draft.cause)
    draft.state.manifest = tuple(later if f.id == flight.id else f for f in draft.state.manifest)
    moved = message("flight.later", flight=flight.name, days=effect.days)
    if effect.days < 0:
        moved = message("flight.earlier", flight=flight.name, days=-effect.days)
    draft.note("ship", flight.id, moved)


def docked(draft: Draft, reference: str, actor: Actor) -> Ship | None:
    """Return the ship a role or `docked TYPE` means, if it is still there."""
    if reference.startswith("docked "):
        ships = sorted(draft.state.ships.values(), key=longest_docked)
        return next((s for s in ships if reference == f"docked {s.vehicle}"), None)
    return draft.state.ships.get(actor.role(reference) or actor.target)


@performs(r.Harm)
def _harm(draft: Draft, effect: r.Harm, actor: Actor) -> None:
    ship = docked(draft, effect.ship, actor)
    if ship is not None:
        draft.own("ships")[ship.id] = replace(ship, fault=effect.fault)
        draft.note("ship", ship.id, message("ship.damaged", ship=ship.name, fault=effect.fault))
        if (voyage := f"ship/{ship.vehicle}/damaged") in draft.index.listening.hears:
            hear(draft, voyage)
        crew.reseat(draft)


@performs(r.Mend)
def _mend(draft: Draft, effect: r.Mend, actor: Actor) -> None:
    ship = docked(draft, effect.ship, actor)
    if ship is not None and ship.fault:
        draft.own("ships")[ship.id] = replace(ship, fault="")
        draft.note("ship", ship.id, message("ship.mended", ship=ship.name))


@performs(r.Liner)
def _liner(draft: Draft, effect: r.Liner, actor: Actor) -> None:
    ship = docked(draft, effect.ship, actor)
    if ship is None:
        return
    wanted = actor.role(effect.person)
    everybody = effect.people == "stranded"
    people = [c for c in crew.stranded(draft.state) if everybody or c.id == wanted]
    crew.strap_liners(draft, people, ship)


@performs(r.Extend)
def _extend(draft: Draft, effect: r.Extend, actor: Actor) -> None:
    ship = docked(draft, effect.ship, actor)
    if ship is not None:
        draft.own("ships")[ship.id] = replace(ship, returns=ship.returns + effect.days)
        draft.note("ship", ship.id, message("ship.stays", ship=ship.name, days=effect.days))


@performs(r.Recall)
def _recall(draft: Draft, effect: r.Recall, actor: Actor) -> None:
    """Fly home whoever of a partner's crews has been up longest; a relief stays."""
    owner, vehicles = actor.partner(effect.of), draft.index.content.vehicles
    own = (s for s in draft.state.ships.values() if s.owner == owner)
    crewed = [s for s in own if vehicles[s.vehicle].use == "crew"]
    if crewed:
        ship = min(crewed, key=longest_docked)
        crew.land(draft, ship, message("ship.home_early", ship=ship.name))


@performs(r.Reboost)
def _reboost(draft: Draft, effect: r.Reboost, actor: Actor) -> None:
    metres = 1000 * value(draft, effect.km, actor)
    burn = orbit.push if effect.by == "usos" else orbit.reboost
    burn(draft, metres)

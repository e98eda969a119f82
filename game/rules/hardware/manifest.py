"""The manifest: coming flights, what they bring, who flies in them (F-03 to F-10).

Which pad lets a flight go, which port it finds, who goes home: `pads`, `ports`, `departures`.
"""

from __future__ import annotations

from game.content.records import Content, Vehicle
from game.rules.draft import Draft
from game.rules.hardware import pads
from game.rules.hardware.departures import STAND_DOWN, depart, may_leave
from game.rules.hardware.orbit import carried
from game.rules.hardware.ports import make_room, moored
from game.rules.hardware.tunnel import drill, pumped
from game.rules.messages import Message, message
from game.rules.patterns import hear
from game.rules.people import command
from game.rules.people.crew import board, reseat, take_in
from game.rules.series import counter, next_number
from game.rules.state import Crew, Flight, Ship, next_to_fly

RESCUE = "rescue"  # the handle of a flight that goes up with empty seats
FULL_SUPPLIES, FULL_TANKS = 330, 6_600  # days and kg from which a freighter can wait (own)
GROUNDED, UNPAID, FULL_STORES = "flight.grounded", "flight.unpaid", "flight.full_stores"
PORT_LEFT_LATE, NO_PORT = "flight.port_left_late", "flight.no_port"
NOBODY = (0, 0, "")
CREW_MIX = {"usos": 4, "ros": 3}  # seats a standing crew flight fills (F-04, F-05)


def fly(draft: Draft, until: int) -> None:
    """Launch what is due before a day, in order of dates, then send home whose time is up."""
    due = sorted([f for f in draft.state.manifest if f.day < until], key=next_to_fly)
    last = pads.launches(draft)
    for planned in due:
        _remove(draft, planned)
        flight = pads.readied(draft, planned, last)
        if flight.day >= until:
            _put_back(draft, flight, message("flight.slips", flight=flight.name, why=flight.why))
        elif held := _held_back(draft, flight, until):
            later = pads.slipped(flight, until, held)
            _put_back(draft, later, message("flight.held", flight=flight.name, why=held))
        else:
            last |= dict.fromkeys(_pads(draft, flight)[:1], flight.day)
            _dock(draft, flight)
            _plan_next(draft, flight)
    depart(draft, until)


def _pads(draft: Draft, flight: Flight) -> tuple[str, ...]:
    return draft.index.content.vehicles[flight.vehicle].pads


def _held_back(draft: Draft, flight: Flight, until: int) -> str:
    """Return why a flight doesn't go now, or nothing once it is paid for."""
    if _grounded(draft, flight):
        return GROUNDED
    if not flight.handle and _stores_full(draft, flight):
        return FULL_STORES
    if not make_room(draft, flight):
        return _no_port(draft, flight, until)
    return "" if _pay(draft, flight) else UNPAID


def _no_port(draft: Draft, flight: Flight, until: int) -> str:
    """Return why a flight finds no port: all are held, or one is left only as the turn ends."""
    vehicles = draft.index.content.vehicles
    held = moored(draft.index.content, draft.state, vehicles[flight.vehicle].port)
    leaving = (s for s in held if s.returns < until)
    if any(vehicles[s.vehicle].use == "cargo" or may_leave(draft, s, until) for s in leaving):
        return PORT_LEFT_LATE
    return NO_PORT


def _stores_full(draft: Draft, flight: Flight) -> bool:
    """Return whether a standing freighter would bring nothing that is needed."""
    vehicle = draft.index.content.vehicles[flight.vehicle]
    figures = draft.figures
    stocked = figures["supplies"] >= FULL_SUPPLIES
    fuelled = not vehicle.propellant or figures["propellant"] >= FULL_TANKS
    return vehicle.use == "cargo" and stocked and fuelled


def _remove(draft: Draft, flight: Flight) -> None:
    draft.state.manifest = tuple([f for f in draft.state.manifest if f.id != flight.id])


def _grounded(draft: Draft, flight: Flight) -> bool:
    """Return whether the owner has recalled its crews or the hatch no longer lets anybody in."""
    rung = draft.figures.get(f"{flight.owner}.rung", 0)
    return rung == STAND_DOWN or draft.state.words["hatch"] == "gone"


def bill(content: Content, flight: Flight) -> int:
    """Return what a flight costs its owner at launch; what a card booked is paid already."""
    return 0 if flight.handle else content.vehicles[flight.vehicle].price


def _pay(draft: Draft, flight: Flight) -> bool:
    """Pay for a flight at launch; False when the treasury is too short for it."""
    cost = bill(draft.index.content, flight)
    if flight.owner not in draft.index.chairs or cost == 0:
        return True
    if draft.figures[f"{flight.owner}.treasury"] < cost:
        return False
    draft.because(f"flight:{flight.vehicle}", message("flight.paid", flight=flight.name))
    draft.shift(f"{flight.owner}.treasury", -cost)
    return True


def _put_back(draft: Draft, flight: Flight, told: Message) -> None:
    draft.state.manifest = (*draft.state.manifest, flight)
    draft.because(f"flight:{flight.vehicle}", told)
    draft.note("ship", flight.id)


def _dock(draft: Draft, flight: Flight) -> None:
    vehicle = draft.index.content.vehicles[flight.vehicle]
    ship = Ship(
        flight.id, flight.vehicle, flight.name, flight.owner, flight.day, flight.returns,
        boost=carried(draft, vehicle),
    )  # fmt: skip
    draft.own("ships")[ship.id] = ship
    _unload(draft, vehicle, flight)
    crew = _manned(draft, flight)
    command.relieve(draft, ship, crew)
    for person in crew:
        board(draft, person, ship.id, flight.day)
    if (voyage := f"ship/{flight.vehicle}/docked") in draft.index.listening.hears:
        hear(draft, voyage)
    if draft.told:
        _tell(draft, flight, tuple([person.id for person in crew]))
    reseat(draft)
    if flight.handle:
        take_in(draft, ship)


def _unload(draft: Draft, vehicle: Vehicle, flight: Flight) -> None:
    draft.because(f"flight:{flight.vehicle}", message("ship.docking", ship=flight.name))
    if vehicle.supplies:
        draft.shift("supplies", vehicle.supplies)
    if vehicle.propellant:
        draft.shift("propellant", pumped(draft, vehicle))
    drill(draft, vehicle)


def _tell(draft: Draft, flight: Flight, crew: tuple[str, ...]) -> None:
    docked = message("ship.docks", ship=flight.name)
    if crew:
        docked = message("ship.docks_crewed", ship=flight.name, crew=crew)
    draft.note("ship", flight.id, docked)


def _manned(draft: Draft, flight: Flight) -> list[Crew]:
    """Return who really flies: swap seats by the deals, stand-ins for whoever is still aloft."""
    people = draft.index.content.people
    crew: list[str] = []
    for booked in flight.crew:
        person = _substitute(draft, flight, booked)
        if person in crew or _aloft(draft, person):
            person = _rested(draft, people[person].partner, crew)
        if person:
            crew.append(person)
    return [Crew(p, people[p].partner, "ground", "", flight.day) for p in crew]


def _aloft(draft: Draft, person: str) -> bool:
    found = draft.state.crew.get(person)
    return found is not None and found.place == "aboard"


def _substitute(draft: Draft, flight: Flight, person: str) -> str:
    if not flight.swap or draft.figures.get("deal.seat_swap", 0):
        return person
    for planned in draft.index.scenario.manifest:
        if planned.name == flight.name:
            return planned.substitutes.get(person, person)
    return person


def _plan_next(draft: Draft, flight: Flight) -> None:
    """Book the standing plan's next flight of this type, unless one is on the manifest."""
    cadence = draft.index.scenario.cadence.get(flight.vehicle)
    if cadence is None or flight.handle:
        return
    if [1 for f in draft.state.manifest if f.vehicle == flight.vehicle and not f.handle]:
        return
    book(draft, flight.vehicle, flight.day + cadence, "own")


def book(draft: Draft, vehicle_id: str, day: int, crew: str, handle: str = "") -> Flight:
    """Put a flight on the manifest and return it; `crew` is `own` or `none`."""
    vehicle = draft.index.content.vehicles[vehicle_id]
    number = draft.state.flags.get(f"count.{vehicle_id}", 0) + 1
    draft.own("flags")[f"count.{vehicle_id}"] = number
    people = _crew_for(draft, vehicle) if vehicle.use == "crew" and crew == "own" else ()
    stay = draft.index.scenario.cadence.get(vehicle_id, 200) if people else vehicle.stay
    stay = stay or vehicle.life
    flight = Flight(
        f"{vehicle_id}_{number}", vehicle_id, _name(draft, vehicle, day, number, handle),
        vehicle.owner, day, day + stay, people, handle, swap=False,
    )  # fmt: skip
    draft.state.manifest = (*draft.state.manifest, flight)
    return flight


def find(draft: Draft, reference: str, owner: str) -> Flight | None:
    """Return a coming flight by handle, or a partner's `next_crew` or `next_cargo`."""
    use = reference.removeprefix("next_")
    vehicles = draft.index.content.vehicles
    coming = sorted(draft.state.manifest, key=next_to_fly)
    for flight in coming:
        mine = not owner or flight.owner == owner
        typed = reference.startswith("next_") and vehicles[flight.vehicle].use == use
        if mine and (typed or flight.handle == reference):
            return flight
    return None


def _name(draft: Draft, vehicle: Vehicle, day: int, number: int, handle: str) -> str:
    if handle == RESCUE:
        return vehicle.sent_empty or vehicle.name
    lead = f"{vehicle.name} "
    if vehicle.series:
        lead, rows, mark = vehicle.series, draft.index.numbers, counter(vehicle)
        number = next_number(rows.get(lead, ()), draft.state.flags.get(mark, 0), day)
        draft.own("flags")[mark] = number
    return f"{lead}{number}"


def _crew_for(draft: Draft, vehicle: Vehicle) -> tuple[str, ...]:
    """Choose a standing crew from the fictional corps, with a swap seat where a deal runs."""
    segment = draft.index.content.partners[vehicle.owner].segment
    count = min(CREW_MIX[segment], vehicle.seats)
    wanted = _agencies(draft, vehicle.owner, segment, count)
    taken: list[str] = []
    for partner in wanted:
        person = _rested(draft, partner, taken) or _rested(draft, vehicle.owner, taken)
        if person:
            taken.append(person)
    return tuple(taken)


def _agencies(draft: Draft, owner: str, segment: str, count: int) -> list[str]:
    """Return whose people sit in a standing crew, by seat."""
    wanted = [owner] * count
    partners = draft.index.content.partners
    guests = [p for p in partners if p != owner and partners[p].segment == segment]
    if guests and segment == "usos" and count > 1:
        turn = draft.state.turn
        wanted[-1] = guests[turn % len(guests)]
    if draft.figures.get("deal.seat_swap", 0):
        other = next((p for p in draft.index.chairs if _crewed_rival(draft, p, segment)), "")
        if other and count > 1:
            wanted[1] = other
    return wanted


def _crewed_rival(draft: Draft, partner: str, segment: str) -> bool:
    other = draft.index.content.partners[partner].segment != segment
    return other and bool(draft.index.ships[partner])


def _rested(draft: Draft, partner: str, taken: list[str]) -> str:
    """Return the fictional person of a partner who has been on the ground longest, or nothing.

    Whoever trains or recovers comes after all the others.
    """
    booked = {p for f in draft.state.manifest for p in f.crew} | set(taken)
    crew = draft.state.crew
    free = [
        p
        for p in draft.index.corps[partner]
        if p not in booked and (p not in crew or crew[p].place not in ("aboard", "lost"))
    ]
    # until when they are busy, then since when they rest
    busy = [(crew[p].until, crew[p].since, p) if p in crew else (0, 0, p) for p in free]
    return min(busy, default=NOBODY)[2]

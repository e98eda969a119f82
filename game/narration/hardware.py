"""Ships, flights, pads, ports, power and the tunnel in words, for the screen and the plain game."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from game.content.paths import SEGMENTS
from game.content.records import Content
from game.narration.words import why_told
from game.rules.hardware import ageing, gyroscopes, orbit, pads, ports, power
from game.rules.hardware.manifest import bill
from game.rules.hardware.modules import mark
from game.rules.hardware.tunnel import GROWTH, TRANSFER
from game.rules.people.crew import free_seats, seats
from game.rules.phases.world import BUSY_SUN, sun_rest
from game.rules.state import Flight, Ship, State
from game.text.counting import counted
from game.text.language import _

AHEAD = 365  # days of the manifest that are told flight by flight
HALVES = {"usos": "US", "ros": "Russian"}
TUNNEL = {
    "open": "The tunnel's hatch is open.",
    "sealed": "The tunnel's hatch is shut but for unloading.",
    "shut": "The tunnel's hatch is shut for good, and the port behind it lost.",
}


@dataclass(frozen=True, slots=True)
class Entry:
    """A thing on a list: its name, what stands at the other end, more below; `alarm` marks it."""

    name: str
    mark: str
    details: tuple[str, ...] = ()
    alarm: bool = False

    @property
    def line(self) -> str:
        """The entry as one sentence."""
        return f"{self.name}: {', '.join((self.mark, *self.details))}."


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()


def ships(content: Content, seen: State) -> Iterator[Entry]:
    """Yield the docked ships: age against certified life, port, seats, faults, what they can do."""
    for segment in ("ros", "usos"):
        for ship in ports.moored(content, seen, segment):
            yield _ship(content, seen, ship)


def _ship(content: Content, seen: State, ship: Ship) -> Entry:
    vehicle, today = content.vehicles[ship.vehicle], seen.figures["date"]
    age, life = max(0, today - ship.launched), ageing.life(vehicle, today)
    chance = ageing.risk(vehicle, ship, today)
    owner = content.partners[ship.owner].name
    details = [f"{owner}, {HALVES[vehicle.port]} port, leaves {_day(ship.returns)}"]
    if vehicle.seats:
        free = free_seats(content, seen, ship)
        details.append(f"{counted(seats(content, ship), 'seat')}, {free} free")
    if ship.boost:
        details.append(f"can push {ship.boost / 1000:.1f} km")
    if age > life:
        details.append(f"past its certified life, {chance} % a quarter that it fails")
    if ship.fault:
        details.append(f"FAULT: {ship.fault}")
    return Entry(ship.name, f"day {age} of {life}", tuple(details), bool(ship.fault) or age > life)


def berths(content: Content, seen: State) -> Iterator[Entry]:
    """Yield how many ports of each half are taken."""
    for segment in ("ros", "usos"):
        taken = len(ports.moored(content, seen, segment))
        held = ports.capacity(seen, segment)
        name = f"{HALVES[segment]} ports"
        yield Entry(name, f"{taken} of {held} taken", alarm=taken >= held)


def flights(content: Content, seen: State) -> Iterator[Entry]:
    """Yield the coming flights by day: owner, pad, people, and why they have slipped.

    What is planned beyond a year isn't named, for no plan is that firm; it is counted.
    """
    near = coming(seen)
    for flight in near:
        yield _flight(content, seen, flight)
    if later := len(seen.manifest) - len(near):
        yield Entry("Beyond a year", f"{later} more planned")


def coming(seen: State) -> tuple[Flight, ...]:
    """Return the flights of the coming year, by day."""
    last = seen.figures["date"] + AHEAD
    near = (flight for flight in seen.manifest if flight.day <= last)
    return tuple(sorted(near, key=lambda f: (f.day, f.id)))


def next_bill(content: Content, seen: State, chair: str) -> str:
    """Return a chair's next flight that is yet to be paid, its price and its day; or nothing."""
    mine = (f for f in coming(seen) if f.owner == chair and bill(content, f))
    flight = next(mine, None)
    if flight is None:
        return ""
    return f"Next: {flight.name}, {bill(content, flight)} M by {_day(flight.day)}."


def _flight(content: Content, seen: State, flight: Flight) -> Entry:
    owner = content.partners[flight.owner].name
    pad = pads.pad_of(content, seen, flight.vehicle)
    people = ", ".join(content.people[person].name for person in flight.crew)
    price = bill(content, flight)
    cost = f", {price} M at launch" if price else ""
    details = [f"{owner}, {pad.name if pad else 'no pad on record'}{cost}", people or "no crew"]
    if flight.swap:
        details.append("an exchanged seat")
    if flight.slip:
        moved = "slipped" if flight.slip > 0 else "brought forward"
        details.append(
            f"{moved} {counted(abs(flight.slip), 'day')}: {why_told(content, flight.why)}"
        )
    held = pad is not None and pads.opens(seen, pad) > flight.day
    if pad is not None and held:
        details.append(f"HELD: {pad.name} is out until {_day(pads.opens(seen, pad))}")
    return Entry(flight.name, _day(flight.day), tuple(details), held)


def launch_pads(content: Content, seen: State) -> Iterator[Entry]:
    """Yield the pads: where, whose, open or out until when, and who leaves from them."""
    for pad in content.pads.values():
        users = [v.name for v in content.vehicles.values() if pad.id in v.pads]
        out = seen.figures[f"pad.{pad.id}"]
        mark = f"out until {_day(pads.opens(seen, pad))}" if out else "open"
        owner = content.partners[pad.owner].name
        yield Entry(pad.name, mark, (f"{pad.place}, {owner}", ", ".join(users)), bool(out))


def light(seen: State) -> Iterator[Entry]:
    """Yield what the wings give, what goes across, and what each half needs and has."""
    figures, held = seen.figures, power.given(seen)
    yield Entry("US wings give", f"{counted(figures['power'], 'point')}")
    across = 0 if seen.words["hatch"] == "gone" else figures["power_share"]
    yield Entry("Of it sent across", f"{across} %")
    for segment in SEGMENTS:
        short = figures[f"short.{segment}"]
        told = (f"short by {short} %: racks go dark, the half wears out",) if short else ()
        mark = f"{held[segment]} of {power.NEED[segment]} needed"
        yield Entry(f"{HALVES[segment]} half has", mark, told, bool(short))


def air(seen: State) -> Iterator[Entry]:
    """Yield how the tunnel stands and what that costs."""
    word = seen.words["prk"]
    yield Entry("Tunnel", word, (TUNNEL[word].rstrip("."),), word == "shut")
    yield Entry("Air lost", f"{seen.figures['leak'] / 1000:.2f} kg/day")
    yield Entry("Its cracks grow", f"{GROWTH[word]} g/day a month")
    yield Entry("A tanker hands over", f"{TRANSFER[word]} %")


def sky(seen: State) -> Iterator[Entry]:
    """Yield debris and sun: the odds of stepping aside, who can, and how fast the orbit sinks."""
    figures = seen.figures
    loss = orbit.decay(figures["altitude"], figures["hazard"])
    sun = "near its maximum" if sun_rest(figures["date"]) > BUSY_SUN else "quiet"
    yield Entry("The sun is", sun)
    yield Entry("Orbit lost", f"{loss / 1000:.1f} km a month")
    yield Entry("Debris to dodge", f"{figures['hazard']} % a quarter")
    yield Entry("Docked US ships can push", f"{figures['push'] / 1000:.1f} km")


def age(seen: State) -> Iterator[Entry]:
    """Yield how old the station is past its design, what that costs, and how its wheels turn."""
    years = ageing.years_old(seen.figures["date"])
    yield Entry("Past its design", f"year {years}" if years else "not yet")
    yield Entry("Spares take", f"{ageing.SPARES * years} % of income")
    turn, risk = seen.figures["gyroscopes"], gyroscopes.odds(seen.figures, gyroscopes.QUARTER)
    told = f"{risk / 10:.1f} % a quarter that one stops"
    mark = f"{turn} of {gyroscopes.ALL} turn"
    yield Entry("Gyroscopes", mark, (told,), not gyroscopes.hold(seen.figures))


def modules(content: Content, seen: State) -> Iterator[Entry]:
    """Yield the named parts of each half: what is closed since when, and at which health next."""
    for module in content.modules.values():
        since = seen.used.get(mark(module.id))
        half = _("{half} half, closed at {n} %", half=HALVES[module.segment], n=module.fails)
        told = _("closed since {day}", day=_day(since)) if since else _("in use")
        yield Entry(module.name, told, (half,), since is not None)

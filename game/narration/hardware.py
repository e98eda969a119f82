"""Ships, flights, pads, ports, power and the tunnel in words, for the screen and the plain game."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from game.content.paths import SEGMENTS
from game.content.records import Content
from game.narration.words import content_told, why_told
from game.rules.hardware import ageing, gyroscopes, orbit, pads, ports, power
from game.rules.hardware.manifest import bill
from game.rules.hardware.modules import mark
from game.rules.hardware.tunnel import GROWTH, TRANSFER
from game.rules.people.crew import free_seats, seats
from game.rules.phases.world import BUSY_SUN, sun_rest
from game.rules.state import Flight, Ship, State
from game.text.language import N_, _, ngettext, pgettext, unfilled
from game.text.lists import comma_listed

YEAR = 12  # months over which it is told what age takes
AHEAD = 365  # days of the manifest that are told flight by flight
TUNNEL = {
    "open": N_("The tunnel's hatch is open."),
    "sealed": N_("The tunnel's hatch is shut but for unloading."),
    "shut": N_("The tunnel's hatch is shut for good, and the port behind it lost."),
}

TUNNEL_WORDS = {"open": "open", "sealed": "sealed", "shut": "shut"}


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
        told = comma_listed([self.mark, *self.details])
        return pgettext("an entry of a list", "{name}: {what}.", name=self.name, what=told)


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
    leaves = _day(ship.returns)
    details = [
        _("{owner}, US port, leaves {day}", owner=owner, day=leaves)
        if vehicle.port == "usos"
        else _("{owner}, Russian port, leaves {day}", owner=owner, day=leaves)
    ]
    if vehicle.seats:
        free = free_seats(content, seen, ship)
        places = seats(content, ship)
        details.append(
            ngettext("{n} seat, {free} free", "{n} seats, {free} free", places, free=free)
        )
    if ship.boost:
        details.append(_("can push {km:.1f} km", km=ship.boost / 1000))
    if age > life:
        details.append(
            _("past its certified life, {chance} % a quarter that it fails", chance=chance)
        )
    if ship.fault:
        details.append(_("FAULT: {fault}", fault=content_told(content, ship.fault)))
    mark = _("day {day} of {of}", day=age, of=life)
    return Entry(
        content_told(content, ship.name), mark, tuple(details), bool(ship.fault) or age > life
    )


def berths(content: Content, seen: State) -> Iterator[Entry]:
    """Yield how many ports of each half are taken."""
    for segment in ("ros", "usos"):
        taken = len(ports.moored(content, seen, segment))
        held = ports.capacity(seen, segment)
        name = _("US ports") if segment == "usos" else _("Russian ports")
        mark = _("{taken} of {held} taken", taken=taken, held=held)
        yield Entry(name, mark, alarm=taken >= held)


def flights(content: Content, seen: State) -> Iterator[Entry]:
    """Yield the coming flights by day: owner, pad, people, and why they have slipped.

    What is planned beyond a year isn't named, for no plan is that firm; it is counted.
    """
    near = coming(seen)
    for flight in near:
        yield _flight(content, seen, flight)
    if later := len(seen.manifest) - len(near):
        yield Entry(_("Beyond a year"), ngettext("{n} more planned", "{n} more planned", later))


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
    return _(
        "Next: {flight}, {price} M by {day}.",
        flight=content_told(content, flight.name),
        price=bill(content, flight),
        day=_day(flight.day),
    )


def _flight(content: Content, seen: State, flight: Flight) -> Entry:
    owner = content.partners[flight.owner].name
    pad = pads.pad_of(content, seen, flight.vehicle)
    people = comma_listed([content.people[person].name for person in flight.crew])
    price = bill(content, flight)
    where = [owner, pad.name if pad else _("no pad on record")]
    if price:
        where.append(_("{price} M at launch", price=price))
    details = [comma_listed(where), people or _("no crew")]
    if flight.swap:
        details.append(_("an exchanged seat"))
    if flight.slip:
        details.append(_slipped(flight.slip, why_told(content, flight.why)))
    held = pad is not None and pads.opens(seen, pad) > flight.day
    if pad is not None and held:
        opens = _day(pads.opens(seen, pad))
        details.append(_("HELD: {pad} is out until {day}", pad=pad.name, day=opens))
    return Entry(content_told(content, flight.name), _day(flight.day), tuple(details), held)


def _slipped(days: int, why: str) -> str:
    """Return by how much a flight has moved, and why."""
    if days > 0:
        return ngettext("slipped {n} day: {why}", "slipped {n} days: {why}", days, why=why)
    return ngettext(
        "brought forward {n} day: {why}", "brought forward {n} days: {why}", -days, why=why
    )


def launch_pads(content: Content, seen: State) -> Iterator[Entry]:
    """Yield the pads: where, whose, open or out until when, and who leaves from them."""
    for pad in content.pads.values():
        users = [v.name for v in content.vehicles.values() if pad.id in v.pads]
        out = seen.figures[f"pad.{pad.id}"]
        opens = _day(pads.opens(seen, pad))
        mark = _("out until {day}", day=opens) if out else pgettext("a pad", "open")
        place = comma_listed([pad.place, content.partners[pad.owner].name])
        yield Entry(pad.name, mark, (place, comma_listed(users)), bool(out))


def light(seen: State) -> Iterator[Entry]:
    """Yield what the wings give, what goes across, and what each half needs and has."""
    figures, held = seen.figures, power.given(seen)
    given = ngettext("{n} point", "{n} points", figures["power"])
    yield Entry(_("US wings give"), given)
    across = 0 if seen.words["hatch"] == "gone" else figures["power_share"]
    yield Entry(_("Of it sent across"), f"{across} %")
    for segment in SEGMENTS:
        short = figures[f"short.{segment}"]
        dark = _("short by {percent} %: racks go dark, the half wears out", percent=short)
        mark = _("{held} of {needed} needed", held=held[segment], needed=power.NEED[segment])
        name = _("US half has") if segment == "usos" else _("Russian half has")
        yield Entry(name, mark, (dark,) if short else (), bool(short))


def air(seen: State) -> Iterator[Entry]:
    """Yield how the tunnel stands and what that costs."""
    word = seen.words["prk"]
    stands = unfilled("the tunnel", TUNNEL_WORDS[word])
    yield Entry(_("Tunnel"), stands, (_(TUNNEL[word]).rstrip("."),), word == "shut")
    yield Entry(_("Air lost"), _("{kg:.2f} kg/day", kg=seen.figures["leak"] / 1000))
    yield Entry(_("Its cracks grow"), _("{grams} g/day a month", grams=GROWTH[word]))
    yield Entry(_("A tanker hands over"), f"{TRANSFER[word]} %")


def sky(seen: State) -> Iterator[Entry]:
    """Yield debris and sun: the odds of stepping aside, who can, and how fast the orbit sinks."""
    figures = seen.figures
    loss = orbit.decay(figures["altitude"], figures["hazard"])
    busy = sun_rest(figures["date"]) > BUSY_SUN
    yield Entry(_("The sun is"), _("near its maximum") if busy else pgettext("the sun", "quiet"))
    yield Entry(_("Orbit lost"), _("{km:.1f} km a month", km=loss / 1000))
    yield Entry(_("Debris to dodge"), _("{percent} % a quarter", percent=figures["hazard"]))
    yield Entry(_("Docked US ships can push"), _("{km:.1f} km", km=figures["push"] / 1000))


def age(seen: State) -> Iterator[Entry]:
    """Yield how old the station is past its design, what that costs, and how its wheels turn."""
    years = ageing.years_old(seen.figures["date"])
    yield Entry(_("Past its design"), _("year {year}", year=years) if years else _("not yet"))
    lost = ageing.aged(seen.figures["date"], seen.words["level"], YEAR)
    yield Entry(_("Age takes of each half"), _("{n} % a year", n=lost))
    yield Entry(_("Spares take"), _("{percent} % of income", percent=ageing.SPARES * years))
    turn, risk = seen.figures["gyroscopes"], gyroscopes.odds(seen.figures, gyroscopes.QUARTER)
    told = _("{percent:.1f} % a quarter that one stops", percent=risk / 10)
    turning = _("{turning} of {all} turn", turning=turn, all=gyroscopes.ALL)
    yield Entry(_("Gyroscopes"), turning, (told,), not gyroscopes.hold(seen.figures))


def modules(content: Content, seen: State) -> Iterator[Entry]:
    """Yield the named parts of each half: what is closed since when, and at which health next."""
    for module in content.modules.values():
        since = seen.used.get(mark(module.id))
        half = (
            _("US half, closed at {n} %", n=module.fails)
            if module.segment == "usos"
            else _("Russian half, closed at {n} %", n=module.fails)
        )
        told = _("closed since {day}", day=_day(since)) if since else _("in use")
        yield Entry(module.name, told, (half,), since is not None)

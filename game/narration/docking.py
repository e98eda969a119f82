"""The eight ports over time: who is moored where, who comes when, and who finds no port.

The rules count ports a half; which one a ship takes is the drawing's own, by how they are used:
people at Rassvet, Prichal and Harmony, freighters behind Zvezda and under Unity.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from game.content.records import Content, Vehicle
from game.narration.hardware import coming
from game.narration.words import content_told
from game.rules.hardware import ageing
from game.rules.hardware.ports import capacity, moored
from game.rules.state import Flight, Ship, State
from game.text import cells
from game.text.language import N_

SERIES = 3  # cells of a series before a number, at most
AFT = "aft"  # the port that is lost with the tunnel
PORTS: dict[str, tuple[str, ...]] = {
    "ros": (AFT, "poisk", "rassvet", "prichal"),
    "usos": ("forward", "zenith", "nadir", "unity"),
}
"""The ports of each half, those on its upper side first."""
PORT_NAMES = {
    "aft": N_("Zvezda aft"), "poisk": N_("Poisk"), "rassvet": N_("Rassvet"),
    "prichal": N_("Prichal"), "forward": N_("Harmony fwd"), "zenith": N_("Harmony up"),
    "nadir": N_("Harmony down"), "unity": N_("Unity"),
}  # fmt: skip
PORT_SHORT = PORT_NAMES | {
    "aft": N_("aft"), "forward": N_("forward"), "zenith": N_("zenith"), "nadir": N_("nadir"),
}  # fmt: skip
"""What ports are called beside their half."""
USED = {
    ("ros", True): ("rassvet", "prichal", "poisk", AFT),
    ("ros", False): (AFT, "poisk", "prichal", "rassvet"),
    ("usos", True): ("forward", "zenith", "nadir", "unity"),
    ("usos", False): ("unity", "nadir", "zenith", "forward"),
}
"""In which order ports are taken, by half and by whether people fly."""


@dataclass(slots=True)
class Stay:
    """A ship at a port from day to day; `certified` is until when (0: as long as it stays)."""

    name: str
    owner: str
    start: int
    end: int
    crewed: bool
    certified: int = 0
    fault: str = ""
    docked: bool = False

    @property
    def cargo(self) -> bool:
        """Whether it can be sent away for people."""
        return not self.crewed


@dataclass(slots=True)
class Port:
    """A port of a half with its stays in order; a `shut` one takes none."""

    segment: str
    id: str
    shut: bool = False
    stays: list[Stay] = field(default_factory=list)

    def free(self, day: int) -> bool:
        """Return whether a ship can come on a day."""
        return not self.shut and all(stay.end <= day for stay in self.stays)

    @property
    def ship(self) -> Stay | None:
        """What is moored there now."""
        return next((stay for stay in self.stays if stay.docked), None)


def ports_ahead(content: Content, seen: State) -> tuple[tuple[Port, ...], tuple[Stay, ...]]:
    """Return the ports with who is there and who comes within a year, and who finds none.

    Freighters make room for people, as they do by the rules.
    """
    ports = tuple(_ports(seen))
    today = seen.figures["date"]
    for segment in PORTS:
        for ship in moored(content, seen, segment):
            _place(ports, segment, _docked(content, ship, today), today)
    stranded = []
    for flight in coming(seen):
        vehicle = content.vehicles[flight.vehicle]
        stay = _flying(content, vehicle, flight)
        if not _place(ports, vehicle.port, stay, flight.day):
            stranded.append(stay)
    return ports, tuple(stranded)


def _ports(seen: State) -> Iterator[Port]:
    for segment, ids in PORTS.items():
        lost = capacity(seen, segment) < len(ids)
        yield from (Port(segment, port, shut=lost and port == AFT) for port in ids)


def _place(ports: Iterable[Port], segment: str, stay: Stay, day: int) -> bool:
    """Moor a ship at the port it would take; return whether there is one."""
    by_id = {port.id: port for port in ports}
    order = [by_id[port] for port in USED[segment, stay.crewed]]
    port = next((port for port in order if port.free(day)), None)
    if port is None and stay.crewed:
        port = next((port for port in order if not port.shut and port.stays[-1].cargo), None)
        if port is not None:
            port.stays[-1].end = day
    if port is not None:
        port.stays.append(stay)
    return port is not None


def _docked(content: Content, ship: Ship, today: int) -> Stay:
    vehicle = content.vehicles[ship.vehicle]
    ends = ship.launched + ageing.life(vehicle, today)
    return Stay(
        content_told(content, ship.name), ship.owner, min(ship.launched, today),
        max(ship.returns, today + 1), bool(vehicle.seats),
        ends, content_told(content, ship.fault) if ship.fault else "", docked=True,
    )  # fmt: skip


def _flying(content: Content, vehicle: Vehicle, flight: Flight) -> Stay:
    name = content_told(content, flight.name)
    ends = flight.day + ageing.life(vehicle, flight.day)
    crewed = bool(vehicle.seats)
    return Stay(name, flight.owner, flight.day, flight.returns, crewed, ends)


def short_name(name: str, room: int) -> str:
    """Return what a ship is called where there is little room: `Pro MS-26`, `Crew-8`, `MS-26`."""
    if cells.width(name) <= room:
        return name
    words = name.split()
    place = next((n for n, word in enumerate(words) if any(map(str.isdigit, word))), None)
    if place is None:
        return cells.cut(name, room)
    left = min(SERIES, room - cells.width(words[place]) - 1) if place else 0
    series = cells.head(words[0], left) + " " if left > 0 else ""
    return cells.cut(series + words[place], room)

"""Who is aboard, their seats home, the ships they came in, and the flights to come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from textual.content import Content

from game.narration import hardware as fleet
from game.narration.crew import (
    command_text,
    condition_text,
    mood_text,
    odds_text,
    on_the_ground,
    skills_text,
)
from game.rules.calendar import turn_start
from game.rules.hardware import ageing
from game.rules.people.crew import aboard, agency, free_seats, has_seat, seats
from game.rules.state import Crew, Flight, Ship
from game.text.counting import counted
from game.tui import ink
from game.tui.play import Play

Painted = Callable[[Play, Crew, int], Content]

HEAD = 2  # lines above: how many are aboard, who commands
NO_STATION = "No station flies in this story, and nobody is aboard one."
NO_SEAT = "STRANDED: no seat home"


def aboard_table(play: Play, width: int) -> Content:
    """Return everybody aboard by the ship that takes them home; first whoever has none."""
    if not play.station:
        return ink.dim(NO_STATION)
    return ink.lines([*_aboard(play, width, _person), *_segments(play)])


def crew_table(play: Play, width: int) -> Content:
    """Return everybody aboard as they are, how the crew stands, and who is on the ground."""
    if not play.station:
        return ink.dim(NO_STATION)
    seen = play.seen
    whole = (mood_text(seen), odds_text(seen))
    parts = [*_aboard(play, width, _in_full), *_segments(play)]
    parts[HEAD:HEAD] = [ink.bullet(text, width, "") for text in whole]
    ground = list(on_the_ground(play.content, seen))
    parts += [Content(""), ink.heading("On the ground")]
    parts += [ink.bullet(f"{name}: {told}", width, "") for name, told in ground]
    return ink.lines(parts if ground else [*parts, ink.dim("Nobody is on a crew's list.")])


def _aboard(play: Play, width: int, painted: Painted) -> list[Content]:
    people = aboard(play.seen)
    stranded = [c for c in people if not has_seat(play.seen, c)]
    head = f"{len(people)} aboard, {len(stranded) or 'nobody'} without a seat home"
    parts = [Content.styled(head, "bold $text-error" if stranded else "bold")]
    parts.append(ink.bullet(command_text(play.content, play.seen), width, ""))
    if stranded:
        parts += [Content(""), Content.styled(NO_SEAT, "bold $text-error")]
        parts += [painted(play, person, width) for person in stranded]
    for ship in sorted(play.seen.ships.values(), key=lambda s: (s.launched, s.id)):
        inside = [c for c in people if c.ship == ship.id and c not in stranded]
        if inside:
            parts += [Content(""), _home(play, ship, width)]
            parts += [painted(play, person, width) for person in inside]
    return parts


def _home(play: Play, ship: Ship, width: int) -> Content:
    free = free_seats(play.content, play.seen, ship)
    return ink.pair(f"Home in {ship.name}", f"{free} free", width, "dim").stylize("$text-primary")


def _person(play: Play, person: Crew, width: int) -> Content:
    who = play.content.people[person.id]
    days = max(0, play.seen.figures["date"] - person.since)
    liner = " (liner)" if person.liner else ""
    return ink.pair(
        f"  {who.name}, {agency(play.content, person)}{liner}", counted(days, "day"), width, "bold"
    )


def _in_full(play: Play, person: Crew, width: int) -> Content:
    """Return somebody with their role, how they are and what they can do."""
    role = play.content.people[person.id].role
    told = (f"{role}, {condition_text(person)}", skills_text(play.content, person))
    lines = [ink.bullet(text, width, "    ").stylize(ink.DIM) for text in told]
    return ink.lines([_person(play, person, width), *lines])


def _segments(play: Play) -> list[Content]:
    figures = play.seen.figures
    lines = [Content("")]
    for segment, name in (("usos", "US"), ("ros", "Russian")):
        count = figures[f"specialists.{segment}"]
        tended = f"{count} can run the {name} segment"
        lines.append(Content(tended if count else f"Nobody aboard can run the {name} segment!"))
    return lines


def ships_table(play: Play, width: int) -> Content:
    """Return docked ships with age against certified life, then the coming flights."""
    if not play.station:
        return ink.dim(NO_STATION)
    ships = sorted(play.seen.ships.values(), key=lambda s: (_is_cargo(play, s), s.launched, s.id))
    parts = [ink.heading("At the docks")]
    for ship in ships:
        parts += _ship(play, ship, width)
    parts += [Content(""), ink.heading("Coming flights")]
    coming = fleet.coming(play.seen)
    for flight in coming:
        parts += _flight(play, flight, width)
    if later := len(play.seen.manifest) - len(coming):
        parts.append(ink.dim(f"Beyond a year: {later} more planned."))
    return ink.lines(parts if play.seen.manifest else [*parts, ink.dim("None booked.")])


def _is_cargo(play: Play, ship: Ship) -> bool:
    return play.content.vehicles[ship.vehicle].use != "crew"


def _ship(play: Play, ship: Ship, width: int) -> list[Content]:
    today = play.seen.figures["date"]
    life = ageing.life(play.content.vehicles[ship.vehicle], today)
    age = today - ship.launched
    old = age > life
    first = ink.pair(
        f"{ship.name}", f"day {max(0, age)} of {life}", width, "bold $text-error" if old else ""
    )
    owner = play.content.partners[ship.owner].name
    state = f"FAULT: {ship.fault}" if ship.fault else f"leaves {_day(ship.returns)}"
    if _is_cargo(play, ship):
        return [first, ink.dim(f"  {owner}, cargo, {state}")]
    free = free_seats(play.content, play.seen, ship)
    places = f"{counted(seats(play.content, ship), 'seat')}, {free} free"
    style = "bold $text-error" if ship.fault else "dim"
    over = ", past its certified life" if old else ""
    return [first, Content.styled(f"  {owner}, {places}, {state}{over}", style)]


def _flight(play: Play, flight: Flight, width: int) -> list[Content]:
    soon = flight.day < turn_start(play.index.scenario, play.seen.turn + 1)
    when = _day(flight.day) + (" (this turn)" if soon else "")
    first = ink.pair(flight.name, when, width, "bold")
    owner = play.content.partners[flight.owner].name
    crew = _names(play, flight.crew) or "no crew"
    swap = ", with an exchanged seat" if flight.swap else ""
    return [first, ink.dim(f"  {owner}: {crew}{swap}")]


def _names(play: Play, crew: Sequence[str]) -> str:
    return ", ".join(play.content.people[person].name for person in crew)


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()

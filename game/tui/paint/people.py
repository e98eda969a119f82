"""Who is aboard, their seats home, the ships they came in, and the flights to come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from textual.content import Content

from game.narration import hardware as fleet
from game.narration.crew import (
    command_text,
    condition_text,
    lived_text,
    mood_text,
    odds_text,
    on_the_ground,
    skills_text,
)
from game.narration.words import content_told
from game.narration.words.own import phrase
from game.rules.calendar import turn_start
from game.rules.hardware import ageing
from game.rules.people.crew import aboard, agency, free_seats, has_seat, seats
from game.rules.state import Crew, Flight, Ship
from game.text.language import N_, _, ngettext
from game.text.lists import comma_listed
from game.tui import ink
from game.tui.play import Play

Painted = Callable[[Play, Crew, int], Content]

HEAD = 2  # lines above: how many are aboard, who commands
NO_SEAT = N_("STRANDED: no seat home")
ON_LINER = N_("{name}, {agency} (liner)")
ON_SHIP = N_("{name}, {agency}")
NO_STATION = "station.none"  # the words of it, each world's own


def aboard_table(play: Play, width: int) -> Content:
    """Return everybody aboard by the ship that takes them home; first whoever has none."""
    if not play.station:
        return ink.dim(phrase(play.content, NO_STATION))
    return ink.lines([*_aboard(play, width, _person), *_segments(play)])


def crew_table(play: Play, width: int) -> Content:
    """Return everybody aboard as they are, how the crew stands, and who is on the ground."""
    if not play.station:
        return ink.dim(phrase(play.content, NO_STATION))
    seen = play.seen
    whole = (mood_text(seen), odds_text(seen))
    parts = [*_aboard(play, width, _in_full), *_segments(play)]
    parts[HEAD:HEAD] = [ink.bullet(text, width, "") for text in whole]
    ground = list(on_the_ground(play.content, seen))
    parts += [Content(""), ink.heading(_("On the ground"))]
    parts += [ink.bullet(f"{name}: {told}", width, "") for name, told in ground]
    return ink.lines(parts if ground else [*parts, ink.dim(_("Nobody is on a crew's list."))])


def _aboard(play: Play, width: int, painted: Painted) -> list[Content]:
    people = aboard(play.seen)
    stranded = [c for c in people if not has_seat(play.seen, c)]
    head = _all_told(len(people), len(stranded))
    parts = [Content.styled(head, "bold $text-error" if stranded else "bold")]
    parts.append(ink.bullet(command_text(play.content, play.seen), width, ""))
    if stranded:
        parts += [Content(""), Content.styled(_(NO_SEAT), "bold $text-error")]
        parts += [painted(play, person, width) for person in stranded]
    for ship in sorted(play.seen.ships.values(), key=lambda s: (s.launched, s.id)):
        inside = [c for c in people if c.ship == ship.id and c not in stranded]
        if inside:
            parts += [Content(""), _home(play, ship, width)]
            parts += [painted(play, person, width) for person in inside]
    return parts


def _all_told(people: int, stranded: int) -> str:
    """Return how many are aboard, and how many of them have no way home."""
    up = ngettext("{n} aboard", "{n} aboard", people)
    if not stranded:
        return f"{up}, {_('nobody without a seat home')}"
    left = ngettext("{n} without a seat home", "{n} without a seat home", stranded)
    return f"{up}, {left}"


def _home(play: Play, ship: Ship, width: int) -> Content:
    free = free_seats(play.content, play.seen, ship)
    told, left = _("Home in {ship}", ship=ship.name), ngettext("{n} free", "{n} free", free)
    return ink.pair(told, left, width, ink.DIM).stylize("$text-primary")


def _person(play: Play, person: Crew, width: int) -> Content:
    who = play.content.people[person.id]
    days = max(0, play.seen.figures["date"] - person.since)
    form = ON_LINER if person.liner else ON_SHIP
    told = _(form, name=who.name, agency=agency(play.content, person))
    return ink.pair(f"  {told}", ngettext("{n} day", "{n} days", days), width, "bold")


def _in_full(play: Play, person: Crew, width: int) -> Content:
    """Return somebody with their role, how they are and what they can do."""
    role = play.content.people[person.id].role
    told = (
        f"{role}, {condition_text(person)}",
        skills_text(play.content, person),
        lived_text(play.index, play.seen, person),
    )
    lines = [ink.bullet(text, width, "    ").stylize(ink.DIM) for text in told if text]
    return ink.lines([_person(play, person, width), *lines])


def _segments(play: Play) -> list[Content]:
    figures = play.seen.figures
    us, russian = figures["specialists.usos"], figures["specialists.ros"]
    lines = (
        ngettext("{n} can run the US segment", "{n} can run the US segment", us)
        if us
        else _("Nobody aboard can run the US segment!"),
        ngettext("{n} can run the Russian segment", "{n} can run the Russian segment", russian)
        if russian
        else _("Nobody aboard can run the Russian segment!"),
    )
    return [Content(""), *map(Content, lines)]


def ships_table(play: Play, width: int) -> Content:
    """Return docked ships with age against certified life, then the coming flights."""
    if not play.station:
        return ink.dim(phrase(play.content, NO_STATION))
    ships = sorted(play.seen.ships.values(), key=lambda s: (_is_cargo(play, s), s.launched, s.id))
    parts = [ink.heading(_("At the docks"))]
    for ship in ships:
        parts += _ship(play, ship, width)
    parts += [Content(""), ink.heading(_("Coming flights"))]
    coming = fleet.coming(play.seen)
    for flight in coming:
        parts += _flight(play, flight, width)
    if later := len(play.seen.manifest) - len(coming):
        told = ngettext(
            "Beyond a year: {n} more planned.", "Beyond a year: {n} more planned.", later
        )
        parts.append(ink.dim(told))
    return ink.lines(parts if play.seen.manifest else [*parts, ink.dim(_("None booked."))])


def _is_cargo(play: Play, ship: Ship) -> bool:
    return play.content.vehicles[ship.vehicle].use != "crew"


def _ship(play: Play, ship: Ship, width: int) -> list[Content]:
    today = play.seen.figures["date"]
    life = ageing.life(play.content.vehicles[ship.vehicle], today)
    age = today - ship.launched
    old = age > life
    aged = _("day {age} of {life}", age=max(0, age), life=life)
    first = ink.pair(
        content_told(play.content, ship.name), aged, width, "bold $text-error" if old else ""
    )
    told = [play.content.partners[ship.owner].name, *_places(play, ship), _state(play, ship)]
    style = "bold $text-error" if ship.fault and not _is_cargo(play, ship) else ink.DIM
    if old and not _is_cargo(play, ship):
        told.append(_("past its certified life"))
    return [first, Content.styled(f"  {', '.join(told)}", style)]


def _places(play: Play, ship: Ship) -> tuple[str, ...]:
    """Return how many may go home in a ship, or that it carries cargo."""
    if _is_cargo(play, ship):
        return (_("cargo"),)
    free = free_seats(play.content, play.seen, ship)
    held = ngettext("{n} seat", "{n} seats", seats(play.content, ship))
    return held, ngettext("{n} free", "{n} free", free)


def _state(play: Play, ship: Ship) -> str:
    if ship.fault:
        return _("FAULT: {fault}", fault=content_told(play.content, ship.fault))
    return _("leaves {day}", day=_day(ship.returns))


def _flight(play: Play, flight: Flight, width: int) -> list[Content]:
    soon = flight.day < turn_start(play.index.scenario, play.seen.turn + 1)
    when = _("{day} (this turn)", day=_day(flight.day)) if soon else _day(flight.day)
    first = ink.pair(content_told(play.content, flight.name), when, width, "bold")
    owner = play.content.partners[flight.owner].name
    told = [_names(play, flight.crew) or _("no crew")]
    told += [_("with an exchanged seat")] if flight.swap else []
    return [first, ink.dim(f"  {owner}: {', '.join(told)}")]


def _names(play: Play, crew: Sequence[str]) -> str:
    return comma_listed(play.content.people[person].name for person in crew)


def _day(ordinal: int) -> str:
    return date.fromordinal(ordinal).isoformat()

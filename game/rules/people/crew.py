"""People: who is aboard, who has a seat home, who can run which segment (A3-17, A3-18)."""

from __future__ import annotations

from collections.abc import Iterable

from game.content.records import Content
from game.record import replace
from game.rules.draft import Draft
from game.rules.messages import Message, message
from game.rules.past import LONG_STAY, flew, lived
from game.rules.patterns import hear
from game.rules.state import Crew, Ship, State, longest_aboard, longest_docked

SPECIALIST = 3  # the skill from which somebody can run a segment alone
RECOVERY = 180  # days on the ground after a flight before somebody flies again (a design figure)
TRAINED = "training"  # in `Draft.dirty`: who trains has changed
PLACES = ("ground", "training", "aboard", "recovering", "lost")
EVERYBODY = "everybody"
MAX_LINERS = 2  # improvised places that a ship has carried in reality (F-05)


def aboard(state: State, partner: str = "") -> list[Crew]:
    """Return who is on the station, of one partner or of all, longest aboard first."""
    people = [
        c
        for c in state.crew.values()
        if c.place == "aboard" and (not partner or c.partner == partner)
    ]
    people.sort(key=longest_aboard)
    return people


def has_seat(state: State, person: Crew) -> bool:
    """Return whether a healthy docked ship would take them home."""
    ship = state.ships.get(person.ship)
    return ship is not None and not ship.fault


def stranded(state: State) -> list[Crew]:
    """Return who is aboard without a healthy seat home."""
    healthy = [ship.id for ship in state.ships.values() if not ship.fault]
    lost = [c for c in state.crew.values() if c.place == "aboard" and c.ship not in healthy]
    lost.sort(key=longest_aboard)
    return lost


def across(content: Content, state: State, people: Iterable[Crew]) -> int:
    """Return how many have a ship home that belongs to the other half's partner."""
    partners, found = content.partners, 0
    for person in people:
        ship = state.ships.get(person.ship)
        if ship is not None:
            found += partners[ship.owner].segment != partners[person.partner].segment
    return found


def seats(content: Content, ship: Ship) -> int:
    """Return the places in a ship: its seats and the liners strapped in beside them."""
    return content.vehicles[ship.vehicle].seats + ship.liners


def free_seats(content: Content, state: State, ship: Ship) -> int:
    """Return the healthy places of a ship that nobody holds."""
    if ship.fault:
        return 0
    taken = sum(1 for c in state.crew.values() if c.place == "aboard" and c.ship == ship.id)
    return seats(content, ship) - taken


def specialists(content: Content, people: Iterable[Crew], segment: str) -> int:
    """Return how many of some people can run a segment (skill 3 and up)."""
    known = content.people
    return len(
        [
            c
            for c in people
            if known[c.id].skills.get(segment, 0) >= SPECIALIST
            or (c.learnt and skill(content, c, segment) >= SPECIALIST)
        ]
    )


def skill(content: Content, person: Crew, name: str) -> int:
    """Return a skill of somebody, 0-5: what they came with and what they have learnt."""
    known = content.people[person.id].skills.get(name, 0)
    for learnt, points in person.learnt:
        if learnt == name:
            known += points
    return known


def agency(content: Content, person: Crew) -> str:
    """Return whom somebody flies for: mostly the partner whose seat they hold."""
    return content.people[person.id].agency or content.partners[person.partner].name


def put(draft: Draft, person: Crew) -> None:
    """Write a person as they are now into the state."""
    draft.own("crew")[person.id] = person


def put_on_ground(draft: Draft, person: Crew) -> None:
    """Write somebody who stays on the ground as they are now: only who trains is counted anew."""
    draft.table("crew")[person.id] = person
    draft.dirty.add(TRAINED)


def reseat(draft: Draft) -> None:
    """Give everybody without a seat a free healthy one of their own side's ships."""
    content = draft.index.content
    for person in stranded(draft.state):
        ship = _berth(draft, person, content)
        if ship is not None:
            put(draft, replace(person, ship=ship.id, liner=False))
            seated = message("crew.seated", person=person.id, ship=ship.name)
            draft.note("crew", person.id, seated)
        else:
            lived(draft, "left_behind", person.id, person.partner)


def _berth(draft: Draft, person: Crew, content: Content) -> Ship | None:
    segment = content.partners[person.partner].segment
    for ship in sorted(draft.state.ships.values(), key=longest_docked):
        same = content.partners[ship.owner].segment == segment
        if same and free_seats(content, draft.state, ship) > 0:
            return ship
    return None


def take_in(draft: Draft, ship: Ship) -> None:
    """Give a relief ship's free seats to whoever is stranded or sits on a liner."""
    content = draft.index.content
    segment = content.partners[ship.owner].segment
    waiting = [c for c in aboard(draft.state) if c.liner or not has_seat(draft.state, c)]
    waiting.sort(key=lambda c: content.partners[c.partner].segment != segment)
    for person in waiting:
        if free_seats(content, draft.state, ship) > 0:
            if not has_seat(draft.state, person):
                lived(draft, "rescued", person.id, person.partner)
            put(draft, replace(person, ship=ship.id, liner=False))
            seated = message("crew.seated", person=person.id, ship=ship.name)
            draft.note("crew", person.id, seated)


def shelter(draft: Draft, who: str = EVERYBODY) -> None:
    """Let everybody aboard, or all of a half, wait in the ships that would take them home."""
    content = draft.index.content
    for person in aboard(draft.state):
        half = content.partners[person.partner].segment
        if who in (EVERYBODY, half) and has_seat(draft.state, person):
            lived(draft, "sheltered", person.id, person.partner)


def strap_liners(draft: Draft, people: Iterable[Crew], ship: Ship) -> None:
    """Strap people into a ship, in free seats first, then on liners up to the limit."""
    content = draft.index.content
    for person in people:
        ship = draft.state.ships[ship.id]
        if free_seats(content, draft.state, ship) <= 0:
            if ship.liners >= MAX_LINERS or ship.fault:
                return
            ship = replace(ship, liners=ship.liners + 1)
            draft.own("ships")[ship.id] = ship
        lived(draft, "rescued", person.id, person.partner)
        put(draft, replace(person, ship=ship.id, liner=True))
        strapped = message("crew.liner", person=person.id, ship=ship.name)
        draft.note("crew", person.id, strapped)


def land(draft: Draft, ship: Ship, told: Message, day: int = 0) -> None:
    """Undock a ship and bring everybody in it home, on a day of this turn or (0) on its first."""
    draft.own("ships").pop(ship.id)
    if ship.fault:
        draft.note("ship", ship.id, message("ship.down_empty", ship=ship.name))
        return
    if (voyage := f"ship/{ship.vehicle}/home") in draft.index.listening.hears:
        hear(draft, voyage)
    inside = [c for c in draft.state.crew.values() if c.place == "aboard" and c.ship == ship.id]
    crew = draft.own("crew") if inside else {}
    for person in inside:
        home = max(draft.figures["date"], day, person.since)
        if home - person.since >= LONG_STAY:
            lived(draft, "long_stay", person.id, person.partner)
        crew[person.id] = _landed(person, home)
    draft.note("ship", ship.id, told)


def board(draft: Draft, person: Crew, ship: str, day: int) -> None:
    """Take somebody aboard, breaking off whatever they were in on the ground."""
    known = draft.state.crew.get(person.id, person)
    flew(draft, person.id)
    if _of_other_half(draft, person, ship):
        lived(draft, "guest", person.id, person.partner)
    put(draft, _placed(known, "aboard", ship, day, 0))


def _of_other_half(draft: Draft, person: Crew, ship: str) -> bool:
    """Return whether a docked ship is one of the half that somebody's side doesn't have."""
    content, docked = draft.index.content, draft.state.ships.get(ship)
    side = content.partners[person.partner].segment
    return docked is not None and content.partners[docked.owner].segment != side


def _landed(person: Crew, day: int) -> Crew:
    """Return somebody back from a flight, who recovers for half a year."""
    return _placed(person, "recovering", "", day, day + RECOVERY)


def _placed(person: Crew, place: str, ship: str, since: int, until: int) -> Crew:
    """Return somebody in another place; written out, for `replace` takes ten times as long."""
    return Crew(
        person.id, person.partner, place, ship, since, False, person.fatigue, person.morale,
        person.health, until, "", person.learnt,
    )  # fmt: skip

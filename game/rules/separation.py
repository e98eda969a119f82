"""What each half of the station can still do alone, and what becomes of it and its people.

Gyroscopes, big wings and links stay with the American half, tanks and engines with the Russian
one (F-31, F-32). Zarya, paid for in dollars and built in Moscow, goes by the deed where a deal
gave it away; without one whoever lets go and has people aboard takes it along, or leaves it (F-20).
"""

from __future__ import annotations

from game.content.paths import SEGMENTS, STAKES
from game.record import Record, replace
from game.rules.draft import Draft
from game.rules.facts import refresh
from game.rules.hardware.gyroscopes import ALL, hold
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.pairs import ZARYA_TITLE
from game.rules.people.crew import land, put
from game.rules.state import Crew, State
from game.rules.table.stakes import GRACE, ZVEZDA_TANKS, eased, months_of_orbit

STEERED = 400  # kg of propellant with which a half can hold itself and its orbit until a tanker
LOWERED = 1_500  # kg that bring a half down where it is aimed
SOUND = 30  # % of integrity from which a half can be lived in alone
FED = 30  # days of supplies
LIT = 30  # % of power left that a half can be lived with
MADE_GOOD = 50  # % of what the other half gave that has to be made good
UNLOADED = 30  # % of the unloading of gyroscopes that ships of one's own have to do
ATTITUDE, THRUST, POWER, AIR, DOWN, SEATS = ABILITIES = (
    "attitude", "thrust", "power", "air", "down", "seats",
)  # fmt: skip
SEIZED_STANDING, SEIZED_TENSION, SEIZED_TRUST = -8, 6, -10

OWN_SHIPS = message("alone.own_ships")
STEERING_SHIP = message("alone.steering_ship")
NO_WAY_DOWN = message("alone.no_way_down")
OWN_MODULE = message("alone.own_module")
SMALL_WINGS = message("alone.small_wings")
ALONE = message("separation.alone")


class Ability(Record):
    """One thing a half needs (one of ABILITIES), whether it has it alone, and what on."""

    name: str
    holds: bool
    rests_on: Message


class Half(Record):
    """A half by itself: what it can do, and so what becomes of it (one of FATES)."""

    segment: str
    abilities: tuple[Ability, ...]
    fate: str


def holder(index: Index, segment: str) -> str:
    """Return the partner that has a half: the one whose crew ships fly to it."""
    mine = (p for p in index.partners if index.content.partners[p].segment == segment)
    return next((p for p in mine if index.ships[p]), "")


def halves(index: Index, state: State, zarya: str) -> tuple[Half, ...]:
    """Return both halves as each would be alone, with Zarya as the word says it goes."""
    return tuple(_half(index, state, segment, zarya) for segment in SEGMENTS)


def goes_with(state: State, index: Index, leaver: str) -> str:
    """Return what becomes of Zarya if a partner lets go: `american`, `russian` or `taken`."""
    if state.figures.get(ZARYA_TITLE, 0):
        return "russian"
    russian = bool(leaver) and index.content.partners[leaver].segment == "ros"
    return "taken" if russian and state.figures[f"aboard.{leaver}"] else "american"


def _half(index: Index, state: State, segment: str, zarya: str) -> Half:
    abilities = _american(index, state) if segment == "usos" else _russian(index, state, zarya)
    return Half(segment, abilities, _fate({a.name: a.holds for a in abilities}))


def _fate(can: dict[str, bool]) -> str:
    if can[ATTITUDE] and can[THRUST]:
        return "crewed" if can[POWER] and can[AIR] else "empty"
    return "lowered" if can[DOWN] else "falling"


def _made_good(index: Index, state: State, segment: str) -> dict[str, int]:
    """Return, by stake, how much of what the other half gave a half can make good, per cent."""
    who, leaver = holder(index, segment), holder(index, "ros" if segment == "usos" else "usos")
    if not who or not leaver:
        return dict.fromkeys(STAKES, 0)
    return eased(index, state, who, leaver)


def _american(index: Index, state: State) -> tuple[Ability, ...]:
    figures, alone = state.figures, _made_good(index, state, "usos")
    months = months_of_orbit(state)
    pushes = months >= GRACE or alone["thrust"] >= MADE_GOOD
    unloads = alone["attitude"] >= UNLOADED
    wheels = figures["gyroscopes"]
    down = alone["deorbit"] >= MADE_GOOD
    return (
        Ability(ATTITUDE, unloads and hold(figures),
                message("alone.unloaded", left=wheels, of=ALL) if unloads
                else message("alone.not_unloaded", left=wheels, of=ALL)),
        Ability(THRUST, pushes, OWN_SHIPS if pushes else message("alone.months", months=months)),
        Ability(POWER, figures["power"] >= LIT, message("alone.wings", power=figures["power"])),
        _lived_in(state, "usos"),
        Ability(DOWN, down, STEERING_SHIP if down else NO_WAY_DOWN),
        _seats(index, state, "usos"),
    )  # fmt: skip


def _russian(index: Index, state: State, zarya: str) -> tuple[Ability, ...]:
    alone = _made_good(index, state, "ros")
    kept = kept_propellant(state, zarya)
    tanks = message("alone.tanks_with", kg=kept)
    if zarya == "american":
        tanks = message("alone.tanks_without", kg=kept)
    lit = alone["power"] >= MADE_GOOD
    return (
        Ability(ATTITUDE, kept >= STEERED, message("alone.thrusters", tanks=tanks)),
        Ability(THRUST, kept >= STEERED, message("alone.engines", tanks=tanks)),
        Ability(POWER, lit, OWN_MODULE if lit else SMALL_WINGS),
        _lived_in(state, "ros"),
        Ability(DOWN, kept >= LOWERED, tanks),
        _seats(index, state, "ros"),
    )


def kept_propellant(state: State, zarya: str) -> int:
    """Return the propellant that the Russian half keeps, kg: Zvezda's alone without Zarya."""
    held = state.figures["propellant"]
    return min(held, ZVEZDA_TANKS) if zarya == "american" else held


def _lived_in(state: State, segment: str) -> Ability:
    whole, days = state.figures[f"integrity_{segment}"], state.figures["supplies"]
    holds = whole >= SOUND and days >= FED
    return Ability(AIR, holds, message("alone.lived_in", sound=whole, days=days))


def _seats(index: Index, state: State, segment: str) -> Ability:
    people = [c for c in state.crew.values() if c.place == "aboard"]
    here = [c for c in people if _half_of(index, state, c) == segment]
    short = sum(1 for c in here if not _rides(state, c))
    if short:
        return Ability(SEATS, False, message("alone.unseated", people=len(here), short=short))
    return Ability(SEATS, True, message("alone.seated", people=len(here)))


def _rides(state: State, person: Crew) -> bool:
    ship = state.ships.get(person.ship)
    return ship is not None and not ship.fault


def _half_of(index: Index, state: State, person: Crew) -> str:
    """Return the half where somebody is when the latches open: that of the ship home."""
    if _rides(state, person):
        return index.content.vehicles[state.ships[person.ship].vehicle].port
    return index.content.partners[person.partner].segment


def foresee(draft: Draft) -> None:
    """Write into the words what each half could do alone, at the end of a run that stayed whole."""
    for half in halves(draft.index, draft.state, goes_with(draft.state, draft.index, "")):
        draft.own("words")[f"{half.segment}_alone"] = half.fate


def resolve(draft: Draft) -> None:
    """Settle a separation: Zarya, what becomes of each half, who comes home, who doesn't."""
    leaver = max(draft.index.partners, key=lambda p: draft.figures[f"{p}.rung"])
    zarya = goes_with(draft.state, draft.index, leaver)
    draft.own("words")["zarya"] = zarya
    draft.because("rule:separation", ALONE)
    draft.note("headline", "hatch", ZARYA_TOLD[zarya])
    if zarya == "taken":
        _blame(draft, leaver)
    for half in halves(draft.index, draft.state, zarya):
        draft.own("words")[f"{half.segment}_alone"] = half.fate
        draft.note("headline", f"integrity_{half.segment}", FATE_TOLD[half.fate, half.segment])
        if half.fate != "crewed":
            _clear(draft, half.segment)
    refresh(draft)


def _blame(draft: Draft, leaver: str) -> None:
    """Let whoever takes what is titled to another pay for it."""
    draft.shift(f"{leaver}.standing", SEIZED_STANDING)
    draft.shift("tension", SEIZED_TENSION)
    for other in draft.index.chairs:
        if other != leaver:
            draft.shift(f"{other}.trust.{leaver}", SEIZED_TRUST)


def _clear(draft: Draft, segment: str) -> None:
    """Bring everybody home from a half that can't be lived in; count whom no seat brings."""
    people = [c for c in draft.state.crew.values() if c.place == "aboard"]
    here = [c for c in people if _half_of(draft.index, draft.state, c) == segment]
    for person in here:
        if not _rides(draft.state, person):
            draft.figures["lost"] += 1
            put(draft, replace(person, place="lost", ship="", liner=False))
    for ship in sorted(draft.state.ships.values(), key=lambda s: s.id):
        vehicle = draft.index.content.vehicles[ship.vehicle]
        if vehicle.port == segment and vehicle.use == "crew":
            land(draft, ship, message("ship.home_from_half", ship=ship.name))


ZARYA_TOLD = {
    "american": message("zarya.american"),
    "russian": message("zarya.russian"),
    "taken": message("zarya.taken"),
}
FATE_TOLD = {
    ("crewed", "usos"): message("fate.crewed_usos"),
    ("crewed", "ros"): message("fate.crewed_ros"),
    ("empty", "usos"): message("fate.empty_usos"),
    ("empty", "ros"): message("fate.empty_ros"),
    ("lowered", "usos"): message("fate.lowered_usos"),
    (
        "lowered",
        "ros",
    ): message("fate.lowered_ros"),
    ("falling", "usos"): message("fate.falling_usos"),
    ("falling", "ros"): message("fate.falling_ros"),
}

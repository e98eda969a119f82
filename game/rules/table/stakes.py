"""What a partner would lose if another left this turn, in points of 100, line by line.

Read off the hardware, the people and the deals as they are: thrust and tanks (F-14, F-17, F-20,
F-22), gyroscopes (F-31), power, air and data links (F-32), the way down (F-37), shares (F-48).
All of it is in plain sight but the purse of whoever would have to pay the leaver's share.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import permutations

from game.content.paths import STAKES
from game.record import Record
from game.rules.decisions import Line
from game.rules.hardware.gyroscopes import ALL
from game.rules.hardware.orbit import decay, planned_push
from game.rules.index import Index
from game.rules.messages import Message, message
from game.rules.pairs import ZARYA_TITLE, Pair
from game.rules.state import State
from game.rules.table.knowledge import spread_now
from game.rules.table.sides import bound
from game.rules.ventures import lines as lines_of
from game.rules.ventures import lost

SAFE_ORBIT = 370_000  # m: the lowest that the station has been kept at for long (F-13)
GRACE = 48  # months of orbit from which nobody misses the other side's engines
THRUST, TANKS, ATTITUDE, DEORBIT = 30, 10, 8, 12
POWER, LIFE_OF_ROS, LIFE_OF_USOS, LINKS, BEACONS = 30, 8, 6, 8, 2
A_RIDE, RIDES, HANDS, A_FLIGHT, FLIGHTS, A_CLAUSE, CLAUSES = 4, 12, 4, 2, 6, 2, 8
PURSE = 12
COMMON_COSTS = 92  # M USD a month of operations that the American half's partners share (F-33)
ZARYA_TANKS, ZVEZDA_TANKS = 5_400, 860  # kg (F-20)
NOTHING = (0, 0, 0, 0, 0, 0)

JOINT = message("stake.joint_flight")
GYROSCOPES = message("stake.gyroscopes")
THRUSTERS = message("stake.thrusters")


class Survey(Record):
    """What all losses are counted from: months of orbit, seats, flights and clauses.

    `rides` counts people by partner and the owner of their ship, `cargo` coming freighters by
    owner, `clauses` what is in force by partner and partner.
    """

    months: int
    rides: dict[tuple[str, str], int]
    cargo: dict[str, int]
    clauses: dict[tuple[str, str], int]


def survey(state: State) -> Survey:
    """Count once what every pair's losses need."""
    rides: dict[tuple[str, str], int] = {}
    ships = state.ships
    for person in state.crew.values():
        if person.place == "aboard" and person.ship in ships:
            ship = ships[person.ship]
            if not ship.fault:
                key = (person.partner, ship.owner)
                rides[key] = rides.get(key, 0) + 1
    cargo: dict[str, int] = {}
    for flight in state.manifest:
        if not flight.crew:
            cargo[flight.owner] = cargo.get(flight.owner, 0) + 1
    return Survey(months_of_orbit(state), rides, cargo, _clauses(state))


def _clauses(state: State) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for deal in state.deals:
        if len(deal.parties) == 2:
            _count(found, deal.parties, len(deal.terms))
            continue
        for term in deal.terms:
            _count(found, bound(deal.parties, term), 1)
    return found


def _count(found: dict[tuple[str, str], int], between: tuple[str, ...], terms: int) -> None:
    for one, other in permutations(between, 2):
        found[one, other] = found.get((one, other), 0) + terms


def months_of_orbit(state: State) -> int:
    """Return how long the orbit stays safe on American ships alone, GRACE at most."""
    height = state.figures["altitude"] - SAFE_ORBIT
    if height <= 0:
        return 0
    falling = decay(SAFE_ORBIT + height // 2, state.figures["hazard"])
    net = falling - planned_push(state.figures)
    return min(GRACE, height // net) if net > 0 else GRACE


def in_zarya(propellant: int) -> int:
    """Return how much of the propellant lies in Zarya's tanks, kg (F-20)."""
    return min(ZARYA_TANKS, max(0, propellant - ZVEZDA_TANKS))


def purse(figures: dict[str, int], pair: Pair) -> int:
    """Return what it means to pay the leaver's share: the thinner the income, the more (F-48)."""
    if not pair.share:
        return 0
    return _weight_of(pair.share, figures[f"{pair.who}.income"])


def _weight_of(share: int, income: int) -> int:
    return min(PURSE, COMMON_COSTS * share // (10 * max(1, income)))


def gross(figures: dict[str, int], pair: Pair, found: Survey) -> list[int]:
    """Return the losses by their places in STAKES, before any outside option helps."""
    two = (pair.who, pair.leaver)
    gone = _half_gone(figures, pair, found) if pair.half else NOTHING
    hands, rides = figures[pair.aboard], A_RIDE * found.rides.get(two, 0)
    flights = A_FLIGHT * found.cargo.get(pair.leaver, 0)
    clauses = found.clauses.get(two, 0) if found.clauses else 0
    return [
        *gone,
        HANDS if hands > HANDS else hands,
        RIDES if rides > RIDES else rides,
        FLIGHTS if flights > FLIGHTS else flights,
        pair.missed,
        _weight_of(pair.share, figures[f"{pair.who}.income"]) if pair.share else 0,
        CLAUSES if clauses > CLAUSES // A_CLAUSE else A_CLAUSE * clauses,
    ]


def _half_gone(figures: dict[str, int], pair: Pair, found: Survey) -> tuple[int, ...]:
    """Return what goes with a half: thrust, attitude, deorbit, power, life, data."""
    if pair.half == "ros":
        thrust = THRUST * (GRACE - found.months) // GRACE
        life = LIFE_OF_ROS * figures["integrity_ros"] // 100
        return thrust, ATTITUDE + ALL - figures["gyroscopes"], DEORBIT, 0, life, BEACONS
    whole = figures["integrity_usos"]
    owed = pair.segment == "ros" and not figures.get(ZARYA_TITLE, 0)
    tanks = TANKS * in_zarya(figures["propellant"]) // ZARYA_TANKS if owed else 0
    power, life = POWER * figures["power"] // 100, LIFE_OF_USOS * whole // 100
    return tanks, ATTITUDE * figures["gyroscopes"] // ALL, 0, power, life, LINKS


def _relief(figures: dict[str, int], pair: Pair, left: list[int]) -> Iterator[int]:
    """Yield what each option makes good, one after the other, taking it off what is left."""
    for path, easing in pair.options:
        progress, made_good = figures[path], 0
        if progress:
            for place, percent in easing:
                part = left[place] * percent * progress // 10_000
                left[place] -= part
                made_good += part
        yield made_good


def loss(figures: dict[str, int], pair: Pair, found: Survey) -> int:
    """Return what a partner would lose, 0 to 100: what the lines of `stakes` sum to."""
    left = gross(figures, pair, found)
    for place, eased in pair.eased:
        if part := left[place]:
            for path, percent in eased:
                if progress := figures[path]:
                    part -= part * percent * progress // 10_000
            left[place] = part
    return sum(left)


def eased(index: Index, state: State, who: str, leaver: str) -> dict[str, int]:
    """Return, by stake, how much of a loss the outside options make good, per cent."""
    pair = next(p for p in index.pairs if (p.who, p.leaver) == (who, leaver))
    left = [100] * len(STAKES)
    for _ in _relief(state.figures, pair, left):
        pass
    return {stake: 100 - part for stake, part in zip(STAKES, left, strict=True)}


def rate(index: Index, state: State, moved: set[str]) -> None:
    """Write the losses that hang on what has moved, and the most of each, into the figures."""
    pairs = [pair for pair in index.pairs if not pair.hangs.isdisjoint(moved)]
    if not pairs:
        return
    figures = state.figures
    if index.scenario.station:
        found = survey(state)
        for pair in pairs:
            figures[pair.path] = loss(figures, pair, found)
    else:
        figures.update({pair.path: lost(index.ventures[pair.path], state) for pair in pairs})
    rely(index, figures, {pair.who for pair in pairs})


def rely(index: Index, figures: dict[str, int], partners: Iterable[str]) -> None:
    """Let partners rely on the others as far as the worst of their losses goes."""
    for who in partners:
        figures[f"{who}.reliance"] = max(map(figures.__getitem__, index.losses[who]), default=0)


def stakes(index: Index, state: State, who: str, leaver: str) -> tuple[Line, ...]:
    """Return the readable arithmetic of what `who` loses if `leaver` left; it sums to the loss.

    On a view, a line that rests on a believed figure carries how far off it may be.
    """
    if not index.scenario.station:
        return lines_of(index.ventures[f"{who}.loss.{leaver}"], state)
    pair = next(p for p in index.pairs if (p.who, p.leaver) == (who, leaver))
    found, figures = survey(state), state.figures
    left = gross(figures, pair, found)
    lines = [
        Line(_label(stake, pair, found), points, _spread(state, pair) if stake == "money" else 0)
        for stake, points in zip(STAKES, left, strict=True)
        if points
    ]
    for (path, _), points in zip(pair.options, tuple(_relief(figures, pair, left)), strict=True):
        if points:
            option = index.content.options[path.removeprefix("option.")]
            lines.append(
                Line(message("stake.made_good", option=option.id, share=figures[path]), -points)
            )
    return tuple(lines)


def _label(stake: str, pair: Pair, found: Survey) -> Message:
    """Return what a line of the arithmetic is called."""
    if stake == "thrust" and pair.half == "ros":
        return message("stake.months", months=found.months)
    if stake == "works":
        return message("stake.works", works=tuple([name for name, _ in pair.works]))
    if stake == "attitude":
        return GYROSCOPES if pair.half == "usos" else THRUSTERS
    return LABELS[stake]


LABELS = {
    "thrust": message("stake.thrust"),
    "deorbit": message("stake.deorbit"),
    "power": message("stake.power"),
    "life": message("stake.life"),
    "data": message("stake.data"),
    "crew": message("stake.crew"),
    "seats": message("stake.seats"),
    "supply": message("stake.supply"),
    "money": message("stake.money"),
    "clauses": message("stake.clauses"),
}


def _spread(state: State, pair: Pair) -> int:
    """Return how far off the purse's line may be where the income is only believed."""
    path = f"{pair.who}.income"
    held = [table[path] for table in state.knowledge.values() if path in table]
    if len(state.knowledge) != 1 or not held:
        return 0
    income, off = state.figures[path], spread_now(path, held[0], state.turn)
    now = _weight_of(pair.share, income)
    high, low = _weight_of(pair.share, income - off), _weight_of(pair.share, income + off)
    return max(high - now, now - low)

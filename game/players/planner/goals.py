"""What a planner wants: a state's worth to a chair, in hundredths of a point of legacy.

A legacy counts as it stands; everything else counts for what it can still lead to, so the less
the fewer turns are left.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from game.content.paths import LEGACIES
from game.rules.calendar import turn_start
from game.rules.endings import FADING, MIDDLE, ending_of
from game.rules.figures import weight_path
from game.rules.hardware.ageing import aged
from game.rules.home.factions import left
from game.rules.index import Index
from game.rules.state import State

Curve = tuple[tuple[int, int], ...]

# (from, worth of one unit from there on), rising; what is scarce is worth more.
STATION: Mapping[str, Curve] = {
    "tension": ((0, -3), (32, -40), (50, -10), (68, -50), (82, -8)),
    "cohesion": ((0, 12), (54, 40), (72, 5), (85, 1)),
    "supplies": ((0, 25), (60, 8), (120, 2), (260, 0)),
    "gyroscopes": ((0, 60), (2, 25), (3, 10)),
    "hazard": ((0, -2),),
    "power": ((0, 25), (50, 6), (90, 1)),
    "short.usos": ((0, -8),),
    "short.ros": ((0, -8),),
    "aboard": ((0, 900), (1, 150), (3, 80), (7, 0)),
    "stranded": ((0, -400), (1, -150)),
    "rung.highest": ((0, -20), (2, -120), (3, -250)),
}
HALVES = ("integrity_usos", "integrity_ros")
SOUND: Curve = ((-100, 90), (30, 30), (55, 12), (80, 5))  # by what age will have left of a half
CARED_FOR = 2  # the part of what age takes that walks to come are trusted to mend
# Figures whose units are small: counted in so many of them.
BULK: Mapping[str, tuple[int, Curve]] = {
    "altitude": (1000, ((0, 0), (320, 60), (380, 15), (405, 4), (420, 0))),
    "propellant": (100, ((0, 20), (15, 8), (30, 2), (70, 0))),
    "leak": (100, ((0, -4), (10, -10), (30, -40))),
}
OWN: Mapping[str, Curve] = {
    "standing": ((0, 3),),
    "broken": ((0, -40),),
    "kept": ((0, 10),),
    "low": ((0, -700),),
    "rung": ((0, -10), (2, -60), (3, -200)),
}
MANDATE: Curve = ((0, 120), (28, 80), (42, 25), (52, 40), (64, 5))  # as the turn will leave it
MONEY: Curve = ((-24, 80), (0, 60), (3, 30), (6, 12), (12, 2))  # months of income over the bills
TENTHS: Curve = tuple((10 * at, slope) for at, slope in MONEY)
MONTHS_OF_BILLS = 6
TRUSTED, TRUSTING, OPTION, INCOME = 5, 2, 11, 20
HATCH: Mapping[str, int] = {"open": 0, "closed": -600, "gone": -2500}
CLAUSE = 8
MISSING_YEAR, NEARLY_OVER, OVER = -90, -350, -900
NOBODY_TO_RUN_IT = -250
CAPITAL: Curve = ((0, 55), (3, 15), (5, 5))
FORESIGHT = 8  # turns for which what isn't a legacy can still pay
CUT_SHORT = -6000
USUAL = 100  # worth of a point of a legacy that no goal prefers


@dataclass(frozen=True, slots=True)
class Goals:
    """What is wanted: worth of a point of each legacy, per cent for the rest, by subject."""

    legacies: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(LEGACIES, USUAL))
    station: int = 100
    home: int = 100
    others: int = 100
    options: int = 100
    cut_short: int = CUT_SHORT


PLAIN = Goals()
PEACE = Goals(
    legacies={"peace": 220, "science": 80, "people": 140, "power_legacy": 30},
    station=180,
    home=100,
    others=200,
    options=30,
)


def value(index: Index, state: State, chair: str, goals: Goals) -> int:
    """Return what a state is worth to a chair, in hundredths of a point of legacy."""
    total = _legacies(index, state, chair, goals)
    if state.ending:
        return total + (goals.cut_short if _is_cut_short(index, state) else 0)
    ahead = min(index.scenario.turns - state.turn + 1, FORESIGHT)
    prospects = (
        goals.station * _station(index, state)
        + goals.home * _home(index, state, chair)
        + goals.others * _others(index, state, chair)
        + goals.options * _options(index, state, chair)
        + _measures(index, state, chair)
    )
    return total + prospects * ahead // (100 * FORESIGHT)


def _is_cut_short(index: Index, state: State) -> bool:
    """Return whether the run ended by what can end it any day, be it on its last."""
    ending = ending_of(index, state)
    return state.turn < index.scenario.turns or (ending is not None and not ending.last)


def capital(held: int) -> int:
    """Return what unspent political capital is worth."""
    return _areas([(CAPITAL, held)])


def _areas(found: Iterable[tuple[Curve, int]]) -> int:
    """Return what some amounts are worth together, the units of each what a curve says."""
    total = 0
    for curve, amount in found:
        before, slope = curve[0]
        for start, next_slope in curve[1:]:
            if amount <= start:
                break
            total += slope * (start - before)
            before, slope = start, next_slope
        if amount > before:
            total += slope * (amount - before)
    return total


def _legacies(index: Index, state: State, chair: str, goals: Goals) -> int:
    """Return the legacies, weighed by the goals and a little by the leader's own taste."""
    turns = min(index.scenario.turns - state.turn, FORESIGHT)
    total = 0
    for legacy in index.legacies:
        taste = state.figures[weight_path(chair, legacy.topic)]
        wanted = goals.legacies.get(legacy.name, USUAL) * (900 + taste) // 1000
        total += wanted * _lasting(state.figures[f"{chair}.{legacy.name}"], turns) // 100
    return total


@lru_cache(maxsize=4096)
def _lasting(points: int, turns: int) -> int:
    """Return in hundredths what will be left of a legacy when so many turns have faded it."""
    gap = 100 * (points - MIDDLE)
    kept = max(-100 * FADING, min(100 * FADING, gap))
    for _ in range(turns):
        gap -= (gap - kept) // FADING
    return 100 * MIDDLE + gap


def _measures(index: Index, state: State, chair: str) -> int:
    """Return what the figures of a world's own are worth, of partners' the chair's alone."""
    total = 0
    for one in index.content.measures.values():
        if one.points:
            path = one.id if one.pattern == one.id else f"{chair}.{one.id}"
            total += one.points * state.figures[path]
    return 100 * total


def _station(index: Index, state: State) -> int:
    figures, age = state.figures, _age_takes(index, state)
    found = [(curve, figures[name]) for name, curve in STATION.items()]
    found += [(SOUND, figures[name] - age) for name in HALVES]
    found += [(curve, figures[name] // unit) for name, (unit, curve) in BULK.items()]
    total = _areas(found)
    for segment in ("usos", "ros"):
        if not figures[f"specialists.{segment}"]:
            total += NOBODY_TO_RUN_IT
    return total + HATCH[state.words["hatch"]]


def _age_takes(index: Index, state: State) -> int:
    """Return the points of each half that age will take in the turns looked at, unmended."""
    scenario = index.scenario
    turns = min(scenario.turns - state.turn + 1, FORESIGHT)
    months = turns * scenario.turn_months
    return aged(state.figures["date"], state.words["level"], months) // CARED_FOR


def _home(index: Index, state: State, chair: str) -> int:
    figures = state.figures
    found = [(curve, figures[f"{chair}.{name}"]) for name, curve in OWN.items()]
    found.append((MANDATE, left(index, state, chair)))
    income = max(1, figures[f"{chair}.income"])
    spare = figures[f"{chair}.treasury"] - figures[f"{chair}.bills"] + MONTHS_OF_BILLS * income
    return _areas(found) + _money(spare, income) + INCOME * income * 100 // (income + 100)


def _money(spare: int, income: int) -> int:
    """Return what is left when the bills are paid, a tenth of a month counting too."""
    return _areas([(TENTHS, 10 * spare // income)]) // 10


def _others(index: Index, state: State, chair: str) -> int:
    figures = state.figures
    total = CLAUSE * sum([len(deal.terms) for deal in state.deals if chair in deal.parties])
    for other in index.chairs:
        total += _years(index, state, other)
        if other != chair:
            total += TRUSTED * min(70, figures[f"{other}.trust.{chair}"])
            total += TRUSTING * min(70, figures[f"{chair}.trust.{other}"])
    return total


def _years(index: Index, state: State, partner: str) -> int:
    """Return what is lost by the years that a partner hasn't promised and that are still to come.

    Whoever promises no more years recalls its crews.
    """
    promised = state.figures[f"{partner}.commitment"]
    missing = max(0, _year(index, index.scenario.turns) - promised)
    if not missing:
        return 0
    late = NEARLY_OVER if promised < _year(index, state.turn + 4) else 0
    late = OVER if promised < _year(index, state.turn + 1) else late
    return MISSING_YEAR * min(missing, 4) + late


@lru_cache(maxsize=1024)
def _year(index: Index, turn: int) -> int:
    """Return the year in which a turn begins, the last turn's at most."""
    return date.fromordinal(turn_start(index.scenario, min(turn, index.scenario.turns))).year


def _options(index: Index, state: State, chair: str) -> int:
    options, figures = index.content.options.values(), state.figures
    return OPTION * sum([figures[f"option.{o.id}"] for o in options if o.owner == chair])

"""Age: certified lives of ships, and what an old station asks in spares (F-06, F-07, F-33 to F-36).

The rates are the game's own; that upkeep eats a third of the money and grows is F-33 and F-35.
"""

from __future__ import annotations

from datetime import date

from game.content.records import Vehicle
from game.record import replace
from game.rules.calendar import DAYS_A_MONTH
from game.rules.draft import Draft
from game.rules.messages import message
from game.rules.people.crew import reseat
from game.rules.state import Ship

OLD = date(2025, 1, 1).toordinal()  # from here on the first modules are past their design life
DAYS_A_YEAR = 365
WEAR_MONTHS = 2  # months in which a tended segment loses a point of integrity
SPARES = 4  # % of a year's income that spares cost, more for each year past OLD
SPARES_DAYS = 3  # days of supplies a quarter that spares take up, more each year past OLD
AGED = {"liaison": 300, "director": 455, "cold": 520}  # points by level, see `_extra`
LACKING = 3  # % that a half loses in a quarter in which a chair pays for no spares at all
OVER_A_POINT = 12  # days past a ship's certified life that add a per cent of failure a quarter
MOST_RISK = 20  # % a quarter
QUARTER = 3  # months

SPARES_BOUGHT = message("spares.bought")
PAST_LIFE = message("ship.past_life")


def years_old(day: int) -> int:
    """Return how many years the station is past its design life, begun ones counted."""
    return max(0, -((OLD - day) // DAYS_A_YEAR)) if day > OLD else 0


def worn(start: int, until: int, month: int, months: int, level: str) -> int:
    """Return points of integrity that a tended segment loses between two days at a level."""
    steady = (month + months) // WEAR_MONTHS - month // WEAR_MONTHS
    return steady + _extra(until, level) - _extra(start, level)


def aged(day: int, level: str, months: int) -> int:
    """Return the points that age alone takes off either half in the months from a day on."""
    return _extra(day + months * DAYS_A_MONTH, level) - _extra(day, level)


def _extra(day: int, level: str) -> int:
    """Return the points lost to age alone until a day: `AGED` hundredths by the years' square."""
    past = max(0, day - OLD)
    return AGED[level] * past * past // (100 * DAYS_A_YEAR * DAYS_A_YEAR)


def buy_spares(draft: Draft, months: int) -> None:
    """Let every chair pay for spares as far as its money goes, and cargo make room for them.

    What a chair can't pay for its half goes without, and wears.
    """
    years = years_old(draft.figures["date"])
    if not years:
        return
    for chair in draft.index.chairs:
        cost = draft.figures[f"{chair}.income"] * months * SPARES * years // 100
        paid = min(cost, max(0, draft.figures[f"{chair}.treasury"]))
        draft.because("rule:spares", SPARES_BOUGHT)
        draft.shift(f"{chair}.treasury", -paid)
        if cost > paid:
            segment = draft.index.content.partners[chair].segment
            draft.because("rule:spares", message("spares.lacking", partner=chair))
            draft.shift(f"integrity_{segment}", -_lacking(cost - paid, cost, months))
    draft.because("rule:spares", SPARES_BOUGHT)
    draft.shift("supplies", -(SPARES_DAYS * years * months // QUARTER))


def _lacking(unpaid: int, cost: int, months: int) -> int:
    """Return what a half loses for spares that nobody has paid for: at least a point."""
    return max(1, LACKING * months * unpaid // (QUARTER * cost))


def life(vehicle: Vehicle, day: int) -> int:
    """Return for how many days a type of ship is certified on a day."""
    later = vehicle.later_life and day >= vehicle.later_from
    return vehicle.later_life if later else vehicle.life


def risk(vehicle: Vehicle, ship: Ship, day: int) -> int:
    """Return the chance that a ship fails in a quarter, %: nothing within its certified life."""
    over = day - ship.launched - life(vehicle, day)
    return min(MOST_RISK, over // OVER_A_POINT) if over > 0 and vehicle.seats else 0


def outlive(draft: Draft, until: int) -> None:
    """Let crew ships past their certified life fail by seeded dice."""
    vehicles, months = draft.index.content.vehicles, draft.index.scenario.turn_months
    for ship in list(draft.state.ships.values()):
        chance = 0 if ship.fault else risk(vehicles[ship.vehicle], ship, until)
        if chance and draft.below(100 * QUARTER, "life", ship.id) < chance * months:
            draft.because("rule:life", PAST_LIFE)
            draft.own("ships")[ship.id] = replace(ship, fault="age")
            draft.note("headline", ship.id, message("ship.fails_test", ship=ship.name))
            reseat(draft)

"""The station: orbit, propellant, air, supplies, the wear of two halves, and the facts they make.

Figures of reality: decay about 2 km a month near 415 km (F-14), 3.6-4 t of propellant a year for
upkeep (F-17), 0.86 t from each Progress (F-18), leak rates of the PrK tunnel (F-29).
"""

from __future__ import annotations

from game.content.paths import SEGMENTS
from game.content.records import Content
from game.rules.calendar import DAYS_A_MONTH
from game.rules.crew import seats, specialists
from game.rules.draft import COUNTED, Draft
from game.rules.state import State

KEEP_ALTITUDE = 416_000  # m: where the standing plan holds the orbit (F-12)
LOW_ORBIT = 400_000  # m: below this the air thickens fast
DECAY_A_MONTH = 2_000  # m, quiet sun (F-14)
PROPELLANT_A_KM = 110  # kg for one km of orbit (from F-17 and F-14)
ATTITUDE_A_MONTH = 90  # kg for attitude and unloading gyroscopes (rest of F-17)
RESERVE = 500  # kg the standing plan never touches
WEAR_MONTHS = 2  # months in which a tended segment loses a point of integrity
ALONE_WEAR = 2  # % more lost a month when the other half no longer helps
CARETAKER_WEAR = 4  # % lost a month where nobody aboard can run it
CREW_OF_PLAN = 7  # people that a day of supplies is counted for (F-01)
LEAK_GROWTH = 12  # g a day that the leak grows each month if nothing is done
BILL_DAYS = 183  # how far ahead a partner's bills look
AIR_A_DAY_OF_SUPPLIES = 25_000  # g of air that cost a day's share of cargo


def decay(altitude: int, hazard: int) -> int:
    """Return metres of orbit lost in a month; `hazard` 0-100 thickens the air."""
    thicker = max(0, LOW_ORBIT + 10_000 - altitude)
    loss = DECAY_A_MONTH + DECAY_A_MONTH * thicker // 30_000
    return loss * (85 + hazard) // 100


def live(draft: Draft, months: int) -> None:
    """Let the station live for some months."""
    for _ in range(months):
        _orbit(draft)
    _air(draft, months)
    _stores(draft, months)
    _wear(draft, months)


def _orbit(draft: Draft) -> None:
    figures = draft.figures
    draft.because("rule:decay", "Thin air drags the orbit down")
    draft.shift("altitude", -decay(figures["altitude"], figures["hazard"]))
    draft.because("rule:attitude", "Thrusters hold the station steady")
    draft.shift("propellant", -ATTITUDE_A_MONTH)
    _hold_orbit(draft)


def _hold_orbit(draft: Draft) -> None:
    """Reboost by the standing plan: US ships as far as the option goes, the rest from the tanks."""
    figures = draft.figures
    missing = KEEP_ALTITUDE - figures["altitude"]
    if missing <= 0 or draft.state.words["hatch"] == "gone":
        return
    by_ships = min(missing, _ship_boost(draft))
    draft.because("rule:us_reboost", "A US ship pushes the station up")
    draft.shift("altitude", by_ships)
    if figures["rung.highest"] >= 3:
        return
    spare = max(0, figures["propellant"] - RESERVE)
    metres = min(missing - by_ships, spare * 1000 // PROPELLANT_A_KM)
    reboost(draft, metres)


def _ship_boost(draft: Draft) -> int:
    """Return metres a month that docked ships can add without the Russian tanks (F-23)."""
    share = draft.figures.get("option.us_reboost", 0)
    vehicles = draft.index.content.vehicles
    docked = (vehicles[ship.vehicle] for ship in draft.state.ships.values())
    boost = max((v.boost for v in docked if v.port == "usos"), default=0)
    return boost * share // 300 if share >= 30 else 0


def reboost(draft: Draft, metres: int) -> None:
    """Raise the orbit with Russian propellant, as far as the tanks go."""
    metres = min(metres, draft.figures["propellant"] * 1000 // PROPELLANT_A_KM)
    if metres <= 0:
        return
    draft.because("rule:reboost", "Progress burns raise the orbit")
    draft.shift("altitude", metres)
    draft.shift("propellant", -(metres * PROPELLANT_A_KM // 1000))


def _air(draft: Draft, months: int) -> None:
    if draft.figures["leak"] > 0:
        draft.because("rule:leak", "The tunnel's cracks grow")
        draft.shift("leak", LEAK_GROWTH * months)


def _stores(draft: Draft, months: int) -> None:
    days = DAYS_A_MONTH * months
    draft.because("rule:meals", "The crew eats, drinks and breathes")
    draft.shift("supplies", -(days * draft.figures["aboard"] // CREW_OF_PLAN))
    draft.because("rule:air", "Lost air must be carried up again")
    draft.shift("supplies", -(days * draft.figures["leak"] // AIR_A_DAY_OF_SUPPLIES))


def _wear(draft: Draft, months: int) -> None:
    month = draft.figures["month"]
    tended = (month + months) // WEAR_MONTHS - month // WEAR_MONTHS
    if draft.state.words["hatch"] != "open":
        tended += ALONE_WEAR * months
    for segment in ("usos", "ros"):
        manned = draft.figures[f"specialists.{segment}"] > 0
        draft.because("rule:wear", "Metal tires" if manned else "Nobody aboard can run it")
        draft.shift(f"integrity_{segment}", -(tended if manned else CARETAKER_WEAR * months))


def refresh(draft: Draft) -> None:
    """Bring the derived facts in line with what has changed since they were last worked out."""
    dirty, state = draft.dirty, draft.state
    if state.deals is not draft.deals:
        _count_deals(draft)
        draft.deals = state.deals
    if state.manifest is not draft.manifest:
        count_bills(draft)
        draft.manifest = state.manifest
    if dirty:
        if not COUNTED.isdisjoint(dirty):
            _count_people(draft)
            _count_ships(draft)
        _rate_partners(draft)
        dirty.clear()


def refresh_all(draft: Draft) -> None:
    """Work all derived facts out anew."""
    _count_people(draft)
    _count_ships(draft)
    _count_deals(draft)
    count_bills(draft)
    _rate_partners(draft)


def _count_people(draft: Draft) -> None:
    state, figures, content = draft.state, draft.figures, draft.index.content
    healthy = [ship.id for ship in state.ships.values() if not ship.fault]
    people = [person for person in state.crew.values() if person.place == "aboard"]
    lost = [person for person in people if person.ship not in healthy]
    figures["aboard"] = len(people)
    figures["stranded"] = len(lost)
    figures.update(draft.index.nobody)
    for person in people:
        figures[f"aboard.{person.partner}"] += 1
    for person in lost:
        figures[f"stranded.{person.partner}"] += 1
    for segment in SEGMENTS:
        figures[f"specialists.{segment}"] = specialists(content, people, segment)


def _rate_partners(draft: Draft) -> None:
    """Work out the highest rung and how much each partner relies on the other half."""
    figures, index = draft.figures, draft.index
    figures["rung.highest"] = max([figures[f"{p}.rung"] for p in index.partners])
    shares = {segment: reliance(draft.state, segment) for segment in SEGMENTS}
    for partner in index.partners:
        figures[f"{partner}.reliance"] = shares[index.content.partners[partner].segment]


def count_bills(draft: Draft) -> None:
    """Work out what each partner's coming flights will cost."""
    owed = bills(draft.index.content, draft.state)
    for partner in draft.index.partners:
        draft.figures[f"{partner}.bills"] = owed.get(partner, 0)


def bills(content: Content, state: State) -> dict[str, int]:
    """Return, by owner, what the flights of the next months will cost, million USD."""
    before = state.figures["date"] + BILL_DAYS
    owed: dict[str, int] = {}
    for flight in state.manifest:
        if flight.day < before and not flight.handle:
            price = content.vehicles[flight.vehicle].price
            owed[flight.owner] = owed.get(flight.owner, 0) + price
    return owed


def _count_ships(draft: Draft) -> None:
    content, figures, state = draft.index.content, draft.figures, draft.state
    for vehicle in content.vehicles:
        figures[f"docked.{vehicle}"] = 0
    total = 0
    for ship in state.ships.values():
        figures[f"docked.{ship.vehicle}"] += 1
        total += 0 if ship.fault else seats(content, ship)
    figures["seats"] = total


def _count_deals(draft: Draft) -> None:
    figures = draft.figures
    figures.update(draft.index.no_deals)
    paths = draft.index.deals
    for deal in draft.state.deals:
        one, other = deal.parties
        for term in deal.terms:
            figures[f"deal.{term.clause}"] = 1
            figures[paths[term.clause, one]] = figures[paths[term.clause, other]] = 1


def reliance(state: State, segment: str) -> int:
    """Return in per cent how much of what a segment lives on the other supplies (F-22, F-32)."""
    figures = state.figures
    if segment == "ros":
        power = 50 - figures.get("option.russian_station", 0) // 3
        return max(0, power + (15 if figures["specialists.usos"] else 5))
    thrust = 60 - figures.get("option.us_reboost", 0) // 2
    deorbit = 20 - figures.get("option.deorbit_vehicle", 0) // 5
    return max(0, thrust + deorbit)

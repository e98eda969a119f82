"""The station: air, supplies, the wear of two halves, and the facts they make.

Crew and supplies are counted for seven people (F-01). How the orbit is held, what the tunnel
leaks, who has light and what age costs: see `orbit`, `tunnel`, `power` and `ageing`.
"""

from __future__ import annotations

from functools import lru_cache
from itertools import combinations

from game.content.paths import SEGMENTS
from game.content.records import Content, Expression
from game.rules.calendar import DAYS_A_MONTH, turn_start
from game.rules.draft import COUNTED, Draft
from game.rules.figures import RUNG
from game.rules.hardware import ageing, orbit, power, tunnel
from game.rules.hardware.ports import count_free
from game.rules.index import Index
from game.rules.messages import message
from game.rules.pairs import LOSSES
from game.rules.people import command, walks, wellbeing
from game.rules.people.crew import TRAINED, across, seats, specialists
from game.rules.people.feelings import FELT
from game.rules.state import State
from game.rules.table.lives import in_force, suspend
from game.rules.table.stakes import rate

ALONE_WEAR = 2  # % more lost a month when the other half no longer helps (F-32; the game's own)
CARETAKER_WEAR = 4  # % lost a month where nobody aboard can run it (A3-18; the game's own)
RECOUNTED = COUNTED | {RUNG, TRAINED}  # what is in line after a recount
CREW_OF_PLAN = 7  # people that a day of supplies is counted for (F-01)
BILL_DAYS = 183  # how far ahead a partner's bills look (the game's own)
AIR_A_DAY_OF_SUPPLIES = 25_000  # g of air that cost a day's share of cargo (the game's own)

EATEN = message("supplies.eaten")
AIR_LOST = message("supplies.air")
METAL = message("wear.metal")
UNTENDED = message("wear.untended")


def live(draft: Draft, months: int) -> None:
    """Let the station live for some months."""
    for _ in range(months):
        orbit.sink(draft)
    tunnel.crack(draft, months)
    _stores(draft, months)
    ageing.buy_spares(draft, months)
    power.fade(draft, months)
    _wear(draft, months)
    power.shed(draft, months)


def person_days(draft: Draft) -> int:
    """Return for how many days, all told, people are aboard in this turn."""
    start = draft.figures["date"]
    until = turn_start(draft.index.scenario, draft.state.turn + 1)
    days = 0
    for person in draft.state.crew.values():
        if person.place == "aboard":
            days += until - max(start, person.since)
        elif person.place == "recovering" and person.since > start:
            days += person.since - start
    return days


def _stores(draft: Draft, months: int) -> None:
    days = DAYS_A_MONTH * months
    draft.because("rule:meals", EATEN)
    draft.shift("supplies", -(person_days(draft) // CREW_OF_PLAN))
    draft.because("rule:air", AIR_LOST)
    if lost := days * draft.figures["leak"] // AIR_A_DAY_OF_SUPPLIES:
        draft.shift("supplies", -lost)


def _wear(draft: Draft, months: int) -> None:
    start = draft.figures["date"]
    until = turn_start(draft.index.scenario, draft.state.turn + 1)
    words = draft.state.words
    tended = ageing.worn(start, until, draft.figures["month"], months, words["level"])
    if words["hatch"] != "open":
        tended += ALONE_WEAR * months
    for segment in ("usos", "ros"):
        manned = draft.figures[f"specialists.{segment}"] > 0
        draft.because("rule:wear", METAL if manned else UNTENDED)
        lost = tended if manned else max(tended, CARETAKER_WEAR * months)
        draft.shift(f"integrity_{segment}", -lost)


def refresh(draft: Draft) -> None:
    """Bring the derived facts in line with what has changed since they were last worked out."""
    state = draft.state
    if not draft.dirty and state.deals is draft.deals and state.manifest is draft.manifest:
        return
    recount(draft)
    if FELT in draft.dirty:
        feel(draft)
    if draft.dirty:
        rate(draft.index, draft.state, draft.dirty)
        draft.dirty.clear()


def refresh_for(draft: Draft, condition: Expression) -> None:
    """Bring in line what a condition asks about: losses are dear to work out, and seldom asked."""
    state = draft.state
    if not draft.dirty and state.deals is draft.deals and state.manifest is draft.manifest:
        return
    if _asks_losses(condition.text):
        refresh(draft)
    else:
        recount(draft)
        feel(draft)


@lru_cache(maxsize=1024)
def _asks_losses(condition: str) -> bool:
    return "loss." in condition or "reliance" in condition


def recount(draft: Draft) -> None:
    """Count anew what has changed; how people are, and what each would lose, can wait."""
    dirty, state = draft.dirty, draft.state
    if state.deals is not draft.deals or RUNG in dirty:
        suspend(draft)
        _count_deals(draft)
        _find_highest(draft)
        draft.deals = state.deals
        dirty.add(LOSSES)
    if state.manifest is not draft.manifest:
        count_bills(draft)
        draft.manifest = state.manifest
        dirty.add(LOSSES)
    if TRAINED in dirty:
        _count_training(draft)
    if dirty:
        if not COUNTED.isdisjoint(dirty):
            command.settle(draft)
            _count_people(draft)
            _count_ships(draft)
            dirty.update((FELT, LOSSES))
        if not power.HANGS.isdisjoint(dirty):
            power.count_short(draft)
        dirty.difference_update(RECOUNTED)


def feel(draft: Draft) -> None:
    """Work out how those aboard are, if that has changed."""
    if FELT in draft.dirty:
        _count_feelings(draft)
        draft.dirty.discard(FELT)


def refresh_all(draft: Draft) -> None:
    """Work all derived facts out anew."""
    _count_people(draft)
    _count_feelings(draft)
    _count_ships(draft)
    suspend(draft)
    _count_deals(draft)
    count_bills(draft)
    _find_highest(draft)
    rate(draft.index, draft.state, {LOSSES})
    power.count_short(draft)


def _count_people(draft: Draft) -> None:
    state, figures, content = draft.state, draft.figures, draft.index.content
    healthy = [ship.id for ship in state.ships.values() if not ship.fault]
    people = [person for person in state.crew.values() if person.place == "aboard"]
    lost = [person for person in people if person.ship not in healthy]
    figures["aboard"] = len(people)
    figures["stranded"] = len(lost)
    figures["joint"] = across(content, state, people)
    figures.update(draft.index.nobody)
    for person in people:
        figures[f"aboard.{person.partner}"] += 1
    for person in lost:
        figures[f"stranded.{person.partner}"] += 1
    for segment in SEGMENTS:
        figures[f"specialists.{segment}"] = specialists(content, people, segment)
    _count_training(draft)
    count_days(draft)
    command.count(figures, state, content.partners)


def _count_training(draft: Draft) -> None:
    crew = draft.state.crew.values()
    draft.figures["crew.training"] = sum([c.place == "training" for c in crew])


def _count_feelings(draft: Draft) -> None:
    people = [c for c in draft.state.crew.values() if c.place == "aboard"]
    walks.count(draft, people)
    wellbeing.count(draft.figures, people)


def count_days(draft: Draft) -> None:
    """Work out how long the person longest aboard has been there."""
    since = [c.since for c in draft.state.crew.values() if c.place == "aboard"]
    today = draft.figures["date"]
    draft.figures["crew.record_days"] = max(0, today - min(since, default=today))


def _find_highest(draft: Draft) -> None:
    figures = draft.figures
    figures["rung.highest"] = max([figures[f"{p}.rung"] for p in draft.index.partners])


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
    count_free(draft)


@lru_cache(maxsize=256)
def _spans(index: Index, parties: tuple[str, ...]) -> bool:
    """Return whether some parties, or their owners, are of both halves."""
    partners = index.content.partners
    return len({partners[party].segment for party in parties}) > 1


def _count_deals(draft: Draft) -> None:
    """Work out which clauses are in force, and for whom; what rests isn't."""
    figures, paths, clauses = draft.figures, draft.index.deals, draft.index.content.clauses
    figures.update(draft.index.no_deals)
    figures["papers"] = 0
    for deal, term, _ in in_force(draft.index, draft.state):
        between = (term.giver, term.to) if term.to else deal.parties
        figures["papers"] += _spans(draft.index, between)
        for clause in (term.clause, *clauses[term.clause].counts_as):
            figures[f"deal.{clause}"] = 1
            for party in between:
                figures[paths[clause, party]] = 1
            for two in combinations(between, 2):
                figures[paths[(clause, *two)]] = 1

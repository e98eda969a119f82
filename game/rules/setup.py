"""The first state: content, a scenario and a seed."""

from __future__ import annotations

from dataclasses import dataclass

from game.content.names import MINE
from game.content.records import Content, Docked, Planned, StandingDeal
from game.errors import UsageError
from game.rules.calendar import turn_start
from game.rules.decisions import Change
from game.rules.draft import Draft
from game.rules.encoding import LARGEST
from game.rules.facts import refresh_all
from game.rules.figures import about_word, restless_word
from game.rules.hardware.gyroscopes import ALL
from game.rules.hardware.manifest import book
from game.rules.hardware.orbit import carried
from game.rules.index import Index, index_of, whole
from game.rules.past import flew
from game.rules.people.command import settle
from game.rules.people.feelings import MOST
from game.rules.people.wellbeing import service
from game.rules.state import Crew, Deal, Flight, Ship, State, Term
from game.rules.table.knowledge import age
from game.rules.table.leaders import take_up
from game.rules.table.lives import draw_up
from game.rules.turn import PHASES, advance
from game.text.language import _
from game.text.near import no_such

USUAL = "cold_snap_2022"
"""The scenario where none is named."""
LEVELS = ("liaison", "director", "cold")
HAZARDS = ("dated", "seeded")
START = {"mandate": 50, "capital": 3, "standing": 50, "commitment": 2024, "peace": 40,
         "science": 40, "people": 40, "power_legacy": 40,
         "power_share": 25, "gyroscopes": ALL}  # fmt: skip
MIDDLE = 50


@dataclass(frozen=True, slots=True)
class Setup:
    """How a game is set up: the scenario, who is in the chair that can be dismissed, the dice.

    `level` is `liaison`, `director` or `cold`, `hazards` are `dated`, as in history, or `seeded`.
    `met` are the ids of cards that its player has met in recent campaigns, which come less; an
    event that isn't there counts for nothing.
    """

    scenario: str
    chair: str
    seed: int
    level: str = "director"
    hazards: str = "dated"
    met: tuple[str, ...] = ()


def new_game(content: Content, setup: Setup) -> tuple[State, tuple[Change, ...]]:
    """Return the first state that waits for a decision, and what happened on the way to it.

    Raises UsageError for a scenario, chair, level or hazards that don't exist.
    """
    check_setup(content, setup)
    index = index_of(content, setup.scenario)
    draft = Draft(index, _blank(index, setup))
    _fill_figures(draft)
    _dock_all(draft)
    _plan_all(draft)
    _recall_the_past(draft)
    draw_up(draft)
    for partner in index.partners:
        draft.weigh_mandate(partner)
    _hand_command(draft)
    refresh_all(draft)
    for partner in index.partners:
        take_up(draft, partner)
    age(draft)
    draft.changes.clear()
    draft.state.phase = len(PHASES) - 1
    advance(draft)
    return draft.state, tuple(draft.changes)


def bounds(content: Content, scenario: str) -> dict[str, tuple[int, int]]:
    """Return the lowest and highest value that each figure of a scenario may have, by path.

    Both are within the range, in the figure's own unit. Facts, which are counted from the rest of
    a state, aren't among them. Raises UsageError for a scenario that doesn't exist.
    """
    _check_name("scenario", scenario, tuple(content.scenarios))
    return dict(index_of(content, scenario).bounds)


def check_setup(content: Content, setup: Setup) -> None:
    """Raise UsageError for a scenario, chair, level or hazards that don't exist, or a huge seed."""
    _check_name("scenario", setup.scenario, tuple(content.scenarios))
    _check_name("partner", setup.chair, content.scenarios[setup.scenario].chairs)
    _check_name("level", setup.level, LEVELS)
    _check_name("hazards", setup.hazards, HAZARDS)
    if abs(setup.seed) > LARGEST:
        raise UsageError(
            _("The seed is too large for a save to hold; take one of at most 18 digits.")
        )


def _check_name(what: str, value: str, known: tuple[str, ...]) -> None:
    if value not in known:
        raise UsageError(no_such(what, value, known))


def _blank(index: Index, setup: Setup) -> State:
    words = {"hatch": "open", "prk": index.scenario.prk, "level": setup.level,
             "hazards": setup.hazards, "chair": setup.chair, "scenario": setup.scenario,
             "zarya": "shared", "usos_alone": "together", "ros_alone": "together",
             "commander": ""}  # fmt: skip
    words |= {f"{p}.leader": leader for p, leader in index.scenario.leaders.items()}
    for partner in index.partners:
        words.setdefault(f"{partner}.leader", _any_leader(index, partner))
    words |= {restless_word(home): "" for home in (*index.chairs, *index.partners)}
    words |= {about_word(home): "" for home in (*index.chairs, *index.partners)}
    flags = {**index.content.flags, **index.scenario.flags}
    return State(
        scenario=setup.scenario, seed=setup.seed, turn=1, phase=0, queue=(), figures={},
        words=words, flags=flags, fired={}, roles={}, scheduled=(), crew={}, ships={}, manifest=(),
        deals=(), offers=(), promises=(), sealed=(), used={}, knowledge={},
        met=tuple(sorted({*setup.met} & {*index.content.events})),
    )  # fmt: skip


def _any_leader(index: Index, partner: str) -> str:
    return next((x.id for x in index.content.leaders.values() if x.partner == partner), "")


def _fill_figures(draft: Draft) -> None:
    figures, index = draft.figures, draft.index
    opens = START | {one.pattern.removeprefix(MINE): one.opens
                     for one in index.content.measures.values()}  # fmt: skip
    for path, (low, high) in index.bounds.items():
        moods = ".faction." in path or ".trust." in path
        start = MIDDLE if moods else opens.get(path.partition(".")[2] or path, max(low, 0))
        wanted = index.scenario.figures.get(path, start)
        figures[path] = min(max(wanted, low), high)
    figures["date"] = turn_start(index.scenario, 1)
    figures["month"] = figures["lost"] = 0
    figures["turns_left"] = index.scenario.turns - 1
    for partner in index.content.partners:
        figures[f"notice.{partner}"] = 0
        figures[f"in_chair.{partner}"] = int(partner == draft.state.words["chair"])
    whole(figures)


def _dock_all(draft: Draft) -> None:
    for number, docked in enumerate(draft.index.scenario.docked):
        _dock(draft, docked, f"{docked.vehicle}_start_{number}")


def _dock(draft: Draft, docked: Docked, ship_id: str) -> None:
    vehicle = draft.index.content.vehicles[docked.vehicle]
    launched = docked.launched.toordinal()
    stay = vehicle.stay or vehicle.life
    returns = docked.returns.toordinal() if docked.returns else launched + stay
    ship = Ship(
        ship_id,
        docked.vehicle,
        docked.name,
        vehicle.owner,
        launched,
        returns,
        boost=carried(draft, vehicle),
    )
    draft.own("ships")[ship_id] = ship
    for person in docked.crew:
        partner = draft.index.content.people[person].partner
        since = docked.longer[person].toordinal() if person in docked.longer else launched
        days = max(0, draft.figures["date"] - since)
        fatigue = min(MOST, service(days, days)[0])
        flew(draft, person)
        draft.own("crew")[person] = Crew(person, partner, "aboard", ship_id, since, fatigue=fatigue)


def _plan_all(draft: Draft) -> None:
    for number, planned in enumerate(draft.index.scenario.manifest):
        flight = _planned(draft, planned, f"{planned.vehicle}_record_{number}")
        draft.state.manifest = (*draft.state.manifest, flight)
    today = draft.figures["date"]
    for vehicle, days in draft.index.scenario.cadence.items():
        if all(flight.vehicle != vehicle for flight in draft.state.manifest):
            book(draft, vehicle, today + days // 2, "own")


def _planned(draft: Draft, planned: Planned, flight_id: str) -> Flight:
    vehicle = draft.index.content.vehicles[planned.vehicle]
    day = planned.launches.toordinal()
    returns = planned.returns.toordinal() if planned.returns else day + vehicle.life
    return Flight(
        flight_id, planned.vehicle, planned.name, vehicle.owner, day, returns, planned.crew,
        planned.handle, swap=planned.swap,
    )  # fmt: skip


def _recall_the_past(draft: Draft) -> None:
    """Enter the deals in force, the events that are over and the threads history has left."""
    scenario, events = draft.index.scenario, draft.index.content.events
    opening = draft.figures["date"]
    draft.state.deals = tuple(_standing(deal, n) for n, deal in enumerate(scenario.deals))
    for event in scenario.happened:
        draft.own("fired")[event] = min(events[event].day or opening, opening - 1)
    draft.figures.update({f"whole.{thread}": 0 for thread in scenario.broken})


def _hand_command(draft: Draft) -> None:
    """Name who commands at the start: the scenario's own, or whom the rules would choose."""
    draft.own("words")["commander"] = draft.index.scenario.commander
    settle(draft)


def _standing(deal: StandingDeal, number: int) -> Deal:
    giver = deal.between[0]
    terms = tuple(Term(clause, amount, giver) for clause, amount in deal.terms)
    signed, ends = deal.signed.toordinal(), deal.ends.toordinal()
    return Deal(f"start_{number}", deal.between, terms, signed, ends)

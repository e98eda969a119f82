"""From a save's snapshot to a state that the loaded packs can play on with, or a reason why not."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from game.content.records import Content
from game.errors import SaveError, UsageError
from game.rules.calendar import turn_start
from game.rules.draft import Draft
from game.rules.encoding import decode_state
from game.rules.facts import refresh_all
from game.rules.index import Index, index_of
from game.rules.invariants import violations
from game.rules.setup import Setup, check_setup, new_game
from game.rules.state import State
from game.rules.table.leaders import in_line, take_up
from game.rules.table.lives import draw_up
from game.rules.turn import PHASES, go_on
from game.saves.following import follow
from game.saves.record import WAY_OUT, Record, damaged
from game.saves.references import strangers
from game.text.language import N_, _

TAKEN_OVER = N_(
    "The deals in force go on as they stand; what they hold is given back at their end."
)
LAST_DAY = 3_000_000  # in the year 8214: no date of a game is near it


@dataclass(frozen=True, slots=True)
class Admitted:
    """A state to go on from, and what was left out to fit it to the packs, in words."""

    state: State
    warnings: tuple[str, ...] = ()


def setup_of(record: Record) -> Setup:
    """Return the setup that a record names."""
    return Setup(
        record.scenario, record.chair, record.seed, record.level, record.hazards, tuple(record.met)
    )


def admit(content: Content, setup: Setup, data: Mapping[str, Any], where: str) -> Admitted:
    """Return the state of a snapshot, fitted to the loaded packs.

    Figures that the packs have added start where a new game starts them. Raises SaveError for
    what isn't a state, names things that the packs don't have, or breaks the rules' promises.
    """
    came = follow(content, _decoded(data, where))
    state = came.state
    index, fresh = _fresh(content, setup, where)
    for problem in (*strangers(index, fresh, state), *_contradictions(index, fresh, state)):
        raise SaveError(_unfit(where, f"{problem}."))
    fitted = _fitted(index, fresh, state, came.withdrawn)
    for problem in violations(content, fitted):
        raise SaveError(_doubtful(where, problem))
    lost = [
        content.wordings.get(p.text, p.text) for p in state.promises if p.key not in index.promises
    ]
    told = [_('A promise is forgotten: "{promise}".', promise=text) for text in lost]
    told += [_(TAKEN_OVER)] if any(deal.terms and not deal.lives for deal in state.deals) else []
    return Admitted(fitted, (*came.told, *told))


def _decoded(data: Mapping[str, Any], where: str) -> State:
    try:
        return decode_state(data)
    except ValueError as error:
        raise SaveError(damaged(where, error)) from error


def _fresh(content: Content, setup: Setup, where: str) -> tuple[Index, State]:
    """Return a new game's state, which holds every name that a state of these packs has."""
    try:
        check_setup(content, setup)
    except UsageError as error:
        raise SaveError(_unfit(where, error)) from error
    return index_of(content, setup.scenario), new_game(content, setup)[0]


def _contradictions(index: Index, fresh: State, state: State) -> Iterator[str]:
    """Yield what in a state can't be so together."""
    told = (
        state.scenario,
        state.seed,
        *(state.words.get(w) for w in ("chair", "level", "hazards")),
    )
    if told != (
        fresh.scenario,
        fresh.seed,
        *(fresh.words[w] for w in ("chair", "level", "hazards")),
    ):
        yield _("its snapshot is of another game than its setup")
    if not 1 <= state.turn <= index.scenario.turns or not 0 <= state.phase < len(PHASES):
        yield _("turn {turn}, phase {phase} doesn't exist", turn=state.turn, phase=state.phase)
    elif state.figures.get("date") != turn_start(index.scenario, state.turn):
        yield _("its date isn't that of its turn")
    if any(not 0 <= day <= LAST_DAY for day in _days(state)):
        yield _("a date in it lies outside all time")


def _days(state: State) -> Iterable[int]:
    yield from (person.since for person in state.crew.values())
    yield from (day for ship in state.ships.values() for day in (ship.launched, ship.returns))
    yield from (day for flight in state.manifest for day in (flight.day, flight.returns))
    yield from (day for deal in state.deals for day in (deal.signed, deal.ends))
    yield from (life.ends for deal in state.deals for life in deal.lives)
    yield from (promise.due for promise in state.promises)
    yield from (item.day for item in state.scheduled)
    yield from (*state.fired.values(), *state.used.values())


def _fitted(index: Index, fresh: State, state: State, withdrawn: bool) -> State:
    """Return a state with every name that the packs have, its derived figures worked out anew.

    Where what was to be decided has been `withdrawn`, it goes on to the next decision.
    """
    fitted = state.copy()
    fitted.figures = fresh.figures | state.figures
    fitted.words = fresh.words | state.words
    fitted.flags = dict(index.content.flags) | state.flags
    fitted.promises = tuple(p for p in state.promises if p.key in index.promises)
    draft = Draft(index, fitted)
    draw_up(draft)
    for partner in index.partners:
        draft.weigh_mandate(partner)
        if not in_line(index, fitted, partner):
            take_up(draft, partner)
    refresh_all(draft)
    if withdrawn and not fitted.queue:
        go_on(draft)
    return draft.state


def _unfit(where: str, why: object) -> str:
    told = _("{save} doesn't fit the loaded packs: {why}", save=where, why=why)
    return f"{told} {_(WAY_OUT)}"


def _doubtful(where: str, why: str) -> str:
    told = _("{save} doesn't fit the loaded rules: {why}.", save=where, why=why)
    return f"{told} {_(WAY_OUT)}"

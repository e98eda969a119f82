"""The base pack's cards, slides and names against what may have come before them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

import pytest

from game.content.records import (
    Action,
    Amount,
    Assign,
    Choice,
    Content,
    Effect,
    Prose,
    SetFlag,
    Spend,
    When,
)
from game.narration.decisions import wording
from game.rules.setup import Setup, new_game
from game.rules.state import State
from tests.content.conftest import FACTIONS

BREAKERS = {"end_it_early", "prepare_to_part"}  # say in their own words that they end it in 2029


@pytest.fixture
def opening(base: Content) -> State:
    return new_game(base, Setup("cold_snap_2022", "nasa", 1))[0]


def _holds(base: Content, state: State, event: str) -> bool:
    when = base.events[event].when
    assert when is not None
    return bool(when.bind("")(state, {}))


def _choice(base: Content, event: str, name: str) -> Choice:
    desks = base.events[event].desks
    return next(c for desk in desks for c in desk.choices if c.id == name)


def _assigned(effects: Iterable[Effect]) -> Iterator[Amount]:
    """Yield all that effects may set a figure to, under whatever condition."""
    for effect in effects:
        if isinstance(effect, Assign):
            yield effect.to
        elif isinstance(effect, When):
            yield from _assigned((*effect.then, *effect.otherwise))


def _years(base: Content, state: State) -> Iterator[tuple[Choice, int]]:
    """Yield every open choice after 2027 that assigns a year to who promised 2036, and the year."""
    for chair in ("nasa", "roscosmos", "esa"):
        state.figures[f"{chair}.commitment"] = 2036
    for event in base.events.values():
        if (event.last_day or event.day or 0) < date(2028, 1, 1).toordinal():
            continue
        for desk in event.desks:
            for choice in desk.choices:
                if choice.needs is None or choice.needs.bind(desk.chair)(state, {}):
                    for to in _assigned(choice.effects):
                        year = to if isinstance(to, int) else to.bind(desk.chair)(state, {})
                        if year > 2000:
                            yield choice, int(year)


def test_only_a_choice_that_says_so_takes_back_promised_years(
    base: Content, opening: State
) -> None:
    years = list(_years(base, opening))
    assert {c.id for c, year in years if year < 2036} == BREAKERS
    assert all("2029" in c.text for c, _ in years if c.id in BREAKERS)
    assert len(years) > len(BREAKERS)


def test_who_stays_to_the_end_has_filed_no_plan_to_part(base: Content, opening: State) -> None:
    state = opening
    state.figures |= {"option.russian_station": 90, "roscosmos.commitment": 2028}
    assert _holds(base, state, "the_oldest_module")
    state.figures["roscosmos.commitment"] = 2030
    assert not _holds(base, state, "the_oldest_module")
    stay = _choice(base, "the_date_on_the_wall", "stay_to_2030")
    assert SetFlag("detach_plan_public", 0) in stay.effects


def test_zarya_can_be_left_without_money(base: Content) -> None:
    leave = _choice(base, "the_oldest_module", "leave_zarya")
    assert not leave.capital and not any(isinstance(e, Spend) for e in leave.effects)


def test_no_ships_hold_the_orbit_for_a_partner_that_called_them_home(
    base: Content, opening: State
) -> None:
    when = base.slides["own_push"].when
    assert when is not None
    for rung, shown in ((3, True), (4, False)):
        opening.figures |= {"option.us_reboost": 90, "nasa.rung": rung}
        assert bool(when.bind("")(opening, {})) is shown


def _antenna(base: Content, state: State, prose: Prose, day: date, joint: int) -> str:
    state.figures |= {"date": day.toordinal(), "walk.joint": joint}
    return wording(base, state, prose, "roscosmos")


def test_the_antenna_is_told_otherwise_the_next_time(base: Content, opening: State) -> None:
    prose = base.events["two_for_the_outside"].desks[0].text
    for year in range(2022, 2029):
        first = _antenna(base, opening, prose, date(year, 7, 1), 40)
        assert first != _antenna(base, opening, prose, date(year + 2, 7, 1), 40)


def test_nobody_has_a_walker_where_nobody_is(base: Content, opening: State) -> None:
    prose = base.events["two_for_the_outside"].desks[0].text
    for year in range(2022, 2031):
        assert "have a walker" not in _antenna(base, opening, prose, date(year, 10, 1), 0)


def test_what_a_faction_does_is_said_in_the_singular(base: Content) -> None:
    names = {base.factions[name].name for name in FACTIONS}
    bare = {name for name in names if not name.startswith("The ")}
    assert bare == {"Congress", "Industry", "European industry", "National security"}


def test_what_all_hear_of_a_dilemma_speaks_to_nobody(base: Content) -> None:
    told = [(e.id, row.text) for e in base.events.values() for row in e.results]
    assert told
    addressed = re.compile(r"(?<!thank )(?<!thank-)\b(you|your|yours)\b", re.IGNORECASE)
    assert [one for one in told if addressed.search(one[1])] == []


NAMED = re.compile(r"\b(?:[a-z_]+\.)*[a-z_]+")


def _stirred(opening: State, action: Action) -> Iterator[State]:
    """Yield the opening with one figure or word of an action's condition after the other moved."""
    yield opening
    for name in NAMED.findall(action.needs.text if action.needs else ""):
        for value in (0, 3, 90, 500_000) if name in opening.figures else ():
            yield replace(opening, figures={**opening.figures, name: value})
        for word in ("open", "closed", "gone", "sealed", "shut") if name in opening.words else ():
            yield replace(opening, words={**opening.words, name: word})


def test_every_reason_of_a_lock_is_one(base: Content, opening: State) -> None:
    exact = [action for action in base.actions.values() if action.locks]
    assert {"extend_stay", "name_commander", "use_the_tunnel"} <= {one.id for one in exact}
    for action in exact:
        needs, seen = action.needs, set[str]()
        assert needs is not None
        for state in _stirred(opening, action):
            for lock in action.locks:
                assert lock.when is not None
                if lock.when.bind("roscosmos", "nasa")(state, {}):
                    seen.add(lock.text)
                    assert not needs.bind("roscosmos", "nasa")(state, {}), (action.id, lock.text)
        assert seen, action.id

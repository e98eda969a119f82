"""What clauses are worth at every amount, beside the plain reckoning of one amount at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.content.records import Amount, Clause
from game.rules.index import Index, index_of
from game.rules.setup import Setup, new_game
from game.rules.state import State, Term
from game.rules.table.appraisal import MOST, appraisal_of, percent
from game.rules.table.worths import appraised, spread, spreads, weighed
from game.rules.view import view
from game.testing.strategies import states
from tests.shipped import base
from tests.small import CAMPAIGN, CONTENT
from tests.small_names import amount
from tests.worlds import RICH_CLAUSES, opening

RICH = replace(CONTENT, clauses=RICH_CLAUSES)
SIDES = (("nasa", "roscosmos"), ("roscosmos", "nasa"), ("esa", "nasa"))


def _worth(state: State, clause: Clause, term: Term, who: str, other: str) -> int:
    """Return what a term is worth before a leader weighs it, reckoned plainly."""
    gives = term.giver == who
    part = "host" if clause.joint and gives else who
    gain = _part(clause.gains, part, who) if clause.mutual or not gives else 0
    cost = _part(clause.costs, part, who) if clause.mutual or gives else 0
    return _value(state, gain, term, who, other) - _value(state, cost, term, who, other)


def _part(table: Mapping[str, Amount], part: str, who: str) -> Amount:
    return table.get(part, table.get(who, table.get("any", 0)))


def _value(state: State, of: Amount, term: Term, who: str, other: str) -> int:
    if isinstance(of, int):
        return of
    return of.bind(who, other)(state, {"amount": term.amount})


def _agree(index: Index, state: State) -> None:
    """Check every clause from every side, at every amount and a little beyond."""
    for clause in index.content.clauses.values():
        for who, other in SIDES:
            for gives in (True, False):
                held = appraised(index, (clause.id, who, other, gives))
                for n in range(clause.low - 1, clause.high + 2):
                    term = Term(clause.id, n, who if gives else other)
                    worth = _worth(state, clause, term, who, other)
                    share = state.figures[f"{who}.weight.{clause.topic}"]
                    assert weighed(index, state, term, who, other) == worth * share // 100
                    if clause.low <= n <= clause.high:
                        assert held.plain(state)[n - clause.low] == worth


@given(st.data())
def test_a_clause_at_every_amount_is_worth_what_it_is_one_by_one(data: st.DataObject) -> None:
    state = data.draw(states(RICH, CAMPAIGN))
    index = index_of(RICH, CAMPAIGN)
    _agree(index, state)
    _agree(index, view(RICH, state, "nasa"))


def test_so_are_the_clauses_that_ship_as_their_figures_move() -> None:
    index = index_of(base(), "cold_snap_2022")
    for step in range(0, 100, 7):
        state = new_game(base(), Setup("cold_snap_2022", "nasa", step))[0]
        for path, (low, high) in index.bounds.items():
            state.figures[path] = low + (high - low) * ((step + len(path)) % 100) // 100
        _agree(index, state)


@given(st.data())
def test_how_far_off_a_worth_may_be_is_the_same_at_every_amount(data: st.DataObject) -> None:
    state = data.draw(states(RICH, CAMPAIGN))
    index = index_of(RICH, CAMPAIGN)
    seen = view(RICH, state, "nasa")
    for clause in RICH.clauses.values():
        for who, other in SIDES:
            row = spreads(index, seen, (clause.id, who, other, True))
            terms = [Term(clause.id, n, who) for n in range(clause.low, clause.high + 1)]
            assert list(row) == [spread(index, seen, term, who, other) for term in terms]


def test_what_hangs_on_more_than_figures_is_reckoned_each_time() -> None:
    clause = replace(CONTENT.clauses["inspection"], gains={"any": amount("flag.calls")}, costs={})
    index = index_of(CONTENT, CAMPAIGN)
    held = appraisal_of(index.names, clause, "nasa", "roscosmos", False)
    state = opening()
    for calls in (3, 7):
        state.flags["calls"] = calls
        assert held.plain(state) == (calls,)


def test_what_is_kept_is_forgotten_before_there_is_too_much_of_it() -> None:
    clause = replace(CONTENT.clauses["inspection"], gains={"any": amount("altitude")}, costs={})
    index, state = index_of(CONTENT, CAMPAIGN), opening()
    held = appraisal_of(index.names, clause, "nasa", "roscosmos", False)
    for altitude in range(2 * MOST + 3):
        state.figures["altitude"] = altitude
        assert held.plain(state) == (altitude,)
    assert len(held._plain) <= MOST


@given(st.lists(st.integers(-40, 40), max_size=6), st.integers(0, 300))
def test_what_is_cut_in_parts_is_worth_no_more_for_it(parts: list[int], share: int) -> None:
    assert sum(percent(tuple(parts), share)) <= percent((sum(parts),), share)[0]


def test_a_share_is_rounded_down() -> None:
    assert percent((1, -1, 3, -3, 0, 7), 50) == (0, -1, 1, -2, 0, 3)

"""What rungs shut: clauses can't be signed and rest, actions can't be taken; threats press."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.content.records import Content
from game.rules.draft import Draft
from game.rules.effects import perform_clause
from game.rules.facts import refresh, refresh_all
from game.rules.index import index_of
from game.rules.ledger import moved
from game.rules.legality import options
from game.rules.rungs import by_number, shut_actions, shut_clauses, why_shut
from game.rules.state import State, Term
from game.rules.table import deals, ladder
from game.rules.table.running import run
from tests.small import CAMPAIGN, CONTENT
from tests.words import said
from tests.worlds import changed, offer_of, opening, until, with_deal


def _rung(number: int, *clauses: str, actions: tuple[str, ...] = (), id_: str = "") -> r.Rung:
    name = id_ or f"rung_{number}"
    return r.Rung(name, number, name, "", 1, number // 2, 2 * number, clauses, actions)


RUNGS = {x.id: x for x in (_rung(2, "inspection", actions=("calm",)), _rung(4, "seat_swap"))}
STRICT = replace(CONTENT, rungs=RUNGS)
INDEX = index_of(STRICT, CAMPAIGN)


def _refreshed(state: State) -> State:
    draft = Draft(INDEX, state)
    refresh_all(draft)
    return draft.state


@pytest.mark.parametrize("climber", ("nasa", "roscosmos", "esa"))
def test_a_clause_is_shut_between_two_of_whom_one_stands_high_enough(climber: str) -> None:
    offer = offer_of(Term("inspection", 1, "nasa"))
    for rung in range(4):
        state = changed(opening(), **{f"{climber}__rung": rung})
        reason = deals.why_no_offer(INDEX, state, offer)
        assert ("rung 2 up" in said(reason)) == (rung >= 2 and climber != "esa")
        terms = deals.possible_terms(INDEX, state, "nasa", "roscosmos")
        possible = {term.clause for term in terms}
        assert ("inspection" in possible) == (not reason)


def test_a_running_deal_rests_while_it_is_shut_and_goes_on_after() -> None:
    running = _refreshed(with_deal(opening(), "inspection"))
    assert running.figures["deal.inspection"] == 1
    shut = _refreshed(changed(running, roscosmos__rung=2))
    assert shut.figures["deal.inspection"] == shut.figures["deal.inspection.nasa"] == 0
    assert shut.deals
    leaks = []
    for state in (running, shut):
        draft = Draft(INDEX, state)
        run(draft, 3, perform_clause)
        leaks.append(moved(draft.changes, "leak"))
    assert leaks == [-30, 0]
    assert _refreshed(changed(shut, roscosmos__rung=1)).figures["deal.inspection"] == 1


def test_stepping_opens_and_shuts_within_the_same_decision() -> None:
    draft = Draft(INDEX, _refreshed(with_deal(opening(), "inspection")))
    for _ in range(2):
        ladder.step(draft, "roscosmos", 1)
    refresh(draft)
    assert draft.figures["deal.inspection"] == 0


def test_an_action_is_shut_for_everybody_while_somebody_stands_there() -> None:
    state = until(opening(), "agenda", "nasa")
    for rung, shut in ((1, False), (2, True), (5, True)):
        strained = _refreshed(changed(state, esa__rung=rung))
        found = {o.decision.pick: o.reason for o in options(STRICT, strained)}
        assert said(found["calm"]).startswith("Shut from rung 2 up") == shut


def test_packs_add_to_what_a_rung_shuts_and_the_lowest_counts() -> None:
    content = replace(CONTENT, rungs={
        x.id: x for x in (*RUNGS.values(), _rung(1, "seat_swap", id_="mod:words"),
                          _rung(2, "engines", id_="mod:letter"))
    })  # fmt: skip
    assert shut_clauses(content) == {"inspection": 2, "engines": 2, "seat_swap": 1}
    assert shut_actions(content) == {"calm": 2}
    assert by_number(content)[2].id == "rung_2"


def test_a_step_down_loses_face() -> None:
    draft = Draft(INDEX, changed(opening(), nasa__rung=4))
    ladder.step(draft, "nasa", -1)
    assert moved(draft.changes, "nasa.standing") == -8


@given(st.integers(0, 5), st.integers(0, 100), st.integers(0, 100))
def test_a_threat_presses_as_far_as_both_sides_stakes_make_it_credible(
    rung: int, theirs: int, mine: int
) -> None:
    figures = {"b.rung": rung, "a.loss.b": theirs, "b.loss.a": mine}
    points = ladder.pressure(figures, "a", "b")
    assert 0 <= points <= ladder.MOST_PRESSURE
    assert points <= ladder.pressure({**figures, "b.rung": rung + 1}, "a", "b")
    assert points <= ladder.pressure({**figures, "a.loss.b": 100}, "a", "b")
    assert points <= ladder.pressure({**figures, "b.loss.a": 0}, "a", "b")
    if not rung or not theirs or mine == 100:
        assert points == 0


def test_the_threat_is_a_line_of_the_arithmetic() -> None:
    state = changed(opening(), roscosmos__rung=5, option__russian_station=100)
    offer = offer_of(Term("ceremony", 1, "nasa"))
    lines = {said(line.label): line.amount for line in deals.assess(INDEX, state, offer, "nasa")}
    expected = ladder.pressure(state.figures, "nasa", "roscosmos")
    assert lines["The threat to leave, as far as it is believed"] == expected > 0


def test_the_notice_counts_its_twelve_months_down() -> None:
    draft = Draft(INDEX, opening())
    for _ in range(3):
        ladder.step(draft, "roscosmos", 1)
    state = draft.state
    assert ladder.notice_left(state, "roscosmos") == 12
    assert ladder.notice_left(state, "nasa") == 0
    assert ladder.notice_left(changed(state, date=state.figures["date"] + 95), "roscosmos") == 9
    assert ladder.notice_left(changed(state, date=state.figures["date"] + 400), "roscosmos") == 0


def test_the_games_own_ladder_grows_dearer_the_higher_one_stands(base: Content) -> None:
    rungs = by_number(base)
    assert sorted(rungs) == [1, 2, 3, 4, 5, 6]
    descents = [rungs[n].descend for n in sorted(rungs)]
    faces = [rungs[n].face for n in sorted(rungs)]
    assert descents == sorted(descents) and descents[-1] > descents[0]
    assert all(low < high for low, high in pairwise(faces))
    assert all(rungs[n].clauses and rungs[n].text for n in rungs)


def test_what_a_rung_shuts_says_from_where_and_whose_standing_counts() -> None:
    assert said(why_shut(INDEX.scenario, 2)) == (
        "shut from rung 2 up, formal demand, whichever of the two stands there."
    )
    assert said(why_shut(INDEX.scenario, 5, between=False)) == (
        "shut from rung 5 up, hatch closed, whoever stands there."
    )


def test_what_is_shut_is_told_in_the_names_of_the_ladder_that_is_played() -> None:
    named = replace(INDEX.scenario, rungs=("calm", "cool", "frosty", "shut", "e", "f", "g"))
    content = replace(STRICT, scenarios={named.id: named})
    state = changed(until(opening(), "agenda", "nasa"), esa__rung=2, roscosmos__rung=2)
    (calm,) = {o.reason for o in options(content, _refreshed(state)) if o.decision.pick == "calm"}
    assert said(calm) == "Shut from rung 2 up, frosty, whoever stands there."
    term = Term("inspection", 1, "nasa")
    why = deals.why_no_term(index_of(content, named.id), state, offer_of(term), term)
    assert said(why).endswith("shut from rung 2 up, frosty, whichever of the two stands there.")


@pytest.mark.parametrize("pack", ("a:rung", "z:rung"))
def test_the_base_games_rung_stands_whatever_a_pack_is_called(pack: str) -> None:
    base, other = _rung(4), _rung(4, id_=pack)
    for order in ((base, other), (other, base)):
        content = replace(CONTENT, rungs={rung.id: rung for rung in order})
        assert by_number(content) == {4: base}

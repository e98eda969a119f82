"""Ratification, figure by figure: what each line at home is worth, and what turns the sum."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.rules.decisions import Line
from game.rules.index import Index
from game.rules.messages import message, text
from game.rules.state import Belief, Deal, Offer, Slot, State, Term
from game.rules.table import deals
from game.rules.table import ratification as home
from game.rules.view import view
from game.testing.strategies import offers, states
from tests.small import CONTENT
from tests.words import said
from tests.worlds import INDEX, changed, index_with, offer_of, opening, with_deal

INSPECTION = Term("inspection", 1, "nasa")
OFFER = offer_of(INSPECTION)
ASKED = "The office asks for it"
FATIGUE, HEAT = "Deals with the other half that run", "The mood between the capitals"
LOYALTY = "What it thinks of the office"


def _lines(
    state: State, who: str = "nasa", n: int = 0, offer: Offer = OFFER, index: Index = INDEX
) -> dict[str, int]:
    stance = home.stances(index, state, offer, who)[n]
    return {said(line.label): line.amount for line in stance.lines}


@pytest.mark.parametrize(
    ("approval", "points"),
    ((0, -3), (18, -3), (19, -2), (34, -1), (35, None), (42, None), (49, None), (50, 1), (65, 2),
     (66, 3), (100, 3)),
)  # fmt: skip
def test_eight_points_of_approval_beyond_rest_are_a_point_three_at_most(
    approval: int, points: int | None
) -> None:
    assert _lines(changed(opening(), nasa__faction__congress=approval)).get(LOYALTY) == points


def _worth(gain: int) -> Index:
    """Return an index in which an inspection is worth so much to NASA by its leader's lights."""
    worth = replace(CONTENT.clauses["inspection"], gains={"any": gain}, costs={"any": 0}, home={})
    leaders = {id_: replace(x, persona={}) for id_, x in CONTENT.leaders.items()}
    return index_with(clauses={**CONTENT.clauses, "inspection": worth}, leaders=leaders)


@pytest.mark.parametrize(
    ("verdict", "points"),
    ((-20, -5), (-10, -5), (-9, -4), (-2, -1), (-1, None), (0, None), (1, None), (2, 1), (9, 4),
     (10, 5), (20, 5)),
)  # fmt: skip
def test_two_points_of_the_offices_bottom_line_are_a_point_at_home_five_at_most(
    verdict: int, points: int | None
) -> None:
    state = changed(opening(), tension=30, nasa__trust__roscosmos=50)
    state.figures["nasa.loss.roscosmos"] = 100
    assert deals.verdict(_worth(verdict), state, OFFER, "nasa") == verdict
    assert _lines(state, index=_worth(verdict)).get(ASKED) == points


@pytest.mark.parametrize(
    ("tension", "points"),
    ((0, None), (52, None), (63, None), (64, -2), (75, -2), (76, -4), (88, -6), (100, -8)),
)
def test_each_dozen_of_tension_weighs_on_who_likes_defiance(
    tension: int, points: int | None
) -> None:
    state = changed(opening(), tension=tension)
    assert _lines(state, n=1).get(HEAT) == points
    assert _lines(state, n=0).get(HEAT) == (points // 2 if points else None)
    assert HEAT not in _lines(state, "roscosmos", 0), "the corps doesn't like defiance"
    assert HEAT not in _lines(state, n=1, offer=replace(OFFER, to="esa"))


def test_who_dislikes_defiance_never_likes_heat() -> None:
    meek = replace(CONTENT.factions["hawks"], likes={"defiance": -2})
    index = index_with(factions={**CONTENT.factions, "hawks": meek})
    state = with_deal(changed(opening(), tension=100), "engines")
    assert not {HEAT, FATIGUE} & set(_lines(state, n=1, index=index))
    mute = replace(meek, likes={})
    index = index_with(factions={**CONTENT.factions, "hawks": mute})
    assert not {HEAT, FATIGUE} & set(_lines(state, n=1, index=index))


@pytest.mark.parametrize(("running", "points"), ((0, None), (1, -2), (2, -4), (3, -4)))
def test_two_deals_with_the_other_half_are_all_that_tires(running: int, points: int | None) -> None:
    near = Deal("near", ("nasa", "esa"), (INSPECTION,), 1, 999_999)
    others = Deal("others", ("esa", "roscosmos"), (INSPECTION,), 1, 999_999)
    deal = Deal("far", ("nasa", "roscosmos"), (INSPECTION,), 1, 999_999)
    state = replace(opening(), deals=(near, others, *(deal,) * running))
    assert _lines(state, n=1).get(FATIGUE) == points
    assert _lines(state, "nasa", 1, replace(OFFER, to="esa")).get(FATIGUE) is None
    across = replace(OFFER, maker="esa")
    assert _lines(state, "roscosmos", 1, across).get(FATIGUE) == -min(running + 1, 2)


def test_the_other_homes_approval_is_as_vague_as_it_is_old() -> None:
    state = replace(opening(), turn=3)
    path = "roscosmos.faction.kremlin"
    for spread, age, off in ((0, 0, 0), (1, 0, 1), (8, 0, 1), (7, 1, 1), (7, 2, 2), (16, 0, 2)):
        held = {path: Belief(50, spread, 3 - age)}
        state.knowledge = {**state.knowledge, "nasa": held}
        found = {s.path: s for s in home.stances(INDEX, state, OFFER, "roscosmos", "nasa")}
        assert found[path].spread == off
        assert found["roscosmos.faction.corps"].spread == 0
        assert all(s.spread == 0 for s in home.stances(INDEX, state, OFFER, "roscosmos"))
        state.knowledge = {"nasa": held}
        assert all(s.spread == 0 for s in home.stances(INDEX, state, OFFER, "roscosmos", "esa"))


def test_what_is_not_known_has_a_line_though_it_may_come_to_nothing() -> None:
    state = changed(opening(), roscosmos__faction__kremlin=42)
    path = "roscosmos.faction.kremlin"
    state.knowledge = {"nasa": {path: Belief(42, 8, state.turn)}}
    found = {s.path: s for s in home.stances(INDEX, state, OFFER, "roscosmos", "nasa")}
    assert Line(home.LOYAL, 0, 1) in found[path].lines


@pytest.mark.parametrize(
    ("points", "spread", "chance"),
    ((0, 0, 95), (-1, 0, 5), (-1, 2, 33), (0, 2, 55), (1, 2, 77), (-2, 2, 11), (-3, 2, 5),
     (3, 2, 95)),
)  # fmt: skip
def test_the_chance_is_the_share_of_sums_that_pass_and_never_sure(
    points: int, spread: int, chance: int
) -> None:
    unsure = home.Stance("a", 2, (Line(text("x"), points, spread), Line(text("y"), 0)))
    assert home.chance((unsure,)) == chance
    assert home.tally((unsure, unsure)) == 4 * points


def _bench(**likes: dict[str, int]) -> tuple[Index, State]:
    """Return a home of Congress (weight 3) and Hawks (2) with such likes, against an inspection."""
    factions = {
        id_: replace(CONTENT.factions[id_], likes=likes.get(id_, {}))
        for id_ in ("congress", "hawks")
    }
    clause = replace(CONTENT.clauses["inspection"], home={"congress": -2, "hawks": -1}, gains={})
    index = index_with(
        factions={**CONTENT.factions, **factions},
        clauses={**CONTENT.clauses, "inspection": replace(clause, costs={})},
        leaders={id_: replace(x, persona={}) for id_, x in CONTENT.leaders.items()},
    )
    state = changed(
        opening(), tension=30, nasa__trust__roscosmos=50, nasa__faction__congress=42,
        nasa__faction__hawks=42, nasa__income=40,
    )  # fmt: skip
    state.figures["nasa.loss.roscosmos"] = 100
    return index, state


def test_what_would_turn_a_home_the_cheapest_first() -> None:
    index, state = _bench()
    assert home.tally(home.stances(index, state, OFFER, "nasa")) == -8
    congress, hawks = "nasa.faction.congress", "nasa.faction.hawks"
    assert home.payments(index, state, OFFER, "nasa") == (
        home.Payment(congress, 3, 0, 1), home.Payment(hawks, 4, 0, 2),
    )  # fmt: skip
    index, state = _bench(congress={"money": 1})
    assert home.payments(index, state, OFFER, "nasa") == (
        home.Payment(congress, 3, 30, 0), home.Payment(hawks, 4, 0, 2),
    )  # fmt: skip
    index, state = _bench(hawks={"money": 2})
    assert [p.path for p in home.payments(index, state, OFFER, "nasa")] == [congress, hawks]
    state.figures["nasa.income"] = 7
    assert home.payments(index, state, OFFER, "nasa") == (
        home.Payment(congress, 3, 0, 1), home.Payment(hawks, 4, 4, 0),
    )  # fmt: skip
    index, state = _bench(congress={"money": 1}, hawks={"money": 1})
    loud = replace(index.content.clauses["inspection"], home={"congress": 0, "hawks": -3})
    alone = index_with(
        factions=index.content.factions, leaders=index.content.leaders,
        clauses={**index.content.clauses, "inspection": loud},
    )  # fmt: skip
    assert home.payments(alone, state, OFFER, "nasa") == (home.Payment(hawks, 3, 30, 0),)


def _against(index: Index, congress: int, hawks: int) -> Index:
    clause = replace(
        index.content.clauses["inspection"], home={"congress": congress, "hawks": hawks}
    )
    return index_with(
        factions=index.content.factions, leaders=index.content.leaders,
        clauses={**index.content.clauses, "inspection": clause},
    )  # fmt: skip


def test_a_faction_can_be_paid_so_far_as_to_be_content_and_no_further() -> None:
    index, state = _bench()
    reached = _against(index, -4, -6)  # -24: Congress would have to stand at 4, Hawks at 6
    assert [p.points for p in home.payments(reached, state, OFFER, "nasa")] == [8, 12]
    beyond = _against(index, -5, -6)  # -27: Congress at 4, Hawks at 8
    assert [p.points for p in home.payments(beyond, state, OFFER, "nasa")] == [9]


@pytest.mark.parametrize(
    ("liked", "points", "line"),
    (
        (5, 5, None),
        (6, 6, None),
        (8, 6, Line(home.MOST_OF_ONE, -2)),
        (-6, -6, None),
        (-7, -6, Line(home.MOST_OF_ONE, 1)),
    ),
)
def test_a_faction_for_or_against_counts_six_points_at_most(
    liked: int, points: int, line: Line | None
) -> None:
    index, state = _bench()
    hawks = home.stances(_against(index, 0, liked), state, OFFER, "nasa")[1]
    assert hawks.points == points
    assert hawks.lines == (
        Line(message("term", clause="inspection", amount=1), liked),
        *((line,) if line else ()),
    )


def test_a_home_whose_sum_is_nothing_passes_and_asks_nothing() -> None:
    index, state = _bench()
    even = _against(index, 2, -3)
    assert home.tally(home.stances(even, state, OFFER, "nasa")) == 0
    assert home.passes(even, state, OFFER, "nasa")
    assert home.payments(even, state, OFFER, "nasa") == ()
    odd = _against(index, 1, -2)
    assert home.payments(odd, state, OFFER, "nasa") == (
        home.Payment("nasa.faction.hawks", 1, 0, 1),
    )


@pytest.mark.parametrize(("income", "rate"), ((0, 1), (3, 1), (7, 1), (8, 2), (40, 10)))
def test_a_point_costs_a_weeks_appropriation(income: int, rate: int) -> None:
    index, state = _bench(congress={"money": 1})
    state.figures["nasa.income"] = income
    assert home.rate_of(state, "nasa") == rate
    path = "nasa.faction.congress"
    assert home.won_by(index, state, path, 5 * rate - 1, 9) == 4
    assert home.won_by(index, state, path, 5 * rate, 9) == 5
    assert home.won_by(index, state, "nasa.faction.hawks", 900, 2) == 6


@pytest.mark.parametrize(
    ("liking", "money"),
    (({}, False), ({"money": 0}, False), ({"money": -1}, False), ({"money": 1}, True)),
)
def test_only_who_likes_money_takes_it(liking: dict[str, int], money: bool) -> None:
    index, _ = _bench(hawks=liking)
    assert home.paid_in_money(index, "nasa.faction.hawks") == money


def test_the_payment_for_the_deal_that_waits_is_found_by_faction() -> None:
    index, state = _bench()
    mine = replace(OFFER, id="mine")
    other = replace(OFFER, id="other", maker="esa", to="nasa")
    state = replace(state, offers=(other, mine), queue=(Slot("ratify", "nasa", "mine"),))
    for path, points in (("nasa.faction.hawks", 4), ("nasa.faction.congress", 3)):
        assert home.payment_of(index, state, path).points == points


def test_a_clause_pleases_by_its_topics_and_by_what_it_says_of_a_faction() -> None:
    faction = r.Faction("x", "nasa", "X", 1, {"money": 2, "peace": -1}, "")
    clause = replace(
        CONTENT.clauses["inspection"], mood=(("money", 3), ("peace", 2), ("power", 9)),
        home={"x": 1, "y": 50},
    )  # fmt: skip
    assert home.liked(clause, faction) == 6 - 2 + 1
    assert home.liked(replace(clause, home={}), faction) == 4


@given(st.data())
def test_votes_are_what_the_lines_of_the_stances_sum_to(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT))
    offer = data.draw(offers(CONTENT, state))
    for who, viewer in ((offer.maker, ""), (offer.to, ""), (offer.to, offer.maker)):
        seen = view(CONTENT, state, offer.maker) if viewer else state
        stances = home.stances(INDEX, seen, offer, who, viewer)
        votes = home.votes(INDEX, seen, offer, who, viewer)
        assert votes == tuple((s.path, s.weight, s.points, s.spread) for s in stances)
        assert home.counted(votes) == home.tally(stances)
        assert home.likely(votes) == home.chance(stances)


@given(st.data())
def test_a_home_passes_a_deal_where_its_lines_do_and_is_turned_for_a_price(
    data: st.DataObject,
) -> None:
    state = data.draw(states(CONTENT))
    offer = data.draw(offers(CONTENT, state))
    total = home.tally(home.stances(INDEX, state, offer, offer.to))
    assert home.passes(INDEX, state, offer, offer.to) == (total >= 0)
    for payment in home.payments(INDEX, state, offer, offer.to):
        against = {s.path: s for s in home.stances(INDEX, state, offer, offer.to)}[payment.path]
        assert against.points < 0
        assert total + against.weight * payment.points >= 0

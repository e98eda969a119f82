"""Nobody gets more by taking the same things in more steps; the search finds it where one does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content import records as r
from game.content.records import Content
from game.rules.deciding import DECIDING
from game.rules.decisions import Decision
from game.rules.index import Index, index_of
from game.rules.setup import Setup, new_game
from game.rules.state import Offer, Slot, State, Term
from game.rules.table import between, treaties
from game.rules.table.convening import convened
from game.rules.table.deals import possible_terms, why_no_offer
from game.rules.table.marks import SHARED_DAYS
from game.testing.pumps import HONEST, Parts, outlived, split_gain, stacking
from tests import shipped
from tests.small_names import amount
from tests.worlds import INDEX, opening

CAMPAIGN = "cold_snap_2022"
BASE = shipped.base()
BASE_INDEX = index_of(BASE, CAMPAIGN)
PAIRS = (("nasa", "roscosmos"), ("roscosmos", "esa"), ("esa", "nasa"))
THREE = ("esa", "nasa+roscosmos")
YEARS = range(2025, 2033)


def _moment(content: Content, seed: int) -> State:
    """Return a moment of the campaign with other figures: all clauses' conditions come to hold."""
    dice, state = Random(seed), new_game(content, Setup(CAMPAIGN, "nasa", seed % 1000))[0]
    figures = dict(state.figures)
    for partner in ("nasa", "roscosmos", "esa"):
        figures[f"{partner}.treasury"] = 2_000
        for other in ("nasa", "roscosmos", "esa"):
            if partner != other:
                figures[f"{partner}.trust.{other}"] = dice.randint(20, 95)
    figures |= {"tension": dice.randint(20, 90), "date": state.figures["date"] + 1_500}
    return replace(state, figures=figures)


def _parts(index: Index, state: State, blank: Offer, dice: Random) -> Parts:
    """Return terms that they could sign now, cut in two to four deals; years in slices too."""
    pool = [_sized(index, term, dice) for term in possible_terms(index, state, *blank.parties)]
    dice.shuffle(pool)
    if blank.third:
        return _hosted(index, state, blank, pool)
    terms = [t for t in pool[:4] if not why_no_offer(index, state, replace(blank, terms=(t,)))]
    parts = [(term,) for term in terms if term.clause != "stay_until"]
    giver = dice.choice(blank.parties)
    promised = state.figures[f"{giver}.commitment"]
    years = (
        sorted(dice.sample([y for y in YEARS if y > promised], 3)) if dice.random() < 0.6 else []
    )
    return [*parts[:2], *[(Term("stay_until", year, giver),) for year in years]]


def _hosted(index: Index, state: State, blank: Offer, pool: list[Term]) -> Parts:
    """Return terms cut in two papers of three, in each of which its convener has a part."""
    own = [term for term in pool if term.giver == blank.maker][:2]
    rest = [term for term in pool if term.giver != blank.maker][:2]
    parts = [(one, other) for one, other in zip(own, rest, strict=False)]
    return [terms for terms in parts if not why_no_offer(index, state, replace(blank, terms=terms))]


def _acts(state: State, chairs: Sequence[str], dice: Random) -> list[Decision]:
    """Return up to two acts of the agenda that may be taken now, and whose ways aren't many."""
    found = []
    for chair in chairs:
        slot = Slot("agenda", chair)
        legal = [one.decision for one in DECIDING["agenda"].options(BASE_INDEX, state, slot)
                 if one.legal and one.decision.pick != "end"]  # fmt: skip
        found += legal
    return dice.sample(found, min(2, len(found)))


def _sized(index: Index, term: Term, dice: Random) -> Term:
    clause = index.content.clauses[term.clause]
    return replace(term, amount=dice.randint(clause.low, clause.high))


def _honest(blank: Offer) -> int:
    """Return what a first paper may win the second by what it changes, with each who signs it."""
    return HONEST * len(blank.parties[1:])


def _most_gained(content: Content, seeds: range) -> int:
    """Return the most that any of so many short sequences of deals gains by being split."""
    index, most = index_of(content, CAMPAIGN), 0
    for seed in seeds:
        dice, state = Random(seed), _moment(content, seed)
        blank = convened(*dice.choice(PAIRS))
        parts = _parts(index, state, blank, dice)
        if len(parts) > 1:
            most = max(most, split_gain(index, state, blank, parts) or 0)
    return most


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.sampled_from((*PAIRS, THREE)))
def test_no_split_of_the_same_terms_at_the_same_date_beats_the_whole(
    seed: int, pair: tuple[str, str]
) -> None:
    state, blank = _moment(BASE, seed), convened(*pair)
    parts = _parts(BASE_INDEX, state, blank, Random(seed))
    gain = split_gain(BASE_INDEX, state, blank, parts) if len(parts) > 1 else 0
    assert (gain or 0) <= _honest(blank), parts


@settings(max_examples=40)
@given(st.integers(0, 10**6), st.sampled_from((*PAIRS, THREE)))
def test_nothing_is_had_twice_by_acts_of_the_agenda_between_deals(
    seed: int, pair: tuple[str, str]
) -> None:
    state, blank, dice = _moment(BASE, seed), convened(*pair), Random(seed)
    parts = _parts(BASE_INDEX, state, blank, dice)
    acts = _acts(state, blank.parties, dice)
    gain = split_gain(BASE_INDEX, state, blank, parts, acts) if len(parts) > 1 else 0
    assert (gain or 0) <= _honest(blank), (parts, acts)


def _with_old_years() -> Content:
    """Return the content with years worth most in slices, each pleasing the world anew."""
    old = replace(
        BASE.clauses["stay_until"],
        gains={"any": amount("min(20, 4 * max(0, amount - target.commitment))")},
        sign=(r.Shift("tension", -2), r.Shift("standing", 2)),
    )
    return replace(BASE, clauses={**BASE.clauses, "stay_until": old})


def test_the_search_finds_years_sold_by_the_slice() -> None:
    assert _most_gained(_with_old_years(), range(40)) > HONEST


def test_the_search_finds_a_standing_that_counts_for_every_deal(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(between, "unshared", lambda *_: SHARED_DAYS)
    assert _most_gained(BASE, range(40)) > HONEST


HELD = tuple(sorted(c.id for c in BASE.clauses.values() if c.holds))


def _offer_with(clause: str) -> tuple[State, Offer]:
    """Return a moment at which a clause can be signed, and an offer of it."""
    found = BASE.clauses[clause]
    giver, getter = found.givers[0], next(p for p in found.receivers if p != found.givers[0])
    offer = Offer("one", giver, getter, (Term(clause, found.high, giver),))
    return _moment(BASE, 1), offer


@pytest.mark.parametrize("clause", HELD)
def test_a_deals_whole_life_leaves_every_held_figure_where_it_was(clause: str) -> None:
    state, offer = _offer_with(clause)
    assert not outlived(BASE_INDEX, state, offer)


@pytest.mark.parametrize("clause", HELD)
def test_a_deal_signed_again_holds_no_more_than_once(clause: str) -> None:
    assert not stacking(BASE_INDEX, *_offer_with(clause))


def test_the_search_finds_what_is_held_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(treaties, "_taken_out", lambda *_: {})
    assert stacking(BASE_INDEX, *_offer_with("power_across")) == 10


def test_the_search_finds_a_level_that_outlives_its_deal() -> None:
    old = replace(
        BASE.clauses["power_across"],
        sign=(r.Shift("power_share", amount("amount")),),
    )
    index = index_of(replace(BASE, clauses={**BASE.clauses, "power_across": old}), CAMPAIGN)
    state, offer = _offer_with("power_across")
    assert outlived(index, state, offer) == {"power_share": 10}


def test_the_small_worlds_search_starts_from_what_can_be_signed() -> None:
    state = opening()
    assert split_gain(INDEX, state, convened(*PAIRS[0]), ((Term("alms", 99, "nasa"),),)) is None

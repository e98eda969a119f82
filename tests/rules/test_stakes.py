"""What leaving costs: lines that sum, bounds, and what makes a loss larger or smaller."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.rules import stakes
from game.rules.state import Deal, State, Term
from game.rules.view import view
from game.testing.strategies import states
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import INDEX, begin, changed, done, index_with, opening, with_deal, with_ships

PAIRS = [(pair.who, pair.leaver) for pair in INDEX.pairs]


def _lines(state: State, who: str, leaver: str) -> dict[str, int]:
    return {line.label: line.amount for line in stakes.stakes(INDEX, state, who, leaver)}


def _thrust(state: State) -> int:
    found = stakes.survey(INDEX, state)
    pair = next(p for p in INDEX.pairs if (p.who, p.leaver) == ("nasa", "roscosmos"))
    return stakes.gross(state.figures, pair, found)[0]


@given(states(CONTENT, CAMPAIGN))
def test_the_lines_sum_to_the_loss_which_stays_within_its_bounds(state: State) -> None:
    for who, leaver in PAIRS:
        total = sum(line.amount for line in stakes.stakes(INDEX, state, who, leaver))
        assert total == state.figures[f"{who}.loss.{leaver}"]
        assert 0 <= total <= 100


@given(states(CONTENT, CAMPAIGN))
def test_reliance_is_the_worst_of_ones_losses(state: State) -> None:
    for who in INDEX.partners:
        found = [state.figures[f"{w}.loss.{leaver}"] for w, leaver in PAIRS if w == who]
        assert state.figures[f"{who}.reliance"] == max(found)


@given(states(CONTENT, CAMPAIGN), st.sampled_from(INDEX.chairs))
def test_a_view_rates_the_losses_it_shows_as_its_figures_say(state: State, chair: str) -> None:
    seen = view(CONTENT, state, chair)
    for who, leaver in PAIRS:
        lines = stakes.stakes(INDEX, seen, who, leaver)
        assert sum(line.amount for line in lines) == seen.figures[f"{who}.loss.{leaver}"]


@given(
    st.integers(200_000, 480_000), st.integers(0, 100), st.integers(0, 5_000), st.integers(30, 100)
)
def test_more_boost_of_ones_own_never_makes_thrust_dearer(
    altitude: int, hazard: int, boost: int, progress: int
) -> None:
    state = changed(opening(), altitude=altitude, hazard=hazard, option__us_reboost=progress)
    ships = replace(CONTENT.vehicles["dragon"], boost=boost)
    index = index_with(vehicles={**CONTENT.vehicles, "dragon": ships})
    before, after = (stakes.survey(i, state).months for i in (INDEX, index))
    assert after >= before >= 0


@given(st.integers(200_000, 480_000), st.integers(200_000, 480_000))
def test_a_higher_orbit_leaves_more_time_without_the_others(one: int, other: int) -> None:
    low, high = sorted((one, other))
    assert _thrust(changed(opening(), altitude=low)) >= _thrust(changed(opening(), altitude=high))


@given(st.integers(0, 100), st.integers(0, 100))
def test_an_outside_option_only_ever_lowers_a_loss(one: int, other: int) -> None:
    less, more = sorted((one, other))
    early = changed(opening(), option__us_reboost=less, option__russian_station=less)
    late = changed(opening(), option__us_reboost=more, option__russian_station=more)
    for who, leaver in PAIRS:
        assert late.figures[f"{who}.loss.{leaver}"] <= early.figures[f"{who}.loss.{leaver}"]


def test_an_option_helps_its_owner_and_its_half_but_not_against_the_owner() -> None:
    found = {(p.who, p.leaver): [path for path, _ in p.options] for p in INDEX.pairs}
    assert found["nasa", "roscosmos"] == found["esa", "roscosmos"] == ["option.us_reboost"]
    assert found["esa", "nasa"] == []
    assert found["roscosmos", "nasa"] == ["option.russian_station"]


def test_a_guest_takes_its_share_and_its_works_along_and_no_half() -> None:
    lines = _lines(opening(), "nasa", "esa")
    assert lines["The arm"] == 1 and lines["Their share of the common costs"] > 0
    assert not {label for label in lines if "gyroscopes" in label.lower()}
    assert _lines(opening(), "roscosmos", "esa")["The arm"] == 5
    assert "Their share of the common costs" not in _lines(opening(), "roscosmos", "esa")


@pytest.mark.parametrize(("income", "points"), ((5, 12), (40, 12), (100, 7), (500, 1)))
def test_a_share_weighs_the_more_the_thinner_the_purse(income: int, points: int) -> None:
    lines = _lines(changed(opening(), nasa__income=income), "nasa", "esa")
    assert lines["Their share of the common costs"] == points


def test_zaryas_tanks_are_a_loss_until_the_title_is_signed_over() -> None:
    label = "Zarya's tanks, under American title"
    assert _lines(changed(opening(), propellant=6_260), "roscosmos", "nasa")[label] == 10
    assert label not in _lines(changed(opening(), propellant=800), "roscosmos", "nasa")
    signed = opening()
    signed.figures = {**signed.figures, stakes.ZARYA_TITLE: 1}
    assert label not in _lines(signed, "roscosmos", "nasa")
    assert stakes.in_zarya(12_000) == stakes.ZARYA_TANKS


def test_whoever_rides_home_with_the_other_would_have_no_seat() -> None:
    label = "Seats home: people without one"
    assert _lines(opening(), "nasa", "roscosmos")[label] == stakes.A_RIDE
    assert label not in _lines(with_ships(opening()), "nasa", "roscosmos")


def test_clauses_in_force_are_lost_to_both() -> None:
    deal = with_deal(opening(), "inspection")
    for who, leaver in (("nasa", "roscosmos"), ("roscosmos", "nasa")):
        assert _lines(deal, who, leaver)["Clauses in force between the two"] == 2
    more = replace(
        deal,
        deals=tuple(
            Deal(str(n), ("nasa", "esa"), (Term("inspection", 1, "nasa"),), 1, 999_999)
            for n in range(9)
        ),
    )
    assert _lines(more, "esa", "nasa")["Clauses in force between the two"] == stakes.CLAUSES


def test_only_the_purse_of_others_is_uncertain() -> None:
    state = changed(opening(), nasa__income=100)
    mine = stakes.stakes(INDEX, view(CONTENT, state, "nasa"), "nasa", "esa")
    theirs = stakes.stakes(INDEX, view(CONTENT, state, "roscosmos"), "nasa", "esa")
    assert not any(line.spread for line in mine)
    assert {line.label for line in theirs if line.spread} <= {"Their share of the common costs"}


def test_what_losses_hang_on_marks_them_for_counting_anew() -> None:
    for path in ("altitude", "integrity_ros", "nasa.income", "option.us_reboost"):
        draft = begin(opening())
        draft.shift(path, 3)
        assert draft.dirty
    state = done(begin(opening()))
    lower = changed(state, altitude=390_000)
    assert lower.figures["nasa.loss.roscosmos"] > state.figures["nasa.loss.roscosmos"]

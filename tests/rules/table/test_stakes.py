"""What leaving costs: lines that sum, bounds, and what makes a loss larger or smaller."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.content.paths import STAKES
from game.rules.index import index_of
from game.rules.pairs import LOSSES, ZARYA_TITLE
from game.rules.state import Belief, Deal, State, Term
from game.rules.table import stakes
from game.rules.view import view
from game.testing.strategies import states
from tests.small import CAMPAIGN, CONTENT
from tests.words import said
from tests.worlds import INDEX, begin, changed, done, opening, with_deal, with_ships

PAIRS = [(pair.who, pair.leaver) for pair in INDEX.pairs]


def _lines(state: State, who: str, leaver: str) -> dict[str, int]:
    found = stakes.stakes(INDEX, state, who, leaver)
    return {said(line.label): line.amount for line in found}


def _thrust(state: State) -> int:
    found = stakes.survey(state)
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
def test_more_boost_of_ones_own_leaves_as_much_time_or_more(
    altitude: int, hazard: int, boost: int, progress: int
) -> None:
    state = changed(opening(), altitude=altitude, hazard=hazard, option__us_reboost=progress)
    months = []
    for push in (0, boost, 2 * boost):
        state.figures["push"] = push
        months.append(stakes.survey(state).months)
    assert months == sorted(months) and months[0] >= 0


@pytest.mark.parametrize(
    ("altitude", "hazard", "push", "months"),
    (
        (369_999, 0, 0, 0),
        (370_000, 0, 9_000, 0),
        (380_000, 0, 0, 2),  # 10 km at 3,683 m a month, as deep as the middle of the way down
        (416_000, 100, 0, 7),
        (416_000, 0, 900, 26),
        (460_000, 50, 0, 33),
        (480_000, 0, 0, 48),  # 64 months, and nobody counts so far
        (460_000, 0, 1_700, 48),  # pushed as much as it falls
    ),
)
def test_the_orbit_lasts_as_long_as_the_fall_less_the_push(
    altitude: int, hazard: int, push: int, months: int
) -> None:
    state = changed(opening(), altitude=altitude, hazard=hazard, option__us_reboost=100)
    state.figures["push"] = push
    assert stakes.months_of_orbit(state) == months


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
    signed.figures = {**signed.figures, ZARYA_TITLE: 1}
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


OPENING = {
    ("nasa", "roscosmos"): {
        "Thrust: 13 months until the orbit is too low": 21,
        "Thrusters that unload the gyroscopes": 8,
        "A way to steer the station down": 12,
        "Air, water and the second toilet": 6,
        "Data links and tracking": 2,
        "Hands aboard": 4,
        "Seats home: people without one": 4,
        "Freighters on the manifest": 2,
    },
    ("roscosmos", "nasa"): {
        "Zarya's tanks, under American title": 9,
        "Gyroscopes": 8,
        "Power from the big wings": 28,
        "Air, water and the second toilet": 5,
        "Data links and tracking": 8,
        "Hands aboard": 2,
        "Freighters on the manifest": 2,
    },
    ("esa", "nasa"): {
        "Gyroscopes": 8,
        "Power from the big wings": 28,
        "Air, water and the second toilet": 5,
        "Data links and tracking": 8,
        "Hands aboard": 2,
        "Seats home: people without one": 4,
        "Freighters on the manifest": 2,
        "Their share of the common costs": 12,
    },
    ("nasa", "esa"): {
        "Hands aboard": 1,
        "The arm": 1,
        "Their share of the common costs": 12,
    },
}


@pytest.mark.parametrize(("who", "leaver"), OPENING)
def test_what_the_opening_says_of_everybodys_losses(who: str, leaver: str) -> None:
    assert _lines(opening(), who, leaver) == OPENING[who, leaver]


def test_an_option_that_is_ready_says_what_it_makes_good() -> None:
    figures = {"power": 100, "integrity_usos": 100}
    ready = changed(opening(), option__russian_station=100, **figures)
    lines = _lines(ready, "roscosmos", "nasa")
    assert lines["A station alone makes good (100 %)"] == -33  # 90 % of 30, 80 % of 8
    half = changed(opening(), option__russian_station=50, **figures)
    assert _lines(half, "roscosmos", "nasa")["A station alone makes good (50 %)"] == -16
    assert stakes.eased(INDEX, half, "roscosmos", "nasa") == {
        **dict.fromkeys(STAKES, 0), "power": 45, "attitude": 40,
    }  # fmt: skip
    assert not any(stakes.eased(INDEX, half, "nasa", "roscosmos").values())


def test_the_last_clause_and_the_last_hand_count_up_to_the_most() -> None:
    (pair,) = (p for p in INDEX.pairs if (p.who, p.leaver) == ("nasa", "roscosmos"))
    found = stakes.survey(opening())
    table = ((0, 0, 0, 0, 0), (2, 2, 8, 4, 4), (3, 3, 12, 6, 6), (4, 4, 12, 6, 8), (5, 4, 12, 6, 8))
    for count, hands, seats, flights, clauses in table:
        more = replace(
            found, rides={("nasa", "roscosmos"): count}, cargo={"roscosmos": count},
            clauses={("nasa", "roscosmos"): count},
        )  # fmt: skip
        losses = stakes.gross({**opening().figures, "aboard.roscosmos": count}, pair, more)
        assert losses[6:9] == [hands, seats, flights] and losses[-1] == clauses


def test_the_survey_counts_seats_that_hold_freighters_that_come_and_clauses_that_run() -> None:
    state = opening()
    found = stakes.survey(state)
    assert found.rides == {
        ("roscosmos", "roscosmos"): 4, ("nasa", "roscosmos"): 1, ("nasa", "nasa"): 1,
        ("esa", "nasa"): 1,
    }  # fmt: skip
    assert found.cargo == {"roscosmos": 1, "nasa": 1} and found.clauses == {}
    broken = {
        id_: replace(ship, fault="coolant") if ship.owner == "roscosmos" else ship
        for id_, ship in state.ships.items()
    }
    assert stakes.survey(replace(state, ships=broken)).rides == {
        ("nasa", "nasa"): 1, ("esa", "nasa"): 1,
    }  # fmt: skip
    twice = replace(state, manifest=(*state.manifest, *state.manifest))
    assert stakes.survey(twice).cargo == {"roscosmos": 2, "nasa": 2}
    crewed = tuple(flight for flight in state.manifest if flight.crew)
    assert crewed and stakes.survey(replace(state, manifest=crewed)).cargo == {}
    gone = {id_: replace(person, place="recovering") for id_, person in state.crew.items()}
    assert stakes.survey(replace(state, crew=gone)).rides == {}


def test_every_clause_of_every_deal_counts_for_both_parties() -> None:
    state = with_deal(
        with_deal(opening(), "inspection"), "seat_swap", parties=("roscosmos", "nasa")
    )
    both = (Term("inspection", 1, "esa"), Term("seat_swap", 1, "esa"))
    deal = Deal("two", ("esa", "nasa"), both, 1, 999_999)
    found = stakes.survey(replace(state, deals=(*state.deals, deal)))
    assert found.clauses == {
        ("nasa", "roscosmos"): 2, ("roscosmos", "nasa"): 2, ("esa", "nasa"): 2, ("nasa", "esa"): 2,
    }  # fmt: skip


def test_a_half_that_is_worn_or_dark_is_missed_less() -> None:
    worn = changed(opening(), integrity_usos=50, integrity_ros=50, power=50, gyroscopes=2)
    american, russian = _lines(worn, "roscosmos", "nasa"), _lines(worn, "nasa", "roscosmos")
    assert american["Gyroscopes"] == 4
    assert american["Power from the big wings"] == 15
    assert american["Air, water and the second toilet"] == 3
    assert russian["Air, water and the second toilet"] == 4
    assert russian["Thrusters that unload the gyroscopes"] == 10


@pytest.mark.parametrize(
    ("propellant", "held"),
    ((0, 0), (860, 0), (861, 1), (6_259, 5_399), (6_260, 5_400), (9_000, 5_400)),
)
def test_zvezdas_tanks_are_full_before_zaryas_hold_anything(propellant: int, held: int) -> None:
    assert stakes.in_zarya(propellant) == held


def _believed(income: int, off: int, age: int = 0) -> int:
    """Return the spread of what ESA's leaving costs NASA as Roscosmos sees it."""
    state = replace(changed(opening(), nasa__income=income), turn=1 + age)
    belief = Belief(income, off, 1)
    state.knowledge = {**state.knowledge, "roscosmos": {"nasa.income": belief}}
    lines = stakes.stakes(INDEX, view(CONTENT, state, "roscosmos"), "nasa", "esa")
    assert {said(line.label) for line in lines if line.spread} <= {
        "Their share of the common costs"
    }
    (line,) = (line for line in lines if line.label.code == "stake.money")
    return line.spread


@pytest.mark.parametrize(
    ("income", "off", "age", "spread"),
    (
        (100, 0, 0, 0),
        (100, 30, 0, 3),  # 7, and 10 if the income is 70
        (100, 30, 3, 4),  # 11 if it is 67 by now
        (60, 60, 0, 6),  # 12 is the most; 6 if the income is 120
        (1, 0, 0, 0),
    ),
)
def test_a_vague_purse_makes_the_share_as_vague(
    income: int, off: int, age: int, spread: int
) -> None:
    assert _believed(income, off, age) == spread


def test_whoever_knows_all_is_sure_of_every_purse() -> None:
    state = changed(opening(), nasa__income=100)
    assert not any(line.spread for line in stakes.stakes(INDEX, state, "nasa", "esa"))
    assert not any(
        line.spread
        for line in stakes.stakes(INDEX, replace(state, knowledge={"esa": {}}), "nasa", "esa")
    )


def test_only_the_purse_of_others_is_uncertain() -> None:
    state = changed(opening(), nasa__income=100)
    mine = stakes.stakes(INDEX, view(CONTENT, state, "nasa"), "nasa", "esa")
    theirs = stakes.stakes(INDEX, view(CONTENT, state, "roscosmos"), "nasa", "esa")
    assert not any(line.spread for line in mine)
    assert {said(line.label) for line in theirs if line.spread} <= {
        "Their share of the common costs"
    }


def test_what_losses_hang_on_marks_them_for_counting_anew() -> None:
    for path in ("altitude", "integrity_ros", "nasa.income", "option.us_reboost"):
        draft = begin(opening())
        draft.shift(path, 3)
        assert draft.dirty
    state = done(begin(opening()))
    lower = changed(state, altitude=390_000)
    assert lower.figures["nasa.loss.roscosmos"] > state.figures["nasa.loss.roscosmos"]


@pytest.mark.parametrize("points", (40, 0))
def test_where_there_is_no_station_either_would_lose_the_venture_if_there_is_one(
    points: int,
) -> None:
    words = "The canal, dug from both ends"
    venture = (r.Venture(words, points),) if points else ()
    scenario = replace(CONTENT.scenarios[CAMPAIGN], station=False, venture=venture)
    index = index_of(replace(CONTENT, scenarios={CAMPAIGN: scenario}), CAMPAIGN)
    state = opening()
    stakes.rate(index, state, {LOSSES})
    for who, leaver in PAIRS:
        told = [
            (said(line.label), line.amount) for line in stakes.stakes(index, state, who, leaver)
        ]
        assert told == ([(words, points)] if venture else [])
        assert state.figures[f"{who}.loss.{leaver}"] == points
        assert state.figures[f"{who}.reliance"] == points


@pytest.mark.parametrize(
    ("share", "income", "points"),
    ((0, 1, 0), (1, 2, 4), (1, 1, 9), (1, 0, 9), (1, -5, 9), (1, 9, 1), (1, 10, 0), (2, 1, 12)),
)
def test_a_share_is_weighed_against_an_income_of_one_at_least(
    share: int, income: int, points: int
) -> None:
    (pair,) = (p for p in INDEX.pairs if (p.who, p.leaver) == ("nasa", "esa"))
    assert stakes.purse({"nasa.income": income}, replace(pair, share=share)) == points


@given(states(CONTENT, CAMPAIGN))
def test_losses_in_the_figures_are_those_that_are_worked_out(state: State) -> None:
    index, found = index_of(CONTENT, CAMPAIGN), stakes.survey(state)
    for pair in index.pairs:
        assert state.figures[pair.path] == stakes.loss(state.figures, pair, found)

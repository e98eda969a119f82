"""Votes at home: announced turns ahead, made of lines that sum, held on their turn."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.cached import load_content
from game.content.records import Pull, Shift, Vote, VoteResult
from game.rules.calendar import turn_of
from game.rules.draft import Draft
from game.rules.home import votes
from game.rules.index import index_of
from game.rules.ledger import moved
from game.rules.messages import message, text
from game.rules.sittings import Sitting, ahead, coming, sittings
from tests.small import CAMPAIGN, CONTENT, amount
from tests.worlds import INDEX, changed, opening

SCENARIO = CONTENT.scenarios[CAMPAIGN]
POLL = Vote(
    id="poll",
    partner="nasa",
    name="The poll",
    text="Who pays.",
    days=(date(2022, 5, 3).toordinal(), date(2023, 5, 3).toordinal()),
    ahead=12,
    counts=(
        Pull("Congress", amount("faction.congress - 50"), 6),
        Pull("Money", amount("treasury // 10"), 3),
        Pull("Habit", 1, 1),
    ),
    results=(
        VoteResult(4, ("Won.", "Won again."), (Shift("self.capital", 1),)),
        VoteResult(-2, ("Drawn.",)),
        VoteResult(None, ("Lost.",), (Shift("self.faction.congress", -5),)),
    ),
)
WITH = replace(CONTENT, votes={"poll": POLL})
HOME = replace(INDEX, content=WITH, votes=sittings(WITH, SCENARIO))
FIRST, SECOND = (turn_of(SCENARIO, day) for day in POLL.days)
BASE = load_content()
STATIONS = [id_ for id_, one in BASE.scenarios.items() if one.station]


def _held(turn: int, congress: int, treasury: int) -> Draft:
    draft = Draft(HOME, changed(opening(), nasa__treasury=treasury))
    draft.figures["nasa.faction.congress"] = congress
    draft.state.turn = turn
    votes.hold(draft)
    return draft


@given(st.integers(0, 100), st.integers(-500, 5000))
def test_what_a_vote_comes_to_is_the_sum_of_its_lines_each_capped(congress: int, cash: int) -> None:
    state = changed(opening(), nasa__treasury=cash, nasa__faction__congress=congress)
    lines = votes.weighing(POLL, state)
    assert [line.label for line in lines] == [text(one.name) for one in POLL.counts]
    assert all(abs(x.amount) <= one.most for x, one in zip(lines, POLL.counts, strict=True))
    assert lines[0].amount == max(-6, min(6, congress - 50))
    points = sum(line.amount for line in lines)
    better = [one for one in POLL.results if one.at is not None and points >= one.at]
    assert votes.result_of(POLL, points) is (better[0] if better else POLL.results[-1])


@pytest.mark.parametrize(("congress", "capital", "approval"), [(56, 1, 0), (50, 0, 0), (40, 0, -5)])
def test_a_vote_is_held_on_its_turn_and_does_what_its_sum_says(
    congress: int, capital: int, approval: int
) -> None:
    draft = _held(FIRST, congress, 0)
    assert moved(draft.changes, "nasa.capital") == capital
    assert moved(draft.changes, "nasa.faction.congress") == approval
    assert not _held(FIRST + 1, congress, 0).changes


def test_all_hear_what_came_of_it_and_only_its_home_how_the_sum_was_made() -> None:
    draft = _held(FIRST, 56, 20)
    told = [(c.reason, c.seen) for c in draft.changes if c.kind == "headline"]
    lines = tuple(
        message("vote.line", name=text(name), points=points)
        for name, points in (("Congress", 6), ("Money", 2), ("Habit", 1))
    )
    counted = message("vote.counted", vote="poll", points=9, lines=lines)
    assert told == [(text("Won."), ()), (counted, ("nasa",))]
    capital = [c for c in draft.changes if c.path == "nasa.capital"]
    assert [(c.cause, c.reason) for c in capital] == [
        ("vote:poll", message("vote.result", vote="poll", points=9))
    ]


def test_held_again_it_is_told_in_other_words() -> None:
    told = _held(SECOND, 56, 0).changes[0].reason
    assert told == text("Won again.")


def test_what_a_result_would_do_touches_nothing() -> None:
    state = opening()
    before = dict(state.figures)
    changes = votes.moves_of(HOME, state, POLL, POLL.results[-1])
    assert [(c.path, c.amount) for c in changes][:1] == [("nasa.faction.congress", -5)]
    assert state.figures == before


@pytest.mark.parametrize("scenario", STATIONS)
def test_every_vote_is_announced_four_turns_before_it_or_at_the_start(scenario: str) -> None:
    index = index_of(BASE, scenario)
    every = [one for some in index.votes.values() for one in some]
    for one in every:
        told = max(1, one.turn - 4)
        known = coming(index.votes, index.scenario, told, one.vote.partner)
        assert one in known
        assert one not in coming(index.votes, index.scenario, one.turn + 1, one.vote.partner)
        early = one.turn - ahead(index.scenario, one.vote) - 1
        assert early < 1 or one not in coming(index.votes, index.scenario, early, one.vote.partner)


def test_a_vote_is_held_only_where_its_partner_has_a_chair_and_its_day_is_played() -> None:
    assert [one.turn for some in HOME.votes.values() for one in some] == [FIRST, SECOND]
    assert sittings(WITH, replace(SCENARIO, chairs=("esa", "roscosmos"))) == {}
    late = replace(POLL, days=(date(2060, 1, 1).toordinal(),))
    assert sittings(replace(WITH, votes={"poll": late}), SCENARIO) == {}


def test_months_ahead_are_whole_turns_and_four_at_least() -> None:
    quarters = replace(SCENARIO, turn_months=3)
    assert [ahead(quarters, replace(POLL, ahead=n)) for n in (1, 12, 13, 24)] == [4, 4, 5, 8]


def test_each_chair_has_an_election_and_money_to_be_voted_in_the_long_story() -> None:
    index = index_of(BASE, "cold_snap_2022")
    for chair in index.chairs:
        own = [one for some in index.votes.values() for one in some if one.vote.partner == chair]
        moves = [_paths(one) for one in own]
        assert len([paths for paths in moves if any("faction" in path for path in paths)]) >= 2
        money = ("self.income", "self.treasury", "income", "treasury")
        assert len([paths for paths in moves if any(path in money for path in paths)]) >= 4


def test_no_vote_moves_more_than_a_bad_quarter_would() -> None:
    for vote in BASE.votes.values():
        for result in vote.results:
            for effect in result.effects:
                assert isinstance(effect, Shift)
                most = 40 if effect.path.endswith("treasury") else 9
                assert isinstance(effect.by, int)
                assert abs(effect.by) <= most


def _paths(one: Sitting) -> set[str]:
    effects = (effect for result in one.vote.results for effect in result.effects)
    return {effect.path for effect in effects if isinstance(effect, Shift)}

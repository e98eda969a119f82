"""The tutorial: two partners without a station, in which history reaches the handshake."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.records import Content
from game.content.scoping import in_order, scoped, tutorial
from game.narration.leaving import alone_lines
from game.narration.news import happened
from game.rules.decisions import find_offer
from game.rules.endings import grades, slides
from game.rules.index import index_of
from game.rules.invariants import violations
from game.rules.preview import if_signed, preview
from game.rules.setup import Setup
from game.rules.table.sides import BROUGHT
from game.rules.table.stakes import stakes
from game.rules.view import view
from game.session import Session
from game.session.coach import Coach
from game.testing.strategies import games
from game.text.cells import wrap
from tests.pupil import careful, careless, lessons_of
from tests.saves.games import asked

NAME = "handshake_1975"
NARROW = 77  # columns of a lesson on a screen of 80
CHAIRS = ("nasa", "soviet_academy")
ENDINGS = {"the_handshake", "docked_without_ceremony", "a_failed_docking", "called_off"}
OF_A_STATION = {"rule:decay", "rule:meals", "rule:wear", "rule:cohesion", "rule:hazard"}
CARD_SECONDS, ACTION_SECONDS, TABLE_SECONDS = 25, 15, 20


@pytest.fixture
def content(base: Content) -> Content:
    return base


def _played(content: Content, player: str, seed: int, chair: str = "nasa") -> Session:
    session = Session(content, Setup(NAME, chair, seed), dict.fromkeys(CHAIRS, player))
    session.play_others()
    return session


def test_it_teaches_and_is_offered_first(content: Content) -> None:
    assert tutorial(content) == in_order(content)[0] == NAME


def test_it_has_its_own_partners_and_nothing_of_the_station(content: Content) -> None:
    world = scoped(content, NAME)
    assert set(world.partners) == set(CHAIRS) and not world.vehicles and not world.people
    assert "seat_swap" not in world.clauses and "reboost" not in world.actions
    assert set(world.endings) == {*ENDINGS, "dismissed"}
    campaign = scoped(content, "cold_snap_2022")
    assert "soviet_academy" not in campaign.partners and not ENDINGS & set(campaign.endings)


def test_history_reaches_the_handshake(content: Content) -> None:
    ends = Counter(_played(content, "historical", seed).state.ending for seed in range(1, 13))
    assert ends["the_handshake"] >= 11
    assert set(ends) <= ENDINGS


@pytest.mark.parametrize("player", ("random", "diplomat", "hawk", "planner"))
@pytest.mark.parametrize("chair", CHAIRS)
def test_every_player_plays_it_to_an_end(content: Content, player: str, chair: str) -> None:
    session = _played(content, player, 2, chair)
    assert session.state.ending in {*ENDINGS, "dismissed"}
    assert violations(session.content, session.state) == ()
    assert slides(content, session.state)


@settings(max_examples=15)
@given(st.data())
def test_every_game_keeps_the_rules_promises(base: Content, data: st.DataObject) -> None:
    game = data.draw(games(base, NAME, whole=True, most_bytes=300))
    for state in game.states:
        assert violations(base, state) == ()
        assert state.figures["rung.highest"] <= 3
    causes = {change.cause for moment in game.moments for change in moment.step.changes}
    assert not causes & OF_A_STATION
    assert game.last.over


@pytest.mark.parametrize("chair", CHAIRS)
def test_who_is_careful_does_every_lesson_and_leaves_more_than_history(
    content: Content, chair: str
) -> None:
    session = lessons_of(content, chair)
    coach = Coach(session)
    while not session.over:
        session.play_others()
        while (lesson := coach.current(chair)) and lesson.deed.kind != "take":
            assert coach.did(chair, lesson.deed.kind, lesson.deed.what)
        if not session.over:
            session.submit(careful(session, lesson))
    coach.current(chair)
    assert len(coach.done[chair]) == 15
    assert session.state.ending == "the_handshake"
    letters = {grade.letter for grade in grades(content, session.state, chair)}
    assert letters <= {"A", "B", "C"} and letters & {"A", "B"}


@pytest.mark.parametrize("chair", CHAIRS)
@pytest.mark.parametrize("seed", range(1, 4))
def test_who_is_careless_loses_the_flight(content: Content, chair: str, seed: int) -> None:
    session = lessons_of(content, chair, seed)
    while not session.over:
        session.play_others()
        if waiting := session.waiting_for():
            session.submit(careless(waiting.options))
    assert session.state.ending in ("called_off", "a_failed_docking", "dismissed")


@pytest.mark.parametrize(
    ("names", "tongue", "told"),
    [
        ("name_the_veterans", "learn_theirs", "Stafford speaks Russian, Leonov English."),
        ("name_the_young", "learn_theirs", "The American speaks Russian, Leonov English."),
        ("name_the_young", "insist", "Each says in his own language that he is glad."),
    ],
)
def test_the_hatch_is_opened_by_whom_was_named_in_what_was_learned(
    content: Content, names: str, tongue: str, told: str
) -> None:
    picks = {"three_names_in_january": names, "whose_language": tongue}
    session = lessons_of(content, "nasa", seed=2)
    session.play_others()
    while not session.over:
        move, subject = careful(session, None), asked(session).slot.subject
        session.submit(replace(move, pick=picks.get(subject, move.pick)))
        session.play_others()
    assert session.state.ending == "the_handshake"
    words = happened(session.content, session.since(0))
    assert any(line.startswith(told) for line in words)
    named = [line for line in words if "Stafford and Leonov" in line]
    assert bool(named) == (names == "name_the_veterans")


def test_every_lesson_leaves_a_small_screen_to_what_it_explains(content: Content) -> None:
    for lesson in scoped(content, NAME).lessons.values():
        assert len(wrap(" ".join(lesson.text.split()), NARROW)) <= 5, lesson.id


@pytest.mark.parametrize("chair", CHAIRS)
def test_the_paper_to_refuse_is_met_and_told_what_it_costs(content: Content, chair: str) -> None:
    session = lessons_of(content, chair)
    session.play_others()
    while not asked(session).slot.subject.startswith(BROUGHT):
        session.submit(careful(session, None))
        session.play_others()
    seen, other = session.view(chair), next(one for one in CHAIRS if one != chair)
    assert [option.decision.pick for option in asked(session).options] == ["accept", "decline"]
    offer = find_offer(seen, asked(session).slot.subject)
    branch = if_signed(session.content, seen, offer, chair)
    gear = [change.amount for change in branch.changes if change.path == "option.docking_gear"]
    assert gear == [-min(40, seen.figures["option.docking_gear"])]
    assert offer not in session.view(other).offers


def test_each_would_lose_the_flight_by_the_other(content: Content) -> None:
    session = _played(content, "historical", 1)
    index = index_of(content, NAME)
    for who, leaver in (CHAIRS, CHAIRS[::-1]):
        lines = stakes(index, session.view(who), who, leaver)
        lost = session.state.figures[f"{who}.loss.{leaver}"]
        assert lost == sum(line.amount for line in lines) == 70
        assert session.state.figures[f"{who}.reliance"] == lost
    assert not list(alone_lines(index, session.state)) and not index.rungs


def test_a_deal_may_fall_at_home_on_either_side(content: Content) -> None:
    asked = set[str]()
    for seed in range(1, 33):
        if asked == set(CHAIRS):
            break
        session = Session(content, Setup(NAME, "nasa", seed), dict.fromkeys(CHAIRS, "random"))
        while not session.over:
            slot = session.state.queue[0]
            asked |= {slot.chair} if slot.kind == "ratify" else set()
            session.play_one()
    assert asked == set(CHAIRS)


def test_it_takes_about_ten_minutes(content: Content) -> None:
    session = _played(content, "diplomat", 1)
    mine = Counter(d.kind for d in session.decisions if d.chair == "nasa" and d.pick != "end")
    seconds = CARD_SECONDS * (mine["card"] + mine["dilemma"]) + ACTION_SECONDS * mine["agenda"]
    seconds += TABLE_SECONDS * (mine["answer"] + mine["counter"] + session.state.turn)
    assert 6 * 60 <= seconds <= 15 * 60, seconds


def test_the_odds_are_what_was_prepared(content: Content) -> None:
    session = Session(content, Setup(NAME, "nasa", 1), dict.fromkeys(CHAIRS, "historical"))
    while session.state.queue[0].subject != "a_ring_of_petals":
        session.play_one()
    waiting = session.waiting_for()
    assert waiting is not None
    odds = []
    for gear in (30, 60):
        figures = {**session.state.figures, "option.docking_gear": gear}
        seen = view(content, replace(session.state, figures=figures), "nasa")
        odds.append(preview(content, seen, waiting.options[0].decision).branches[0].chance)
    assert odds[1] - odds[0] == 12
    assert index_of(content, NAME).scenario.station is False

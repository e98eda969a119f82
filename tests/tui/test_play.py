"""A game as one pair of eyes sees it: what is news, and reasons that add up for every figure."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from game.narration.news import heard
from game.players.base import legal
from game.rules.setup import Setup
from game.session import Session
from game.tui.paint import chronicle, foreseen, lately, people, station, table, why
from game.tui.paint.vitals import readings
from game.tui.play import Play
from tests.small import CAMPAIGN, CONTENT

SEATS = {"nasa": "person", "roscosmos": "random", "esa": "random"}


def played(seed: int, decisions: int) -> Iterator[Play]:
    """Yield a game before each of so many of NASA's decisions, taken at random."""
    dice = Random(seed)
    play = Play(Session(CONTENT, Setup(CAMPAIGN, "nasa", seed), SEATS))
    for _ in range(decisions):
        play.others(lambda: True)
        if play.session.over or play.waiting is None:
            return
        yield play
        options = [d for d in legal(play.waiting.options) if d.pick not in ("offer", "counter")]
        play.decide(dice.choice(options))


@given(seed=st.integers(0, 10_000))
def test_the_reasons_of_every_figure_in_every_turn_add_up(seed: int) -> None:
    play = list(played(seed, 25))[-1]
    for page in play.session.pages:
        for path in play.index.bounds:
            if why.known(play, path):
                total = sum(line.amount for line in play.session.why("nasa", path, page.turn))
                assert page.opening[path] + total == why.at_end(play, path, page.turn)


@given(seed=st.integers(0, 10_000))
def test_every_page_can_be_painted_at_every_moment(seed: int) -> None:
    painters = (
        lately.news, lately.lately, lately.figure_moves, people.aboard_table, people.ships_table,
        station.halves, station.stores, table.ladder, table.deals,
    )  # fmt: skip
    for play in played(seed, 12):
        assert all(painter(play, 34).plain for painter in painters)
        assert chronicle.headline_text(play, play.seen.turn, 34).plain
        for option in play.waiting.options if play.waiting else ():
            assert foreseen.foreseen_text(play, play.preview(option.decision), 30).plain


@given(seed=st.integers(0, 10_000))
def test_gauges_show_the_figures_and_their_moves(seed: int) -> None:
    for play in played(seed, 8):
        for reading in readings(play):
            assert reading.share >= 0 or reading.path == "altitude"
            if reading.path in play.index.bounds:
                before = play.session.page().opening[reading.path]
                assert before + reading.moved == play.seen.figures[reading.path]


def test_the_news_tell_everything_and_nothing_twice() -> None:
    told: list[int] = []
    play = None
    for play in played(4, 60):
        if play.turned:
            play.tell_news()
            told += [id(change) for change in play.news()]
    assert play is not None
    pages = play.session.pages
    everything = [id(c) for page in pages for c in heard(page.changes, "nasa")]
    assert len(pages) > 3
    assert told == everything[: len(told)]
    assert len(told) >= sum(len(page.changes) for page in pages[:-2]) // 2


def test_a_turn_begins_with_news_until_something_is_decided() -> None:
    games = played(4, 30)
    play = next(games)
    assert play.turned
    turn = play.seen.turn
    for _ in games:
        assert play.turned == (play.seen.turn > turn)
        turn = play.seen.turn


def test_undo_goes_back_to_the_viewers_own_decision() -> None:
    games = played(4, 3)
    play = next(games)
    before = play.session.state
    next(games)
    assert play.undo()
    assert play.session.state == before
    assert not play.undo()


def test_what_is_undone_takes_no_older_news_along() -> None:
    play, shown = None, []
    for play in played(4, 60):
        if play.turned:
            play.tell_news()
            shown.append(play.news_shown["nasa"])
        elif len(shown) > 2:
            break
    assert play is not None
    assert play.undo()
    assert play.news_shown["nasa"] == shown[-1]


def test_news_undone_are_told_again_from_where_they_began() -> None:
    games = played(4, 60)
    shown = []
    for play in games:
        if play.turned:
            play.tell_news()
            shown.append(play.news_shown["nasa"])
            if len(shown) == 3:
                break
    assert play.undo()
    play.others(lambda: True)
    play.tell_news()
    assert play.news_from["nasa"] == shown[1]


def test_unrest_at_home_stands_first_of_all_with_who_is_restless() -> None:
    play = next(played(1, 1))
    path, calm = "nasa.unrest", play.session.state
    assert path not in dict(why.paths(play))["First of all"]
    state = calm.copy()
    state.figures = {**calm.figures, path: 6}
    state.words = {**calm.words, "nasa.restless": "congress"}
    play.session.states[-1] = state
    groups = dict(why.paths(play))
    assert path in groups["First of all"] and path not in groups["NASA"]
    assert "Restless: Congress." in why.reasons_text(play, path, play.seen.turn, 70).plain

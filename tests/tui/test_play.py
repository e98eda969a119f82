"""A game as one pair of eyes sees it: what is news, and reasons that add up for every figure."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.content import Content as Text

from game.narration.figures import figure_title
from game.players.base import legal
from game.rules.decisions import Change, Decision
from game.rules.ledger import MOVES
from game.rules.setup import Setup
from game.rules.state import Slot, Term
from game.rules.view import visible
from game.session import Session
from game.session.telling import Rank
from game.tui.ink import arrow, lines
from game.tui.menus import menu_of
from game.tui.paint import chronicle, foreseen, lately, papers, people, station, table, why
from game.tui.paint.vitals import readings
from game.tui.play import Play
from tests.small import CAMPAIGN, CONTENT

SEATS = {"nasa": "person", "roscosmos": "random", "esa": "random"}
CALM = Decision("nasa", "card", "pay_for_calm")


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


def just_now(play: Play, width: int) -> Text:
    return lines(part.text for part in lately.lately(play))


def news(play: Play, width: int) -> Text:
    """Return the page of news, read again."""
    items = play.news()
    came = play.came((item for item in items if item.rank is Rank.CAME), anew=False)
    return lately.news(play, items, came, width)


def happens(change: Change) -> bool:
    return change.kind not in MOVES


@given(seed=st.integers(0, 10_000))
def test_the_reasons_of_every_figure_in_every_turn_add_up(seed: int) -> None:
    play = list(played(seed, 25))[-1]
    for page in play.session.pages:
        for path in play.index.bounds:
            if why.known(play, path):
                total = sum(line.amount for line in play.session.why("nasa", path, page.turn))
                assert page.opening[path] + total == why.at_end(play, path, page.turn)


def every_paper(play: Play, width: int) -> Text:
    ids = {paper.deal for paper in papers.papers(play, width)} | {""}
    return lines(papers.details(play, deal, width) for deal in sorted(ids))


@pytest.mark.long
@given(seed=st.integers(0, 10_000))
def test_every_page_can_be_painted_at_every_moment(seed: int) -> None:
    painters = (
        news, just_now, lately.figure_moves, people.aboard_table, people.ships_table,
        station.halves, station.stores, table.ladder, table.overview, every_paper,
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
            items = play.untold()
            play.tell(items)
            told += [id(change) for item in items for change in item.happened]
    assert play is not None
    pages = play.session.pages
    everything = [id(c) for page in pages for c in visible(page.changes, "nasa") if happens(c)]
    assert len(pages) > 3
    assert len(set(told)) == len(told)
    assert set(told) <= set(everything)
    assert set(everything) - set(told) <= {id(c) for i in play.untold() for c in i.happened}


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


def test_the_news_of_a_turn_are_the_same_when_the_game_is_gone_on_with() -> None:
    compared = 0
    for play in played(4, 60):
        if play.turned:
            again = Play(play.session)
            assert again.turned
            assert [i.name for i in again.news()] == [i.name for i in play.news()]
            assert news(again, 60) == news(play, 60)
            assert lately.figure_moves(again, 40) == lately.figure_moves(play, 40)
            compared += lately.BEFORE in news(play, 60).plain
    assert compared


@given(seed=st.integers(0, 10_000))
def test_the_news_move_figures_as_the_gauges_do(seed: int) -> None:
    for play in played(seed, 12):
        if play.turned and any(decision.chair == play.me for decision in play.session.decisions):
            told = lately.figure_moves(play, 60).plain.partition(lately.BEFORE)[0].split("\n")
            for reading in readings(play):
                if reading.path in play.index.bounds:
                    title = figure_title(play.content, reading.path, play.me)
                    line = next(line for line in told if line.startswith(title))
                    assert line.endswith(arrow(reading.moved))


def test_news_undone_are_told_again() -> None:
    for play in played(4, 60):
        if play.turned:
            fresh = [item.name for item in play.untold()]
            play.tell(play.untold())
            if play.session.state.turn == 3:
                break
    taken = next(d for d in reversed(play.session.decisions) if d.chair == "nasa")
    assert play.undo()
    assert not play.untold()
    play.decide(taken)
    play.others(lambda: True)
    latest = [name for name in fresh if name[0] >= play.telling.latest("nasa")]
    assert play.turned and [item.name for item in play.untold()] == latest


def two_cards() -> Play:
    """Return a game in which NASA has the same card before it twice in a turn."""
    play = next(played(4, 1))
    state = play.session.states[-1] = play.session.state.copy()
    card = Slot("card", "nasa", "cold_morning")
    state.queue = (card, card, *(slot for slot in state.queue if slot.chair != "nasa"))
    return play


def test_an_undone_card_leaves_what_came_of_the_one_before() -> None:
    play = two_cards()
    play.decide(CALM)
    before = just_now(play, 60).plain
    assert "It is quiet." in before.partition("Earlier this turn")[0]
    play.decide(CALM)
    assert play.undo()
    assert just_now(play, 60).plain == before


def test_each_of_a_turns_cards_says_how_many_there_are() -> None:
    play = two_cards()
    for number in (1, 2):
        waiting = play.waiting
        assert waiting is not None
        assert menu_of(play, waiting).title == f"Card ({number} of 2): A cold morning"
        play.decide(CALM)


@pytest.mark.parametrize(
    ("pick", "told"),
    (("decline", "NASA declines."), ("accept", "Roscosmos and NASA sign: Seat swap")),
)
def test_what_came_of_an_offer_takes_the_place_of_the_offer(pick: str, told: str) -> None:
    play = next(played(4, 1))
    session, terms = play.session, (Term("seat_swap", 2, "roscosmos"),)
    state = session.states[-1] = session.state.copy()
    state.queue = (Slot("table", "roscosmos"), *state.queue)
    session.submit(Decision("roscosmos", "table", "offer", "nasa", terms))
    made = "Roscosmos: Makes an offer."
    assert made in just_now(play, 60).plain
    play.decide(Decision("nasa", "answer", pick))
    after = just_now(play, 60).plain
    assert told in after and made not in after


def test_an_own_offer_is_told_by_its_answer_alone() -> None:
    play = next(played(4, 1))
    state = play.session.states[-1] = play.session.state.copy()
    state.queue = (Slot("table", "nasa"), *state.queue)
    terms = (Term("seat_swap", 2, "nasa"),)
    play.decide(Decision("nasa", "table", "offer", "roscosmos", terms))
    items = play.telling.items("nasa", len(play.session.decisions))
    assert [change.path for item in items for change in item.moved] == ["nasa.capital"]
    assert not any(item.rank is Rank.CAME for item in items)
    assert "Capital" not in just_now(play, 60).plain


def test_what_a_page_has_told_is_left_out_of_lately_and_can_be_read_again() -> None:
    play = next(played(4, 1))
    play.decide(CALM)
    assert "It is quiet." in just_now(play, 60).plain
    play.tell(play.telling.items("nasa"))
    assert just_now(play, 60).plain == lately.TOLD
    assert "It is quiet." in news(play, 60).plain


def test_unrest_at_home_stands_first_of_all_with_who_is_restless() -> None:
    play = next(played(1, 1))
    path, calm = "nasa.unrest", play.session.state
    assert path not in dict(why.paths(play))["First of all"]
    state = calm.copy()
    state.figures = {**calm.figures, path: 6, "nasa.treasury": 4000}
    state.words = {**calm.words, "nasa.restless": "congress", "nasa.about": "idle_money"}
    play.session.states[-1] = state
    groups = dict(why.paths(play))
    assert path in groups["First of all"] and path not in groups["NASA"]
    assert (
        "Restless: Congress, about money that lies."
        in why.reasons_text(play, path, play.seen.turn, 70).plain
    )

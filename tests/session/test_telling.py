"""The telling: everything that a chair may know once, in order, and nothing that it may not."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from game.content.records import Content
from game.players.base import legal
from game.rules.decisions import Decision
from game.rules.figures import about_word
from game.rules.ledger import MOVES
from game.rules.setup import Setup
from game.rules.view import visible
from game.session import PERSON, Session
from game.session.telling import Item, Rank, Telling
from game.session.telling.dangers import standing
from game.session.telling.making import RESTLESS
from game.session.telling.words import lines_of, warned_of
from tests.plain.talk import new_session, two_people, up_to
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import changed

CHAIRS = ("nasa", "roscosmos", "esa")
SEEDS = st.integers(0, 10_000)


def bots(seed: int, content: Content = CONTENT, scenario: str = CAMPAIGN) -> Session:
    return Session(content, Setup(scenario, "nasa", seed), dict.fromkeys(CHAIRS, "random"))


def on(session: Session, decisions: int) -> Iterator[Session]:
    """Yield a session after each of so many decisions of computer players."""
    for _ in range(decisions):
        if session.over:
            return
        session.play_one()
        yield session


def everything(session: Session, chair: str) -> list[int]:
    return [id(c) for page in session.pages for c in visible(page.changes, chair)]


def changes_of(items: tuple[Item, ...]) -> list[int]:
    return [id(change) for item in items for change in item.changes]


@given(seed=SEEDS, steps=st.integers(0, 150))
def test_every_change_a_chair_may_know_of_is_one_items(seed: int, steps: int) -> None:
    session = bots(seed)
    list(on(session, steps))
    for chair in CHAIRS:
        told = changes_of(Telling(session).items(chair))
        assert sorted(told) == sorted(everything(session, chair))
        assert len(set(told)) == len(told)


@given(seed=SEEDS)
@settings(max_examples=20)
def test_a_telling_that_follows_a_game_is_the_one_made_at_its_end(seed: int) -> None:
    session = bots(seed)
    telling = Telling(session)
    for _ in on(session, 80):
        telling.items("nasa")
    assert [i.name for i in telling.items("nasa") if i.rank is not Rank.ALARM] == [
        i.name for i in Telling(session).items("nasa") if i.rank is not Rank.ALARM
    ]


@given(seed=SEEDS, steps=st.integers(1, 150))
def test_the_weightiest_is_told_first(seed: int, steps: int) -> None:
    session = bots(seed)
    list(on(session, steps))
    ranks = [item.rank for item in Telling(session).items("nasa")]
    assert ranks == sorted(ranks)


@given(seed=SEEDS)
@settings(max_examples=20)
def test_each_item_has_its_place_its_turn_and_words(seed: int) -> None:
    session = bots(seed)
    list(on(session, 80))
    for item in Telling(session).items("roscosmos"):
        assert 0 <= item.place < len(session.states)
        turns = {session.states[item.place].turn, session.states[max(item.place - 1, 0)].turn}
        assert item.turn in turns
        told = lines_of(session, "roscosmos", item)
        quiet = item.sort == "deed" or not item.happened
        assert told or quiet or all(c.kind == "offer" for c in item.happened)
        assert not [line for line in told if "{" in line or line != line.strip()]


@given(seed=SEEDS)
@settings(max_examples=20)
def test_what_was_told_is_told_no_more_until_it_is_taken_back(seed: int) -> None:
    session = Session(CONTENT, Setup(CAMPAIGN, "nasa", seed), dict.fromkeys(CHAIRS, PERSON))
    telling, told = Telling(session), Counter[Item]()
    for _ in range(60):
        waiting = session.waiting_for()
        if waiting is None:
            break
        fresh = telling.untold("nasa")
        told.update(fresh)
        telling.tell("nasa", fresh)
        assert not telling.untold("nasa")
        session.submit(next(d for d in reversed(legal(waiting.options)) if not d.terms))
    assert told and max(told.values()) == 1
    before = [item.name for item in telling.items("nasa")]
    place = len(session.decisions) // 2
    taken = list(session.decisions[place:])
    session.rewind(place)
    assert {item.place for item in telling.items("nasa")} <= set(range(place + 1))
    assert not [i for i in telling.untold("nasa") if i.place <= place and i.rank > Rank.ALARM]
    for decision in taken:
        session.submit(decision)
    again = {item.name for item in telling.untold("nasa") if item.rank is not Rank.ALARM}
    asked = [name for name in before if name[0] > place and name[1] < Rank.FIGURES]
    assert again == {name for name in asked if name[1] != Rank.ALARM}


def test_what_was_not_told_yet_is_forgotten_with_the_decision_it_came_of() -> None:
    session = up_to(new_session(), "card")
    telling, start = Telling(session), len(session.decisions)
    telling.tell("nasa", telling.untold("nasa"))
    session.submit(Decision("nasa", "card", "pay_for_calm"))
    assert any(item.sort == "deed" for item in telling.untold("nasa"))
    session.rewind(start)
    assert not telling.untold("nasa")


@pytest.mark.parametrize(("pick", "sort"), [("decline", "deed"), ("accept", "answer")])
def test_what_came_of_ones_own_answer_is_told_as_that(pick: str, sort: str) -> None:
    session = up_to(new_session(seed=2), "answer")
    telling = Telling(session)
    telling.tell("nasa", telling.untold("nasa"))
    session.submit(Decision("nasa", "answer", pick))
    assert [item.sort for item in telling.untold("nasa")] == [sort]


def test_what_is_told_by_a_pane_may_be_told_over_by_a_page_and_not_back() -> None:
    session = up_to(new_session(), "card")
    telling = Telling(session)
    item = telling.untold("nasa")[0]
    assert telling.teller("nasa", item) is None
    telling.tell("nasa", [item], by="pane")
    assert telling.teller("nasa", item) == "pane"
    telling.tell("nasa", [item])
    telling.tell("nasa", [item], by="pane")
    assert telling.teller("nasa", item) == "page"


def test_figures_are_told_one_by_one_but_once() -> None:
    session = up_to(new_session(), "card")
    telling = Telling(session)
    session.submit(Decision("nasa", "card", "pay_for_calm"))
    (deed,) = (item for item in telling.untold("nasa") if item.sort == "deed")
    assert telling.left("nasa", deed.moved) == deed.moved
    telling.tell_moves("nasa", deed.moved[:1])
    assert telling.left("nasa", deed.moved) == deed.moved[1:]
    assert telling.left("esa", deed.moved) == deed.moved


@given(seed=SEEDS)
@settings(max_examples=10)
def test_at_one_screen_each_is_told_what_each_may_know(seed: int) -> None:
    session = bots(seed)
    list(on(session, 120))
    telling = Telling(session)
    for chair in CHAIRS:
        for item in telling.items(chair):
            assert all(not c.seen or chair in c.seen for c in item.changes)
            if item.sort == "move":
                assert session.decisions[item.decided].chair != chair


def test_what_one_of_two_was_told_is_news_to_the_other() -> None:
    session = two_people()
    telling = Telling(session)
    telling.tell("nasa", telling.untold("nasa"))
    assert telling.untold("roscosmos")


def test_a_sealed_answer_is_told_once_the_dilemma_opens() -> None:
    session = up_to(new_session(), "dilemma", "nasa")
    waiting, answered = session.waiting_for(), len(session.decisions)
    assert waiting is not None
    session.submit(legal(waiting.options)[0])
    telling = Telling(session)
    assert session.state.sealed
    assert answered not in {item.decided for item in telling.items("roscosmos")}
    while session.state.sealed:
        session.play_one()
    (move,) = (item for item in telling.untold("roscosmos") if item.decided == answered)
    assert (move.sort, move.place) == ("move", len(session.decisions))
    (dilemma,) = (item for item in telling.untold("nasa") if item.sort == "dilemma")
    assert {c.cause.partition(":")[0] for c in dilemma.changes} <= {"dilemma", "choice"}


def test_a_game_gone_on_with_is_told_from_the_turn_before() -> None:
    session = up_to(new_session(), "table")
    session.submit(Decision("nasa", "table", "end"))
    up_to(session, "card")
    telling = Telling(session)
    start = telling.asked_before("nasa")
    assert start >= 0 and telling.untold("nasa")
    assert all(item.place > start for item in telling.untold("nasa"))
    assert not telling.due("nasa")


def test_a_restless_faction_is_told_by_the_warning_alone() -> None:
    session = up_to(new_session(), "agenda")
    state = changed(session.state, nasa__unrest=6, nasa__treasury=5000)
    state.words = {**state.words, "nasa.restless": "congress", about_word("nasa"): "idle_money"}
    session.states[-1] = state
    found = standing(session, "nasa", len(session.states) - 1)
    (due,) = (item for item in found if item.subject.startswith("restless"))
    told = lines_of(session, "nasa", due)[0]
    assert told.startswith("Restless: Congress, about money that lies.")
    assert warned_of(session, "nasa", found)


def test_no_change_is_told_by_a_warning_and_by_an_event(base: Content) -> None:
    session = bots(3, base, "cold_snap_2022")
    telling, seen = Telling(session), 0
    for _ in on(session, 400):
        asked = session.state.queue and session.state.queue[0].chair == "nasa"
        items = telling.untold("nasa") if asked else ()
        for item in items:
            codes = {c.reason.code for c in item.changes if c.kind not in MOVES}
            seen += RESTLESS in codes and item.rank is Rank.ALARM
        told = changes_of(items)
        assert len(set(told)) == len(told)
        telling.tell("nasa", items)
    assert seen
    assert sorted(changes_of(telling.items("nasa"))) == sorted(everything(session, "nasa"))

"""A game in progress: submit, others, undo, pages, reasons."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.errors import IllegalDecision, UsageError
from game.rules.decisions import Decision
from game.rules.encoding import START_OF_CHAIN, canonical, digest
from game.rules.ledger import moved, totals
from game.rules.setup import Setup
from game.rules.turn import apply
from game.session import PERSON, Session, seats_for
from game.testing.feeding import Feed, choose
from game.testing.strategies import setups
from tests.saves.games import asked
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import changed, opening

CHAIRS = CONTENT.scenarios[CAMPAIGN].chairs
SETUP = Setup(CAMPAIGN, "nasa", 1)


def _bots(player: str = "historical", setup: Setup = SETUP) -> Session:
    chairs = CONTENT.scenarios[setup.scenario].chairs
    return Session(CONTENT, setup, dict.fromkeys(chairs, player))


def _person(others: str = "random", seed: int = 1) -> Session:
    return Session(CONTENT, replace(SETUP, seed=seed), seats_for(CONTENT, SETUP, others))


def _decide(session: Session) -> None:
    """Take the quietest decision for the person who is waited for."""
    session.play_others()
    waiting = session.waiting_for()
    if waiting is not None:
        legal = [option.decision for option in waiting.options if option.legal]
        calm = [d for d in legal if d.pick in ("end", "decline")]
        session.submit((calm or legal)[0])


def _stood(session: Session) -> tuple[object, ...]:
    pages = [(p.turn, p.opening, list(p.changes), list(p.reasons)) for p in session.pages]
    return canonical(session.state), pages, list(session.chain), list(session.decisions)


def test_a_session_waits_for_whoever_decides_with_all_options() -> None:
    session = _person()
    session.play_others()
    waiting = session.waiting_for()
    assert waiting is not None
    assert waiting.chair == waiting.slot.chair == "nasa"
    assert any(option.legal for option in waiting.options)


def test_what_is_submitted_happens_and_is_remembered() -> None:
    session = _person()
    session.play_others()
    before, taken = session.state, len(session.decisions)
    waiting = session.waiting_for()
    assert waiting is not None
    decision = waiting.options[0].decision
    assert not session.why_not(decision)
    foreseen = session.preview(decision)
    step = apply(CONTENT, before, decision)
    assert session.submit(decision, "why not") == step.changes
    assert session.state == step.state and session.decisions[taken:] == [decision]
    assert session.pages[-1].reasons[-1] == ("nasa", decision, "why not")
    assert foreseen.branches


def test_what_may_not_be_done_leaves_a_session_as_it_was() -> None:
    session = _person()
    before = _stood(session)
    wrong = Decision("nasa", "table", "dance")
    assert session.why_not(wrong)
    with pytest.raises(IllegalDecision, match="turn to decide"):
        session.submit(wrong)
    assert _stood(session) == before


def test_others_play_until_a_person_must_or_the_run_ends() -> None:
    session = _person()
    while not session.over:
        session.play_others()
        waiting = session.waiting_for()
        assert session.over or (waiting is not None and waiting.chair == "nasa")
        _decide(session)
    assert session.waiting_for() is None
    assert session.play_one() == () == session.play_others()


def test_others_play_no_more_than_asked() -> None:
    session = _bots()
    session.play_others(most=5)
    assert len(session.decisions) == 5


@given(setups(CONTENT), st.sampled_from(("random", "historical")))
def test_every_page_adds_up_to_the_next(setup: Setup, player: str) -> None:
    session = _bots(player, setup)
    session.play_others()
    pages = session.pages
    assert [page.turn for page in pages] == list(range(1, session.state.turn + 1))
    endings = [page.opening for page in pages[1:]] + [session.state.figures]
    for page, reached in zip(pages, endings, strict=True):
        for path, amount in totals(page.changes).items():
            assert page.opening[path] + amount == reached[path]


def test_a_page_holds_its_own_turn_alone_even_when_no_capital_comes() -> None:
    """Players who never spend have all the capital there can be: nothing marks the new turn."""
    session = _bots()
    session.play_others()
    for page in session.pages[:-1]:
        assert sum(c.cause == "rule:income" for c in page.changes) == 3
        assert [c.cause for c in page.changes].index("rule:decay") < 60


def test_the_chain_has_a_link_for_every_turn() -> None:
    session = _bots()
    session.play_others()
    assert len(session.chain) == session.state.turn + 1
    assert session.chain[0] == digest(session.states[0], START_OF_CHAIN)
    assert len(set(session.chain)) == len(session.chain)


def test_the_same_game_has_the_same_chain_and_another_seed_another() -> None:
    chains = []
    for seed in (1, 1, 2):
        session = _bots("random", replace(SETUP, seed=seed))
        session.play_others()
        chains.append(session.chain)
    assert chains[0] == chains[1] != chains[2]


@given(st.binary(min_size=20, max_size=150), st.integers(0, 60))
def test_going_back_leaves_no_trace_but_hindsight(data: bytes, back: int) -> None:
    session = Session(CONTENT, SETUP, dict.fromkeys(CHAIRS, PERSON))
    feed, stood = Feed(data), []
    while not feed.dry and not session.over:
        stood.append(_stood(session))
        session.submit(choose(CONTENT, session.state, feed))
    place = max(0, len(stood) - 1 - back)
    session.rewind(place)
    assert _stood(session) == stood[place]
    assert session.hindsight


def test_undo_goes_back_to_the_persons_latest_decision() -> None:
    session = _person()
    _decide(session)
    _decide(session)
    place = max(n for n, d in enumerate(session.decisions) if d.chair == "nasa")
    state = session.states[place]
    assert session.undo()
    assert session.state is state
    assert asked(session).chair == "nasa"


def test_the_dice_stay_when_a_decision_is_taken_back() -> None:
    session = _person(seed=3)
    for _ in range(6):
        _decide(session)
    before = _stood(session)
    decision = session.decisions[-1]
    session.rewind(len(session.decisions) - 1)
    session.submit(decision)
    assert _stood(session) == before


def test_nothing_to_undo() -> None:
    assert not _bots().undo()
    session = _person()
    session.play_others()
    assert not session.undo() and not session.hindsight


def test_with_several_people_one_goes_back_no_further_than_the_last_hand_over() -> None:
    session = Session(CONTENT, SETUP, dict.fromkeys(CHAIRS, PERSON))
    first = session.state.queue[0].chair
    while session.state.queue[0].chair == first:
        _decide(session)
    second = session.state.queue[0].chair
    assert not session.undo(second)
    assert session.undo(first)
    _decide(session)
    while session.state.queue[0].chair == second:
        _decide(session)
    assert not session.undo(first)


def test_why_tells_what_a_chair_may_know_and_adds_up() -> None:
    session = _bots()
    while session.state.turn < 3:
        session.play_one()
    lines = session.why("nasa", "nasa.treasury", 1)
    assert sum(line.amount for line in lines) == moved(session.page(1).changes, "nasa.treasury")
    assert not session.why("esa", "nasa.treasury", 1)
    tension = session.why("esa", "tension")
    assert sum(line.amount for line in tension) == moved(session.page().changes, "tension")


def test_pages_are_found_by_turn() -> None:
    session = _person()
    assert session.page() is session.pages[-1] is session.page(1)
    with pytest.raises(UsageError, match="Turn 9 has not been played"):
        session.page(9)


def test_a_game_may_start_from_any_state() -> None:
    state = changed(opening(), tension=12)
    session = Session(CONTENT, SETUP, dict.fromkeys(CHAIRS, "random"), opening=state)
    assert session.state is state and session.pages[0].opening["tension"] == 12
    session.play_others()
    assert session.over


def test_the_game_is_saved_when_control_returns_to_a_person() -> None:
    saved: list[int] = []
    session = Session(
        CONTENT, SETUP, seats_for(CONTENT, SETUP), lambda s: saved.append(len(s.decisions))
    )
    session.play_others()
    waiting = session.waiting_for()
    assert waiting is not None
    assert saved == [len(session.decisions)]
    _decide(session)
    session.undo()
    assert saved[-1] == len(session.decisions)


def test_seats_are_checked() -> None:
    with pytest.raises(UsageError, match="no player 'hawck'"):
        Session(CONTENT, SETUP, dict.fromkeys(CHAIRS, "hawck"))
    assert seats_for(CONTENT, SETUP, "random, historical") == {
        "nasa": PERSON, "roscosmos": "random", "esa": "historical",
    }  # fmt: skip
    assert seats_for(CONTENT, SETUP)["esa"] == "diplomat"
    with pytest.raises(UsageError, match="one for each of roscosmos, esa"):
        seats_for(CONTENT, SETUP, "random,random,random")

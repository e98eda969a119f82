"""The track record: what was said, what came of it, and that it stays true whatever is undone."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import hypothesis
from hypothesis import strategies as st

from game.content.records import Content
from game.rules.advice import LATER
from game.rules.decisions import Decision
from game.rules.legality import options
from game.rules.setup import Setup
from game.rules.state import State
from game.session import PERSON, Session
from game.session.counsel import Counsel, Given
from game.session.keeper import now, to_record
from game.session.keeping import resume
from game.testing.hidden import lookalike
from game.testing.strategies import states
from tests.saves.games import asked
from tests.small import CAMPAIGN, CONTENT

PEOPLE = dict.fromkeys(("nasa", "roscosmos", "esa"), PERSON)


def begin(seats: dict[str, str] = PEOPLE, seed: int = 1, content: Content = CONTENT) -> Session:
    return Session(content, Setup(CAMPAIGN, "nasa", seed), seats)


def first(session: Session) -> Decision:
    """Return the first choice of a card, and the way out of everything else."""
    waiting = session.waiting_for()
    assert waiting is not None
    allowed = [option.decision for option in waiting.options if option.legal]
    return next((d for d in allowed if d.pick in ("end", "decline")), allowed[0])


def play(session: Session, turns: int) -> Session:
    """Play so many turns quietly."""
    until = session.state.turn + turns
    while not session.over and session.state.turn < until:
        session.submit(first(session))
    return session


def skilled(skill: int) -> Content:
    advisers = {id_: replace(a, skill=skill) for id_, a in CONTENT.advisers.items()}
    return replace(CONTENT, advisers=advisers)


@hypothesis.given(states(CONTENT), st.integers(0, 2**32))
def test_no_secret_reaches_an_adviser(state: State, seed: int) -> None:
    if not state.queue:
        return
    chair = state.queue[0].chair
    other = lookalike(CONTENT, state, chair, Random(seed))
    setup = Setup(state.scenario, state.words["chair"], 1)
    seats = dict.fromkeys(CONTENT.scenarios[state.scenario].chairs, PERSON)
    said, also = (Counsel(Session(CONTENT, setup, seats, opening=one)) for one in (state, other))
    assert said.now() == also.now()


def test_an_opinion_waits_two_turns_and_is_then_judged() -> None:
    session = play(begin(), 1)
    counsel = Counsel(session)
    given = counsel.record("nasa")[0]
    assert given.came is None and given.right is None and given.due == given.turn + LATER
    play(session, 1)
    later = counsel.record("nasa")[0]
    assert later.came is not None
    assert later.opinion == given.opinion


def test_the_end_judges_what_still_waits() -> None:
    session = play(begin(), 99)
    assert session.over
    assert all(given.came is not None for given in Counsel(session).record("nasa"))


def test_what_came_of_a_choice_is_what_its_own_effects_moved() -> None:
    session = begin()
    while asked(session).slot.chair != "nasa":
        session.submit(first(session))
    session.submit(Decision("nasa", "card", "pay_for_calm"))
    play(session, 3)
    record = Counsel(session).record("nasa")
    came = {g.opinion.adviser: g.came for g in record if g.taken.pick == "pay_for_calm"}
    (money,) = came["purse"] or ()
    assert money[:2] == ("nasa.treasury", -40) and money[2] < 0
    assert [row[:2] for row in came["envoys"] or ()] == [("tension", -2)]


def test_records_add_up() -> None:
    session = play(begin(dict.fromkeys(PEOPLE, "random"), seed=4), 0)
    session.play_others()
    counsel = Counsel(session)
    for chair in PEOPLE:
        for adviser in counsel.team(chair):
            held, tally = counsel.record(chair, adviser), counsel.tally(chair, adviser)
            assert tally.right + tally.hopeful + tally.gloomy == tally.judged
            unjudged = sum(1 for g in held if g.came is not None and g.right is None)
            assert tally.judged + tally.waiting + unjudged == len(held)


def test_what_came_adds_up_to_the_verdict() -> None:
    session = begin(dict.fromkeys(PEOPLE, "random"), seed=5)
    session.play_others()
    for given in Counsel(session).record("nasa"):
        total = sum(points for _, _, points in given.came or ())
        judged = total != 0 and given.estimate != 0
        assert given.right is ((total > 0) == (given.estimate > 0) if judged else None)


def test_undoing_and_choosing_otherwise_changes_the_record() -> None:
    session = begin()
    while asked(session).slot.chair != "nasa":
        session.submit(first(session))
    mark = len(session.decisions)
    counsel = Counsel(session)
    session.submit(Decision("nasa", "card", "protest"))
    play(session, 3)
    before = counsel.record("nasa")
    session.rewind(mark)
    assert counsel.record("nasa") == ()
    session.submit(Decision("nasa", "card", "pay_for_calm"))
    play(session, 3)
    assert counsel.record("nasa") != before
    assert counsel.record("nasa") == Counsel(session).record("nasa")


def test_a_loaded_game_has_the_same_record() -> None:
    session = play(begin(), 4)
    loaded = resume(CONTENT, to_record(session, now())).session
    for chair in PEOPLE:
        assert Counsel(loaded).record(chair) == Counsel(session).record(chair)


def test_a_dilemma_is_judged_by_what_both_answers_led_to() -> None:
    session = play(begin(seed=2), 99)
    found = [g for g in Counsel(session).record("nasa") if g.taken.kind == "dilemma"]
    assert found
    causes = ("choice:", "dilemma:")
    for given in found:
        moved = {path: by for path, by, _ in given.came or ()}
        seen = _moves(session, given, causes)
        assert moved.items() <= seen.items()


def _moves(session: Session, given: Given, causes: tuple[str, ...]) -> dict[str, int]:
    """Return all that cards and dilemmas moved in the turns by which an opinion is judged."""
    event = session.states[given.number].queue[0].subject
    total: dict[str, int] = {}
    for page in session.pages:
        if given.turn <= page.turn < given.due:
            for change in page.changes:
                if change.cause.startswith(tuple(f"{cause}{event}" for cause in causes)):
                    total[change.path] = total.get(change.path, 0) + change.amount
    return total


def test_nobody_is_advised_but_people() -> None:
    session = begin({"nasa": PERSON, "roscosmos": "random", "esa": "random"})
    counsel = Counsel(session)
    while session.state.queue[0].chair != "roscosmos":
        session.submit(first(session))
    assert options(CONTENT, session.view("roscosmos"))
    assert counsel.now() == ()


def test_who_left_keeps_a_record_and_who_came_begins_one() -> None:
    session = play(begin(), 1)
    while _not_at_agenda(session):
        session.submit(first(session))
    session.submit(Decision("nasa", "agenda", "swap_desk", "desk.station"))
    counsel = Counsel(session)
    team = counsel.team("nasa")
    assert team[0] == "flight_spare" and "flight_spare" in counsel.seated("nasa")
    assert "flight" not in counsel.seated("nasa")
    assert counsel.tally("nasa", "flight_spare").judged == 0


def _not_at_agenda(session: Session) -> bool:
    slot = session.state.queue[0]
    return (slot.kind, slot.chair) != ("agenda", "nasa")


def test_skill_tells() -> None:
    shares = {}
    for skill in (1, 3, 5):
        right = judged = 0
        for seed in range(10):
            session = begin(dict.fromkeys(PEOPLE, "random"), seed, skilled(skill))
            session.play_others()
            counsel = Counsel(session)
            for chair in PEOPLE:
                tallies = [counsel.tally(chair, adviser) for adviser in counsel.team(chair)]
                right += sum(tally.right for tally in tallies)
                judged += sum(tally.judged for tally in tallies)
        assert judged > 80
        shares[skill] = 100 * right // judged
    assert shares[1] + 8 <= shares[3] and shares[3] + 8 <= shares[5]
    assert shares[5] >= 85

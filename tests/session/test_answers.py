"""How holders of an office have answered: each counted under whoever held it then."""

from __future__ import annotations

from dataclasses import replace

from game.rules.decisions import Decision
from game.rules.setup import Setup
from game.rules.state import Offer, Slot
from game.rules.table.sides import BROUGHT
from game.session import Session
from game.session.answers import answer_lines, holders
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import offer_of, opening

SEATS = dict.fromkeys(("nasa", "roscosmos", "esa"), "random")
HELD = opening().words["roscosmos.leader"]
OTHER = next(n for n, one in CONTENT.leaders.items() if one.partner == "roscosmos" and n != HELD)


def answered(*picks: tuple[str, str, str, str], offer: str = "o") -> Session:
    """Return a game in which offers were answered: leader, who answers, whose offer it is, how."""
    session = Session(CONTENT, Setup(CAMPAIGN, "nasa", 1), SEATS)
    first, last = session.states[0], session.states[-1]
    session.states, session.decisions = [], []
    for leader, who, maker, pick in picks:
        state = first.copy()
        to = who if who != maker else "nasa"
        state.offers = (Offer(offer, maker, to, offer_of().terms),)
        state.queue = (Slot("answer", who, offer),)
        state.words = {**state.words, "roscosmos.leader": leader or state.words["roscosmos.leader"]}
        session.states.append(state)
        session.decisions.append(Decision(who, "answer", pick))
    session.states.append(replace(last, words=session.states[-1].words))
    return session


def test_answers_are_counted_under_whoever_held_the_office() -> None:
    session = answered(
        ("", "roscosmos", "nasa", "accept"),
        ("", "roscosmos", "nasa", "decline"),
        ("", "roscosmos", "esa", "decline"),
        ("", "esa", "nasa", "decline"),
        (OTHER, "roscosmos", "nasa", "counter"),
    )
    before, now = holders(session, "nasa", "roscosmos")
    assert before.answers == {"accept": 1, "decline": 1} and now.answers == {"counter": 1}
    lines = list(answer_lines(session, "nasa", "roscosmos"))
    assert lines[0] == "Answers to you: answered 1 with terms of its own."
    assert lines[1].startswith("Before, ") and lines[1].endswith(": signed 1, refused 1.")
    assert list(answer_lines(session, "esa", "nasa")) == ["Answers to you: none yet."]


def test_what_a_card_brought_in_a_chairs_name_was_not_put_by_it() -> None:
    session = answered(("", "roscosmos", "nasa", "decline"), offer=f"{BROUGHT}_1")
    assert list(answer_lines(session, "nasa", "roscosmos")) == ["Answers to you: none yet."]

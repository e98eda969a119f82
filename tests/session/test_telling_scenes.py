"""Scenes over a session: each once a run, two a turn, and none that was taken back."""

from __future__ import annotations

from game.content import records as r
from game.rules.setup import Setup
from game.session import PERSON, Session
from game.session.telling import Telling
from tests.small import CAMPAIGN
from tests.staged import MORNING, names, played, scene, staged

PLAYED = ("nasa", "roscosmos", "esa")


def _session(content: r.Content, people: tuple[str, ...] = ("nasa",), seed: int = 3) -> Session:
    seats = {chair: PERSON if chair in people else "random" for chair in PLAYED}
    return Session(content, Setup(CAMPAIGN, "nasa", seed), seats)


def _decide(session: Session, pick: str = "") -> None:
    session.play_others()
    waiting = session.waiting_for()
    assert waiting is not None
    legal = [option.decision for option in waiting.options if option.legal]
    session.submit(next((d for d in legal if d.pick == pick), legal[0]))


def test_what_happens_before_the_first_decision_is_shown_once() -> None:
    session = _session(staged(scene("dawn", "event", MORNING)))
    telling = Telling(session)
    assert names(telling) == ["dawn"]
    assert names(telling) == []
    assert names(telling, "esa") == ["dawn"]


def test_what_is_taken_back_was_not_shown() -> None:
    session = _session(staged(scene("answered", "choice", MORNING)), people=PLAYED)
    telling = Telling(session)
    _decide(session)
    assert names(telling) == ["answered"]
    session.rewind(0)
    assert names(telling) == []
    _decide(session)
    assert names(telling) == ["answered"]
    session.rewind(0)
    _decide(session)  # as long as before, and yet another run
    assert names(telling) == ["answered"]


def test_a_game_gone_on_with_shows_nothing_of_its_past_again() -> None:
    session = _session(staged(scene("dawn", "event", MORNING), scene("end", "choice", again=True)))
    _decide(session)
    telling = Telling(session)
    assert names(telling) == []
    session.rewind(0)
    _decide(session)
    assert "dawn" not in names(telling)


def test_the_great_ones_alone_or_none() -> None:
    content = staged(scene("dawn", "event", MORNING, great=True), scene("two", "choice", MORNING))
    session = _session(content)
    great, none = Telling(session), Telling(session)
    _decide(session, "protest")
    assert names(great, wish="great") == ["dawn"]
    assert names(none, wish="none") == []
    assert names(none) == []


def test_two_a_turn_at_most_and_each_once_a_run() -> None:
    content = staged(*(scene(f"s{n}", "choice", again=n == 0) for n in range(5)))
    seats = dict.fromkeys(PLAYED, "random")
    session = Session(content, Setup(CAMPAIGN, "nasa", 5), seats)
    telling, turns = Telling(session), dict[int, int]()
    found: list[str] = []
    for _ in range(150):
        if session.over:
            break
        session.play_one()
        new = names(telling)
        found += new
        turns[session.state.turn] = turns.get(session.state.turn, 0) + len(new)
    assert max(turns.values()) == 2
    assert all(found.count(f"s{n}") == 1 for n in range(1, 5))


def test_the_end_has_room_even_in_a_full_turn() -> None:
    content = staged(scene("act", "choice", again=True), scene("end", "ending"))
    seats = dict.fromkeys(PLAYED, "random")
    session = Session(content, Setup(CAMPAIGN, "nasa", 5), seats)
    assert played(session, Telling(session), 2000).count("end") == 1

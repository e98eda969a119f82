"""What came of what a chair did, told with the reason."""

from __future__ import annotations

from game.players.base import legal
from game.rules.decisions import Decision
from game.rules.messages import message
from game.rules.state import Term
from game.session import Session
from game.session.telling import Item, Rank, Telling
from game.session.telling.words import Came, came_told
from game.session.voices import breach_told
from tests.plain.talk import new_session, up_to

ALMS = (Term("alms", 10, "nasa"),)
MOOD = message("why.sum", line=message("standing.mood"), way="", amount=-7, total=-3, asked=0)


def _offered() -> Session:
    session = up_to(new_session(), "table")
    session.submit(Decision("nasa", "table", "offer", "roscosmos", ALMS))
    return session


def came_of(session: Session, chair: str) -> list[Came]:
    """Return what has come of a chair's offers, votes, risks and dilemmas, in order."""
    items = sorted(outcomes(session, chair), key=lambda item: item.place)
    return [came_told(session, chair, item) for item in items]


def outcomes(session: Session, chair: str) -> list[Item]:
    return [item for item in Telling(session).items(chair) if item.outcome]


def test_an_answer_is_told_with_its_reason_and_what_would_have_done() -> None:
    session = _offered()
    session.submit(Decision("roscosmos", "answer", "decline"), MOOD)
    came = came_of(session, "nasa")[-1]
    assert came.title == "Your offer to Roscosmos"
    assert came.said[0] == "Roscosmos declines."
    assert "the mood between the capitals" in came.said[1]
    assert came.said[2] == "Where its sum stood, it keeps to itself."


def test_the_one_who_answers_is_told_nothing_of_its_own_refusal() -> None:
    session = _offered()
    session.submit(Decision("roscosmos", "answer", "decline"), MOOD)
    assert not came_of(session, "roscosmos")
    assert not came_of(session, "esa")


def test_a_signature_tells_the_votes_at_home_and_what_it_moved() -> None:
    session = _offered()
    session.submit(Decision("roscosmos", "answer", "accept"), MOOD)
    came = came_of(session, "nasa")[-1]
    assert came.said[0] == "Roscosmos signs."
    assert came.votes[0].startswith("Home votes: ") and came.votes[0] in came.lines
    assert came.happened


def test_a_deed_tells_its_story_before_what_else_happened() -> None:
    session = up_to(new_session(), "card")
    session.submit(Decision("nasa", "card", "pay_for_calm"))
    (item,) = (item for item in Telling(session).items("nasa") if item.sort == "deed")
    assert came_told(session, "nasa", item).happened[0] == "It is quiet."
    assert item.rank is Rank.CAME and not item.outcome


def test_a_risky_choice_tells_its_outcome_and_a_sure_one_nothing() -> None:
    session = up_to(new_session(), "card")
    waiting = session.waiting_for()
    assert waiting is not None
    event = session.content.events[waiting.slot.subject]
    desk = next(desk for desk in event.desks if desk.chair == "nasa")
    risky = {choice.id: choice for choice in desk.choices if choice.outcomes}
    for decision in legal(waiting.options):
        if decision.pick in risky:
            session.submit(decision)
            came = came_of(session, "nasa")[-1]
            outcomes = {o.text for o in risky[decision.pick].outcomes}
            assert set(came.happened) & outcomes
            session.rewind(len(session.decisions) - 1)
        else:
            before = len(came_of(session, "nasa"))
            session.submit(decision)
            assert len(came_of(session, "nasa")) == before
            session.rewind(len(session.decisions) - 1)
    assert risky


def test_a_broken_word_is_told_in_the_voice_of_who_broke_it() -> None:
    session = _offered()
    place = len(session.decisions)
    session.submit(Decision("roscosmos", "answer", "decline"))
    broken = message("promise.broken", partner="roscosmos", to="nasa", promise="Snow.")
    kept = session.pages[-1].changes
    kept[-1:] = [*kept[-1:]]
    first = session.led_to(place)[0]
    spot = next(n for n, change in enumerate(kept) if change is first)
    kept[spot] = type(first)("deal", "roscosmos", 0, "promise:roscosmos", broken)
    ((who, said),) = breach_told(session, place)
    assert who == "roscosmos" and "Town" in said
    told = [came for came in came_of(session, "nasa") if "breaks its word" in came.title]
    assert [came.said for came in told] == [(said,)]
    assert not [c for c in came_of(session, "roscosmos") if "breaks its word" in c.title]

"""What others' reasons give away."""

from __future__ import annotations

from dataclasses import replace

from game.content import records as r
from game.rules.decisions import Decision
from game.rules.messages import Message, message
from game.rules.setup import Setup
from game.session import Session
from game.session.others import of_how_many
from game.session.voices import reason_told
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import perform_on

OLD = "For Kremlin{ (+4)|}."
KREMLIN = message("why.gain", path="roscosmos.faction.kremlin", amount=4, kept=1)


def _session(reason: Message | str = KREMLIN, **seats: str) -> Session:
    """Return a game in which Roscosmos has decided something, for a reason."""
    usual = {"nasa": "person", "roscosmos": "diplomat", "esa": "diplomat"}
    session = Session(CONTENT, Setup(CAMPAIGN, "nasa", 1), usual | seats)
    session.decisions.append(Decision("roscosmos", "agenda", "calm"))
    session.reasons.append(reason)
    return session


def test_a_reason_keeps_its_amounts_until_its_giver_is_open_to_the_viewer() -> None:
    for reason in (KREMLIN, OLD):
        session = _session(reason)
        assert "4" not in reason_told(session, "nasa", 0)
        assert "Kremlin" in reason_told(session, "nasa", 0)
        session.states.append(perform_on(session.state, r.Study("roscosmos")).state)
        assert "(+4)" in reason_told(session, "nasa", 0)


def test_at_one_screen_and_at_the_end_every_reason_is_open() -> None:
    assert "(+4)" in reason_told(_session(esa="person"), "nasa", 0)
    over = _session()
    over.states.append(replace(over.state, ending="peace"))
    assert "(+4)" in reason_told(over, "nasa", 0)


def test_what_an_older_game_or_a_player_of_ones_own_says_in_words_is_told_as_it_stands() -> None:
    assert reason_told(_session("Because I like {it}."), "nasa", 0) == "Because I like {it}."
    assert reason_told(_session(OLD, esa="person"), "nasa", 0) == "For Kremlin (+4)."


def test_a_reason_that_nobody_knows_here_is_told_as_none() -> None:
    strange = (
        message("why.gone"),
        message("why.gain", path="moon.tide", amount=4, kept=0),
        message("why.gain", path="tension"),
        message("why.record_day", day=-5),
        message("why.sum", line=message("a"), way="", amount=1, total=1, asked=0),
        message("why.learn", partner=message("why.calm")),
    )
    for reason in strange:
        assert reason_told(_session(reason), "nasa", 0) == ""


def test_no_reason_of_a_bot_is_a_sentence() -> None:
    session = _session(nasa="diplomat")
    session.decisions.clear()
    session.reasons.clear()
    while not session.over:
        session.play_one()
    assert all(isinstance(reason, Message) for reason in session.reasons if reason)
    assert {reason.code for reason in session.reasons if reason} >= {"why.gain", "why.sum"}  # type: ignore[union-attr]


def test_a_card_says_its_place_only_where_there_are_more() -> None:
    seats = {"nasa": "person", "roscosmos": "random", "esa": "random"}
    session = Session(CONTENT, Setup(CAMPAIGN, "nasa", 3), seats)
    session.play_others()
    assert of_how_many(session, "nasa") == ""
    (slot,) = session.state.queue
    session.states[-1] = replace(session.state, queue=(slot, slot))
    assert of_how_many(session, "nasa") == " (1 of 2)"
    assert of_how_many(session, "esa") == ""

"""What others' reasons give away."""

from __future__ import annotations

from dataclasses import replace

from game.content import records as r
from game.narration.offers import guarded
from game.rules.setup import Setup
from game.session import Session
from game.session.others import reason_told
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import perform_on

REASON = f"For Kremlin{guarded(' (+4)')}."


def _session(**seats: str) -> Session:
    usual = {"nasa": "person", "roscosmos": "diplomat", "esa": "diplomat"}
    return Session(CONTENT, Setup(CAMPAIGN, "nasa", 1), usual | seats)


def test_a_reason_keeps_its_amounts_until_its_giver_is_open_to_the_viewer() -> None:
    session = _session()
    assert reason_told(session, "nasa", "roscosmos", REASON) == "For Kremlin."
    session.states.append(perform_on(session.state, r.Study("roscosmos")).state)
    assert reason_told(session, "nasa", "roscosmos", REASON) == "For Kremlin (+4)."


def test_at_one_screen_and_at_the_end_every_reason_is_open() -> None:
    shared = _session(esa="person")
    assert reason_told(shared, "nasa", "roscosmos", REASON) == "For Kremlin (+4)."
    over = _session()
    over.states.append(replace(over.state, ending="peace"))
    assert reason_told(over, "nasa", "roscosmos", REASON) == "For Kremlin (+4)."


def test_no_reason_of_a_bot_gives_away_what_its_chair_keeps_to_itself() -> None:
    session = _session(nasa="diplomat")
    while not session.over:
        session.play_one()
    told = [reason for reason in session.reasons if "Kremlin" in reason or "Treasury" in reason]
    assert told and all("{" in reason for reason in told)
    assert any("stands at" in reason for reason in session.reasons)
    assert all("{" in reason for reason in session.reasons if "stands at" in reason)

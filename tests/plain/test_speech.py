"""How much is said: what must be heard is bounded, and what isn't said can be asked for."""

from __future__ import annotations

from pathlib import Path

import pytest

from game.content.lines import DISMISSAL
from game.content.records import Content
from game.narration.decisions import decision_title
from game.narration.home import NEAR_DISMISSAL
from game.plain.speech import Speech
from game.rules.setup import Setup
from game.saves.settings import load_settings
from game.session import Session
from tests.plain.listening import listened
from tests.plain.talk import new_session, talk, up_to
from tests.saves.games import SMALL

MOST = {Speech.TERSE: 350, Speech.NORMAL: 700}
"""Words a turn that have to be heard beside cards, and what comes of cards and actions."""


def _spoken(session: Session, speech: str, *answers: str) -> str:
    """Return what is said from where a way of speaking was asked for."""
    return talk(session, f"speech {speech}", *answers).partition(f"> speech {speech}")[2]


@pytest.mark.parametrize(
    ("chair", "speech"), [("nasa", Speech.NORMAL), ("roscosmos", Speech.TERSE)]
)
def test_a_campaign_of_diplomats_is_heard_in_few_words(
    base: Content, chair: str, speech: Speech
) -> None:
    listener, session = listened(base, Setup("cold_snap_2022", chair, 5), speech)
    assert session.over and session.state.turn > 20
    assert listener.counted.words["card"] > 0
    assert listener.counted.beside <= MOST[speech], listener.counted.each()


@pytest.mark.parametrize(
    ("scenario", "chair"),
    [("the_leak", "esa"), ("second_thaw", "roscosmos"), ("handshake_1975", "nasa")],
)
def test_scenarios_are_played_to_their_end_by_ear(base: Content, scenario: str, chair: str) -> None:
    listener, session = listened(base, Setup(scenario, chair, 4), Speech.NORMAL)
    assert session.over
    assert "Type a number" not in listener.heard.getvalue()
    assert "Hash" in listener.heard.getvalue()


def test_less_is_said_of_the_agenda_and_all_of_it_can_be_asked_for() -> None:
    session = up_to(new_session(), "agenda")
    waiting = session.waiting_for()
    assert waiting is not None
    seen = session.view("nasa")
    titles = [decision_title(SMALL, seen, o.decision) for o in waiting.options if o.legal]
    said = _spoken(session, "normal", "look", "list", "quit")
    first, again = said.split("> list")
    assert all(f". {title}" in again for title in titles)
    assert not any(f". {title}" in first for title in titles)
    assert "Type list and a group to hear it" in first


def test_a_group_is_heard_alone_with_the_numbers_of_the_whole() -> None:
    session = up_to(new_session(), "agenda")
    whole, _, group = talk(session, "list", "list home", "quit").rpartition("> list home")
    rows = [line for line in group.splitlines() if line[:1].isdigit()]
    assert rows and all(row in whole.splitlines() for row in rows)
    assert ". Close the agenda" in whole and ". Close the agenda" not in group


def test_others_deeds_are_told_with_reasons_in_full_in_short_or_when_asked() -> None:
    told = {}
    for speech in ("full", "normal", "terse"):
        session = up_to(new_session(others="diplomat"), "agenda")
        told[speech] = _spoken(session, speech, "end", "news", "quit")
    first = {speech: said.partition("> news")[0] for speech, said in told.items()}
    moves = [session.content.partners[c].name for c in ("roscosmos", "esa")]
    assert any(f"\n{name}: " in first["full"] for name in moves)
    assert any(f"\n{name}. " in first["normal"] for name in moves)
    assert not any(f"\n{name}{sign} " in first["terse"] for name in moves for sign in ":.")
    assert any(f"\n{name}: " in told["terse"] for name in moves)


def test_a_way_of_speaking_is_kept_and_an_unknown_one_is_told_which_there_are(full: Path) -> None:
    said = talk(new_session(), "speech terse", "speech loud", "quit")
    assert load_settings(full).speech == "terse"
    assert "Type speech terse, speech normal or speech full." in said


def test_what_advisers_say_can_be_asked_for() -> None:
    session = up_to(new_session(), "card")
    said = _spoken(session, "terse", "look", "advisers", "quit")
    before, after = said.split("> advisers")
    assert "“" not in before
    assert "“" in after or "No adviser speaks of this." in after


def test_people_news_and_trends_can_be_asked_for() -> None:
    session = up_to(new_session(), "agenda")
    said = talk(session, "people", "trend tension", "trend", "trend nonsense", "news", "quit")
    people, trend = said.partition("> people")[2].split("> trend tension")
    for partner in ("nasa", "roscosmos"):
        assert f"{SMALL.partners[partner].name}: " in people
    assert f"now {session.view('nasa').figures['tension']}." in trend
    assert "Name a figure" in trend and "There is no figure 'nonsense'." in trend
    assert "Turn 1." in said.partition("> news")[2]


def _low(speech: str) -> str:
    """Return what is said over three turns of an office that stands low and stays there."""
    session = up_to(new_session(), "table")
    state = session.state.copy()
    low = {path for path in state.figures if path.startswith("nasa.faction.")}
    state.figures = {**state.figures, **dict.fromkeys((*low, "nasa.mandate"), NEAR_DISMISSAL - 8)}
    session.states[-1] = state
    return _spoken(session, speech, *("1", "2", "back", "end", "decline") * 8)


def test_a_warning_whose_words_are_the_same_is_repeated_in_full_speech_alone() -> None:
    line = f"The office falls under a mandate of {DISMISSAL}, two turns running."
    full, normal = _low("full"), _low("normal")
    assert full.count("Turn 3 of") == normal.count("Turn 3 of") == 1
    assert normal.count(line) == 1 < full.count(line)


def test_what_others_do_at_home_is_told_in_full_or_when_asked() -> None:
    told = {}
    for speech in ("full", "normal"):
        session = up_to(new_session(others="diplomat"), "card")
        told[speech] = _spoken(session, speech, "1", "end", "chronicle", "quit")
    first, asked = told["normal"].split("> chronicle")
    deed = "Mend faction: "
    assert deed in told["full"].split("> chronicle")[0] and deed in asked and deed not in first


def test_how_homes_take_a_change_is_said_in_short_and_what_is_known_is_not_said_again() -> None:
    session = up_to(new_session(), "table")
    said = _spoken(session, "normal", "offer roscosmos", "seat 1", "seat 2", "home", "back", "quit")
    changes, _, home = said.partition("> home")
    assert changes.count("Your home: ") == 1 and "Home votes: " not in changes
    assert ", weight " in home

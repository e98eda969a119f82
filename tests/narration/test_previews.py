"""A preview shows odds and figures; what came of a choice is told once it has come."""

from __future__ import annotations

from dataclasses import replace

from game.narration.decisions import preview_lines
from game.rules.decisions import Decision
from game.session import Session
from game.tui.paint.foreseen import foreseen_text
from game.tui.play import Play
from tests.plain.talk import new_session, up_to

GAMBLE = Decision("nasa", "card", "gamble")
SENTENCES = ("It works.", "It fails.", "A headline of the outcome.")


def _asked() -> Session:
    return up_to(new_session(), "card")


def test_a_preview_by_ear_tells_no_outcome() -> None:
    session = _asked()
    lines = preview_lines(session.content, session.preview(GAMBLE), "nasa")
    assert any(line.startswith("70 %: ") and "Standing" in line for line in lines)
    assert any(line.startswith("30 %: ") for line in lines)
    assert not any(sentence in line for sentence in SENTENCES for line in lines)


def test_what_all_ways_have_in_common_is_said_once() -> None:
    session = _asked()
    price, *ways = preview_lines(session.content, session.preview(GAMBLE), "nasa")
    assert price.startswith("Capital -1.")
    assert len(ways) == 2 and not any("Capital" in way for way in ways)


def test_a_preview_on_the_screen_tells_no_outcome() -> None:
    session = _asked()
    shown = foreseen_text(Play(session), session.preview(GAMBLE), 60).plain
    assert "70 %" in shown and "30 %" in shown and "tanding" in shown
    assert not any(sentence in shown for sentence in SENTENCES)


def test_what_a_choice_has_printed_is_no_part_of_its_preview() -> None:
    session = up_to(new_session(chair="roscosmos"), "card", "roscosmos")
    threat = Decision("roscosmos", "card", "threaten")
    foreseen = session.preview(threat)
    shown = foreseen_text(Play(session), foreseen, 60).plain
    assert "A threat is heard." not in shown and "climbs to rung 1" in shown


def test_an_outcome_that_moves_nothing_has_its_odds() -> None:
    session = _asked()
    foreseen = session.preview(GAMBLE)
    quiet = replace(foreseen.branches[1], changes=())
    lines = preview_lines(
        session.content, replace(foreseen, branches=(foreseen.branches[0], quiet)), "nasa"
    )
    assert lines[-1] == "30 %: nothing more."

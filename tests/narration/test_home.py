"""Home and promises in words: what is said is what the rules say."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from game.content.records import Weariness
from game.narration.figures import figure_words
from game.narration.home import (
    backing,
    due_soon,
    fate,
    home_line,
    office_text,
    promise_text,
    restless_text,
    witness_lines,
    word_kept,
)
from game.rules.calendar import label, turn_start
from game.rules.draft import ANGRY
from game.rules.home.factions import left
from game.rules.state import Belief, Offer, Promise, State, Term
from game.rules.table import treaties
from game.rules.table.ratification import payments, stances
from tests.small import CONTENT
from tests.worlds import INDEX, begin, changed, index_with, offer_of, opening

ALMS = offer_of(Term("alms", 10, "nasa"))
HOME = {"nasa": Weariness(date(2000, 1, 1), months=1, most=3)}
TIRED = replace(INDEX, scenario=replace(INDEX.scenario, weariness=HOME))


def test_a_line_says_what_each_faction_makes_of_it_and_what_it_takes() -> None:
    state = changed(opening(), tension=30, nasa__faction__congress=42, nasa__faction__hawks=42)
    found = stances(INDEX, state, ALMS, "nasa")
    told = ", ".join(
        f"{CONTENT.factions[s.path.rpartition('.')[2]].name} {s.points:+d}" for s in found
    )
    (cheapest, *_) = payments(INDEX, state, ALMS, "nasa")
    price = f"{cheapest.money} M" if cheapest.money else f"{cheapest.capital} capital"
    assert home_line(INDEX, state, ALMS, "nasa", "nasa") == (
        f"Home votes: {told}: it takes a side payment of {price}."
    )


def test_what_nothing_turns_is_said() -> None:
    third = replace(CONTENT.factions["hawks"], id="owls", name="Owls")
    index = index_with(factions={**CONTENT.factions, "owls": third})
    state = changed(opening(), nasa__faction__congress=0, nasa__faction__hawks=0, tension=100)
    state.figures["nasa.faction.owls"] = 0
    assert not payments(index, state, ALMS, "nasa")
    assert "press on" in fate(index, state, ALMS, "nasa")


def test_the_other_home_is_told_with_what_isnt_known() -> None:
    state = opening()
    state.knowledge = {"nasa": {"roscosmos.faction.kremlin": Belief(50, 9, state.turn)}}
    line = home_line(INDEX, state, ALMS, "roscosmos", "nasa")
    assert line.startswith("Town votes, as far as you know: ")
    assert "±2" in line and line.endswith("% to pass.")


def test_who_watches_is_told_with_its_trust() -> None:
    ceremony = Offer("", "nasa", "roscosmos", (Term("ceremony", 1, "nasa"),))
    assert witness_lines(INDEX, ceremony, "nasa") == (
        "ESA watches: its trust in you and Roscosmos +1.",
    )
    assert witness_lines(INDEX, ALMS, "nasa") == ()


def _promising(due: int, rung: int = 0) -> tuple[State, Promise]:
    promise = Promise("esa", "roscosmos", "A quiet year", due, "", "1_esa_0")
    state = changed(opening(), esa__rung=rung)
    state.promises = (promise,)
    return state, promise


@pytest.mark.parametrize(("rung", "said"), ((0, "would be kept"), (1, "would be broken")))
def test_a_keeper_sees_what_a_promise_takes_and_how_it_stands(rung: int, said: str) -> None:
    state, promise = _promising(turn_start(INDEX.scenario, 3), rung)
    told = promise_text(INDEX, state, promise, "esa")
    assert told.startswith("You have promised Roscosmos, by ")
    assert "(next turn)" in told
    assert f"Kept if rung == 0 holds then. As things stand it {said}." in told
    assert due_soon(INDEX, state, "esa") == (promise,)
    assert "ESA has promised you" in promise_text(INDEX, state, promise, "roscosmos")
    assert "stand" not in promise_text(INDEX, state, promise, "roscosmos")
    assert due_soon(INDEX, state, "roscosmos") == ()


def test_a_promise_is_due_soon_only_when_it_is() -> None:
    for day in (opening().figures["date"], turn_start(INDEX.scenario, 2)):
        assert "(this turn)" in promise_text(INDEX, *_promising(day), "esa")
    far, promise = _promising(turn_start(INDEX.scenario, 3) + 1)
    assert "due" not in promise_text(INDEX, far, promise, "esa").replace("due date", "")
    assert due_soon(INDEX, far, "esa") == ()


def test_everybodys_word_is_told_with_the_trust_it_earned() -> None:
    state = changed(opening(), esa__kept=2, esa__broken=1, nasa__trust__esa=33)
    told = word_kept(INDEX, state, "esa", "nasa")
    assert told.startswith("ESA kept 2 and broke 1 so far; trusted by NASA 33, Roscosmos ")
    assert word_kept(INDEX, state, "nasa", "nasa").startswith("You kept 0")


def test_a_restless_faction_is_named_with_what_it_takes() -> None:
    state = changed(opening(), nasa__unrest=6)
    assert restless_text(TIRED, state, "nasa") == ""
    state.words |= {"nasa.restless": "congress", "nasa.about": "idle_money"}
    state.figures["nasa.treasury"] = 4000
    held = changed(state, nasa__faction__congress=40)
    told = restless_text(TIRED, held, "nasa")
    assert "Congress, about money that lies." in told and "settles it: Spend it." in told
    assert "withdraws 6 points" in told and "its approval 40 > 34" in told
    after = left(TIRED, held, "nasa")
    assert f"your mandate {held.figures['nasa.mandate']} > {after}" in told
    poor = changed(state, nasa__faction__congress=4)
    assert "its approval 4 > 0" in restless_text(TIRED, poor, "nasa")
    assert restless_text(TIRED, changed(held, nasa__unrest=0), "nasa") == ""
    spent = restless_text(TIRED, changed(held, nasa__treasury=10), "nasa")
    assert "As things stand it is settled." in spent and "withdraws" not in spent


def test_an_office_in_danger_is_warned_and_how_soon_it_falls() -> None:
    factions = {path: 14 for path, _, _ in TIRED.factions["nasa"]}
    low = opening()
    low.figures = {**low.figures, **factions, "nasa.mandate": 8}
    assert "your mandate is 8 when" in office_text(TIRED, low, "nasa")
    assert "Two turns in a row" in office_text(TIRED, low, "nasa")
    second = "As things stand, your mandate is 8 when the turn ends: under 15 for the second turn,"
    assert office_text(TIRED, changed(low, nasa__low=1), "nasa").startswith(second)
    safe = opening()
    assert office_text(TIRED, safe, "nasa") == ""


def _kept_after(state: State, turn: int) -> tuple[Promise, ...]:
    """Return the promises left once those due by the end of a turn have been called in."""
    draft = begin(replace(state, turn=turn))
    treaties.call_due(draft)
    return draft.state.promises


@pytest.mark.parametrize(("later", "turn"), ((0, 1), (1, 2), (40, 2)))
def test_a_promise_names_the_turn_whose_end_calls_it_in(later: int, turn: int) -> None:
    state, promise = _promising(turn_start(INDEX.scenario, 2) + later)
    called = label(INDEX.scenario, turn_start(INDEX.scenario, turn))
    assert f", by the end of {called}" in promise_text(INDEX, state, promise, "esa")
    assert _kept_after(state, turn - 1) == (promise,)
    assert _kept_after(state, turn) == ()


def test_it_is_told_who_stands_behind_an_office_and_who_fights_it() -> None:
    state = changed(opening(), nasa__faction__congress=ANGRY, nasa__faction__hawks=ANGRY - 1)
    told = dict(backing(INDEX, state, "nasa"))
    assert [who for who in told if "fights the office" in who] == [
        who for who, at in told.items() if at == str(ANGRY - 1)
    ]
    assert len(told) == len(INDEX.mandates["nasa"][2])
    about = [figure_words(CONTENT, path) for path in ("nasa.mandate", "nasa.faction.congress")]
    assert all(str(ANGRY) in figure.text for figure in about)

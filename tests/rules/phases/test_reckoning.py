"""The end of a turn: what is settled, and what opens."""

from __future__ import annotations

from dataclasses import replace

from game.rules.calendar import turn_start
from game.rules.draft import Draft
from game.rules.ledger import moved
from game.rules.phases import reckoning
from game.rules.state import Promise, State
from tests.words import said
from tests.worlds import INDEX, begin, changed, opening, with_deal


def _reckoned(state: State) -> Draft:
    draft = begin(state)
    reckoning.enter(draft)
    return draft


def test_a_turn_is_settled_and_the_next_one_opens() -> None:
    state = changed(opening(), nasa__treasury=10, nasa__capital=1)
    draft = _reckoned(state)
    assert moved(draft.changes, "nasa.treasury") == 120
    assert draft.figures["nasa.capital"] == 4
    assert draft.state.turn == 2
    assert draft.figures["date"] == turn_start(INDEX.scenario, 2)
    assert draft.figures["month"] == 3 and draft.figures["turns_left"] == 6
    assert draft.turned is not None


def test_deals_promises_and_options_are_settled_too() -> None:
    state = with_deal(changed(opening(), leak=400, option__us_reboost=0), "inspection")
    promise = Promise("esa", "roscosmos", "A quiet year", state.figures["date"])
    draft = _reckoned(replace(state, promises=(promise,)))
    assert moved(draft.changes, "leak") == -30
    assert draft.figures["esa.kept"] == 1
    assert draft.figures["option.us_reboost"] == 1


def test_the_last_turn_ends_the_run_instead() -> None:
    draft = _reckoned(replace(changed(opening(), tension=50), turn=8))
    assert draft.state.ending == "goodbye"
    assert draft.state.turn == 8 and draft.turned is None


def test_a_dismissed_chair_ends_the_run_before_any_other_ending() -> None:
    state = changed(opening(), nasa__faction__congress=0, nasa__faction__hawks=0, nasa__low=1)
    draft = _reckoned(replace(state, turn=8))
    assert draft.state.ending == "dismissed"


def test_a_successor_starts_with_some_good_will() -> None:
    state = changed(opening(), roscosmos__faction__kremlin=0, roscosmos__faction__corps=50,
                    roscosmos__low=1)  # fmt: skip
    draft = _reckoned(state)
    assert not draft.state.ending
    assert draft.state.words["roscosmos.leader"] == "roscosmos_next"
    assert draft.figures["roscosmos.faction.kremlin"] == 45
    assert draft.figures["roscosmos.faction.corps"] == 50
    told = [said(c.reason) for c in draft.changes if c.kind == "leader"]
    assert told == ["Roscosmos has a new head."]

"""Factions: likes, cooling moods, and the line under which an office falls."""

from __future__ import annotations

from game.rules import factions
from game.rules.decisions import Step
from game.rules.ledger import moved
from game.rules.state import State
from tests.small import CONTENT
from tests.worlds import begin, changed, done, opening, quiet, until, with_deal


def test_each_faction_moves_by_its_like_for_the_topic() -> None:
    draft = begin(opening())
    factions.mood(draft, "nasa", "defiance", 3)
    assert moved(draft.changes, "nasa.faction.congress") == 3
    assert moved(draft.changes, "nasa.faction.hawks") == 6
    factions.mood(draft, "nasa", "science", 3)
    assert moved(draft.changes, "nasa.faction.congress") == 3


def test_nobody_without_factions_has_moods() -> None:
    draft = begin(opening())
    factions.mood(draft, "", "defiance", 3)
    factions.mood(draft, "jaxa", "defiance", 3)
    assert not draft.changes


def test_moods_cool_a_point_towards_the_middle() -> None:
    draft = begin(changed(opening(), nasa__faction__congress=30, nasa__faction__hawks=80))
    factions.settle(draft, "nasa")
    assert draft.figures["nasa.faction.congress"] == 31
    assert draft.figures["nasa.faction.hawks"] == 79
    for rest in (factions.REST_LOW, factions.REST_HIGH):
        calm = begin(changed(opening(), esa__faction__members=rest))
        factions.settle(calm, "esa")
        assert not calm.changes


def _begrudged(state: State) -> int:
    draft = begin(state)
    factions.begrudge(draft, "nasa")
    return moved(draft.changes, "nasa.faction.hawks")


def test_deals_across_the_hatch_are_begrudged_when_the_capitals_quarrel() -> None:
    tense = changed(opening(), tension=factions.HEATED + 3 * factions.HEAT_A_POINT, month=6)
    across = with_deal(tense, "engines")
    among = with_deal(tense, "engines", parties=("nasa", "esa"))
    assert _begrudged(across) == -6
    assert _begrudged(among) == _begrudged(tense) == 0
    assert _begrudged(changed(across, tension=factions.HEATED)) == 0
    assert _begrudged(changed(across, month=7)) == 0


def test_two_turns_under_the_line_bring_an_office_down() -> None:
    draft = begin(changed(opening(), esa__faction__members=5))
    assert not factions.in_danger(draft, "esa")
    assert factions.in_danger(draft, "esa")
    draft.shift("esa.faction.members", 40)
    assert not factions.in_danger(draft, "esa")
    assert draft.figures["esa.low"] == 0


def _in_disgrace(chair: str) -> Step:
    """Play a turn out in which ESA has stood under the line once already."""
    state = until(opening(chair=chair), "table")
    draft = begin(state)
    draft.figures["esa.low"] = 1
    draft.figures["esa.faction.members"] = 2
    draft.weigh_mandate("esa")
    state = done(draft)
    turn = state.turn
    while state.turn == turn and not state.over:
        step = quiet(CONTENT, state)
        state = step.state
    return step


def test_the_named_chair_is_dismissed_and_the_run_ends() -> None:
    step = _in_disgrace("esa")
    assert step.state.ending == "dismissed"
    told = [c for c in step.changes if c.kind == "ending"]
    assert [(c.path, c.reason) for c in told] == [("dismissed", "Out.")]


def test_any_other_chair_gets_a_successor_and_a_new_start_at_home() -> None:
    step = _in_disgrace("nasa")
    state = step.state
    assert not state.over
    assert state.figures["esa.low"] == 0
    assert state.figures["esa.faction.members"] >= 44
    assert any(c.kind == "leader" for c in step.changes)


def test_home_tires_of_a_ladder_from_which_the_crews_were_called_back() -> None:
    for rung, moves in ((3, 0), (4, -2), (5, -2)):
        draft = begin(changed(opening(), nasa__rung=rung))
        factions.besiege(draft, "nasa")
        assert moved(draft.changes, "nasa.faction.congress") == moves  # -3 people, -1 money
    between = begin(changed(opening(), nasa__rung=5, month=4))
    factions.besiege(between, "nasa")
    assert not between.changes

"""Factions: likes, cooling moods, and the line under which an office falls."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from game.content.records import Weariness
from game.rules.decisions import Step
from game.rules.draft import Draft
from game.rules.home import factions
from game.rules.ledger import moved
from game.rules.messages import message, text
from game.rules.state import State
from tests.small import CAMPAIGN, CONTENT
from tests.words import said
from tests.worlds import begin, changed, done, index_with, opening, quiet, until, with_deal


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


WEARY = replace(
    CONTENT.scenarios[CAMPAIGN],
    weariness={
        "nasa": Weariness(date(2023, 1, 1), months=6, most=5),
        "esa": Weariness(date(2023, 1, 1), months=12, most=7),
    },
)
BEGINS = date(2023, 1, 1).toordinal()


def test_home_asks_for_a_point_more_each_time_so_many_months_are_over() -> None:
    assert factions.asks(WEARY, "nasa", BEGINS - 1) == 0
    assert [factions.asks(WEARY, "nasa", BEGINS + n) for n in (0, 179, 180, 360)] == [1, 1, 2, 3]
    assert [factions.asks(WEARY, "esa", BEGINS + n) for n in (0, 359, 360)] == [1, 1, 2]


def test_no_home_asks_for_more_than_the_most() -> None:
    assert factions.asks(WEARY, "nasa", BEGINS + 4000) == 5
    assert factions.asks(WEARY, "esa", BEGINS + 4000) == 7


def test_who_is_not_named_never_wearies() -> None:
    assert factions.asks(WEARY, "roscosmos", BEGINS + 3000) == 0


@given(st.integers(0, 4000), st.integers(0, 4000))
def test_home_never_asks_for_less_as_time_goes_on(one: int, other: int) -> None:
    early, late = sorted((one, other))
    assert factions.asks(WEARY, "nasa", BEGINS + early) <= factions.asks(
        WEARY, "nasa", BEGINS + late
    )


def _stirred(month: int, seed: int = 1, treasury: int = 4000) -> Draft:
    index = replace(index_with(), scenario=WEARY)
    state = changed(opening(), date=BEGINS + 200, month=month, nasa__treasury=treasury)
    state.seed = seed
    draft = Draft(index, state)
    factions.stir(draft, "nasa")
    return draft


@given(st.integers(0, 10_000))
def test_the_restless_faction_loses_for_all_as_the_turn_ends_and_its_home_was_told(
    seed: int,
) -> None:
    draft = _stirred(15, seed)
    name = draft.state.words["nasa.restless"]
    path = f"nasa.faction.{name}"
    unrest, told = draft.changes
    about = factions.about_of(draft.index, draft.state, "nasa")
    assert about is not None and about.faction == name
    points = about.points + 2
    assert (unrest.path, unrest.amount, unrest.seen) == ("nasa.unrest", points, ("nasa",))
    assert (told.kind, told.path, told.seen) == ("headline", path, ("nasa",))
    minds = text(about.name)
    assert told.reason == message("faction.restless", faction=name, about=minds, points=points)
    assert factions.restless(draft.state, "nasa") == (path, points)
    factions.weary(draft, "nasa")
    lost = [c for c in draft.changes if c.kind == "figure" and c.path == path]
    assert [(c.amount, c.cause) for c in lost] == [(-points, "rule:weary")]
    assert lost[0].reason == message("home.restless", faction=name, about=minds)
    withdrawn = message("faction.withdraws", faction=name, points=points)
    gone = [c for c in draft.changes if c.reason == withdrawn]
    assert [c.seen for c in gone] == [("nasa",)]
    assert moved(draft.changes, "nasa.mandate") < 0


def test_a_single_point_is_one_point_and_none_is_not_told() -> None:
    withdraws = [message("faction.withdraws", faction="congress", points=n) for n in (1, 2)]
    assert [said(one) for one in withdraws] == [
        "Congress withdraws 1 point of approval.",
        "Congress withdraws 2 points of approval.",
    ]
    draft = _stirred(15)
    path, points = factions.restless(draft.state, "nasa")
    draft.shift(path, -draft.figures[path])
    factions.weary(draft, "nasa")
    assert points
    assert not [
        c for c in draft.changes if c.reason.code == "faction.withdraws" and c.path == path
    ][1:]


def test_nobody_is_restless_between_quarters() -> None:
    draft = _stirred(15)
    factions.weary(draft, "nasa")
    draft.figures["month"] = 16
    factions.stir(draft, "nasa")
    assert draft.state.words["nasa.restless"] == ""
    before = len(draft.changes)
    factions.weary(draft, "nasa")
    assert len(draft.changes) == before
    assert factions.restless(draft.state, "nasa") == ("", 0)


@given(st.integers(0, 10_000), st.integers(-40, 40))
def test_what_the_restless_faction_gains_settles_as_much(seed: int, by: int) -> None:
    draft = _stirred(15, seed)
    path, points = factions.restless(draft.state, "nasa")
    for other, _, _ in draft.index.factions["nasa"]:
        draft.shift(other, 3 if other != path else 0)
    assert draft.figures["nasa.unrest"] == points
    gained = draft.shift(path, by)
    assert draft.figures["nasa.unrest"] == max(0, points - max(0, gained))
    before, held = draft.figures["nasa.unrest"], draft.figures[path]
    factions.mood(draft, "nasa", "defiance", 3)
    risen = max(0, draft.figures[path] - held)
    assert draft.figures["nasa.unrest"] == max(0, before - risen), "moods settle as well"


@given(st.integers(0, 10_000), st.integers(-40, 40))
def test_what_of_the_unrest_is_settled_is_not_withdrawn(seed: int, by: int) -> None:
    draft = _stirred(15, seed)
    path, points = factions.restless(draft.state, "nasa")
    draft.figures[path] = 100
    draft.shift("nasa.unrest", by)
    assert factions.restless(draft.state, "nasa")[1] == max(0, points + by)
    factions.weary(draft, "nasa")
    assert draft.figures[path] == 100 - max(0, points + by)
    assert draft.figures["nasa.unrest"] == 0


@given(st.integers(0, 10_000), st.integers(0, 3))
def test_a_faction_withdraws_no_more_than_it_has_and_not_twice_running(seed: int, low: int) -> None:
    draft = _stirred(15, seed)
    last = draft.state.words["nasa.restless"]
    factions.weary(draft, "nasa")
    draft.figures.update({path: low for path, _, _ in draft.index.factions["nasa"]})
    factions.stir(draft, "nasa")
    now = draft.state.words["nasa.restless"]
    assert draft.figures["nasa.unrest"] == (min(low, 8) if now else 0)
    assert now == ("" if 2 * low < 6 else (({"congress", "hawks"} - {last}).pop()))


def test_unrest_while_nobody_is_restless_passes() -> None:
    draft = begin(changed(opening(), nasa__unrest=30))
    before = {path: draft.figures[path] for path, _, _ in draft.index.factions["nasa"]}
    factions.weary(draft, "nasa")
    assert {path: draft.figures[path] for path in before} == before
    assert draft.figures["nasa.unrest"] == 0


def test_each_faction_has_its_turn_to_be_restless() -> None:
    found = {_stirred(15, seed).state.words["nasa.restless"] for seed in range(60)}
    assert found == {name for _, _, name in index_with().factions["nasa"]}


@given(st.integers(0, 10_000))
def test_a_faction_with_hardly_anything_to_withdraw_is_not_heard(seed: int) -> None:
    index = replace(index_with(), scenario=WEARY)
    names = [name for _, _, name in index.factions["nasa"]]
    state = changed(opening(), date=BEGINS + 200, month=15, nasa__treasury=4000)
    state.seed = seed
    for path, _, name in index.factions["nasa"]:
        state.figures[path] = 2 if name == names[0] else 3
    draft = Draft(index, state)
    factions.stir(draft, "nasa")
    assert draft.state.words["nasa.restless"] == names[1]
    draft.figures.update({path: 0 for path, _, _ in index.factions["nasa"]})
    factions.stir(draft, "nasa")
    assert draft.state.words["nasa.restless"] == ""


@given(st.integers(0, 10_000), st.integers(0, 3999))
def test_where_nothing_is_open_nobody_is_restless(seed: int, treasury: int) -> None:
    draft = _stirred(15, seed, treasury)
    assert not any(holds(draft.state, {}) for _, _, holds in draft.index.grievances["nasa"])
    assert factions.restless(draft.state, "nasa") == ("", 0)
    assert factions.about_of(draft.index, draft.state, "nasa") is None
    assert not draft.changes


@given(st.integers(0, 10_000))
def test_what_is_settled_is_told_and_nothing_is_withdrawn(seed: int) -> None:
    draft = _stirred(15, seed)
    path, points = factions.restless(draft.state, "nasa")
    about = factions.about_of(draft.index, draft.state, "nasa")
    assert about is not None and points
    draft.figures["nasa.standing"], draft.figures["nasa.treasury"] = 89, 3999
    assert factions.is_settled(draft.index, draft.state, about, "nasa") == (about.settled is None)
    draft.figures["nasa.standing"] = 90
    mandate, before = draft.figures["nasa.mandate"], draft.figures[path]
    assert factions.left(draft.index, draft.state, "nasa") == mandate
    factions.weary(draft, "nasa")
    assert (draft.figures[path], draft.figures["nasa.unrest"]) == (before, 0)
    told = message("faction.settled", faction=about.faction, about=text(about.name))
    assert [c.seen for c in draft.changes if c.reason == told] == [("nasa",)]


def test_the_restless_faction_is_told_from_what_old_saves_leave_open() -> None:
    draft = _stirred(15)
    del draft.own("words")["nasa.about"]
    before = dict(draft.figures)
    factions.weary(draft, "nasa")
    assert draft.figures["nasa.unrest"] == 0
    assert draft.figures["nasa.mandate"] == before["nasa.mandate"]


@given(st.integers(0, 10_000), st.integers(0, 100), st.integers(0, 100))
def test_what_is_left_of_a_mandate_is_what_comes_of_it(seed: int, one: int, other: int) -> None:
    draft = _stirred(15, seed)
    draft.figures.update({"nasa.faction.congress": one, "nasa.faction.hawks": other})
    draft.weigh_mandate("nasa")
    foreseen = factions.left(draft.index, draft.state, "nasa")
    factions.weary(draft, "nasa")
    assert draft.figures["nasa.mandate"] == foreseen


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
    assert [(c.path, c.reason) for c in told] == [("dismissed", text("Out."))]


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

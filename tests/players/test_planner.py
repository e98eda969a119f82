"""The planner looks ahead within its budget, from its view, and without a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from random import Random
from typing import ClassVar

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.records import Content
from game.errors import IllegalDecision
from game.players import Move, Peacemaker, Planner
from game.players.planner import PEACE, PLAIN, Goals
from game.players.planner.goals import capital, value
from game.players.planner.rollouts import IMPOSSIBLE, KEPT, Lookahead, Outlook, still_open
from game.players.planner.worlds import imagined, muted
from game.rules.decisions import Decision
from game.rules.figures import about_word
from game.rules.legality import options, why_not
from game.rules.state import Scheduled, Slot, State, Term
from game.rules.turn import apply, started
from game.rules.view import view
from tests.small import CONTENT
from tests.worlds import INDEX, changed, decide, opening, until, with_deal

ENOUGH = 10_000
DAY = date(2024, 1, 1).toordinal()


class Brief(Planner):
    """A planner with little patience, so that tests are quick."""

    name: ClassVar[str] = "brief"
    budget: ClassVar[Mapping[str, int]] = dict.fromkeys(Planner.budget, 60)
    rollouts: ClassVar[int] = 2


def _seen(state: State) -> State:
    return view(CONTENT, state, state.queue[0].chair)


def _move(state: State, player: Planner | None = None, content: Content = CONTENT) -> Move:
    seen = _seen(state)
    return (player or Brief()).decide(content, seen, options(content, seen), Random(1))


def _look(state: State, budget: int = ENOUGH, goals: Goals = PLAIN) -> Lookahead:
    return Lookahead(CONTENT, _seen(state), goals, Random(1), budget)


def test_it_plays_whole_games_by_the_rules() -> None:
    state = opening()
    taken = 0
    while not state.over and taken < 120:
        move = _move(state)
        assert not why_not(CONTENT, _seen(state), move.decision)
        state = apply(CONTENT, state, move.decision).state
        taken += 1
    assert state.turn > 2


@given(st.lists(st.lists(st.integers(-9, 9), min_size=2, max_size=2), min_size=1, max_size=9))
def test_a_move_that_another_led_in_every_world_is_left_aside(worths: list[list[int]]) -> None:
    outlooks = [Outlook(Decision("nasa", "card", str(n)), row) for n, row in enumerate(worths)]
    best, *rivals = still_open(outlooks)
    assert best.mean == max(one.mean for one in outlooks)
    assert all(any(a > b for a, b in zip(one.worths, best.worths, strict=True)) for one in rivals)
    ahead = [
        one for one in outlooks if any(a > b for a, b in zip(one.worths, best.worths, strict=True))
    ]
    assert len(rivals) == len(ahead) or len(outlooks) > KEPT


def test_its_dice_alone_make_the_difference() -> None:
    state = until(opening(), "agenda", "nasa")
    other = replace(state, seed=state.seed + 1, scheduled=(Scheduled("letter", 1),))
    assert _move(other) == _move(state)


@pytest.mark.parametrize("kind", ["card", "agenda", "table"])
def test_it_keeps_to_its_budget(kind: str) -> None:
    state = until(opening(), kind)
    look = _look(state, budget=200)
    moves = [o.decision for o in options(CONTENT, _seen(state)) if o.legal and not o.decision.terms]
    moves = [move for move in moves if move.pick != "offer"][:4]
    look.compare(moves, turns=1, most=50)
    assert 0 < look.spent <= 200 + 4 * 30


def test_more_rollouts_are_made_where_the_budget_lets_them() -> None:
    state = until(opening(), "card", "nasa")
    moves = [o.decision for o in options(CONTENT, _seen(state)) if o.legal]
    ranked = _look(state).compare(moves, turns=1, most=4)
    assert max(len(outlook.worths) for outlook in ranked) == 4
    assert [o.mean for o in ranked] == sorted((o.mean for o in ranked), reverse=True)


def test_what_isnt_on_the_desk_never_happens() -> None:
    state = until(opening(), "agenda", "nasa")
    quiet = muted(INDEX, _seen(state), "nasa")
    assert quiet.conditions.keys() == quiet.content.events.keys()
    assert not quiet.dated and not quiet.drawn
    assert not any(condition(state, {}) for condition in quiet.conditions.values())
    assert quiet.promises == INDEX.promises
    assert muted(INDEX, _seen(state), "nasa") is quiet


def test_what_is_on_the_desk_stays_as_it_is() -> None:
    state = until(opening(), "card", "nasa")
    shown = state.queue[0].subject
    quiet = muted(INDEX, _seen(state), "nasa")
    assert quiet.conditions.get(shown) is INDEX.conditions.get(shown)
    for mine, theirs in ((quiet.dated, INDEX.dated), (quiet.drawn, INDEX.drawn)):
        for turn, events in theirs.items():
            assert [e.id for e in mine.get(turn, ())] == [e.id for e in events if e.id == shown]


def test_an_imagined_world_fills_in_what_is_unknown() -> None:
    state = until(opening(), "agenda", "nasa")
    seen = _seen(state)
    one, other = (imagined(INDEX, seen, "nasa", Random(n)) for n in (1, 2))
    assert one.seed != other.seed and one.scheduled == ()
    assert one.figures["nasa.treasury"] == seen.figures["nasa.treasury"]
    belief = seen.knowledge["nasa"]["roscosmos.treasury"]
    drawn = one.figures["roscosmos.treasury"]
    assert abs(drawn - belief.estimate) <= belief.spread
    assert one.figures != other.figures


def test_cards_on_other_desks_are_left_out() -> None:
    state = replace(
        until(opening(), "agenda", "nasa"),
        queue=(Slot("agenda", "nasa"), Slot("card", "esa", "letter"), Slot("agenda", "esa")),
    )
    world = imagined(INDEX, _seen(state), "nasa", Random(1))
    assert [slot.kind for slot in world.queue] == ["agenda", "agenda"]


def test_the_other_answer_to_a_dilemma_is_guessed() -> None:
    event = next(e for e in CONTENT.events.values() if e.results)
    one, other = event.between
    state = replace(
        opening(), queue=(Slot("dilemma", one, event.id), Slot("dilemma", other, event.id))
    )
    answers = {
        sealed.choice
        for n in range(20)
        for sealed in imagined(INDEX, _seen(state), one, Random(n)).sealed
        if sealed.chair == other
    }
    assert len(answers) > 1
    assert _move(state).decision.kind == "dilemma"


def test_what_a_world_forbids_is_worth_nothing() -> None:
    state = until(opening(), "agenda", "nasa")
    look = _look(state)
    world = look.world()
    impossible = Decision("nasa", "agenda", "no_such_thing")
    with pytest.raises(IllegalDecision):
        started(look.index, world, impossible)
    assert look.at_once(world, impossible) == IMPOSSIBLE
    assert look.spent == 0


def test_offers_are_made_that_the_other_side_signs() -> None:
    state = until(opening(), "table", "nasa")
    moves = []
    for trust in (60, 90):
        friendly = changed(state, nasa__trust__roscosmos=trust, roscosmos__trust__nasa=trust,
                           nasa__trust__esa=trust, esa__trust__nasa=trust, tension=40)  # fmt: skip
        moves.append(_move(friendly, Peacemaker()).decision)
    assert any(move.pick == "offer" and move.terms for move in moves)


def test_it_answers_offers_and_counter_offers() -> None:
    table = until(opening(), "table", "roscosmos")
    offered = decide(table, "offer", "nasa", Term("seat_swap", 3, "roscosmos")).state
    move = _move(offered).decision
    assert move.pick in ("accept", "decline", "counter")
    countered = decide(offered, "counter", "", Term("seat_swap", 2, "roscosmos")).state
    assert _move(countered).decision.pick in ("accept", "decline")


def test_value_prefers_the_better_state() -> None:
    state = opening()
    base = value(INDEX, state, "nasa", PLAIN)
    assert value(INDEX, changed(state, nasa__science=70), "nasa", PLAIN) > base
    assert value(INDEX, changed(state, supplies=20), "nasa", PLAIN) < base
    assert value(INDEX, changed(state, roscosmos__commitment=2022), "nasa", PLAIN) < base
    assert value(INDEX, replace(state, ending="empty"), "nasa", PLAIN) < base
    assert value(INDEX, with_deal(state, "seat_swap"), "nasa", PLAIN) > base
    rich = changed(state, nasa__treasury=5000)
    restless = changed(rich, nasa__unrest=20)
    about = {"nasa.restless": "congress", about_word("nasa"): "idle_money"}
    restless.words = {**state.words, **about}
    assert value(INDEX, restless, "nasa", PLAIN) < value(INDEX, rich, "nasa", PLAIN)
    shut = replace(state, words={**state.words, "hatch": "closed"})
    assert value(INDEX, shut, "nasa", PLAIN) < base


def test_what_can_end_a_run_any_day_cuts_it_short_on_its_last_too() -> None:
    state = replace(opening(), turn=INDEX.scenario.turns)
    ends = {one.last: one.id for one in INDEX.content.endings.values()}
    worths = {
        last: value(INDEX, replace(state, ending=name), "nasa", PLAIN)
        for last, name in ends.items()
    }
    assert worths[False] == worths[True] + PLAIN.cut_short


def test_a_half_is_worth_more_care_as_age_takes_more() -> None:
    young, old = (replace(changed(opening(), date=day), turn=1) for day in (DAY, DAY + 6 * 365))
    assert _of_a_point(old) > _of_a_point(young) > 0


def _of_a_point(state: State) -> int:
    worn = changed(state, integrity_usos=69)
    return value(INDEX, changed(state, integrity_usos=70), "nasa", PLAIN) - value(
        INDEX, worn, "nasa", PLAIN
    )


def test_goals_weigh_the_legacies() -> None:
    state = opening()
    peace, power = changed(state, nasa__peace=60), changed(state, nasa__power_legacy=60)
    assert value(INDEX, peace, "nasa", PEACE) > value(INDEX, power, "nasa", PEACE)
    mine = Goals(legacies={**PLAIN.legacies, "power_legacy": 300})
    assert value(INDEX, power, "nasa", mine) > value(INDEX, peace, "nasa", mine)


def test_capital_is_worth_less_the_more_is_held() -> None:
    gains = [capital(n + 1) - capital(n) for n in range(6)]
    assert gains == sorted(gains, reverse=True) and gains[0] > gains[-1] > 0

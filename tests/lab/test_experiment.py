from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from game.content.records import Content
from game.errors import UsageError
from game.lab.experiment import Packs, content_of, play, run_games
from game.lab.rows import Row, tracked
from game.rules.calendar import turn_of
from game.rules.index import index_of
from game.session import PERSON, Session
from tests.lab.world import CHAIRS, SHORT, TURNS, experiment, short
from tests.small import CAMPAIGN

MOST_BYTES = 20_000


def test_rows_come_by_seed_and_differ(rows: tuple[Row, ...]) -> None:
    assert [row.seed for row in rows] == list(range(1, len(rows) + 1))
    assert len({row.curves for row in rows}) > 1


def test_two_processes_find_what_one_finds(rows: tuple[Row, ...]) -> None:
    with ProcessPoolExecutor(2) as executor:
        assert run_games(experiment(len(rows)), executor) == rows


def test_any_executor_will_do(rows: tuple[Row, ...]) -> None:
    with ThreadPoolExecutor(1) as executor:
        assert run_games(experiment(3), executor) == rows[:3]


def test_watching_changes_nothing(rows: tuple[Row, ...]) -> None:
    setup = replace(experiment().setup, seed=rows[0].seed)
    session = Session(SHORT, setup, dict.fromkeys(CHAIRS, "random"))
    session.play_others()
    state, row = session.state, rows[0]
    assert (row.ending, row.turns, row.decisions) == (
        state.ending, state.turn, len(session.decisions),
    )  # fmt: skip
    names = tracked(index_of(SHORT, CAMPAIGN))
    assert row.curves[-1] == tuple(state.figures[name] for name in names)
    assert set(row.events) == set(state.fired)


def test_a_tick_is_told_how_many_have_come() -> None:
    ticks: list[int] = []
    run_games(experiment(3), tick=ticks.append)
    assert ticks == [1, 2, 3]


def test_curves_have_a_point_a_turn_and_one_for_the_end(rows: tuple[Row, ...]) -> None:
    for row in rows:
        assert len(row.curves) == row.turns + 1
        assert row.turns <= TURNS


def test_kept_needs_the_last_turn_people_and_open_hatches(rows: tuple[Row, ...]) -> None:
    aboard = tracked(index_of(SHORT, CAMPAIGN)).index("aboard")
    assert any(row.kept for row in rows)
    for row in rows:
        if row.kept:
            assert row.turns == TURNS
            assert row.curves[-1][aboard] > 0


def test_a_chair_that_is_dismissed_is_counted() -> None:
    hated = {f"{CHAIRS[0]}.faction.{name}": 0 for name in ("congress", "hawks")}
    scenario = SHORT.scenarios[CAMPAIGN]
    gloomy = replace(scenario, figures={**scenario.figures, **hated})
    content = replace(SHORT, scenarios={CAMPAIGN: gloomy})
    row = play(replace(experiment(player="historical"), load=lambda: content), 1)
    assert row.ending == "dismissed"
    assert row.dismissals == {CHAIRS[0]: 1}
    assert not row.kept


def test_rows_stay_small(rows: tuple[Row, ...]) -> None:
    assert max(len(pickle.dumps(row)) for row in rows) < MOST_BYTES


def test_content_is_loaded_once() -> None:
    loads: list[int] = []

    def load() -> Content:
        loads.append(1)
        return short()

    for seed in (1, 2):
        play(replace(experiment(), load=load), seed)
    assert loads == [1]


def test_packs_load_the_games_own_content_and_travel(base: Content) -> None:
    packs = Packs((Path("somewhere"),))
    assert pickle.loads(pickle.dumps(packs)) == packs
    assert hash(Packs()) == hash(Packs(()))
    assert sorted(content_of(Packs()).events) == sorted(base.events)


@pytest.mark.parametrize("player", ["nobody", PERSON])
def test_only_players_of_the_roster_can_play(player: str) -> None:
    with pytest.raises(UsageError, match=r"(?i)player"):
        run_games(experiment(1, player))


def test_errors_come_out_of_processes_too() -> None:
    with ProcessPoolExecutor(1) as executor, pytest.raises(UsageError):
        run_games(experiment(2, "nobody"), executor)


def test_events_are_dated_by_the_turn_whose_day_they_bear(rows: tuple[Row, ...]) -> None:
    setup = replace(experiment().setup, seed=rows[0].seed)
    session = Session(SHORT, setup, dict.fromkeys(CHAIRS, "random"))
    session.play_others()
    fired = {
        event: turn_of(SHORT.scenarios[CAMPAIGN], d) for event, d in session.state.fired.items()
    }
    first = rows[0].first
    assert set(first) == set(fired)
    once = [event for event in fired if SHORT.events[event].once]
    assert once
    assert all(first[event] == fired[event] for event in once)
    assert all(first[event] <= fired[event] for event in fired)

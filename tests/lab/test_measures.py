from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.lab.measures import Edge, Mean, Measures, mean_of, measure, possible_events, quartiles
from game.lab.rows import Row
from game.rules.index import index_of
from tests.lab.world import CHAIRS, SHORT, TURNS
from tests.small import CAMPAIGN


def test_endings_sum_to_the_games(found: Measures, rows: tuple[Row, ...]) -> None:
    assert found.games == len(rows) == sum(found.endings.values())
    assert set(SHORT.endings) <= set(found.endings)


def test_nothing_is_taken_more_often_than_it_was_open(found: Measures) -> None:
    for tally in (*found.choices.values(), *found.actions.values()):
        assert 0 <= tally.alone <= tally.taken <= tally.open
    for firing in found.events.values():
        assert firing.games <= min(firing.times, found.games)


def test_sums_are_those_of_the_rows(found: Measures, rows: tuple[Row, ...]) -> None:
    for key, tally in found.choices.items():
        assert tally.taken == sum(r.choices[key].taken for r in rows if key in r.choices)
    for key, bargain in found.clauses.items():
        mine = [r.clauses[key] for r in rows if key in r.clauses]
        assert bargain.signed == sum(one.signed for one in mine)
        assert bargain.ratified == sum(one.ratified for one in mine)
        assert bargain.fallen == sum(one.fallen for one in mine)
    for key, firing in found.events.items():
        assert firing.times == sum(r.events.get(key, 0) for r in rows)
    assert sum(found.talks.values()) == sum(sum(r.talks.values()) for r in rows)


def test_what_never_came_up_is_there_with_zeros(rows: tuple[Row, ...]) -> None:
    bare = [replace(row, events={}, choices={}, actions={}, clauses={}) for row in rows]
    empty = measure(bare, SHORT, CAMPAIGN)
    for table in (empty.events, empty.choices, empty.actions, empty.clauses):
        assert table
    assert not any(tally.open for tally in empty.choices.values())
    assert empty.seen.mean == 0


def test_events_beyond_the_scenarios_time_are_no_part_of_it() -> None:
    late = replace(next(e for e in SHORT.events.values() if e.day), id="late", day=800_000)
    late = replace(late, first_day=None, last_day=None)
    content = replace(SHORT, events={**SHORT.events, "late": late})
    known = possible_events(index_of(content, CAMPAIGN))
    assert "late" not in known
    assert set(known) <= set(content.events)


def test_chairs_have_their_legacies_and_mandates(found: Measures, rows: tuple[Row, ...]) -> None:
    assert list(found.legacies) == list(found.mandates) == list(CHAIRS)
    for legacies in found.legacies.values():
        assert all(0 <= mean.mean <= 100 for mean in legacies.values())


def test_curves_are_ordered_quartiles_of_games_still_running(found: Measures) -> None:
    for points in found.curves.values():
        assert [point.turn for point in points] == list(range(1, len(points) + 1))
        assert len(points) <= TURNS + 1
        assert points[0].games == found.games
        for point in points:
            assert point.low <= point.middle <= point.high


def test_edges_are_shares_of_the_turns(rows: tuple[Row, ...]) -> None:
    index = index_of(SHORT, CAMPAIGN)
    low, high = index.bounds["tension"]
    flat = [replace(row, curves=tuple((low, *m[1:]) for m in row.curves)) for row in rows]
    assert measure(flat, SHORT, CAMPAIGN).edges["tension"] == Edge(1, 0)
    full = [replace(row, curves=tuple((high, *m[1:]) for m in row.curves)) for row in rows]
    assert measure(full, SHORT, CAMPAIGN).edges["tension"] == Edge(0, 1)


def test_the_order_of_rows_changes_nothing(found: Measures, rows: tuple[Row, ...]) -> None:
    assert measure(iter(rows[::-1]), SHORT, CAMPAIGN) == found


def test_a_mean_has_the_error_of_its_sample() -> None:
    mean = mean_of([1, 3])
    assert mean.mean == 2
    assert mean.error == pytest.approx(1)
    assert mean_of([7]) == Mean(7, None)


@given(st.lists(st.integers(-1000, 1000), min_size=1))
def test_quartiles_are_values_that_split_the_order(values: list[int]) -> None:
    low, middle, high = quartiles(Counter(values))
    assert {low, middle, high} <= set(values)
    for point, share in ((low, 1), (middle, 2), (high, 3)):
        assert 4 * sum(value < point for value in values) <= share * len(values)
        assert 4 * sum(value > point for value in values) <= (4 - share) * len(values) + 3

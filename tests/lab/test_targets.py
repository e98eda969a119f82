from __future__ import annotations

from dataclasses import replace

import pytest

from game.lab.experiment import run_games
from game.lab.liking import Like, liked
from game.lab.rows import Row, Tally, tracked
from game.lab.targets import (
    LADDER,
    PEACEFUL,
    QUARRELSOME,
    RECORD,
    Target,
    experiments,
    line_ups,
    lines,
    targets,
)
from game.rules.index import index_of
from game.rules.setup import Setup
from tests.lab.world import CHAIRS, SHORT, experiment, short
from tests.small import CAMPAIGN

NAMES = tracked(index_of(SHORT, CAMPAIGN))
Table = dict[tuple[str, str], tuple[Row, ...]]


@pytest.fixture(scope="module")
def row() -> Row:
    """Return the row of a game."""
    return run_games(experiment(1))[0]


def _with(row: Row, chair: str, points: int, kept: bool = False) -> Row:
    """Return a row at whose end a chair's peace has so many points."""
    end = list(row.curves[-1])
    end[NAMES.index(f"{chair}.peace")] = points
    return replace(row, kept=kept, curves=(*row.curves[:-1], tuple(end)))


def _table(row: Row, kept: dict[str, tuple[bool, bool]]) -> Table:
    """Return two games a line-up, players the better the further up the ladder they stand."""
    found: Table = {}
    for chair, player, _ in line_ups(SHORT.scenarios[CAMPAIGN]):
        points = 40 * LADDER.index(player) if player in LADDER else 0
        one, other = kept.get(player, (False, False))
        found[chair, player] = (
            _with(row, chair, points, one),
            _with(row, chair, points + 1, other),
        )
    return found


def _held(table: Table, words: str) -> list[bool]:
    found = targets(SHORT, CAMPAIGN, table)
    return [target.held for target in found if words in target.text]


def test_each_chair_meets_each_player_and_the_record_plays_once() -> None:
    found = list(line_ups(SHORT.scenarios[CAMPAIGN]))
    assert len(found) == len(CHAIRS) * (len(LADDER) + 2) + 1
    for chair, player, seats in found:
        assert seats[chair] == player
        others = {who for seat, who in seats.items() if seat != chair}
        assert others == ({RECORD} if player == RECORD else {"diplomat"})


def test_the_chair_on_trial_is_the_one_whose_dismissal_ends_the_run() -> None:
    made = list(experiments(SHORT, Setup(CAMPAIGN, "", 5), 3, short))
    assert {e.setup.chair for _, e in made} == set(CHAIRS)
    assert all(e.seats[e.setup.chair] == player for player, e in made)
    assert all(list(e.seeds) == [5, 6, 7] for _, e in made)


def test_better_players_must_score_clearly_more(row: Row) -> None:
    table = _table(row, {})
    assert _held(table, "beats") == [True] * (2 * len(CHAIRS))
    table[CHAIRS[0], "planner"] = table[CHAIRS[0], "random"]
    assert _held(table, f"{CHAIRS[0]}: planner beats") == [False]


def test_random_play_must_lose_the_station_and_peaceful_play_keep_it(row: Row) -> None:
    good = _table(row, {PEACEFUL: (True, False)})
    assert all(_held(good, "random play keeps"))
    assert all(_held(good, "a planner for peace"))
    bad = _table(row, {"random": (True, False), PEACEFUL: (True, True)})
    assert not any(_held(bad, "random play keeps"))
    assert not any(_held(bad, "a planner for peace"))


def test_chairs_must_not_lie_apart(row: Row) -> None:
    table = _table(row, {PEACEFUL: (True, False)})
    assert _held(table, "the chairs lie") == [True]
    table[CHAIRS[0], PEACEFUL] = tuple(replace(r, kept=True) for r in table[CHAIRS[0], PEACEFUL])
    assert _held(table, "the chairs lie") == [False]


def test_an_ending_that_nobody_meets_fails(row: Row) -> None:
    found = targets(SHORT, CAMPAIGN, _table(row, {}))
    held = {t.text.split()[1]: t.held for t in found if t.text.startswith("ending ")}
    assert set(held) == set(SHORT.endings)
    assert [ending for ending, ok in held.items() if ok] == [row.ending]


def test_lines_carry_the_mark_and_the_measure() -> None:
    found = [Target("a", "1", True), Target("b", "2", False)]
    assert list(lines(found, lambda held: "yes" if held else "no")) == [
        "yes     a: 1",
        "no      b: 2",
    ]


def _liking(row: Row, favourite: int) -> Row:
    """Return a row in which two answers of a desk were taken, one of them so many times of 20."""
    chair = CHAIRS[0]
    choices = {
        f"a_card/{chair}/one": Tally(21, favourite + 1, 1),  # once alone, which is no choice
        f"a_card/{chair}/two": Tally(20, 20 - favourite),
        f"a_card/{CHAIRS[1]}/one": Tally(40, 40),  # of a player who isn't asked about
    }
    actions = {f"{chair}/liked": Tally(30, favourite), f"{chair}/seldom_open": Tally(10, 10)}
    return replace(row, choices=choices, actions=actions)


def test_an_action_out_of_its_band_fails(row: Row) -> None:
    best = LADDER[-1]
    for favourite, held in ((20, False), (12, True), (0, False)):
        table = _table(row, {})
        for chair in CHAIRS:
            table[chair, best] = (replace(row, choices={}, actions={}),)
        table[CHAIRS[0], best] = (_liking(row, favourite),)
        assert _held(table, "/liked in") == [held]
        assert not _held(table, "seldom_open")


def test_a_desk_is_no_choice_where_players_who_want_different_things_take_one_answer(
    row: Row,
) -> None:
    first = CHAIRS[0]
    nothing = replace(row, choices={}, actions={})
    for others, held in ((20, False), (10, True), (0, True)):
        table: Table = dict.fromkeys(_table(row, {}), (nothing,))
        table[first, LADDER[-1]] = (_liking(row, 20),)
        assert not _held(table, "get one answer")  # one player alone tells nothing
        table[first, PEACEFUL] = table[first, QUARRELSOME] = (_liking(row, others),)
        assert _held(table, "get one answer") == [held]
    whole = _liking(row, 20)
    desk = f"a_card/{first}"
    (like,) = liked({"one": {first: (whole,)}, "two": {first: (_liking(row, 10),) * 3}})
    assert like == Like(desk, 80, 0.75)  # players count alike


def test_the_record_must_keep_its_offices(row: Row) -> None:
    fell = replace(row, dismissals={CHAIRS[0]: 0, CHAIRS[1]: 1})
    held = replace(row, dismissals=dict.fromkeys(CHAIRS, 0))
    table = _table(row, {})
    table[CHAIRS[0], RECORD] = (fell, held)
    assert _held(table, "no office falls") == [True]
    table[CHAIRS[0], RECORD] = (fell, fell, held)
    assert _held(table, "no office falls") == [False]


def test_what_was_not_played_is_not_told(row: Row) -> None:
    whole = _table(row, {})
    some = {key: rows for key, rows in whole.items() if key == (CHAIRS[0], "random")}
    assert [t.text.split(":")[0] for t in targets(SHORT, CAMPAIGN, some)] == [CHAIRS[0]]
    del whole[CHAIRS[1], PEACEFUL]
    told = " ".join(t.text for t in targets(SHORT, CAMPAIGN, whole))
    assert "the chairs lie" not in told and "ending " not in told
    assert f"{CHAIRS[0]}: a planner for peace" in told

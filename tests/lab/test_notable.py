from __future__ import annotations

from dataclasses import replace

from game.lab.measures import Edge, Firing, Measures
from game.lab.notable import ENOUGH, share_taken, stand_outs
from game.lab.rows import Bargain, Tally


def _balanced(found: Measures) -> Measures:
    """Return measures in which nothing stands out."""
    return replace(
        found, endings={"a": 1}, events={"e": Firing(1, 1)}, choices={}, actions={},
        clauses={"c": Bargain(9, 9, 1, 1)}, edges={},
    )  # fmt: skip


def test_balance_stands_out_nowhere(found: Measures) -> None:
    assert not any(stand_outs(_balanced(found)).values())


def test_limits_hold_only_for_what_was_open_enough(found: Measures) -> None:
    few, enough = ENOUGH - 1, ENOUGH
    choices = {
        "e/x/always": Tally(enough, enough), "e/x/never": Tally(enough, 0),
        "e/x/half": Tally(enough, enough // 2), "e/x/rare": Tally(few, 0),
        "e/x/locked": Tally(), "unseen/x/locked": Tally(),
        "e/x/forced": Tally(enough, enough, enough),
    }  # fmt: skip
    said = stand_outs(replace(_balanced(found), choices=choices))
    assert [s.split()[0] for s in said["choices taken too often"]] == ["e/x/always"]
    assert [s.split()[0] for s in said["choices hardly ever taken"]] == ["e/x/never"]
    assert said["choices never open though their card came"] == ["e/x/locked"]


def test_actions_have_limits_of_their_own(found: Measures) -> None:
    actions = {"x/often": Tally(100, 41), "x/fine": Tally(100, 40), "x/shut": Tally()}
    said = stand_outs(replace(_balanced(found), actions=actions))
    assert said["actions taken too often"] == ["x/often 41.0% of 100"]
    assert said["actions hardly ever taken"] == []
    assert said["actions never open"] == ["x/shut"]


def test_the_silent_the_unsigned_and_the_stuck_are_named(found: Measures) -> None:
    dull = replace(
        _balanced(found),
        endings={"a": 1, "b": 0},
        events={"e": Firing(0, 0)},
        clauses={"c": Bargain(7, 3, 5, 5, 0, 5), "d": Bargain(7, 3, 2, 0, 1)},
        edges={"tension": Edge(0.5, 0.3), "leak": Edge(0.2, 0.2), "nasa.rung": Edge(1, 0)},
    )
    said = stand_outs(dull)
    assert said["endings never reached"] == ["b"]
    assert said["events that never fire"] == ["e"]
    assert said["clauses never signed"] == ["c (possible 7, offered 3)"]
    assert said["clauses that home never passed"] == ["d (signed 2, fallen 1)"]
    assert said["figures stuck on a bound"] == [
        "tension at its floor in 50% of turns",
        "tension at its ceiling in 30% of turns",
    ]


def test_a_share_leaves_out_what_had_no_alternative() -> None:
    assert share_taken(Tally(10, 6, 2)) == 0.5
    assert share_taken(Tally(2, 2, 2)) is None

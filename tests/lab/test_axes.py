"""What cards turn on, by the signs of what their choices move."""

from __future__ import annotations

import pytest

from game.content.records import Content, Mood, Shift, Spend
from game.lab.axes import USUAL, axis, choices, everybody, opposed, share, table, turns_on, weigh


@pytest.mark.parametrize(
    ("path", "chair", "thing"),
    [
        ("roscosmos.trust.nasa", "nasa", ("the other half", 1)),
        ("trust.roscosmos", "nasa", ("the other half", 1)),
        ("esa.trust.nasa", "nasa", ("a third partner", 1)),
        ("nasa.trust.esa", "esa", ("a third partner", 1)),
        ("nasa.trust.roscosmos", "esa", ("the other half", 1)),
        ("tension", "roscosmos", ("the other half", -1)),
        ("faction.kremlin", "roscosmos", ("strength at home", 1)),
        ("option.european_ship", "esa", ("ships to come", 1)),
        ("esa.science", "nasa", ("", 0)),
        ("leak", "nasa", ("the metal", -1)),
    ],
)
def test_a_figure_stands_for_a_thing(path: str, chair: str, thing: tuple[str, int]) -> None:
    assert axis(path, chair) == thing


def test_what_is_spent_is_money_lost_and_moods_are_what_they_please() -> None:
    effects = (Spend(20), Spend(5, -1), Mood("power", 2), Mood("defiance", -1), Shift("tension", 3))
    assert weigh(effects, "nasa") == {"money": -15, "strength at home": 1, "the other half": -3}


def test_only_what_is_better_here_and_worse_there_is_opposed() -> None:
    kind, hard = {"the other half": 3.0, "strength at home": -2.0}, {"strength at home": 1.0}
    assert opposed([kind, hard]) == {USUAL: 1}
    assert not opposed([kind, {"the other half": 1.0, "strength at home": -3.0}])
    cheap = {"money": 5.0, "the other half": -1.0}
    assert opposed([{}, cheap]) == {("money", "the other half"): 1}


def test_half_of_all_cards_turn_on_something_else(base: Content) -> None:
    assert share(everybody(table(base))) >= 50


def test_where_others_tie_it_is_the_usual(base: Content) -> None:
    for event in base.events.values():
        for desk in event.desks:
            found = opposed(choices(event, desk))
            if found[USUAL] == max(found.values(), default=-1):
                assert turns_on(event, desk) == USUAL

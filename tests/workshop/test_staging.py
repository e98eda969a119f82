from __future__ import annotations

import pytest

from game.errors import UsageError
from game.record import replace
from game.rules.index import index_of
from game.rules.invariants import violations
from game.rules.setup import Setup, new_game
from game.workshop.staging import (
    STORY,
    Stage,
    dealt,
    event_named,
    fitted,
    on_top,
    staged,
    turn_for,
    undealt,
    watched,
)
from game.workshop.values import read_values
from tests.small import CAMPAIGN, CONTENT

SETUP = Setup(CAMPAIGN, "nasa", 1)


@pytest.mark.parametrize("turn", [1, 2, 5])
def test_a_state_before_its_cards_is_the_turn_itself_without_them(turn: int) -> None:
    state = staged(CONTENT, Stage(SETUP, turn, player="random"))
    game = watched(CONTENT, SETUP, "random")
    while game.state.turn < turn:
        game.play_one()
    assert (state.turn, state.phase, state.queue) == (turn, STORY, ())
    assert state.figures["date"] == game.state.figures["date"]
    assert set(state.fired) <= set(game.state.fired)
    for slot in game.state.queue:
        assert state.fired.get(slot.subject) != game.state.fired.get(slot.subject, 0)


def test_figures_and_flags_are_as_wanted_and_what_follows_follows() -> None:
    wanted = {"tension": 77, "treasury": -20, "roscosmos.faction.kremlin": 3, "trust.esa": 12}
    state = staged(CONTENT, Stage(SETUP, 2, wanted, {"calls": 5}, "random"))
    assert state.figures["tension"] == 77
    assert state.figures["nasa.treasury"] == -20
    assert state.figures["nasa.trust.esa"] == 12
    assert state.flags["calls"] == 5
    placed = dealt(CONTENT, state, CONTENT.events["hole"])
    assert violations(CONTENT, placed) == ()


@pytest.mark.parametrize(
    ("figures", "flags", "said"),
    [
        ({"tenson": 3}, {}, 'There is no figure .*did you mean "tension"'),
        ({"tension": 101}, {}, "tension lies between 0 and 100"),
        ({"mandate": 10}, {}, "follows from other figures"),
        ({"aboard": 10}, {}, "follows from other figures"),
        ({}, {"call": 1}, 'There is no flag .*did you mean "calls"'),
    ],
)
def test_what_cant_be_set_is_told(
    figures: dict[str, int], flags: dict[str, int], said: str
) -> None:
    with pytest.raises(UsageError, match=said):
        staged(CONTENT, Stage(SETUP, 1, figures, flags))


def test_a_turn_after_the_end_is_told() -> None:
    with pytest.raises(UsageError, match="this run is over: it ends in turn"):
        staged(CONTENT, Stage(SETUP, 99, player="random"))


def test_an_event_is_found_without_its_pack_where_that_is_clear() -> None:
    storm = CONTENT.events["storm"]
    more = {f"{pack}:gale": replace(storm, id=f"{pack}:gale") for pack in ("a", "b")}
    two = replace(CONTENT, events={**CONTENT.events, **more})
    one = replace(CONTENT, events={**CONTENT.events, "a:gale": more["a:gale"]})
    assert event_named(one, "gale").id == event_named(one, "a:gale").id == "a:gale"
    with pytest.raises(UsageError, match="Several packs have it: a:gale, b:gale"):
        event_named(two, "gale")
    with pytest.raises(UsageError, match='did you mean "storm"'):
        event_named(CONTENT, "stormy")


def test_a_dealt_event_is_the_only_one_on_the_desks_with_its_own_desk_first() -> None:
    state = staged(CONTENT, Stage(SETUP, 1))
    placed = dealt(CONTENT, state, CONTENT.events["cold_morning"])
    assert {(s.subject, s.chair) for s in placed.queue} == {
        ("cold_morning", "nasa"), ("cold_morning", "roscosmos"),
    }  # fmt: skip
    for chair in ("nasa", "roscosmos"):
        assert on_top(placed, "cold_morning", chair).queue[0].chair == chair
    assert placed.figures["tension"] == state.figures["tension"] + 4  # it happened once


def test_a_headline_and_a_role_without_anybody_are_told() -> None:
    state = staged(CONTENT, Stage(SETUP, 1))
    with pytest.raises(UsageError, match="parade is a headline"):
        dealt(CONTENT, state, CONTENT.events["parade"])
    bare = state.copy()
    bare.ships = {}
    with pytest.raises(UsageError, match="stands for a role of frost"):
        dealt(CONTENT, bare, CONTENT.events["frost"])


def test_a_dated_event_is_tried_in_its_turn() -> None:
    assert turn_for(CONTENT, CAMPAIGN, CONTENT.events["cold_morning"]) == 1
    assert turn_for(CONTENT, CAMPAIGN, CONTENT.events["frost"]) > 2
    assert turn_for(CONTENT, CAMPAIGN, CONTENT.events["letter"]) == 1


def test_a_state_goes_on_with_what_later_content_has_more() -> None:
    state = staged(CONTENT, Stage(SETUP, 2, {"tension": 77}, player="random"))
    later = replace(CONTENT, flags={**CONTENT.flags, "thaw": 4})
    held = fitted(later, SETUP, state)
    assert (held.flags["thaw"], held.figures["tension"]) == (4, 77)
    assert index_of(later, CAMPAIGN).bounds.keys() <= held.figures.keys()


def test_the_first_turn_without_cards_is_the_first_turn() -> None:
    session = watched(CONTENT, SETUP, "random")
    opening = new_game(CONTENT, SETUP)[0]
    assert undealt(CONTENT, session).crew == opening.crew


def test_values_are_read_as_they_are_typed() -> None:
    assert read_values(["tension=70", "flag.thaw = true", "treasury=-5"]) == {
        "tension": 70, "flag.thaw": 1, "treasury": -5,
    }  # fmt: skip
    for wrong in ("tension", "tension=", "=3", "tension=high", "tension=1.5", "t=--1"):
        with pytest.raises(UsageError, match="write it as tension=70"):
            read_values([wrong])

from __future__ import annotations

import pytest

from game.content import records as r
from game.content.records import Content, Event
from game.record import replace
from game.rules.index import index_of
from game.rules.phases.story import eligible
from game.workshop.branches import Branch, Walked, walked
from game.workshop.pool import MOST, able, chairs_of, pool
from tests.small import CAMPAIGN, CONTENT

STATES = pool(CONTENT, CAMPAIGN, ("random", "diplomat"))


def tried(event: Event, content: Content = CONTENT) -> Walked:
    known = replace(content, events={**content.events, event.id: event})
    return walked(known, STATES, event)


def with_choice(name: str, **more: object) -> Event:
    """Return a card of NASA's with one choice changed."""
    event = CONTENT.events["cold_morning"]
    desk = event.desks[0]
    choices = tuple(replace(c, **more) if c.id == name else c for c in desk.choices)
    return replace(event, desks=(replace(desk, choices=choices), *event.desks[1:]))


def test_a_pool_holds_each_turn_of_each_game_before_its_cards() -> None:
    assert [s.turn for s in STATES if s.turn == 1] == [1, 1]
    assert all(s.queue == () for s in STATES)
    assert max(s.turn for s in STATES) > 3


def test_states_are_those_first_in_which_a_card_comes_by_itself() -> None:
    rumour = CONTENT.events["rumour"]
    found = able(CONTENT, STATES, rumour)
    index = index_of(CONTENT, CAMPAIGN)
    assert 0 < len(found) <= MOST
    assert all(eligible(index, state, rumour) and 1 < state.turn < 8 for state in found)
    never = replace(rumour, weight=0, id="never")
    assert len(able(CONTENT, STATES, never)) > 0
    assert able(CONTENT, (), rumour) == []
    assert chairs_of(CONTENT, CAMPAIGN, rumour) == ("nasa",)


def test_every_branch_is_taken_with_what_it_moves() -> None:
    found = tried(CONTENT.events["cold_morning"])
    assert set(found.branches) == {
        "nasa protest", "nasa pay_for_calm", "nasa gamble 1", "nasa gamble 2",
        "roscosmos shrug", "roscosmos threaten", "roscosmos locked",
    }  # fmt: skip
    calm = found.branches["nasa pay_for_calm"]
    assert calm.moves["nasa.treasury"] == (-40, -40)
    assert calm.states == found.states > 0
    assert found.branches["nasa gamble 1"].moves["nasa.standing"] == (3, 3)
    assert found.branches["nasa gamble 2"].moves["nasa.standing"] == (-3, -3)
    assert not [remark for remark in found.remarks if remark.wrong]


def test_a_dilemma_is_answered_by_each_pair() -> None:
    found = tried(CONTENT.events["hole"])
    assert len(found.branches) == 4
    assert found.branches["nasa look, roscosmos look"].moves["tension"] == (-3, -3)
    assert not [remark for remark in found.remarks if remark.wrong]


def test_the_range_of_a_figure_grows_with_the_states() -> None:
    branch = Branch("one", ())
    branch.add({"tension": 2})
    assert branch.moves == {"tension": (2, 2)}
    branch.add({"tension": -1, "war": 1})
    branch.add({})
    assert branch.moves == {"tension": (-1, 2), "war": (0, 1)}


def test_what_never_comes_up_is_told_with_its_place() -> None:
    found = tried(CONTENT.events["cold_morning"])
    (locked,) = [remark for remark in found.remarks if "open in no state" in remark.said]
    assert locked.loc == ("desks", "roscosmos", "choices", 2, "choice")
    sure = (r.Outcome(100, "It works."), r.Outcome(50, "It can't fail."))
    (idle,) = [
        one for one in tried(with_choice("gamble", outcomes=sure)).remarks if "chance" in one.said
    ]
    assert idle.loc == ("desks", "nasa", "choices", 2, "outcomes", 1)


def test_a_wording_that_never_fits_is_told() -> None:
    never = CONTENT.events["cold_morning"].desks[1].choices[2].needs
    desk = CONTENT.events["rumour"].desks[0]
    prose = (r.Variant("Nobody reads this.", never), r.Variant("It is rumoured."))
    event = replace(CONTENT.events["rumour"], desks=(replace(desk, text=prose),))
    (idle,) = [one for one in tried(event).remarks if "worded" in one.said]
    assert idle.loc == ("desks", "nasa", "text", 0, "text")


@pytest.mark.parametrize(
    ("more", "said"),
    [
        ({"effects": (r.Shift("no_such_figure", 1),)}, "it breaks the game: KeyError"),
        ({"result": (r.Variant("They drink {tea}."),)}, "told with a brace in it"),
    ],
)
def test_what_breaks_a_game_is_wrong(more: dict[str, object], said: str) -> None:
    wrong = [one for one in tried(with_choice("protest", **more)).remarks if one.wrong]
    assert wrong
    assert all(said in one.said for one in wrong)
    assert {one.loc[:4] for one in wrong} == {("desks", "nasa", "choices", 0)}


def test_an_event_without_a_desk_here_has_no_branches() -> None:
    assert tried(CONTENT.events["parade"]) == Walked("parade")

"""What a partner may see, and that nothing else leaks."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.rules.decisions import Change
from game.rules.encoding import canonical
from game.rules.index import index_of
from game.rules.legality import options
from game.rules.messages import text
from game.rules.state import Roles, Sealed, Slot, State, Term
from game.rules.view import NO_SEED, view, visible
from game.testing.strategies import lookalikes, states
from tests.small import CONTENT
from tests.worlds import changed, decide, opening, until


@given(st.data())
def test_states_that_differ_only_in_hidden_things_give_equal_views(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT))
    chair = data.draw(st.sampled_from(index_of(CONTENT, state.scenario).chairs))
    other = data.draw(lookalikes(CONTENT, state, chair))
    assert canonical(other) != canonical(state)
    assert view(CONTENT, other, chair) == view(CONTENT, state, chair)


@given(st.data())
def test_a_view_of_a_view_is_the_view(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT))
    chair = state.queue[0].chair
    seen = view(CONTENT, state, chair)
    assert view(CONTENT, seen, chair) == seen


@given(states(CONTENT))
def test_whoever_decides_sees_what_it_decides_about(state: State) -> None:
    slot = state.queue[0]
    seen = view(CONTENT, state, slot.chair)
    assert seen.queue[0] == slot
    assert any(option.legal for option in options(CONTENT, seen))


def test_a_view_holds_no_seed_and_no_schedule_and_only_ones_own_beliefs() -> None:
    seen = view(CONTENT, opening(), "esa")
    assert seen.seed == NO_SEED and seen.scheduled == ()
    assert set(seen.knowledge) == {"esa"}
    assert seen.figures["esa.treasury"] == opening().figures["esa.treasury"]


def test_what_others_think_about_is_blank() -> None:
    slots = (
        Slot("dilemma", "nasa", "hole"), Slot("card", "roscosmos", "reply"),
        Slot("answer", "esa", "1_nasa_esa"), Slot("table", "nasa"),
    )  # fmt: skip
    state = replace(opening(), queue=slots)
    assert view(CONTENT, state, "roscosmos").queue == (
        Slot("card", "nasa"), slots[1], Slot("answer", "esa"), slots[3],
    )  # fmt: skip


def test_sealed_answers_and_offers_of_others_are_missing() -> None:
    state = replace(until(opening(), "table", "nasa"), sealed=(Sealed("nasa", "hole", "look"),))
    state = decide(state, "offer", "roscosmos", Term("ceremony", 1, "nasa")).state
    assert view(CONTENT, state, "esa").offers == () == view(CONTENT, state, "esa").sealed
    assert view(CONTENT, state, "roscosmos").offers == state.offers
    assert view(CONTENT, state, "nasa").sealed == state.sealed


def test_marks_of_others_are_hidden_but_for_notices_and_table_talk() -> None:
    marks = {"nasa.lobby.": 1, "esa.lobby.": 2, "esa.notice": 3, "esa.incoming": 1, "mark.x.40": 5}
    seen = view(CONTENT, replace(opening(), used=marks), "nasa").used
    assert set(seen) == set(marks) - {"esa.lobby."}


def test_only_ones_own_cards_show_who_plays_in_them() -> None:
    roles: dict[str, Roles] = {"letter": (("who", "x"),), "reply": (("who", "y"),)}
    assert set(view(CONTENT, replace(opening(), roles=roles), "esa").roles) == {"letter"}


def test_changes_are_redacted_too() -> None:
    public = Change("figure", "tension", 1, "rule:x", text("why"))
    private = replace(public, path="nasa.treasury", seen=("nasa",))
    assert visible((public, private), "nasa") == (public, private)
    assert visible((public, private), "esa") == (public,)


def test_legality_betrays_nothing_that_is_hidden() -> None:
    """Whether another can pay what it is asked for is seen by the payer alone."""
    state = until(opening(), "table", "roscosmos")
    state = replace(state, knowledge={})  # nothing is believed to be there
    rich = changed(state, esa__treasury=500)
    poor = changed(state, esa__treasury=0)
    for one in (rich, poor):
        seen = view(CONTENT, one, "roscosmos")
        assert seen.figures["esa.treasury"] == 0
    assert options(CONTENT, view(CONTENT, rich, "roscosmos")) == options(
        CONTENT, view(CONTENT, poor, "roscosmos")
    )


def test_what_is_worked_out_of_a_view_is_kept_and_of_a_state_never() -> None:
    asked: list[str] = []

    def work() -> int:
        asked.append("asked")
        return len(asked)

    state = opening()
    seen = view(CONTENT, state, "nasa")
    assert (seen.once("it", work), seen.once("it", work), seen.once("other", work)) == (1, 1, 2)
    assert (state.once("it", work), state.once("it", work)) == (3, 4)
    assert view(CONTENT, state, "nasa").once("it", work) == 5
    assert (seen.copy().once("it", work), seen.once("it", work)) == (6, 1)
    assert seen == view(CONTENT, state, "nasa")

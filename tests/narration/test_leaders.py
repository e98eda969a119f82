"""Who holds an office: what is known of it, exactly for the own one, as far as believed else."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.content.past import between, key
from game.content.paths import TOPICS
from game.narration.leaders import FATES, office, weights_told
from game.rules.figures import weight_path
from game.rules.index import index_of
from game.rules.table.marks import slighted
from game.rules.view import view
from game.testing.strategies import states
from tests.small import CONTENT
from tests.worlds import INDEX, changed, opening


@given(data=st.data())
def test_the_own_weights_are_exact_and_others_are_within_their_band(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT))
    index = index_of(CONTENT, state.scenario)
    me, *others = index.chairs
    seen = view(CONTENT, state, me)
    for chair in (me, *others):
        found = office(index, seen, chair, me)
        ats = {weight.topic: weight for weight in found.weights}
        assert [w.at for w in found.weights] == sorted((w.at for w in found.weights), reverse=True)
        for topic in TOPICS:
            weight, truth = ats[topic], state.figures[weight_path(chair, topic)]
            assert abs(weight.at - truth) <= weight.off if chair != me else weight.at == truth
        assert all(weight.told in weights_told(found) for weight in found.weights)


def test_since_when_is_told_by_the_turn_in_which_the_office_changed_hands() -> None:
    state = opening()
    assert "before the story begins" in office(INDEX, state, "esa", "nasa").lines[0]
    day = state.figures["date"] + 100
    later = replace(state, past={key("office", "esa"): day})
    assert office(INDEX, later, "esa", "nasa").lines[0].startswith("In office since 202")


def test_what_became_of_papers_is_told_with_the_turn_by_who_did_it() -> None:
    state, day = opening(), opening().figures["date"]
    two = between("nasa", "esa")
    done = dict.fromkeys(FATES, ("esa", "nasa")) | {"signed": two}
    past = {key("paper", fate, "ceremony", *pair): day for fate, pair in done.items()}
    lines = office(INDEX, replace(state, past=past), "esa", "nasa").lines
    assert sum("Ceremony (202" in line for line in lines) == len(FATES)
    mine = {key("paper", "broken", "ceremony", "nasa", "esa"): day}
    lines = office(INDEX, replace(state, past=mine), "esa", "nasa").lines
    assert not any("Ceremony" in line for line in lines)


def test_refusals_that_count_now_are_told_to_who_refused() -> None:
    state = changed(opening(), tension=50)
    day, count = slighted("esa", "nasa")
    state.used = {**state.used, day: state.figures["date"], count: 2}
    told = " ".join(office(INDEX, state, "esa", "nasa").lines)
    assert "2 of yours count now." in told
    assert "of yours" not in " ".join(office(INDEX, state, "esa", "roscosmos").lines)

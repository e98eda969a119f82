"""Dilemmas: answered blind, opened together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.rules.decisions import Decision, Step
from game.rules.dilemmas import result_of
from game.rules.ledger import moved
from game.rules.state import Slot, State
from game.rules.turn import apply
from game.rules.view import view
from tests.small import CONTENT
from tests.words import said
from tests.worlds import changed, decide, opening

HOLE = CONTENT.events["hole"]


def _asked(first: str = "nasa", second: str = "roscosmos") -> State:
    state = changed(opening(), tension=50, nasa__treasury=100)
    slots = (Slot("dilemma", first, "hole"), Slot("dilemma", second, "hole"))
    return replace(state, queue=(*slots, Slot("card", "esa", "letter")), roles={"hole": ()})


def _answered(first: str, second: str) -> tuple[Step, Step]:
    one = decide(_asked(), first)
    return one, decide(one.state, second)


@pytest.mark.parametrize(
    ("nasa", "roscosmos", "text", "tension"),
    (
        ("look", "look", "They find it.", -3),
        ("look", "blame", "They quarrel.", 3),
        ("blame", "look", "They quarrel.", 3),
    ),
)
def test_what_happens_depends_on_both_answers(
    nasa: str, roscosmos: str, text: str, tension: int
) -> None:
    _, step = _answered(nasa, roscosmos)
    assert text in [said(c.reason) for c in step.changes]
    assert moved(step.changes, "tension") == tension
    assert not step.state.sealed


def test_the_first_answer_changes_nothing_that_the_other_could_see() -> None:
    views = [view(CONTENT, decide(_asked(), pick).state, "roscosmos") for pick in ("look", "blame")]
    assert views[0] == views[1]
    assert not decide(_asked(), "blame").changes


def test_both_choices_happen_when_the_second_answer_comes() -> None:
    _, step = _answered("look", "blame")
    assert moved(step.changes, "nasa.treasury") == -5
    assert moved(step.changes, "roscosmos.faction.kremlin") == 2
    assert [c.cause for c in step.changes if c.path == "nasa.treasury"] == ["choice:hole/look"]


def test_who_answered_first_is_heard_first() -> None:
    one = decide(_asked("roscosmos", "nasa"), "blame")
    step = decide(one.state, "blame")
    owners = [c.seen[0] for c in step.changes if c.seen and c.cause.startswith("choice:")]
    assert owners == sorted(owners, reverse=True)


def test_a_pair_of_answers_that_no_row_covers_leads_to_nothing() -> None:
    bare = replace(HOLE, results=HOLE.results[:1])
    assert result_of(bare, {"nasa": "look", "roscosmos": "blame"}) is None
    assert result_of(bare, {"nasa": "look", "roscosmos": "look"}) is HOLE.results[0]


def test_without_a_result_the_choices_still_happen() -> None:
    bare = replace(HOLE, results=HOLE.results[:1])
    content = replace(CONTENT, events={**CONTENT.events, "hole": bare})
    state = _asked()
    for chair in ("nasa", "roscosmos"):
        step = apply(content, state, Decision(chair, "dilemma", "blame"))
        state = step.state
    assert not state.sealed
    assert moved(step.changes, "tension") == 0
    assert moved(step.changes, "nasa.faction.hawks") == 2

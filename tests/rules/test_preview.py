"""What is previewed is what happens."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.rules.decisions import Change, Decision
from game.rules.messages import text
from game.rules.preview import SURE, foreseeable, preview
from game.rules.state import Slot, State, Term
from game.rules.turn import apply
from game.rules.view import view
from game.testing.strategies import decisions, states
from tests.small import CONTENT
from tests.words import said
from tests.worlds import changed, decide, opening, until


@given(st.data())
def test_what_the_chooser_sees_change_is_exactly_one_branch(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT).filter(lambda s: s.queue[0].kind != "dilemma"))
    decision = data.draw(decisions(CONTENT, state))
    chair = decision.chair
    foreseen = preview(CONTENT, view(CONTENT, state, chair), decision)
    step = apply(CONTENT, state, decision)
    happened = foreseeable(step.changes[: step.direct], chair)
    assert [b.changes for b in foreseen.branches].count(happened) == 1
    assert sum(b.chance for b in foreseen.branches) == SURE
    assert not foreseen.answers


def _dilemma() -> State:
    slots = (Slot("dilemma", "nasa", "hole"), Slot("dilemma", "roscosmos", "hole"))
    state = changed(opening(), tension=50, nasa__treasury=100, roscosmos__trust__nasa=40)
    return replace(state, queue=slots, roles={"hole": ()})


def test_a_dilemmas_sure_part_and_every_answer_are_as_previewed() -> None:
    for mine in ("look", "blame"):
        asked = _dilemma()
        foreseen = preview(CONTENT, view(CONTENT, asked, "nasa"), Decision("nasa", "dilemma", mine))
        assert [said(b.told) for b in foreseen.answers] == [
            "If they choose: Look", "If they choose: Blame",
        ]  # fmt: skip
        for theirs, answer in zip(("look", "blame"), foreseen.answers, strict=True):
            changes = decide(decide(asked, mine).state, theirs).changes
            own = [c for c in changes if c.cause == f"choice:hole/{mine}"]
            own = [c for c in own if c.path.partition(".")[0] == "nasa"]
            assert foreseeable(own, "nasa") == foreseen.branches[0].changes
            opened = [c for c in changes if c.cause == "dilemma:hole"]
            assert foreseeable(opened, "nasa") == answer.changes


def test_a_pair_of_answers_that_leads_nowhere_is_not_shown() -> None:
    hole = CONTENT.events["hole"]
    bare = replace(CONTENT, events={"hole": replace(hole, results=hole.results[:1])})
    seen = view(CONTENT, _dilemma(), "nasa")
    assert preview(bare, seen, Decision("nasa", "dilemma", "blame")).answers == ()


def test_each_way_a_risk_can_go_is_a_branch() -> None:
    state = replace(
        changed(opening(), nasa__capital=3), queue=(Slot("card", "nasa", "cold_morning"),)
    )
    seen = view(CONTENT, state, "nasa")
    foreseen = preview(CONTENT, seen, Decision("nasa", "card", "gamble"))
    assert [(b.chance, b.told) for b in foreseen.branches] == [
        (70, text("It works.")), (30, text("It fails.")),
    ]  # fmt: skip
    agenda = changed(until(opening(), "agenda", "nasa"), nasa__capital=3)
    lobby = preview(CONTENT, view(CONTENT, agenda, "nasa"), Decision("nasa", "agenda", "lobby"))
    assert [b.chance for b in lobby.branches] == [65, 35]


def test_a_preview_leaves_the_view_alone() -> None:
    state = until(opening(), "table", "nasa")
    seen = view(CONTENT, state, "nasa")
    before = view(CONTENT, state, "nasa")
    offer = Decision("nasa", "table", "offer", "esa", (Term("ceremony", 1, "nasa"),))
    assert preview(CONTENT, seen, offer).branches[0].changes
    assert preview(CONTENT, seen, Decision("nasa", "table", "end")).branches[0].changes == ()
    assert seen == before


def test_mandates_of_others_hang_on_what_only_they_know() -> None:
    def change(path: str) -> Change:
        return Change("figure", path, 1, "rule:x", text("why"))

    changes = tuple(change(path) for path in ("nasa.mandate", "esa.mandate", "tension"))
    assert foreseeable(changes, "nasa") == (changes[0], changes[2])

"""What is previewed is what happens."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.content.records import Content
from game.rules.decisions import Change, Decision
from game.rules.ledger import MOVES, totals
from game.rules.messages import text
from game.rules.preview import SURE, foreseeable, preview
from game.rules.state import Slot, State, Term
from game.rules.turn import apply
from game.rules.view import view
from game.testing.strategies import decisions, states
from tests.small import CONTENT
from tests.words import said
from tests.worlds import changed, opening, until


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


def _with_hole(look: r.Choice, *blame: r.Effect) -> Content:
    """Return content in which the hole's answers do something by themselves."""
    hole = CONTENT.events["hole"]
    both = [
        replace(desk, choices=(desk.choices[0], replace(desk.choices[1], effects=blame)))
        for desk in hole.desks
    ]
    both[1] = replace(both[1], choices=(look, both[1].choices[1]))
    asked = replace(hole, desks=tuple(both))
    return replace(CONTENT, events={**CONTENT.events, "hole": asked})


LOOK = CONTENT.events["hole"].desks[1].choices[0]
RISKS = (
    r.Outcome(50, "Luck.", (r.Shift("tension", 5),)),
    r.Outcome(50, "No luck.", (r.Shift("tension", -5),)),
)
LOADED = _with_hole(LOOK, r.Shift("tension", 2), r.Shift("standing", -1))
RISKY = _with_hole(replace(LOOK, outcomes=RISKS), r.Shift("tension", 2))
TENSIONS = (0, 1, 50, 98, 99, 100)
BLAMED = Decision("nasa", "dilemma", "blame")
CHAIRS = ("nasa", "roscosmos")
PICKS = ("look", "blame")


def _asked(state: State, first: str, tension: int) -> State:
    """Return a state in which the hole is asked about, with tension at or near a bound."""
    chairs = (first, *(chair for chair in CHAIRS if chair != first))
    slots = tuple(Slot("dilemma", chair, "hole") for chair in chairs)
    return replace(
        changed(state, tension=tension, channels=10), queue=slots, roles={"hole": ()}, sealed=()
    )


def _told(changes: Sequence[Change], chair: str) -> tuple[dict[str, int], Counter[str]]:
    """Return what a chair can tell of changes: sums of figures, and the news."""
    seen = foreseeable(changes, chair)
    return totals(seen), Counter(said(c.reason) for c in seen if c.kind not in MOVES)


@given(st.data())
def test_a_dilemmas_preview_is_what_happens_at_bounds_too(data: st.DataObject) -> None:
    found = data.draw(states(LOADED))
    first, tension = data.draw(st.sampled_from(CHAIRS)), data.draw(st.sampled_from(TENSIONS))
    asked = _asked(found, first, tension)
    picks = {chair: data.draw(st.sampled_from(PICKS)) for chair in CHAIRS}
    foreseen, state = {}, asked
    for slot in asked.queue:
        decision = Decision(slot.chair, "dilemma", picks[slot.chair])
        foreseen[slot.chair] = preview(LOADED, view(LOADED, state, slot.chair), decision)
        step = apply(LOADED, state, decision)
        state = step.state
    for chair, told in foreseen.items():
        happened = _told(step.changes[: step.direct], chair)
        wholes = [_told((*b.changes, *a.changes), chair)
                  for b in told.branches for a in told.answers]  # fmt: skip
        assert happened in wholes


def _after(state: State, pick: str) -> State:
    """Return the state once the first has answered."""
    return apply(LOADED, state, Decision(state.queue[0].chair, "dilemma", pick)).state


def test_what_the_other_takes_away_by_coming_first_is_taken_back() -> None:
    state = _asked(opening(), "roscosmos", 99)
    late = preview(LOADED, view(LOADED, _after(state, "blame"), "nasa"), BLAMED)
    quarrel = next(a for a in late.answers if said(a.told) == "If they choose: Blame")
    assert totals(late.branches[0].changes)["tension"] == 1
    assert totals(quarrel.changes).get("tension", 0) == 0
    early = preview(LOADED, view(LOADED, replace(state, queue=state.queue[::-1]), "nasa"), BLAMED)
    assert early.branches[0].changes == late.branches[0].changes


def test_each_risk_of_the_others_answer_is_told() -> None:
    state = _asked(opening(), "nasa", 50)
    foreseen = preview(RISKY, view(RISKY, state, "nasa"), BLAMED)
    assert [said(a.told) for a in foreseen.answers if "Look" in said(a.told)] == [
        "If they choose: Look (way 1 of 2)", "If they choose: Look (way 2 of 2)",
    ]  # fmt: skip
    assert [totals(a.changes)["tension"] for a in foreseen.answers if "Look" in said(a.told)] == [
        8,
        -2,
    ]


def test_what_hangs_on_the_own_risk_is_told_for_each_way_of_it() -> None:
    risk = Decision("roscosmos", "dilemma", "look")
    near = _asked(opening(), "roscosmos", 99)
    foreseen = preview(RISKY, view(RISKY, near, "roscosmos"), risk)
    assert [said(a.told) for a in foreseen.answers][:2] == [
        "At your 50 %. If they choose: Look", "At your 50 %. If they choose: Blame",
    ]  # fmt: skip
    middle = preview(RISKY, view(RISKY, _asked(near, "roscosmos", 50), "roscosmos"), risk)
    assert [said(a.told) for a in middle.answers] == [
        "If they choose: Look",
        "If they choose: Blame",
    ]


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

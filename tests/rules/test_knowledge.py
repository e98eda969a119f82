"""What partners believe: estimates with a spread, staleness, and what studying brings."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.rules import knowledge
from game.rules.view import belief, view
from tests.small import CONTENT
from tests.worlds import INDEX, begin, changed, opening, perform_on


@given(st.integers(0, 2**63))
def test_the_truth_lies_within_what_a_fresh_report_says(seed: int) -> None:
    draft = begin(opening(seed))
    draft.state.knowledge = {}
    knowledge.age(draft)
    for chair, table in draft.state.knowledge.items():
        for path, held in table.items():
            assert not path.startswith(f"{chair}.")
            assert abs(held.estimate - draft.figures[path]) <= held.spread


def test_a_view_shows_the_estimate() -> None:
    state = opening()
    held = belief(state, "nasa", "roscosmos.treasury")
    assert held is not None
    assert view(CONTENT, state, "nasa").figures["roscosmos.treasury"] == held.estimate
    assert belief(state, "nasa", "nasa.treasury") is None


def test_what_nobody_has_told_is_nothing() -> None:
    state = replace(opening(), knowledge={})
    assert view(CONTENT, state, "nasa").figures["roscosmos.treasury"] == 0


def test_studying_gives_the_exact_figures_of_one_partner() -> None:
    state = changed(opening(), roscosmos__treasury=77)
    for who, target in (("target", "roscosmos"), ("roscosmos", "")):
        draft = perform_on(state, r.Study(who), target=target)
        seen = view(CONTENT, draft.state, "nasa").figures
        for path in INDEX.hidden["nasa"]:
            if path.startswith("roscosmos."):
                assert seen[path] == draft.figures[path]
                assert draft.state.knowledge["nasa"][path].spread == 0
        before, after = state.knowledge["nasa"], draft.state.knowledge["nasa"]
        assert before["esa.treasury"] == after["esa.treasury"]


def test_beliefs_grow_stale_and_are_refreshed_by_public_reports() -> None:
    draft = perform_on(changed(opening(), roscosmos__treasury=200), r.Study("roscosmos"))
    path = "roscosmos.treasury"
    spreads = []
    for turn in range(2, 6):
        draft.state.turn = turn
        knowledge.age(draft)
        spreads.append(knowledge.spread_now(draft.state.knowledge["nasa"][path], turn))
    assert spreads == [1, 2, 3, knowledge.spread_of(path, 200)]
    assert draft.state.knowledge["nasa"][path].turn == 5


def test_reports_about_money_are_vaguer_the_more_there_is() -> None:
    assert knowledge.spread_of("nasa.treasury", 0) == 5
    assert knowledge.spread_of("nasa.treasury", -300) == 35
    assert knowledge.spread_of("nasa.faction.hawks", 90) == 8


def test_an_estimate_keeps_the_figures_bounds() -> None:
    draft = begin(changed(opening(), roscosmos__faction__kremlin=0, nasa__income=0))
    draft.state.knowledge = {}
    knowledge.age(draft)
    assert all(b.estimate >= 0 for b in draft.state.knowledge["esa"].values())

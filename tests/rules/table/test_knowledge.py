"""What partners believe: estimates with a spread, staleness, and what studying brings."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.rules.draft import Draft
from game.rules.setup import Setup, new_game
from game.rules.table import knowledge, leaders
from game.rules.view import belief, view
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import INDEX, RICH_CLAUSES, begin, changed, index_with, opening, perform_on


@given(st.integers(0, 2**63))
def test_the_truth_lies_within_what_a_fresh_report_says(seed: int) -> None:
    draft = begin(opening(seed))
    draft.state.knowledge = {}
    knowledge.age(draft)
    for partner in INDEX.partners:
        knowledge.introduce(draft, partner, leaders.persona(INDEX, draft.state, partner))
    for chair, table in draft.state.knowledge.items():
        assert set(table) == set(INDEX.hidden[chair])
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
        spreads.append(knowledge.spread_now(path, draft.state.knowledge["nasa"][path], turn))
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


POWER, PEACE, MONEY = (f"roscosmos.weight.{topic}" for topic in ("power", "peace", "money"))
KREMLIN = "roscosmos.faction.kremlin"


def _content(bluff: int) -> r.Content:
    rogozin = CONTENT.leaders["rogozin"]
    bluffing = replace(rogozin, persona={"power": 150, "bluff": bluff})
    return replace(CONTENT, leaders={**CONTENT.leaders, "rogozin": bluffing})


def _told(bluff: int, seed: int) -> dict[str, tuple[int, int]]:
    """Return by how much ESA's first reports of figures are off, and their spreads."""
    state = new_game(_content(bluff), Setup(CAMPAIGN, "nasa", seed))[0]
    held = state.knowledge["esa"]
    return {path: (b.estimate - state.figures[path], b.spread) for path, b in held.items()}


@given(st.integers(0, 2**63))
def test_a_leader_who_bluffs_looks_harder_to_bargain_with_than_it_is(seed: int) -> None:
    told = _told(100, seed)
    assert told[POWER][0] >= 0 and told[PEACE][0] <= 0
    assert told[KREMLIN][0] >= 0


def test_bluff_makes_reports_vaguer_and_honest_ones_err_both_ways() -> None:
    honest = [_told(0, seed) for seed in range(40)]
    assert {spread for told in honest for _, spread in (told[POWER], told[PEACE])} == {12}
    assert min(told[POWER][0] for told in honest) < 0 < max(told[POWER][0] for told in honest)
    assert _told(100, 1)[MONEY][1] == 37
    assert _told(100, 1)[KREMLIN][1] == 33 and _told(0, 1)[KREMLIN][1] == 8


def test_what_was_learned_of_a_leader_grows_stale_up_to_a_limit_and_no_report_replaces_it() -> None:
    draft = perform_on(opening(), r.Study("roscosmos"))
    spreads = []
    for turn in range(1, 20, 3):
        draft.state.turn = turn
        knowledge.age(draft)
        spreads.append(knowledge.spread_now(POWER, draft.state.knowledge["nasa"][POWER], turn))
    assert spreads == [0, 6, 12, 18, 24, 24, 24]
    assert draft.state.knowledge["nasa"][POWER].estimate == 150


def test_learning_is_news_to_who_learns_alone() -> None:
    draft = perform_on(opening(), r.Study("roscosmos"))
    (news,) = (change for change in draft.changes if change.kind == "news")
    assert (news.path, news.seen) == ("roscosmos", ("nasa",))


def test_a_figure_that_clauses_read_never_leaves_what_others_believe() -> None:
    draft = Draft(index_with(clauses=RICH_CLAUSES), opening())
    path = "roscosmos.treasury"
    draft.figures[path] = 900
    knowledge.correct(draft)
    for chair in ("nasa", "esa"):
        held = draft.state.knowledge[chair][path]
        assert abs(held.estimate - 900) <= held.spread
    assert begin().state.knowledge["nasa"] != draft.state.knowledge["nasa"]

"""The ladder: rungs, the notice's twelve months, the price of coming down, the hatch."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.content import records as r
from game.rules.calendar import add_months
from game.rules.draft import Draft
from game.rules.index import Index, index_of
from game.rules.ledger import moved
from game.rules.legality import options
from game.rules.messages import message
from game.rules.state import State
from game.rules.table import ladder
from tests.small import CAMPAIGN, CONTENT
from tests.small import LADDER as RUNGS
from tests.words import said
from tests.worlds import INDEX, begin, changed, decide, done, index_with, opening, perform_on, until


def _on(rung: int, partner: str = "roscosmos", **figures: int) -> State:
    """Return a state in which a partner has climbed to a rung, step by step."""
    draft = begin(changed(opening(), **figures))
    for _ in range(rung):
        ladder.step(draft, partner, 1)
    return done(draft)


def test_a_partner_without_a_ship_of_its_own_stops_at_the_notice() -> None:
    assert ladder.top(INDEX, "esa") == ladder.NOTICE
    assert ladder.top(INDEX, "nasa") == ladder.SEPARATION
    state = changed(_on(3, "esa"), esa__capital=3)
    assert ladder.why_no_step(INDEX, state, "esa", 1) == ladder.SHIPLESS


def test_nobody_climbs_above_the_top_or_without_capital() -> None:
    assert ladder.why_no_step(INDEX, _on(6), "roscosmos", 1) == ladder.LEFT
    poor = changed(opening(), roscosmos__capital=0)
    assert "capital" in said(ladder.why_no_step(INDEX, poor, "roscosmos", 1))
    assert not ladder.why_no_step(INDEX, opening(), "roscosmos", 1)


def test_nobody_steps_down_from_normal_ground() -> None:
    assert ladder.why_no_step(INDEX, opening(), "nasa", -1) == ladder.ON_GROUND
    assert not ladder.why_no_step(INDEX, _on(1, "nasa"), "nasa", -1)


@pytest.mark.parametrize("rung", range(1, 7))
def test_each_rung_up_costs_tension_and_trust_more_than_the_last(rung: int) -> None:
    before = _on(rung - 1, tension=20, nasa__trust__roscosmos=100)
    draft = begin(before)
    ladder.step(draft, "roscosmos", 1)
    assert draft.figures["roscosmos.rung"] == rung
    assert moved(draft.changes, "tension") == 2 + rung
    assert moved(draft.changes, "nasa.trust.roscosmos") == -(2 + rung)
    assert moved(draft.changes, "roscosmos.faction.kremlin") >= 0
    assert any(RUNGS[rung] in said(c.reason) for c in draft.changes if c.kind == "headline")


def test_coming_down_costs_more_at_home_the_higher_one_stands() -> None:
    losses = []
    for rung in range(1, 6):
        draft = begin(changed(_on(rung), roscosmos__faction__kremlin=50))
        ladder.step(draft, "roscosmos", -1)
        losses.append(moved(draft.changes, "roscosmos.faction.kremlin"))
        assert moved(draft.changes, "tension") <= 0
    assert losses == sorted(losses, reverse=True) and losses[-1] < losses[0] < 0


def test_the_notice_runs_twelve_months_before_the_hatch_may_close() -> None:
    given = _on(4, roscosmos__capital=3)
    assert given.figures["notice.roscosmos"] == 1
    assert ladder.why_no_step(INDEX, given, "roscosmos", 1) == ladder.NOTICE_RUNS
    later = changed(given, date=add_months(given.figures["date"], 12))
    assert not ladder.why_no_step(INDEX, later, "roscosmos", 1)


def test_taking_the_notice_back_ends_it() -> None:
    draft = begin(_on(3))
    ladder.step(draft, "roscosmos", -1)
    assert draft.figures["notice.roscosmos"] == 0


def test_the_hatch_closes_at_rung_five_and_opens_on_the_way_down() -> None:
    shut = _on(5)
    assert shut.words["hatch"] == "closed"
    draft = begin(shut)
    ladder.step(draft, "roscosmos", -1)
    assert draft.state.words["hatch"] == "open"


def test_the_hatch_stays_closed_while_another_partner_keeps_it_so() -> None:
    draft = begin(_on(5))
    for _ in range(5):
        ladder.step(draft, "nasa", 1)
    ladder.step(draft, "nasa", -1)
    assert draft.state.words["hatch"] == "closed"
    ladder.step(draft, "roscosmos", -1)
    assert draft.state.words["hatch"] == "open"


def test_a_hatch_that_is_shut_already_is_not_shut_again() -> None:
    draft = perform_on(_on(4), r.SetWord("hatch", "closed"))
    ladder.step(draft, "roscosmos", 1)
    assert not [c for c in draft.changes if c.path == "hatch"]


def test_separation_is_for_good() -> None:
    draft = begin(_on(6))
    assert draft.state.words["hatch"] == "gone"
    ladder.step(draft, "roscosmos", -1)
    ladder.step(draft, "roscosmos", -1)
    assert draft.state.words["hatch"] == "gone"


def test_a_step_that_cannot_be_taken_changes_nothing() -> None:
    draft = begin(opening())
    ladder.step(draft, "nasa", -1)
    assert not draft.changes


def test_one_step_a_turn_at_the_table_for_one_capital() -> None:
    state = until(opening(), "table", "roscosmos")
    step = decide(state, "step_up")
    assert moved(step.changes[: step.direct], "roscosmos.capital") == -1
    reasons = {o.decision.pick: o.reason for o in options(CONTENT, step.state)}
    assert (
        said(reasons["step_up"]) == said(reasons["step_down"]) == "One step on the ladder a turn."
    )


def test_whoever_promised_no_more_years_calls_its_crews_home() -> None:
    state = changed(opening(), nasa__commitment=2022, esa__commitment=2022, date=738_450)
    state = replace(state, turn=4)
    draft = begin(state)
    ladder.call_years(draft)
    assert draft.figures["nasa.rung"] == ladder.RECALLED
    assert draft.figures["esa.rung"] == ladder.GUEST_TOP
    assert draft.figures["roscosmos.rung"] == 0


def test_years_that_end_with_the_game_call_nobody() -> None:
    state = replace(changed(opening(), nasa__commitment=2020), turn=8)
    draft = begin(state)
    ladder.call_years(draft)
    assert not draft.changes


def _without_station(*rungs: str) -> Index:
    """Return the index of a scenario with rungs of its own and no station."""
    scenario = replace(CONTENT.scenarios[CAMPAIGN], rungs=rungs, station=False)
    return index_of(replace(CONTENT, scenarios={CAMPAIGN: scenario}), CAMPAIGN)


def test_a_scenario_may_call_its_rungs_otherwise_and_end_its_ladder_early() -> None:
    index = _without_station("calm", "cross", "gone")
    draft = Draft(index, changed(opening(), nasa__capital=6))
    for _ in range(2):
        ladder.step(draft, "nasa", 1)
    assert draft.figures["nasa.rung"] == ladder.top(index, "nasa") == 2
    assert said(draft.changes[-1].reason) == "NASA climbs to rung 2: gone."
    assert draft.state.words["hatch"] == "open" and "nasa.notice" not in draft.state.used
    reason = "The ladder ends here: gone."
    assert said(ladder.why_no_step(index, draft.state, "nasa", 1)) == reason
    assert [ladder.price_of_step(index, draft.state, "nasa", by) for by in (1, -1)] == [0, 1]
    ladder.step(draft, "nasa", -1)
    assert said(draft.changes[-1].reason) == "NASA steps down to cross."
    assert ladder.price_of_step(index, draft.state, "nasa", 1) == 1


def test_where_there_is_no_station_nobody_gives_notice_shuts_hatches_or_calls_crews() -> None:
    index = _without_station(*"abcdefg")
    draft = Draft(index, replace(changed(opening(), nasa__commitment=2020), turn=4))
    ladder.call_years(draft)
    assert not draft.changes
    for rung in range(1, 7):
        ladder.step(draft, "nasa", 1)
        assert draft.figures["nasa.rung"] == rung
    assert draft.state.words["hatch"] == "open" and not draft.figures["notice.nasa"]
    assert {c.path for c in draft.changes if c.kind == "headline"} == {"nasa.rung"}


PRICED = {
    f"rung_{n}": r.Rung(f"rung_{n}", n, f"Rung {n}", "", climb=n, descend=n + 1, face=n)
    for n in range(1, 7)
}
DEAR = index_with(rungs=PRICED)


def _held(state: State, capital: int) -> State:
    return replace(state, figures={**state.figures, "roscosmos.capital": capital})


def test_the_whole_record_of_a_climb() -> None:
    draft = begin(_calm())
    for _ in range(6):
        ladder.step(draft, "roscosmos", 1)
    told = [(c.kind, c.path, said(c.reason)) for c in draft.changes if c.kind != "figure"]
    climbs = [
        ("headline", "roscosmos.rung", f"Roscosmos climbs to rung {n}: {RUNGS[n]}.")
        for n in range(1, 7)
    ]
    assert told == [
        *climbs[:4],
        ("headline", "hatch", "The hatch between the two halves is shut."),
        climbs[4],
        ("headline", "hatch", "The two halves let go of each other."),
        climbs[5],
    ]
    assert {c.cause for c in draft.changes} == {"rule:ladder"}


def _calm() -> State:
    """Return a state in which nothing that the ladder moves stands near its bounds."""
    return changed(
        opening(), tension=50, nasa__trust__roscosmos=50, esa__trust__roscosmos=50,
        roscosmos__faction__kremlin=50, roscosmos__faction__corps=50, roscosmos__standing=50,
        roscosmos__trust__nasa=50,
    )  # fmt: skip


def test_a_step_up_pleases_who_likes_defiance_and_costs_who_likes_peace() -> None:
    draft = begin(_calm())
    ladder.step(draft, "roscosmos", 1)
    figures = {
        c.path: (c.amount, c.reason)
        for c in draft.changes
        if c.kind == "figure" and not c.path.endswith("mandate")
    }
    why = message("ladder.stands", name="public threat")
    assert figures == {
        "roscosmos.rung": (1, why),
        "tension": (3, why),
        "roscosmos.faction.kremlin": (2, why),
        "roscosmos.faction.corps": (-1, why),
        "nasa.trust.roscosmos": (-3, why),
        "esa.trust.roscosmos": (-3, why),
    }


def test_a_step_down_calms_costs_face_and_wins_back_a_little_trust() -> None:
    draft = begin(_calm())
    draft.index = DEAR
    for _ in range(4):
        ladder.step(draft, "roscosmos", 1)
    before = len(draft.changes)
    ladder.step(draft, "roscosmos", -1)
    figures = {
        c.path: (c.amount, c.reason)
        for c in draft.changes[before:]
        if c.kind == "figure" and not c.path.endswith("mandate")
    }
    why = message("ladder.stands", name="written notice")
    assert figures == {
        "roscosmos.rung": (-1, why),
        "roscosmos.faction.kremlin": (-3, why),
        "tension": (-5, why),
        "roscosmos.standing": (-4, why),
        "nasa.trust.roscosmos": (2, why),
        "esa.trust.roscosmos": (2, why),
    }
    last = draft.changes[-1]
    assert (last.kind, last.path) == ("headline", "roscosmos.rung")
    assert said(last.reason) == "Roscosmos steps down to written notice."


def test_a_hatch_that_opens_again_is_news() -> None:
    draft = begin(_on(5))
    ladder.step(draft, "roscosmos", -1)
    (news,) = (c for c in draft.changes if c.path == "hatch")
    assert (news.kind, said(news.reason)) == (
        "headline", "The hatch between the two halves opens again.",
    )  # fmt: skip


def test_a_hatch_somebody_else_has_shut_stays_as_it_is_on_other_steps_down() -> None:
    for rung in (4, 5):
        draft = perform_on(_on(rung), r.SetWord("hatch", "closed"))
        ladder.step(draft, "roscosmos", -1)
        assert draft.state.words["hatch"] == ("open" if rung == 5 else "closed")


@pytest.mark.parametrize("rung", range(6))
def test_a_rung_costs_what_content_says_on_the_way_up(rung: int) -> None:
    state = _on(rung)
    state = replace(state, figures={**state.figures, "notice.roscosmos": 0})
    assert ladder.price_of_step(DEAR, state, "roscosmos", 1) == rung + 1
    assert not ladder.why_no_step(DEAR, _held(state, rung + 1), "roscosmos", 1)
    have = f"you have {rung}" if rung else "you have none left this turn"
    assert said(ladder.why_no_step(DEAR, _held(state, rung), "roscosmos", 1)) == (
        f"A step up needs {rung + 1} capital; {have}."
    )


@pytest.mark.parametrize("rung", range(1, 6))
def test_a_rung_costs_what_content_says_on_the_way_down(rung: int) -> None:
    state = _on(rung)
    assert ladder.price_of_step(DEAR, state, "roscosmos", -1) == rung + 1
    assert not ladder.why_no_step(DEAR, _held(state, rung + 1), "roscosmos", -1)
    assert said(ladder.why_no_step(DEAR, _held(state, rung), "roscosmos", -1)) == (
        f"A step down needs {rung + 1} capital; you have {rung}."
    )


def test_a_rung_that_no_content_describes_has_a_plain_price() -> None:
    for n in range(7):
        bare = ladder.rung_of(INDEX, n)
        assert (bare.id, bare.number, bare.name, bare.text) == ("", n, RUNGS[n], "")
        assert (bare.climb, bare.descend, bare.face) == (1, n // 2, 0)
        assert not bare.clauses and not bare.actions
    assert ladder.rung_of(DEAR, 4) == PRICED["rung_4"]


def test_there_is_no_price_beyond_the_ends() -> None:
    assert ladder.price_of_step(DEAR, _on(6), "roscosmos", 1) == 0
    assert ladder.price_of_step(DEAR, opening(), "roscosmos", -1) == 0


NO_STEP = (
    ("esa", 3, 1, "You have no ship of your own to leave with."),
    ("roscosmos", 6, 1, "You left."),
    ("roscosmos", 6, -1, "What has been let go of can't be caught again."),
    ("nasa", 0, -1, "You stand at its foot already."),
    (
        "roscosmos", 4, 1,
        "Article 28 gives the partners twelve months from your notice; they still run.",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("partner", "rung", "by", "reason"), NO_STEP)
def test_a_step_that_may_not_be_taken_says_why(
    partner: str, rung: int, by: int, reason: str
) -> None:
    assert said(ladder.why_no_step(INDEX, _on(rung, partner), partner, by)) == reason


def test_crews_may_be_recalled_while_the_notice_runs() -> None:
    assert not ladder.why_no_step(INDEX, _on(3, roscosmos__capital=3), "roscosmos", 1)


def test_the_notice_counts_down_in_months_and_is_marked_with_its_day() -> None:
    given = _on(3)
    today = given.figures["date"]
    assert given.used["roscosmos.notice"] == today
    assert ladder.notice_left(_on(2), "roscosmos") == 0
    assert ladder.notice_left(given, "nasa") == 0
    for days, left in ((0, 12), (1, 12), (30, 11), (359, 1), (360, 0), (400, 0)):
        later = replace(given, figures={**given.figures, "date": today + days})
        assert ladder.notice_left(later, "roscosmos") == left


@pytest.mark.parametrize(
    ("rung", "lost", "own", "points"),
    (
        (0, 100, 0, 0),
        (1, 100, 76, 0),
        (1, 100, 75, 1),
        (3, 60, 40, 4),
        (6, 50, 50, 6),
        (6, 100, 0, 10),
    ),
)
def test_a_threat_presses_by_the_rung_and_both_sides_losses(
    rung: int, lost: int, own: int, points: int
) -> None:
    figures = {"nasa.rung": rung, "esa.rung": 6, "esa.loss.nasa": lost, "nasa.loss.esa": own}
    assert ladder.pressure(figures, "esa", "nasa") == points


def test_the_higher_of_two_standings_counts_between_them() -> None:
    figures = {"nasa.rung": 2, "esa.rung": 5}
    assert ladder.joint_rung(figures, "nasa", "esa") == 5
    assert ladder.joint_rung(figures, "nasa", "jaxa") == 2
    assert ladder.joint_rung(figures, "jaxa", "outsider") == 0


def test_the_record_of_crews_called_home() -> None:
    state = replace(changed(_calm(), roscosmos__commitment=2022, date=738_450), turn=4)
    draft = begin(state)
    ladder.call_years(draft)
    assert [(c.kind, c.path, c.amount, c.cause, said(c.reason)) for c in draft.changes] == [
        ("figure", "roscosmos.rung", 4, "rule:commitment",
         "The years Roscosmos promised are over"),
        ("headline", "roscosmos.rung", 0, "rule:commitment",
         "Roscosmos has promised no more years: it recalls its crews and comes to rung 4, "
         "crews recalled."),
    ]  # fmt: skip
    assert draft.figures["notice.roscosmos"] == 1
    assert ladder.notice_left(draft.state, "roscosmos") == 0, "nobody waits for these twelve months"


def test_who_is_called_again_the_turn_after_is_told_of_in_other_words() -> None:
    def called(turn: int, before: int) -> tuple[str, int]:
        state = replace(changed(opening(), esa__commitment=2020), turn=turn)
        draft = begin(replace(state, used={**state.used, "esa.called": before}))
        ladder.call_years(draft)
        return said(draft.changes[-1].reason), draft.state.used["esa.called"]

    first = "ESA has promised no more years: it comes to rung 3, written notice."
    assert called(6, 3) == (first, 6)
    for before in (4, 5):
        again = "ESA is back on rung 3, written notice.", before
        assert called(6, before) == again, "stepping down for a turn wins no more time"


@pytest.mark.parametrize(("commitment", "rung"), ((2021, 4), (2022, 4), (2023, 0)))
def test_a_year_that_was_promised_is_stayed_to_its_end(commitment: int, rung: int) -> None:
    draft = begin(replace(changed(opening(), nasa__commitment=commitment, date=738_450), turn=4))
    ladder.call_years(draft)
    assert draft.figures["nasa.rung"] == rung


def test_who_stands_higher_than_the_recall_is_left_there() -> None:
    for rung in (4, 5):
        state = replace(changed(opening(), nasa__commitment=2020, nasa__rung=rung), turn=4)
        draft = begin(state)
        ladder.call_years(draft)
        assert not draft.changes and draft.figures["nasa.rung"] == rung


@pytest.mark.parametrize("rung", (0, 1, 2, 3))
def test_whoever_is_on_the_ladder_already_is_called_to_the_same_rung(rung: int) -> None:
    for partner, goal in (("nasa", ladder.RECALLED), ("esa", ladder.GUEST_TOP)):
        figures = {f"{partner}__commitment": 2020, f"{partner}__rung": rung}
        draft = begin(replace(changed(opening(), **figures), turn=4))
        ladder.call_years(draft)
        assert draft.figures[f"{partner}.rung"] == goal


def test_every_step_is_put_down_to_the_rung_it_leads_to() -> None:
    draft = begin(_calm())
    for by, rung in ((1, 1), (1, 2), (-1, 1), (-1, 0)):
        before = len(draft.changes)
        ladder.step(draft, "nasa", by)
        assert draft.figures["nasa.rung"] == rung
        figures = [c for c in draft.changes[before:] if c.kind == "figure"]
        assert {said(c.reason) for c in figures} == {f"Ladder: {RUNGS[rung]}"}

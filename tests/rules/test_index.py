"""What is worked out once: paths, who may see what, events by turn, promises."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from game.content import records as r
from game.rules.calendar import turn_of, turn_start
from game.rules.index import GRACE_DAYS, in_window, index_of
from tests.small import BRIEF, CAMPAIGN, CONTENT, holds
from tests.worlds import INDEX, index_with

TURNS = range(1, CONTENT.scenarios[CAMPAIGN].turns + 1)


@pytest.mark.parametrize(
    ("raw", "path"),
    (
        ("treasury", "nasa.treasury"),
        ("target.trust.self", "esa.trust.nasa"),
        ("roscosmos.faction.corps", "roscosmos.faction.corps"),
        ("faction.hawks", "nasa.faction.hawks"),
        ("option.us_reboost", "option.us_reboost"),
    ),
)
def test_a_name_in_content_means_a_figure(raw: str, path: str) -> None:
    assert INDEX.path(raw, "nasa", "esa") == INDEX.path(raw, "nasa", "esa") == path


def test_target_means_whatever_is_aimed_at() -> None:
    assert INDEX.path("target", "nasa", "nasa.faction.hawks") == "nasa.faction.hawks"


def test_a_turns_own_days_go_before_those_that_found_no_room_and_faults_before_all() -> None:
    late = replace(CONTENT.events["letter"], id="late", day=date(2022, 2, 1).toordinal())
    late = replace(late, weight=0, last_day=date(2023, 6, 1).toordinal())
    own = replace(late, id="own", day=date(2022, 8, 1).toordinal())
    fault = replace(late, id="fault", day=date(2022, 8, 2).toordinal(), hazard=True)
    index = index_of(replace(CONTENT, events={e.id: e for e in (late, own, fault)}), CAMPAIGN)
    turn = turn_of(CONTENT.scenarios[CAMPAIGN], own.day or 0)
    assert [event.id for event in index.dated[turn]] == ["fault", "own", "late"]


def test_a_name_that_means_nothing_is_an_error() -> None:
    with pytest.raises(KeyError, match="wealth"):
        INDEX.path("wealth", "nasa", "")


def test_an_index_is_built_once() -> None:
    assert index_of(CONTENT, CAMPAIGN) is index_of(CONTENT, CAMPAIGN)
    assert index_of(CONTENT, BRIEF) is not index_of(CONTENT, CAMPAIGN)


def test_money_factions_and_what_a_leader_cares_about_are_their_owners_business() -> None:
    private = {path for path, owners in INDEX.seen.items() if owners}
    kinds = {path.split(".")[1] for path in private}
    assert kinds == {"treasury", "income", "faction", "unrest", "weight"}
    assert all(INDEX.seen[path] == (path.split(".")[0],) for path in private)
    assert set(INDEX.hidden["nasa"]) == {p for p in private if not p.startswith("nasa.")}


def test_dated_events_come_up_from_their_turn_to_the_end_of_their_grace() -> None:
    scenario = INDEX.scenario
    for event in CONTENT.events.values():
        if event.day is None:
            continue
        last = event.last_day or event.day + (GRACE_DAYS if event.desks else 0)
        first = turn_of(scenario, event.day)
        listed = {t for t in TURNS if event in INDEX.dated.get(t, ())}
        assert listed == {t for t in TURNS if 1 <= first <= t <= turn_of(scenario, last)}


def test_events_of_a_day_before_the_start_never_come_up() -> None:
    early = replace(CONTENT.events["cold_morning"], day=date(2021, 12, 30).toordinal())
    index = index_with(events={early.id: early})
    assert not any(index.dated.values())


def test_weighted_events_may_be_drawn_while_their_window_is_open() -> None:
    rumour, scenario = CONTENT.events["rumour"], INDEX.scenario
    first, last = rumour.first_day, rumour.last_day
    assert first is not None and last is not None
    listed = {t for t in TURNS if rumour in INDEX.drawn[t]}
    assert listed == {
        t for t in TURNS
        if turn_start(scenario, t + 1) > first and turn_start(scenario, t) <= last
    }  # fmt: skip
    assert listed == {2, 3, 4, 5, 6}
    assert all(CONTENT.events["letter"] in INDEX.drawn[t] for t in TURNS)
    assert not any(CONTENT.events["reply"] in INDEX.drawn[t] for t in TURNS)


def test_a_window_that_opens_with_the_next_turn_is_not_open_yet() -> None:
    rumour = replace(CONTENT.events["rumour"], first_day=turn_start(INDEX.scenario, 3))
    assert [in_window(rumour, INDEX.scenario, turn) for turn in (2, 3)] == [False, True]
    ended = replace(rumour, first_day=None, last_day=turn_start(INDEX.scenario, 3) - 1)
    assert [in_window(ended, INDEX.scenario, turn) for turn in (2, 3)] == [True, False]


def test_promises_are_found_wherever_they_are_made() -> None:
    def vow(name: str) -> tuple[r.Effect, ...]:
        made = r.MakePromise("esa", name, 6, holds("rung == 0"))
        return (r.When(holds("tension > 3"), (made,), (replace(made, text=f"{name} else"),)),)

    letter, lobby = CONTENT.events["letter"], CONTENT.actions["lobby"]
    hole, swap = CONTENT.events["hole"], CONTENT.clauses["seat_swap"]
    choice = replace(letter.desks[0].choices[0], outcomes=(r.Outcome(100, "", vow("luck")),))
    index = index_with(
        events={
            "letter": replace(letter, desks=(replace(letter.desks[0], choices=(choice,)),)),
            "hole": replace(hole, results=(r.Result((), "", vow("result")),)),
        },
        actions={"lobby": replace(lobby, outcomes=(r.Outcome(100, "", vow("action")),))},
        clauses={"seat_swap": replace(swap, monthly=vow("monthly"), breach=vow("breach"))},
    )
    names = ("luck", "result", "action", "monthly", "breach")
    assert set(index.promises) == {f"{n}{tail}" for n in names for tail in ("", " else")}

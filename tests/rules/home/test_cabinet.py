"""Four desks a chair: who sits there, who comes next, and what a state may say of it."""

from __future__ import annotations

from dataclasses import replace

from game.content import records as r
from game.rules.home.cabinet import advisers, benches, marks, next_in_line, seated, skill
from game.rules.index import index_of
from game.rules.legality import options
from game.rules.view import view
from tests.small import BRIEF, CAMPAIGN, CONTENT
from tests.worlds import INDEX, decide, opening, perform_on, until


def titles(*found: r.Adviser) -> list[str]:
    return [adviser.id for adviser in found]


def test_a_chair_is_advised_by_desk_and_never_by_a_reserve() -> None:
    state = opening()
    assert titles(*advisers(INDEX, state, "nasa")) == ["flight", "purse", "envoys", "polls"]
    assert titles(*advisers(INDEX, state, "roscosmos")) == ["kremlin_desk"]
    assert advisers(INDEX, state, "esa") == ()


def test_who_sits_in_one_scenario_comes_before_who_sits_in_all() -> None:
    brief = index_of(CONTENT, BRIEF)
    found = seated(brief, opening(scenario=BRIEF), "nasa", "home")
    assert found is not None and found.id == "polls_brief"


def test_a_later_pack_takes_a_desk_over() -> None:
    newer = replace(CONTENT.advisers["flight"], id="extra:flight", skill=2)
    stamps = (replace(CONTENT.packs[0], id="base"), replace(CONTENT.packs[0], id="extra"))
    table = {"extra:flight": newer, **CONTENT.advisers}
    index = index_of(replace(CONTENT, packs=stamps, advisers=table), CAMPAIGN)
    assert skill(index, opening(), "nasa", "station") == 2


def test_skill_is_nothing_where_nobody_sits() -> None:
    assert skill(INDEX, opening(), "nasa", "abroad") == 3
    assert skill(INDEX, opening(), "roscosmos", "abroad") == 0
    assert skill(INDEX, opening(), "esa", "home") == 0


def test_a_call_brings_the_next_in_line_and_then_the_first_again() -> None:
    draft = perform_on(opening(), r.CallAdviser("station"))
    assert skill(INDEX, draft.state, "nasa", "station") == 1
    assert [c.seen for c in draft.changes if c.kind == "leader"] == [("nasa",)]
    again = perform_on(draft.state, r.CallAdviser("target"), target="desk.station")
    assert skill(INDEX, again.state, "nasa", "station") == 5


def test_a_reserve_can_take_an_empty_desk_once() -> None:
    state = opening()
    draft = perform_on(state, r.CallAdviser("abroad"), chair="roscosmos")
    assert skill(INDEX, draft.state, "roscosmos", "abroad") == 2
    assert next_in_line(INDEX, draft.state, "roscosmos", "abroad") is None


def test_a_call_changes_nothing_where_nobody_waits() -> None:
    draft = perform_on(opening(), r.CallAdviser("money"))
    assert draft.state.words == opening().words
    assert draft.changes == []


def test_the_agenda_aims_at_desks_with_a_reserve() -> None:
    state = until(opening(), "agenda", "nasa")
    found = options(CONTENT, view(CONTENT, state, "nasa"))
    aims = [o.decision.target for o in found if o.decision.pick == "swap_desk"]
    assert aims == ["desk.station"]
    after = decide(state, "swap_desk", "desk.station").state
    assert skill(INDEX, after, "nasa", "station") == 1


def test_marks_name_every_desk_that_has_somebody() -> None:
    assert marks(INDEX)["nasa.adviser.station"] == ("flight", "flight_spare")
    assert len(marks(INDEX)) == len(benches(INDEX)) == 6

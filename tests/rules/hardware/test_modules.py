"""Modules close one by one as a half wears, and open again where it is cared for."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from game.content.cached import load_content
from game.content.lines import UNINHABITABLE
from game.content.paths import SEGMENTS
from game.content.records import Module, Shift
from game.rules.draft import Draft
from game.rules.hardware import ageing
from game.rules.hardware.modules import MARGIN, closed, look_after
from game.rules.ledger import moved
from game.rules.state import State
from tests.small import CONTENT
from tests.worlds import INDEX, changed, opening

HUT = Module("hut", "Hut", "ros", 60, "Shut.", "Open.", "A hut.", (Shift("supplies", -5),))
BARN = replace(HUT, id="barn", fails=40)
WITH = replace(INDEX, content=replace(CONTENT, modules={"barn": BARN, "hut": HUT}))


def _looked_after(state: State, health: int) -> Draft:
    draft = Draft(WITH, state)
    draft.figures["integrity_ros"] = health
    look_after(draft)
    return draft


def _closed(state: State) -> list[str]:
    return [module.id for module in closed(WITH.content, state)]


@given(st.lists(st.integers(0, 100), max_size=12))
def test_a_module_is_closed_at_its_line_and_opened_well_over_it(course: list[int]) -> None:
    state, shut = opening(), set[str]()
    for health in course:
        draft = _looked_after(state, health)
        state = draft.state
        for module in (BARN, HUT):
            if health <= module.fails:
                shut.add(module.id)
            elif health >= module.fails + MARGIN:
                shut.discard(module.id)
        assert _closed(state) == sorted(shut)


def test_each_closing_is_told_once_and_does_what_it_says() -> None:
    draft = _looked_after(opening(), 60)
    assert [c.path for c in draft.changes if c.kind == "headline"] == ["integrity_ros"]
    assert moved(draft.changes, "supplies") == -5
    again = _looked_after(draft.state, 59)
    assert not again.changes
    reopened = _looked_after(again.state, 70)
    assert [c.kind for c in reopened.changes] == ["headline"]
    assert not _closed(reopened.state)


def test_a_half_loses_its_modules_long_before_it_is_lost() -> None:
    content = load_content()
    for segment in SEGMENTS:
        lines = [m.fails for m in content.modules.values() if m.segment == segment]
        assert len(lines) == len(set(lines)) >= 4
        assert min(lines) >= UNINHABITABLE + 10


@given(st.integers(-50, 400))
def test_spares_that_nobody_pays_for_wear_the_half(treasury: int) -> None:
    state = changed(opening(), nasa__treasury=treasury, integrity_usos=80, integrity_ros=80)
    draft = Draft(INDEX, state)
    draft.figures["date"] = ageing.OLD + 3 * ageing.DAYS_A_YEAR
    cost = draft.figures["nasa.income"] * 3 * ageing.SPARES * 3 // 100
    for chair in INDEX.chairs:
        if chair != "nasa":
            draft.figures[f"{chair}.treasury"] = 4000
    ageing.buy_spares(draft, 3)
    lost = -moved(draft.changes, "integrity_usos")
    assert lost == 0 if treasury >= cost else 1 <= lost <= ageing.LACKING
    assert not moved(draft.changes, "integrity_ros")

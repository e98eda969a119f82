"""A kind of decision is declared once; what is true of it is asked, never listed again."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.narration.decisions import TITLES, cost_text
from game.rules.deciding import DECIDING
from game.rules.index import index_of
from game.rules.kinds import KINDS
from game.rules.legality import options
from game.rules.state import SlotKind, State
from game.rules.turn import apply
from game.testing.strategies import states
from tests.small import CONTENT

GAME = Path(__file__).parents[1] / "game"
NAMES = frozenset(get_args(SlotKind))


def test_every_kind_has_its_records() -> None:
    assert set(KINDS) == set(DECIDING) == set(TITLES) == NAMES


def _listed(module: Path) -> Iterator[int]:
    """Yield the lines at which several kinds are listed to be looked for in."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        compared = node.comparators if isinstance(node, ast.Compare) else []
        named = [node.value] if isinstance(node, ast.Assign) else []
        for one in (*compared, *named):
            if isinstance(one, ast.Tuple | ast.List | ast.Set) and len(one.elts) > 1:
                held = [part.value for part in one.elts if isinstance(part, ast.Constant)]
                if len(held) == len(one.elts) and NAMES.issuperset(held):
                    yield one.lineno


@pytest.mark.parametrize("room", sorted(p.name for p in GAME.iterdir() if p.is_dir()))
def test_no_module_lists_the_kinds_of_a_sort(room: str) -> None:
    modules = (m for m in (GAME / room).rglob("*.py") if room != "content")
    found = [f"{m.relative_to(GAME)}:{line}" for m in modules for line in _listed(m)]
    assert found == []


@given(states(CONTENT, most_bytes=60))
def test_a_slot_is_about_what_its_kind_is_about(state: State) -> None:
    index = index_of(CONTENT, state.scenario)
    for slot in state.queue:
        kind, how = KINDS[slot.kind], DECIDING[slot.kind]
        assert slot.subject in how.subjects(index, state, slot)
        assert kind.of_a_card == (slot.subject in CONTENT.events)
        assert kind.of_an_offer == any(offer.id == slot.subject for offer in state.offers)
        assert kind.open_ended == (slot.subject == "")


@given(st.data())
def test_a_decision_costs_what_it_is_told_to_cost(data: st.DataObject) -> None:
    """The capital that a cost names is gone; a desk's own choice is known by its causes."""
    state = data.draw(states(CONTENT, most_bytes=60))
    legal = [option.decision for option in options(CONTENT, state) if option.legal]
    bare = [decision for decision in legal if decision.pick not in ("offer", "counter")]
    decision = data.draw(st.sampled_from(bare))
    how, index = DECIDING[decision.kind], index_of(CONTENT, state.scenario)
    capital, _ = how.cost(index, state, decision)
    assert (f"capital {capital}" in cost_text(CONTENT, state, decision)) == bool(capital)
    held = state.figures[f"{decision.chair}.capital"]
    step = apply(CONTENT, state, decision)
    direct = step.changes[: step.direct]
    paid = [c for c in direct if c.path == f"{decision.chair}.capital" and c.amount < 0]
    if not KINDS[decision.kind].sealed and decision.kind != "answer":
        assert sum(c.amount for c in paid) == -min(capital, held)
    if decision.kind in ("card", "agenda") and decision.pick != "end":
        causes = how.causes(state.queue[0], decision)
        assert any(change.cause in causes for change in direct) or not direct

"""The game's own pack against the rules: every name means something in a real state."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from game.content.coverage import coverage
from game.content.fields import Expr, Path
from game.content.lint.subject import Place, Subject, subjects, world_of
from game.content.load import Checked, compile_content
from game.content.records import Choice, Content, Shift
from game.content.walk import Visit
from game.rules.setup import Setup, new_game
from game.rules.state import State
from tests.content.conftest import FACTIONS

SCENARIOS = {"base": "cold_snap_2022", "handshake_1975": "handshake_1975"}
TARGETS = {
    "base": {
        "partner": ("nasa", "roscosmos", "esa"),
        "faction": ("nasa.faction.congress",),
        "option": ("option.us_reboost",),
    },
    "handshake_1975": {
        "partner": ("nasa", "soviet_academy"),
        "faction": ("nasa.faction.lawmakers",),
    },
}


@pytest.fixture(scope="module")
def states(base: Content) -> dict[str, State]:
    """Return the opening of a scenario of each pack's world."""
    setups = {pack: Setup(name, "nasa", 1) for pack, name in SCENARIOS.items()}
    return {pack: new_game(base, setup)[0] for pack, setup in setups.items()}


def visits(checked: Checked) -> Iterator[tuple[Subject, Visit, Place]]:
    for subject in subjects(world_of(checked.objects, checked.libraries)):
        for visit in subject.visits:
            if isinstance(visit.marker, Expr | Path) and subject.defined.kind != "scenario":
                yield subject, visit, subject.place(visit.loc)


def pairs(place: Place, pack: str) -> Iterator[tuple[str, str]]:
    """Yield every chair and target that a place of a pack may be bound to."""
    for chair in place.chairs or ("",):
        for target in TARGETS[pack].get(place.target, ("",)):
            if not chair or target != chair:
                yield chair, target


def test_every_expression_can_be_asked(checked: Checked, states: dict[str, State]) -> None:
    asked = 0
    for subject, visit, place in visits(checked):
        if isinstance(visit.marker, Expr) and isinstance(visit.value, str):
            expression, _ = subject.library.check(visit.value, visit.marker.wants)
            assert expression is not None
            for chair, target in pairs(place, subject.defined.pack):
                state = states[subject.defined.pack]
                assert isinstance(expression.bind(chair, target)(state, {"amount": 1}), int)
                asked += 1
    assert asked > 500


def test_every_figure_that_an_effect_moves_exists(
    checked: Checked, states: dict[str, State]
) -> None:
    missing = set()
    for subject, visit, place in visits(checked):
        if not isinstance(visit.marker, Path) or visit.value == "target":
            continue
        name = subject.library.names.resolve(str(visit.value))
        assert name is not None
        for chair, target in pairs(place, subject.defined.pack):
            path = name.key.replace("{self}", chair).replace("{target}", target)
            missing |= {path} - states[subject.defined.pack].figures.keys()
    assert missing == set()


def test_every_item_of_the_articles_is_used_or_excused(checked: Checked) -> None:
    assert coverage(checked).missing == ()


def test_a_restless_faction_can_be_settled_met_halfway_or_let_be(checked: Checked) -> None:
    content = compile_content(checked)
    state, _ = new_game(content, Setup(SCENARIOS["base"], "nasa", 1))
    asking = {e: e.when.text for e in content.events.values() if e.when and "unrest" in e.when.text}
    assert all(any(f'"{name}"' in text for text in asking.values()) for name in FACTIONS)
    for event in asking:
        desk = event.desks[0]
        state.figures[f"{desk.chair}.unrest"] = 12
        left = {c.id: _unrest_left(c, state, desk.chair) for c in desk.choices}
        assert left and min(left.values()) == 0 and max(left.values()) == 12, (event.id, left)
        assert all(value in (0, 4, 12) for value in left.values()), (event.id, left)


def _unrest_left(choice: Choice, state: State, chair: str) -> int:
    """Return what of the unrest a choice would leave."""
    moves = [e.by for e in choice.effects if isinstance(e, Shift) and e.path == "unrest"]
    drops = (by if isinstance(by, int) else by.bind(chair)(state, {}) for by in moves)
    return state.figures[f"{chair}.unrest"] + sum(drops)

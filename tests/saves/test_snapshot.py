from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.records import Content
from game.errors import SaveError
from game.rules.encoding import encode_state
from game.rules.figures import about_word, restless_word
from game.rules.index import index_of
from game.rules.setup import Setup, new_game
from game.rules.state import Promise, State
from game.rules.table.leaders import in_line
from game.saves.snapshot import Admitted, admit
from game.session import Session
from tests.saves.games import CHAIRS, SMALL, session

GAME = session(4)
SETUP = GAME.setup
VALUES = st.one_of(
    st.integers(-5, 5),
    st.integers(),
    st.text(max_size=3),
    st.none(),
    st.booleans(),
    st.just([]),
    st.just({}),
    st.sampled_from(["nasa", "esa", "rubio", "soyuz", "card", "aboard", "ground", ""]),
)


def _data(state: State | None = None) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(json.dumps(encode_state(state or GAME.state)))
    return data


def _admit(data: dict[str, Any], content: Content = SMALL, setup: Setup = SETUP) -> Admitted:
    return admit(content, setup, data, "save.json")


def _play_a_turn(state: State) -> None:
    game = Session(SMALL, SETUP, dict.fromkeys(CHAIRS, "random"), opening=state)
    while not game.over and game.state.turn <= state.turn:
        game.play_one()


def test_every_state_of_a_game_is_admitted_as_it_is() -> None:
    for state in GAME.states:
        assert _admit(_data(state)) == Admitted(state)


@given(st.data())
def test_a_spoilt_state_is_refused_or_can_be_played(data: st.DataObject) -> None:
    spoilt = _data(data.draw(st.sampled_from(GAME.states)))
    for _ in range(data.draw(st.integers(1, 3))):
        _spoil(spoilt, data)
    try:
        admitted = _admit(spoilt)
    except SaveError as error:
        assert "save.json" in str(error)
    else:
        _play_a_turn(admitted.state)


def _spoil(value: Any, data: st.DataObject) -> None:
    """Change, remove or add one thing somewhere in a JSON value."""
    while True:
        keys = list(value) if isinstance(value, dict) else list(range(len(value)))
        if not keys:
            return
        key = data.draw(st.sampled_from(keys))
        if isinstance(value[key], (dict, list)) and value[key] and data.draw(st.booleans()):
            value = value[key]
            continue
        if data.draw(st.integers(0, 4)) == 0:
            del value[key]
        else:
            value[key] = data.draw(VALUES)
        return


def _with(**changes: Any) -> dict[str, Any]:
    return _data() | changes


CREW: tuple[object, ...] = ("nasa", "ground", "", 1, False, 0, 50, 100, 0, "", [])
SHIP = ("X", "nasa", 1, 2, "", 0, 0)
FLIGHT, UNTOUCHED = ("F", "nasa", 1, 2), ("", False, 0, "")


@pytest.mark.parametrize(
    ("table", "rows", "name"),
    [
        ("fired", {"never_written": 738000}, "never_written"),
        ("met", ["never_written"], "never_written"),
        ("scheduled", [["never_written", 738000]], "never_written"),
        ("crew", {"nobody": ["nobody", *CREW]}, "nobody"),
        ("ships", {"x": ["x", "a_bus", *SHIP]}, "a_bus"),
        ("manifest", [["f", "a_bus", *FLIGHT, [], *UNTOUCHED]], "a_bus"),
        ("manifest", [["f", "soyuz", *FLIGHT, ["nobody"], *UNTOUCHED]], "nobody"),
        ("deals", [["d", ["nasa", "esa"], [["no_clause", 1, "nasa", ""]], 1, 9, [], ""]],
         "no_clause"),
        ("claims", [["d", "mars", "nasa", 7]], "mars"),
        ("offers", [["o", "nasa", "mars", [], 0, ""]], "mars"),
        ("offers", [["o", "nasa", "esa", [["no_clause", 1, "nasa", ""]], 0, ""]], "no_clause"),
        ("knowledge", {"mars": {}}, "mars"),
        ("knowledge", {"nasa": {"esa.luck": [1, 1, 1]}}, "esa.luck"),
        ("queue", [["card", "nasa", "never_written"]], "never_written"),
        ("queue", [["answer", "nasa", "no_offer"]], "no_offer"),
        ("sealed", [["nasa", "never_written", "a"]], "never_written/a"),
        ("ending", "happily", "happily"),
        ("promises", [["mars", "nasa", "Bring cake", 738000, "", "1_nasa_0"]], "mars"),
        ("promises", [["nasa", "mars", "Bring cake", 738000, "", "1_nasa_0"]], "mars"),
    ],
)  # fmt: skip
def test_what_the_packs_dont_know_is_named_with_its_table(
    table: str, rows: object, name: str
) -> None:
    with pytest.raises(SaveError, match=f"{table} names '{name}', which isn't there"):
        _admit(_with(**{table: rows}))


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"turn": 99}, "turn 99"),
        ({"phase": 6}, "phase 6"),
        ({"scenario": "brief"}, "another game"),
        ({"seed": 77}, "another game"),
        ({"queue": []}, "nobody is asked"),
        ({"queue": 1}, "queue: not a list"),
        ({"turn": True}, "turn: not a number"),
        ({"turn": 2**70}, "turn: not a number"),
    ],
)
def test_what_is_no_state_of_this_game_is_refused_with_the_reason(
    changes: dict[str, Any], said: str
) -> None:
    with pytest.raises(SaveError, match=said):
        _admit(_with(**changes))


def test_an_unknown_figure_word_flag_or_leader_is_named() -> None:
    for table, name, value in (
        ("figures", "luck", 3),
        ("flags", "lucky", 1),
        ("words", "mood", "fine"),
        ("words", "nasa.leader", "nobody"),
        ("words", "hatch", "ajar"),
        ("words", restless_word("nasa"), "nobody"),
        ("words", about_word("nasa"), "nothing"),
    ):
        data = _data()
        data[table][name] = value
        with pytest.raises(SaveError, match=f"{table} names"):
            _admit(data)


def test_a_figure_out_of_bounds_is_named() -> None:
    data = _data()
    data["figures"]["tension"] = 101
    with pytest.raises(SaveError, match="tension is 101"):
        _admit(data)


def test_a_date_of_another_turn_is_refused() -> None:
    data = _data()
    data["figures"]["date"] += 1
    with pytest.raises(SaveError, match="date isn't that of its turn"):
        _admit(data)


def test_a_date_outside_all_time_is_refused() -> None:
    with pytest.raises(SaveError, match="outside all time"):
        _admit(_with(promises=[["nasa", "esa", "Bring cake", -1, "", "1_nasa_0"]]))


def test_what_the_packs_have_added_starts_as_in_a_new_game() -> None:
    data = _data()
    option = next(name for name in data["figures"] if name.startswith("option."))
    del data["figures"][option]
    flag = next(iter(SMALL.flags))
    data["flags"].pop(flag, None)
    state = _admit(data).state
    assert state.figures[option] == new_game(SMALL, SETUP)[0].figures[option]
    assert state.flags[flag] == SMALL.flags[flag]


def test_what_a_leader_cares_about_is_that_of_the_loaded_packs() -> None:
    data = _data()
    others = {path: n for path, n in data["figures"].items() if ".weight." not in path}
    for figures in (others, data["figures"] | {"nasa.weight.people": 1}):
        state = _admit(data | {"figures": figures}).state
        assert in_line(index_of(SMALL, SETUP.scenario), state, "nasa")
        held = state.knowledge["esa"]["nasa.weight.people"]
        assert abs(held.estimate - state.figures["nasa.weight.people"]) <= held.spread


def test_derived_figures_are_worked_out_anew() -> None:
    data = _data()
    data["figures"]["aboard"] = 29
    assert _admit(data).state == GAME.state


def test_a_promise_that_is_no_longer_written_is_forgotten_aloud() -> None:
    state = GAME.state.copy()
    state.promises = (Promise("nasa", "esa", "Bring cake", 740000),)
    admitted = _admit(_data(state))
    assert admitted.state.promises == ()
    assert "Bring cake" in admitted.warnings[0]


def test_a_scenario_that_is_gone_is_a_save_error() -> None:
    with pytest.raises(SaveError, match="no scenario 'elsewhere'"):
        _admit(_data(), setup=replace(SETUP, scenario="elsewhere"))

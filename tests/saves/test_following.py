"""Saves follow what packs call otherwise, and do without what is no more."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content.load import load_content, read_content
from game.content.records import Content
from game.rules.encoding import encode_state
from game.rules.kinds import KINDS
from game.rules.state import Slot, State
from game.saves.following import follow
from game.saves.snapshot import admit
from game.session import Session
from tests.content.conftest import DESK, EXTRA_PACK, small_root
from tests.saves.games import CHAIRS, SMALL, session
from tests.saves.games import write as write_file

GAME = session(4)


def waiting() -> tuple[State, str]:
    """Return a state of the game in which a card lies on a desk, and the card."""
    for state in GAME.states:
        for slot in state.queue:
            if KINDS[slot.kind].of_a_card:
                return state, slot.subject
    raise AssertionError


def without(event: str, content: Content = SMALL) -> Content:
    left = {id_: one for id_, one in content.events.items() if id_ != event}
    return replace(content, events=left, removed={"event": {event: "Old news"}})


def data(state: State) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(json.dumps(encode_state(state)))
    return found


def test_a_card_that_is_no_more_is_withdrawn_and_the_game_goes_on() -> None:
    state, event = waiting()
    content = without(event)
    admitted = admit(content, GAME.setup, data(state), "save.json")
    assert admitted.warnings == (
        'The card "Old news" is withdrawn: the packs don\'t have it any more.',
    )
    assert event not in json.dumps(encode_state(admitted.state))
    assert admitted.state.queue
    game = Session(content, GAME.setup, dict.fromkeys(CHAIRS, "random"), opening=admitted.state)
    while not game.over and game.state.turn <= state.turn:
        game.play_one()


def test_where_it_was_all_that_was_to_be_decided_the_next_decision_comes() -> None:
    state, event = waiting()
    alone = state.copy()
    alone.queue = (Slot("card", CHAIRS[0], event),)
    admitted = admit(without(event), GAME.setup, data(alone), "save.json")
    assert admitted.state.queue
    assert admitted.state.phase > state.phase


@pytest.mark.parametrize("number", range(0, 400, 40))
def test_a_card_of_the_past_is_forgotten_without_a_word(number: int) -> None:
    state = GAME.states[number % len(GAME.states)]
    for event in state.fired:
        if event not in {slot.subject for slot in state.queue} | {x.event for x in state.scheduled}:
            assert admit(without(event), GAME.setup, data(state), "save.json").warnings == ()
            return


def test_a_flag_that_is_no_more_is_forgotten() -> None:
    flag = next(iter(SMALL.flags))
    state = GAME.state.copy()
    state.flags = {**state.flags, flag: 1}
    left = {name: start for name, start in SMALL.flags.items() if name != flag}
    content = replace(SMALL, flags=left, removed={"flag": {flag: flag}})
    assert flag not in admit(content, GAME.setup, data(state), "save.json").state.flags


@given(st.data())
def test_what_is_renamed_is_renamed_everywhere(draw: st.DataObject) -> None:
    state = draw.draw(st.sampled_from(GAME.states))
    old = draw.draw(st.sampled_from(sorted({*SMALL.events, *SMALL.flags, *SMALL.clauses})))
    there, back = ({"event": {a: b}} for a, b in ((old, "m:never_used"), ("m:never_used", old)))
    renamed = follow(replace(SMALL, renamed=there), state).state
    text = json.dumps(encode_state(renamed))
    assert f'"{old}"' not in text
    assert f".{old}" not in text
    assert encode_state(follow(replace(SMALL, renamed=back), renamed).state) == encode_state(state)


def test_a_renamed_card_lies_on_its_desk() -> None:
    state, event = waiting()
    new = f"{event}_as_it_is_now"
    events = {id_: one for id_, one in SMALL.events.items() if id_ != event}
    content = replace(
        SMALL,
        events={**events, new: replace(SMALL.events[event], id=new)},
        renamed={"event": {event: new}},
    )
    admitted = admit(content, GAME.setup, data(state), "save.json")
    assert admitted.warnings == ()
    assert new in {slot.subject for slot in admitted.state.queue}


def test_where_nothing_is_to_be_followed_a_state_stays_the_same() -> None:
    assert follow(SMALL, GAME.state).state is GAME.state


# --- what packs say of it


def found(tmp_path: Path, *lines: str) -> list[tuple[str, int, str]]:
    root = small_root(tmp_path)
    info = EXTRA_PACK + "".join(f"{line}\n" for line in lines)
    write_file(tmp_path / "extra" / "pack.yaml", info)
    write_file(tmp_path / "extra" / "events.yaml", DESK)
    checked = read_content([tmp_path / "extra"], root=root)
    return [(one.code, one.mark.line, f"{one.message}; {one.hint}") for one in checked.findings]


@pytest.mark.parametrize(
    ("line", "code", "said"),
    [
        ("renamed: {event: {dusk: down}}", "E040", 'there is no event "down" in this pack'),
        ("renamed: {event: {dawn: dawn}}", "E057", '"dawn" is there still, as the id of an event'),
        ("renamed: {evnt: {dusk: dawn}}", "E057", 'did you mean "event"'),
        ("renamed: {scenario: {dusk: dawn}}", "E057", "can't do without the id of a scenario"),
        ("removed: {event: [dawn]}", "E057", '"dawn" is there still'),
        ("removed: {clause: [dusk]}", "E057", "can't do without the id of a clause"),
        ("removed: {event: dusk}", "E024", "a list stands here"),
    ],
)
def test_what_a_pack_says_wrongly(tmp_path: Path, line: str, code: str, said: str) -> None:
    ((wrong, place, told), *_) = found(tmp_path, line)
    assert (wrong, place) == (code, 5)
    assert said in told


def test_what_a_pack_says_rightly_is_content(tmp_path: Path) -> None:
    assert found(tmp_path, "renamed: {event: {dusk: dawn}}", "removed: {flag: [thaw]}") == []
    content = load_content([tmp_path / "extra"], root=tmp_path / "content")
    assert content.renamed == {"event": {"extra:dusk": "extra:dawn"}}
    assert content.removed == {"flag": {"extra:thaw": "thaw"}}

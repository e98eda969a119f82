"""Saves of earlier formats go on: one of each is kept here, and words in them stay as they are.

`format_1_in_words.json` was written when a flight still kept in words why it had moved,
`format_1_in_codes.json` when it had come to keep a code; `format_2.json` when a deal was no more
than its terms and its days. A format that is given up leaves one too.
"""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.content.records import Content
from game.narration.hardware import flights
from game.narration.words import why_told
from game.rules.encoding import digest, encode_state
from game.rules.state import State
from game.saves.earlier_formats import CODES
from game.saves.record import FORMAT, Record, from_text
from game.saves.store import Store
from game.session import Session
from game.session.keeper import to_record
from game.session.keeping import Resumed, go_on, resume, verify
from game.session.others import move_at
from tests.saves.games import CHAIRS, NOON, SMALL, body_of, do_first, sealed, with_person

EARLIER = sorted((Path(__file__).parent / "earlier").glob("*.json"))
SENTENCE = "Because of something that an older game said"


def _read(path: Path) -> tuple[Record, dict[str, Any]]:
    """Return a kept save, and its file as it stands."""
    text = path.read_text(encoding="utf-8")
    return from_text(text, path.name), json.loads(text)


def test_one_save_of_every_earlier_format_is_kept() -> None:
    assert {_read(path)[0].format for path in EARLIER} == set(range(1, FORMAT))


@pytest.mark.parametrize("path", EARLIER, ids=lambda path: path.stem)
def test_a_save_of_an_earlier_format_loads_and_goes_on(base: Content, path: Path) -> None:
    record, _ = _read(path)
    session = resume(base, record, path.name).session
    assert session.state.turn == record.snapshot["turn"]
    before = len(session.decisions)
    while session.state.turn == record.snapshot["turn"]:
        session.play_others()
        do_first(session)
    assert len(session.decisions) > before
    saved = to_record(session, NOON)
    again = resume(base, saved)
    assert saved.format == FORMAT
    assert again == Resumed(again.session)


@pytest.mark.parametrize("path", EARLIER[:2], ids=lambda path: path.stem)
def test_why_its_flights_have_moved_is_told_in_its_words(base: Content, path: Path) -> None:
    record, body = _read(path)
    state = resume(base, record, path.name).session.state
    kept = [flight[-1] for flight in body["snapshot"]["manifest"] if flight[-1]]
    lines = [entry.line for entry in flights(base, state)]
    assert kept
    for why in kept:
        assert "choice:" not in why_told(base, why)
        assert any(f": {why_told(base, why)}" in line for line in lines), lines


def test_the_words_that_the_oldest_keeps_are_shown_as_they_are(base: Content) -> None:
    record, _ = _read(next(path for path in EARLIER if "in_words" in path.name))
    state = resume(base, record).session.state
    told = "A door at the training site: Teach without the simulator for a while"
    assert [told in entry.line for entry in flights(base, state)].count(True) == 1


def _worded(why: str) -> str:
    """Return what an older game kept in the place of a code."""
    words = {code: text for text, code in CODES.items()}
    return why and words.get(why, SENTENCE)


def _old(state: State) -> State:
    return replace(state, manifest=tuple(replace(f, why=_worded(f.why)) for f in state.manifest))


def _older(game: Session, **changes: Any) -> Record:
    """Return the save that an older game, with words in the place of codes, would have left."""
    body = body_of(to_record(game, NOON))
    turns = [page.turn for page in game.pages]
    first = {turn: next(s for s in game.states if s.turn == turn) for turn in turns}
    ends = [_old(first[turn]) for turn in turns]
    chain: list[str] = []
    for state in ends:
        chain.append(digest(state, *chain[-1:]))
    for taken in body["decisions"]:
        taken.update(after="", why=SENTENCE)
    old = {"format": 1, "chain": chain, "snapshot": encode_state(_old(game.state)), **changes}
    return from_text(sealed({**body, **old}), "older.json")


PLAYED = with_person(7)
OLDER = _older(PLAYED)


def test_where_only_words_differ_history_and_undo_are_kept(tmp_path: Path) -> None:
    assert any(f.why for f in PLAYED.state.manifest)
    assert to_record(PLAYED, NOON).chain != OLDER.chain
    store = Store(tmp_path)
    name = store.create(OLDER)
    resumed = go_on(SMALL, store, name)
    assert resumed == Resumed(resumed.session)
    assert resumed.session.states == PLAYED.states
    assert resumed.session.undo()
    do_first(resumed.session)
    assert [entry.name for entry in store.entries()] == [name]
    assert store.load(name).format == FORMAT
    assert verify(SMALL, store.load(name))


def test_what_players_said_in_an_older_game_is_shown_as_it_is() -> None:
    session = resume(SMALL, OLDER).session
    told = {move_at(session, CHAIRS[0], place).reason for place in range(len(session.decisions))}
    assert SENTENCE in told


def test_words_for_which_there_is_a_code_become_it() -> None:
    kept = [flight[-1] for flight in OLDER.snapshot["manifest"]]
    codes = [f.why for f in PLAYED.state.manifest]
    assert kept == [code if code in CODES.values() else code and SENTENCE for code in codes]
    for words, code in CODES.items():
        assert why_told(SMALL, code) == words


def test_where_more_than_words_differs_history_starts_anew_and_says_so() -> None:
    state = _old(PLAYED.state)
    figures = {**state.figures, "tension": state.figures["tension"] - 1}
    older = _older(PLAYED, snapshot=encode_state(replace(state, figures=figures)))
    resumed = resume(SMALL, older)
    assert resumed.anew
    assert "The history of this game starts here" in resumed.warnings[0]


def test_a_save_of_this_format_is_forgiven_no_words() -> None:
    resumed = resume(SMALL, replace(OLDER, format=FORMAT))
    assert resumed.anew


def test_deals_of_format_2_are_drawn_up_and_give_back_what_they_hold(base: Content) -> None:
    record, body = _read(next(path for path in EARLIER if path.stem == "format_2"))
    resumed = resume(base, record)
    state = resumed.session.state
    assert [(d.id, d.ends) for d in state.deals] == [
        (deal[0], deal[4]) for deal in body["snapshot"]["deals"]
    ]
    read = body["snapshot"]["figures"]["sanctions"]
    assert state.figures["sanctions"] == read
    assert state.held["sanctions"].base == read + 5, "a carve-out runs, which holds 5 points"
    assert any("deals in force go on as they stand" in line for line in resumed.warnings)

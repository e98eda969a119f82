from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from game.errors import SaveError
from game.report.vouching import IRON_BY_ITSELF, as_told
from game.rules.encoding import digest
from game.rules.legality import options
from game.rules.view import view
from game.saves.record import Record
from game.saves.store import Store
from game.session import PERSON, Session
from game.session.keeper import Keeper, to_record
from game.session.keeping import Resumed, go_on, resume, start, verify
from game.version import game_version
from tests.saves.games import (
    CHAIRS,
    NOON,
    SMALL,
    do_first,
    noon,
    session,
    stamped,
    with_person,
)

PLAYED = with_person(3)
SAVED = to_record(PLAYED, NOON)


@pytest.fixture
def store(tmp_path: Path) -> Store:
    return Store(tmp_path)


def _same(ours: Session, theirs: Session) -> bool:
    return (
        ours.states == theirs.states
        and ours.pages == theirs.pages
        and ours.chain == theirs.chain
        and ours.decisions == theirs.decisions
        and ours.reasons == theirs.reasons
    )


def _play_on(game: Session, decisions: int) -> str:
    for _ in range(decisions):
        game.play_others()
        do_first(game)
    return digest(game.state)


def test_a_resumed_game_is_the_one_that_was_saved() -> None:
    resumed = resume(SMALL, SAVED)
    assert resumed == Resumed(resumed.session)
    assert _same(resumed.session, PLAYED)


def test_a_resumed_game_goes_on_as_the_other_would_have() -> None:
    one, other = with_person(3), resume(SMALL, SAVED).session
    assert _play_on(one, 12) == _play_on(other, 12)
    assert _same(one, other)


def test_a_resumed_game_can_be_undone() -> None:
    resumed = resume(SMALL, SAVED).session
    assert resumed.undo()
    assert resumed.hindsight
    assert resumed.state in PLAYED.states


def test_a_mended_text_spoils_nothing() -> None:
    resumed = resume(stamped(text="c"), SAVED)
    assert not resumed.warnings
    assert resumed.session.decisions


def test_new_rules_that_change_nothing_so_far_keep_the_history() -> None:
    resumed = resume(stamped(rules="c"), SAVED)
    assert not resumed.anew
    assert _same(resumed.session, PLAYED)


def _astray(**changes: Any) -> Record:
    """Return a save whose decisions no longer lead to its state."""
    return replace(SAVED, chain=[*SAVED.chain[:-1], "0" * 64], **changes)


def test_other_rules_let_history_start_at_the_snapshot() -> None:
    resumed = resume(stamped(rules="c"), _astray())
    assert resumed.anew
    assert resumed.session.state == PLAYED.state
    assert resumed.session.opening == PLAYED.state
    assert resumed.session.decisions == []
    assert "history of this game starts here" in resumed.warnings[0]
    assert "the pack Small (small) has other rules than 1.0 had then" in resumed.warnings[0]


def test_packs_that_came_and_went_are_named() -> None:
    warning = resume(stamped(pack="other"), _astray()).warnings[0]
    assert "the pack Small (small) isn't loaded" in warning
    assert "the pack Small (other) is new" in warning


def test_another_version_of_the_game_is_named() -> None:
    warning = resume(SMALL, _astray(game="0.0.1")).warnings[0]
    assert f"it was saved by version 0.0.1, this is {game_version()}" in warning


def test_a_decision_that_cant_be_taken_any_more_starts_history_anew() -> None:
    first = replace(SAVED.decisions[0], pick="never_written")
    resumed = resume(SMALL, _astray(decisions=[first, *SAVED.decisions[1:]]))
    assert resumed.anew
    told = resumed.warnings[0]
    assert "decision 1 (Roscosmos in turn 1, card cold_morning) can't be taken any more" in told
    assert "(There is no such choice on this card)" in told


def test_a_game_that_started_at_a_snapshot_is_saved_and_replayed_from_there() -> None:
    game = resume(SMALL, _astray()).session
    _play_on(game, 5)
    again = resume(SMALL, to_record(game, NOON))
    assert not again.warnings
    assert _same(again.session, game)


def test_verify_replays_a_whole_save() -> None:
    assert _same(verify(SMALL, SAVED), PLAYED)


def test_verify_names_the_turn_that_comes_out_differently() -> None:
    with pytest.raises(SaveError, match="turn 1 comes out differently"):
        verify(SMALL, replace(SAVED, chain=[SAVED.chain[0], "0" * 64]))


def _otherwise(place: int, **changes: Any) -> Record:
    """Return a save of which one decision was changed and the rest left as it was."""
    decisions = list(SAVED.decisions)
    decisions[place] = replace(decisions[place], **changes)
    return replace(SAVED, decisions=decisions)


def _changeable() -> tuple[int, str]:
    """Return the place of a card's decision in mid-game, and another choice that it had."""
    game = PLAYED
    for place, decision in enumerate(game.decisions):
        if place < 5 or decision.kind != "card":
            continue
        legal = options(SMALL, view(SMALL, game.states[place], decision.chair))
        for option in legal:
            if option.legal and option.decision.pick != decision.pick:
                return place, option.decision.pick
    raise AssertionError("nothing could have been decided otherwise")


def test_verify_names_the_first_decision_that_leads_elsewhere() -> None:
    place, other = _changeable()
    named = rf"decision {place + 1} \(.* in turn \d+, card .*elsewhere"
    with pytest.raises(SaveError, match=named):
        verify(SMALL, _otherwise(place, pick=other))


def test_verify_of_a_save_without_marks_names_the_decisions_of_the_turn() -> None:
    place, other = _changeable()
    bare = [replace(t, after="") for t in _otherwise(place, pick=other).decisions]
    with pytest.raises(SaveError) as refused:
        verify(SMALL, replace(SAVED, decisions=bare))
    named = r"turn (\d+) comes out differently, in one of the decisions (\d+) to (\d+)"
    found = re.search(named, str(refused.value))
    assert found is not None
    turn, first, last = map(int, found.groups())
    assert PLAYED.states[place].turn == turn and first <= place + 1 <= last
    assert [PLAYED.states[n - 1].turn for n in (first - 1, first)] == [turn - 1, turn]


def test_verify_notices_a_state_the_decisions_dont_lead_to() -> None:
    fewer = replace(SAVED, decisions=SAVED.decisions[:-1])
    with pytest.raises(SaveError, match="the last turn comes out differently"):
        verify(SMALL, fewer)


def test_chairs_must_be_taken_by_somebody_who_exists() -> None:
    with pytest.raises(SaveError, match="needs the player 'oracle'"):
        resume(SMALL, replace(SAVED, seats=dict.fromkeys(CHAIRS, "oracle")))
    with pytest.raises(SaveError, match="doesn't seat"):
        resume(SMALL, replace(SAVED, seats={"nasa": PERSON}))
    with pytest.raises(SaveError, match="no scenario"):
        resume(SMALL, replace(SAVED, scenario="elsewhere"))


def test_a_game_saves_itself_under_one_name_as_it_goes(store: Store) -> None:
    game = start(SMALL, PLAYED.setup, PLAYED.seats, store)
    _play_on(game, 3)
    game.play_others()
    assert len(list(store.entries())) == 1
    assert _same(go_on(SMALL, store).session, game)


def test_going_on_keeps_the_name(store: Store) -> None:
    name = store.create(SAVED)
    _play_on(go_on(SMALL, store, name).session, 2)
    assert [entry.name for entry in store.entries()] == [name]
    assert len(store.load(name).decisions) > len(SAVED.decisions)


def test_going_on_from_a_snapshot_leaves_the_old_save_alone(store: Store) -> None:
    name = store.create(_astray())
    _play_on(go_on(SMALL, store, name).session, 2)
    assert store.load(name) == _astray()
    assert len(list(store.entries())) == 2


def test_a_keeper_marks_the_time(store: Store) -> None:
    keeper = Keeper(store, clock=noon)
    keeper(PLAYED)
    assert keeper.name == "campaign-nasa-2026-11-21-0001"
    assert store.load(keeper.name).saved_at == "2026-11-21T12:00:00+00:00"


def test_a_finished_game_can_be_saved_and_looked_at(store: Store) -> None:
    game = session(99)
    assert game.over
    assert _same(resume(SMALL, to_record(game, NOON)).session, game)


def test_a_snapshot_that_was_changed_by_hand_is_marked_as_edited(store: Store) -> None:
    figures = {**SAVED.snapshot["figures"], "tension": SAVED.snapshot["figures"]["tension"] + 1}
    edited = replace(SAVED, snapshot={**SAVED.snapshot, "figures": figures})
    resumed = go_on(SMALL, store, store.create(edited))
    assert resumed.session.edited
    assert "edited" in resumed.warnings[0]
    _play_on(resumed.session, 2)
    again = go_on(SMALL, store, resumed.session.saver.name)  # type: ignore[union-attr]
    assert again.session.edited


def test_what_other_rules_or_versions_have_changed_is_not_edited() -> None:
    for content, record in (
        (stamped(rules="c"), _astray()),
        (SMALL, _astray(game="0.0.1")),
        (stamped(pack="other"), _astray()),
        (SMALL, SAVED),
    ):
        assert not resume(content, record).session.edited


def test_a_report_believes_an_iron_run_only_as_far_as_the_register(store: Store) -> None:
    game = start(SMALL, PLAYED.setup, PLAYED.seats, store, iron=True)
    _play_on(game, 3)
    name = store.latest()
    assert as_told(SMALL, store, name)[0].iron
    old = store.load(name)
    _play_on(game, 3)
    store.create_as("copy", old)
    session, doubts = as_told(SMALL, store, "copy")
    assert not session.iron
    assert doubts == (IRON_BY_ITSELF,)


def test_a_save_whose_pack_is_missing_says_which_and_how_to_add_it() -> None:
    mark = replace(SAVED.packs[0], id="mod", title="My Mod", version="2.1")
    needs = replace(SAVED, packs=[*SAVED.packs, mark], scenario="elsewhere")
    for load in (resume, verify):
        with pytest.raises(SaveError, match=r"My Mod \(mod\), version 2\.1.*--pack"):
            load(SMALL, needs)
    warned = resume(SMALL, _astray(packs=needs.packs))
    assert "the pack My Mod (mod) isn't loaded, version 2.1" in warned.warnings[0]

"""Whole games, chosen by bytes: what must hold in every one of them."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import assume, given, settings
from hypothesis import strategies as st

from game.content.records import Content
from game.rules.decisions import Decision
from game.rules.draft import Draft
from game.rules.encoding import canonical, digest
from game.rules.index import index_of
from game.rules.invariants import violations
from game.rules.kinds import KINDS
from game.rules.turn import onward, rest, started
from game.rules.view import view
from game.testing.playing import Game, play
from game.testing.promises import adds_up, foretold, keep, repeats, sound, spares
from game.testing.strategies import SEEDS, games, lookalikes
from tests.small import CONTENT


@given(games(CONTENT, whole=True))
def test_every_invariant_holds_in_every_state_and_the_ledger_sums(game: Game) -> None:
    assert violations(CONTENT, game.opening) == ()
    keep(CONTENT, game, {"sound": sound, "adds_up": adds_up})
    assert game.last.over


@given(games(CONTENT))
def test_previews_come_true(game: Game) -> None:
    keep(CONTENT, game, {"foretold": foretold})


@settings(max_examples=10)
@given(games(CONTENT))
def test_looking_ahead_and_a_decoded_state_lead_where_the_decision_does(game: Game) -> None:
    keep(CONTENT, game, {"repeats": repeats, "spares": spares})


@given(games(CONTENT, whole=True))
def test_the_same_seed_and_decisions_make_the_same_game(game: Game) -> None:
    again = play(CONTENT, game.begin, game.data, whole=True)
    assert [m.decision for m in again.moments] == [m.decision for m in game.moments]
    assert digest(again.last) == digest(game.last)


@given(games(CONTENT), SEEDS)
def test_another_seed_is_another_game(game: Game, seed: int) -> None:
    other = play(CONTENT, replace(game.setup, seed=seed ^ 1), b"")
    if other.setup.seed != game.setup.seed:
        assert digest(other.opening) != digest(game.opening)


@settings(max_examples=10)
@given(st.data())
def test_the_shipped_content_keeps_every_promise(base: Content, data: st.DataObject) -> None:
    game = data.draw(games(base, most_bytes=80))
    keep(base, game, {"sound": sound, "adds_up": adds_up, "foretold": foretold})
    last = game.last
    for chair in index_of(base, game.setup.scenario).chairs:
        other = data.draw(lookalikes(base, last, chair))
        assert view(base, other, chair) == view(base, last, chair)


@given(games(CONTENT))
def test_one_draft_that_goes_on_comes_to_the_same_states(game: Game) -> None:
    assume(game.moments)
    first, *rest = game.moments
    index = index_of(CONTENT, game.setup.scenario)
    draft = started(index, first.before, first.decision)
    assert canonical(draft.state) == canonical(first.step.state)
    for moment in rest:
        onward(draft, moment.decision)
        assert canonical(draft.state) == canonical(moment.step.state)


@given(games(CONTENT))
def test_resting_is_every_agenda_and_place_at_the_table_left_one_by_one(game: Game) -> None:
    index = index_of(CONTENT, game.setup.scenario)
    for state in game.states:
        one, all_at_once = Draft(index, state, told=False), Draft(index, state, told=False)
        for n in range(rest(all_at_once)):
            slot = one.state.queue[0]
            assert KINDS[slot.kind].open_ended, n
            onward(one, Decision(slot.chair, slot.kind, "end"))
        assert canonical(one.state) == canonical(all_at_once.state)

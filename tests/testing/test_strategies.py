"""The strategies draw what they say, and reach what matters."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import Phase, find, given, settings
from hypothesis import strategies as st

from game.content.records import Content
from game.errors import UsageError
from game.players import Diplomat
from game.rules.encoding import canonical, digest
from game.rules.index import index_of
from game.rules.legality import why_not
from game.rules.setup import Setup, new_game
from game.rules.state import Sealed, State, Term
from game.rules.table.deals import why_no_offer
from game.rules.turn import apply
from game.rules.view import view
from game.session import Session
from game.testing.feeding import Feed
from game.testing.hidden import lookalike
from game.testing.playing import Game, Seats, play
from game.testing.pool import kept, pool
from game.testing.reach import drawn, short_of
from game.testing.strategies import (
    Players,
    decisions,
    games,
    illegal_decisions,
    offers,
    papers,
    setups,
    states,
)
from tests.small import BRIEF, CAMPAIGN, CONTENT
from tests.worlds import INDEX, decide, opening, until

MANY = settings(max_examples=3000, phases=(Phase.generate,))


def test_bytes_run_dry_into_zeros() -> None:
    feed = Feed(b"\x05\x01\x02")
    assert feed.below(4) == 1
    assert feed.below(1000) == 258
    assert feed.dry
    assert feed.below(9) == feed.below(1000) == 0


def test_no_bytes_make_the_quietest_game() -> None:
    game = play(CONTENT, Setup(CAMPAIGN, "nasa", 1), b"", whole=True)
    assert game.last.over
    talk = {m.decision.pick for m in game.moments if m.decision.kind in ("agenda", "table")}
    assert talk == {"end"}
    assert play(CONTENT, Setup(CAMPAIGN, "nasa", 1), b"").moments == ()


def test_bytes_reach_every_kind_of_decision() -> None:
    data = Random(1).randbytes(9_000)
    kinds: set[str] = set()
    for seed in range(12):
        game = play(CONTENT, Setup(CAMPAIGN, "nasa", seed), data[seed * 600 :], whole=True)
        kinds |= {m.decision.kind for m in game.moments}
        kinds |= {m.decision.pick for m in game.moments if m.decision.terms}
    assert kinds == {"card", "dilemma", "agenda", "table", "answer", "counter", "ratify", "offer"}


@given(games(CONTENT, CAMPAIGN, most_bytes=60))
def test_a_game_tells_its_states_in_order_and_can_be_played_again(game: Game) -> None:
    assert game.states[0] is game.opening and game.states[-1] is game.last
    for before, moment in zip(game.states, game.moments, strict=False):
        assert moment.before is before
    assert play(CONTENT, game.begin, game.data, seats=game.seats) == game
    assert len(repr(game)) < 2_000


@given(games(CONTENT, CAMPAIGN, from_turn=4, until=6, players=("bytes", "diplomat")))
@settings(max_examples=20)
def test_a_late_game_begins_and_stops_where_it_is_told_to(game: Game) -> None:
    assert 4 <= game.opening.turn < 6
    assert all(moment.before.turn < 6 for moment in game.moments)
    decisions = [*game.before, *(moment.decision for moment in game.moments)]
    state, _ = new_game(CONTENT, game.setup)
    for decision in decisions:
        state = apply(CONTENT, state, decision).state
    assert digest(state) == digest(game.last)
    assert eval(game.told, {"play": play, "kept": kept, "content": CONTENT}) == game


def test_a_chair_is_seated_by_its_own_policy_and_decides_as_in_a_session() -> None:
    by_chair: Players = {"nasa": ("historical",), "roscosmos": ("random",), "esa": (Diplomat,)}
    drawn = games(CONTENT, CAMPAIGN, players=by_chair, whole=True)
    game = find(drawn, lambda g: g.opening.turn == 1, settings=MANY)
    assert game.seats == {"nasa": "historical", "roscosmos": "random", "esa": Diplomat}
    session = Session(CONTENT, game.setup, by_name(game.seats))
    while not session.over:
        session.play_one()
    assert digest(session.state) == digest(game.last)


def by_name(seats: Seats) -> dict[str, str]:
    return {chair: who if isinstance(who, str) else who.name for chair, who in seats.items()}


def test_what_has_no_such_place_or_player_is_told() -> None:
    with pytest.raises(
        UsageError, match="from turn 9 on and before turn 12; the longest has 8 turns"
    ):
        games(CONTENT, CAMPAIGN, from_turn=9, until=12)
    with pytest.raises(UsageError, match="no place"):
        kept(CONTENT, CAMPAIGN, 99, 0)
    with pytest.raises(UsageError, match='did you mean "diplomat"'):
        play(CONTENT, Setup(CAMPAIGN, "nasa", 1), b"", seats={"nasa": "diplomatt"})


def test_drawn_states_reach_every_turn_and_every_kind_often_enough(base: Content) -> None:
    reach = drawn(base, 1000, "cold_snap_2022")
    assert short_of(reach) == []
    assert len(reach.counts["turn"]) >= 30
    places = pool(base, "cold_snap_2022").by_turn
    assert set(places) == set(range(1, base.scenarios["cold_snap_2022"].turns + 1))


def test_papers_of_three_are_drawn_where_somebody_may_convene(base: Content) -> None:
    state, _ = new_game(base, Setup("cold_snap_2022", "nasa", 1))
    paper = find(papers(base, state), lambda offer: len(offer.terms) == 2, settings=MANY)
    assert paper.third and paper.maker == "esa"
    assert papers(base, new_game(base, Setup("handshake_1975", "nasa", 1))[0]).is_empty


@given(setups(CONTENT, BRIEF))
def test_a_named_scenario_is_the_one_drawn(setup: Setup) -> None:
    assert setup.scenario == BRIEF


@pytest.mark.parametrize("kind", ("table", "answer"))
def test_states_of_every_kind_are_found(kind: str) -> None:
    found = find(states(CONTENT, CAMPAIGN), lambda s: s.queue[0].kind == kind, settings=MANY)
    assert found.queue[0].kind == kind


@given(st.data())
def test_offers_are_between_those_named_and_can_be_made(data: st.DataObject) -> None:
    state = opening()
    made = data.draw(offers(CONTENT, state, "esa", "nasa"))
    assert (made.maker, made.to) == ("esa", "nasa")
    assert not why_no_offer(INDEX, state, made)
    anybody = data.draw(offers(CONTENT, state))
    assert {anybody.maker, anybody.to} <= set(INDEX.chairs)


def test_offers_of_several_clauses_and_of_other_amounts_are_drawn() -> None:
    strategy = offers(CONTENT, opening())
    assert len(find(strategy, lambda o: len(o.terms) == 3, settings=MANY).terms) == 3
    swap = find(strategy, lambda o: Term("seat_swap", 4, o.maker) in o.terms, settings=MANY)
    assert swap.terms


@given(st.data(), states(CONTENT))
def test_decisions_are_legal_or_not_as_they_are_called(data: st.DataObject, state: State) -> None:
    seen = view(CONTENT, state, state.queue[0].chair)
    assert not why_not(CONTENT, seen, data.draw(decisions(CONTENT, state)))
    assert why_not(CONTENT, seen, data.draw(illegal_decisions(CONTENT, state)))


@pytest.mark.parametrize("pick", ("offer", "step_up", "end"))
def test_every_move_at_the_table_is_drawn(pick: str) -> None:
    table = until(opening(), "table", "nasa")
    drawn = find(decisions(CONTENT, table), lambda d: d.pick == pick, settings=MANY)
    assert bool(drawn.terms) == (pick == "offer")


def test_nobody_decides_when_the_run_is_over() -> None:
    over = play(CONTENT, Setup(BRIEF, "nasa", 1), b"", whole=True).last
    with pytest.raises(ValueError, match="the run is over"):
        decisions(CONTENT, over)


def test_a_lookalike_changes_whatever_is_hidden_and_nothing_else() -> None:
    state = until(opening(), "table", "nasa")
    state = decide(state, "offer", "roscosmos", Term("seat_swap", 2, "nasa")).state
    state.sealed = (Sealed("nasa", "hole", "look"), Sealed("esa", "letter", "vow"))
    others = [lookalike(CONTENT, state, "esa", Random(n)) for n in range(20)]
    for name in ("seed", "scheduled", "figures", "sealed", "offers", "knowledge", "used"):
        assert any(getattr(other, name) != getattr(state, name) for other in others), name
    for other in others:
        assert other.sealed[1] == state.sealed[1]
        assert other.knowledge["esa"] == state.knowledge["esa"]
        assert view(CONTENT, other, "esa") == view(CONTENT, state, "esa")
        assert canonical(other) != canonical(state)
    mine = lookalike(CONTENT, state, "nasa", Random(1))
    assert mine.offers == state.offers


def test_a_lookalike_of_a_world_without_events_has_no_schedule() -> None:
    bare = replace(CONTENT, events={})
    state, _ = new_game(bare, Setup(BRIEF, "nasa", 1))
    assert lookalike(bare, state, "nasa", Random(1)).scheduled == ()
    assert index_of(bare, BRIEF).dated == {}

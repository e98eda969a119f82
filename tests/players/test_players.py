"""What each player is like, beyond the contract."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import permutations
from random import Random

import pytest

from game.content.records import Content
from game.content.records.effects import Recall, Shift, Spend
from game.content.records.stories import Choice
from game.players import ROSTER, Diplomat, Historical, Move, Player, RandomPlayer
from game.players.bargains import candidates, random_terms
from game.players.historical import stir
from game.players.words import decided
from game.rules.decisions import Decision
from game.rules.legality import options
from game.rules.messages import Message, message
from game.rules.state import Offer, Slot, State, Term
from game.rules.table.deals import verdict, why_no_offer
from game.rules.table.marks import refused
from game.rules.view import view
from tests.small import CONTENT
from tests.worlds import INDEX, changed, decide, opening, until

SWAP = Term("seat_swap", 3, "roscosmos")


def _move(player: Player, state: State, content: Content = CONTENT, dice: int = 1) -> Move:
    seen = view(content, state, state.queue[0].chair)
    return player.decide(content, seen, options(content, seen), Random(dice))


def _card(chair: str, event: str, **figures: int) -> State:
    return replace(changed(opening(), **figures), queue=(Slot("card", chair, event),))


def test_an_offer_whose_sum_has_no_line_is_answered_all_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("game.players.words.assess", lambda *_: ())
    offer = Offer("paper", "esa", "nasa", (Term("alms", 1, "esa", "roscosmos"),), 0, "roscosmos")
    for pick in ("accept", "decline"):
        why = decided(INDEX, opening(), offer, Decision("nasa", "answer", pick))
        assert why == message("why.plain")


def test_the_roster_names_its_players() -> None:
    assert {name: player.name for name, player in ROSTER.items()} == {n: n for n in ROSTER}
    with pytest.raises(NotImplementedError):
        Player().decide(CONTENT, view(CONTENT, opening(), "nasa"), (), Random(1))


def test_the_random_player_takes_anything_legal() -> None:
    state = _card("nasa", "cold_morning", nasa__treasury=100, nasa__capital=3)
    picks = {_move(RandomPlayer(), state, dice=n).decision.pick for n in range(60)}
    assert picks == {"protest", "pay_for_calm", "gamble"}


def test_the_random_player_makes_offers_and_counter_offers() -> None:
    table = until(opening(), "table", "roscosmos")
    moves = [_move(RandomPlayer(), table, dice=n).decision for n in range(40)]
    offers = [m for m in moves if m.pick == "offer"]
    assert offers and all(offer.terms for offer in offers)
    offered = decide(table, "offer", "nasa", SWAP).state
    picks = {_move(RandomPlayer(), offered, dice=n).decision.pick for n in range(40)}
    assert picks == {"accept", "decline", "counter"}


def test_random_terms_can_always_be_offered() -> None:
    state = opening()
    for n in range(60):
        terms = random_terms(CONTENT, state, ("nasa", "roscosmos"), Random(n))
        assert not why_no_offer(INDEX, state, Offer("", "nasa", "roscosmos", terms))
    bare = replace(CONTENT, clauses={})
    assert random_terms(bare, state, ("nasa", "roscosmos"), Random(1)) == ()


def test_the_historical_player_does_what_really_happened() -> None:
    card = _move(Historical(), _card("roscosmos", "cold_morning"))
    assert (card.decision.pick, card.reason) == ("shrug", message("why.record"))
    agenda = changed(until(opening(), "agenda", "nasa"), nasa__capital=3)
    assert _move(Historical(), agenda).decision == Decision("nasa", "agenda", "calm")
    table = until(opening(), "table", "roscosmos")
    move = _move(Historical(), table)
    assert move.decision == Decision("roscosmos", "table", "offer", "nasa", (SWAP,))
    assert move.reason == message("why.record_day", day=date(2022, 2, 15).toordinal())


def test_the_historical_player_keeps_still_otherwise() -> None:
    state = until(opening(), "agenda", "esa")
    assert _move(Historical(), state).decision.pick == "end"
    assert _move(Historical(), _card("esa", "letter")).decision.pick == "write_back"


def test_where_history_is_silent_the_historical_player_stirs_least_and_spends_nothing() -> None:
    loud = Choice("loud", "Loud", effects=(Recall("nasa"),))
    dear = Choice("dear", "Dear", effects=(Spend(5),))
    quiet = Choice("quiet", "Quiet", effects=(Shift("tension", 1),))
    for choices in permutations((loud, dear, quiet)):
        assert min(choices, key=stir).id == "quiet"
    assert stir(dear) < stir(loud)


def test_the_historical_player_signs_what_history_signed_and_what_is_worth_it() -> None:
    table = until(changed(opening(), nasa__trust__roscosmos=0), "table", "roscosmos")
    recorded = decide(table, "offer", "nasa", SWAP).state
    assert verdict(INDEX, recorded, recorded.offers[0], "nasa") < 0
    assert _move(Historical(), recorded).decision.pick == "accept"
    unheard = decide(table, "offer", "nasa", Term("inspection", 1, "roscosmos")).state
    angry = changed(unheard, nasa__trust__roscosmos=0, tension=99, roscosmos__broken=5)
    assert _move(Historical(), angry).decision.pick == "decline"


def test_the_diplomat_signs_at_zero_and_above_and_else_asks_for_what_would_do() -> None:
    table = until(opening(), "table", "nasa")
    offered = decide(table, "offer", "roscosmos", Term("engines", 6, "roscosmos")).state
    friendly = changed(offered, roscosmos__trust__nasa=100, tension=10)
    free = Term("alms", 60, "nasa")
    gift = decide(table, "offer", "roscosmos", free).state
    assert _move(Diplomat(), gift).decision.pick in ("accept", "counter")
    for state in (offered, friendly):
        move = _move(Diplomat(), state)
        total = verdict(INDEX, state, state.offers[0], "roscosmos")
        assert (move.decision.pick == "accept") == (total >= 0)
        assert isinstance(move.reason, Message)
        assert move.reason.arg("total") == total
        assert move.reason.arg("asked") == 0


def test_the_diplomat_declines_what_nothing_could_mend() -> None:
    table = until(opening(), "table", "nasa")
    offered = decide(table, "offer", "esa", Term("ceremony", 1, "nasa")).state
    hopeless = changed(offered, esa__trust__nasa=0, tension=100, nasa__broken=5)
    content = replace(CONTENT, clauses={"ceremony": CONTENT.clauses["ceremony"]})
    assert _move(Diplomat(), hopeless, content).decision.pick == "decline"


def test_the_diplomat_has_its_reasons() -> None:
    agenda = changed(until(opening(), "agenda", "nasa"), nasa__capital=6, nasa__treasury=400)
    move = _move(Diplomat(), agenda)
    assert move.decision.pick != "end" and move.reason
    broke = changed(agenda, nasa__capital=0)
    assert _move(Diplomat(), broke).decision.pick in ("end", "train")


def test_what_was_refused_is_not_offered_again_as_it_was() -> None:
    state = changed(opening(), tension=30)
    found = list(candidates(INDEX, state, "nasa", "roscosmos"))
    today = state.figures["date"]
    for offer in found:
        marked = replace(state, used={**state.used, refused(offer): today})
        assert offer not in candidates(INDEX, marked, "nasa", "roscosmos")


def test_bargains_are_such_as_the_other_side_would_sign() -> None:
    state = changed(opening(), tension=30)
    found = list(candidates(INDEX, state, "nasa", "roscosmos"))
    assert found
    assert all(verdict(INDEX, state, offer, "roscosmos") >= 0 for offer in found)

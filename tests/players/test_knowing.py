"""Bots and what they don't know: prudent offers, and a reason to find out more."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.content import records as r
from game.players import words
from game.players.bargains import EDGE, bolder, candidates
from game.players.diplomat import Diplomat
from game.players.persona import Weighing, worth
from game.players.tastes import HAWKISH, PLAIN
from game.players.words import because
from game.rules.decisions import Branch, Change, Decision
from game.rules.legality import options
from game.rules.messages import NOTHING, Message, message, text
from game.rules.preview import Preview
from game.rules.state import State
from game.rules.table.deals import verdict, why_no_offer
from game.rules.table.marks import refused, repeats
from game.rules.table.remedies import scales_for
from game.rules.view import view
from game.testing.strategies import states
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import INDEX, changed, opening, perform_on, until

NEWS = Change("news", "roscosmos", 0, "test", NOTHING)


def _seen(state: State) -> State:
    return view(CONTENT, state, "nasa")


def test_news_is_worth_the_more_the_less_is_known_and_nothing_when_enough_is() -> None:
    unknown = _seen(opening())
    learned = _seen(perform_on(opening(), r.Study("roscosmos")).state)
    assert worth(CONTENT, unknown, "nasa", (NEWS,), PLAIN) > 0
    assert worth(CONTENT, unknown, "nasa", (NEWS,), HAWKISH) > 0
    assert worth(CONTENT, learned, "nasa", (NEWS,), PLAIN) == 0


def test_news_is_worth_nothing_where_there_is_nothing_to_agree_on() -> None:
    nobody = Change("news", "jaxa", 0, "test", NOTHING)
    assert worth(CONTENT, _seen(opening()), "nasa", (nobody,), PLAIN) == 0


def test_a_bot_that_finds_out_says_so() -> None:
    state = until(opening(), "agenda", "nasa")
    studying = Decision("nasa", "agenda", "read_them", "roscosmos")
    said = because(CONTENT, _seen(state), studying)
    assert said == message("why.learn", partner="roscosmos")


@given(st.data())
def test_a_candidate_is_signed_whatever_is_not_known_once_its_range_is_above_zero(
    data: st.DataObject,
) -> None:
    state = data.draw(states(CONTENT, CAMPAIGN))
    seen = _seen(state)
    for offer in candidates(INDEX, seen, "nasa", "roscosmos"):
        points, off = scales_for(INDEX, seen, offer, "roscosmos").verdict(offer.terms)
        assert points == verdict(INDEX, seen, offer, "roscosmos") >= 0
        if points >= off:
            assert verdict(INDEX, state, offer, "roscosmos") >= 0


@given(st.data())
def test_who_dares_asks_for_more_by_no_more_than_the_edge_of_what_is_known(
    data: st.DataObject,
) -> None:
    state = data.draw(states(CONTENT, CAMPAIGN))
    seen = _seen(state)
    for offer in candidates(INDEX, seen, "nasa", "roscosmos"):
        asked = bolder(INDEX, seen, offer)
        if asked is None:
            continue
        points, off = scales_for(INDEX, seen, asked, "roscosmos").verdict(asked.terms)
        assert -EDGE - off <= points < EDGE
        assert verdict(INDEX, seen, asked, "nasa") > verdict(INDEX, seen, offer, "nasa")
        assert not why_no_offer(INDEX, seen, asked) and not repeats(seen, asked)
        marked = replace(seen, used={**seen.used, refused(asked): seen.figures["date"]})
        assert bolder(INDEX, marked, offer) != asked


def test_a_daring_leader_asks_for_more_and_a_careful_one_for_what_is_signed() -> None:
    table = until(changed(opening(), tension=30, nasa__capital=6), "table", "nasa")
    asked = {}
    for risk in (0, 100):
        head = replace(CONTENT.leaders["nelson"], persona={"risk": risk})
        content = replace(CONTENT, leaders={**CONTENT.leaders, "nelson": head})
        seen = view(content, table, "nasa")
        moves = [Diplomat().decide(content, seen, options(content, seen), Random(n)).decision
                 for n in range(20)]  # fmt: skip
        asked[risk] = [m.terms for m in moves if m.pick == "offer"]
    assert asked[0] and len(set(asked[100])) == 1
    plain = set(asked[0]) - set(asked[100])
    assert plain and asked[0].count(asked[100][0]) < len(asked[0]) / 2


def _brought(monkeypatch: pytest.MonkeyPatch, change: Change) -> Message:
    """Return the reason of a choice that brings one change."""
    state = until(opening(), "agenda", "nasa")
    foreseen = Preview((Branch(100, None, (change,)),))
    monkeypatch.setattr(words, "preview", lambda *_: foreseen)
    monkeypatch.setattr(Weighing, "of", lambda *_: 1)
    studying = Decision("nasa", "agenda", "read_them", "roscosmos")
    return because(CONTENT, _seen(state), studying)


def test_who_calms_its_home_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    calms = Change("figure", "nasa.unrest", -2, "test", text("Heard out"), ("nasa",))
    assert _brought(monkeypatch, calms) == message("why.calm")


def test_who_reads_a_reason_is_never_taken_for_who_gives_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    trusted = Change("figure", "esa.trust.nasa", 6, "test", text("A letter"))
    assert _brought(monkeypatch, trusted) == message(
        "why.gain", path="esa.trust.nasa", amount=6, kept=0
    )

"""Opinions: biased, told apart by skill, deterministic, and blind to what the chair can't see."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from random import Random
from typing import TypedDict, Unpack

from hypothesis import given
from hypothesis import strategies as st

from game.content.records import Content, Voice
from game.rules.advice import Opinion, came_out, opinions, phrases_of, right
from game.rules.decisions import Change, Decision
from game.rules.encoding import decode_state, encode_state
from game.rules.legality import options
from game.rules.messages import text
from game.rules.state import Claim, Offer, Slot, State, Term
from game.rules.view import view
from game.rules.ways_out import ways_out
from game.testing.hidden import lookalike
from game.testing.strategies import states
from tests.small import CONTENT
from tests.worlds import INDEX, decide, opening, quiet, until, with_deal

SEEDS = st.integers(0, 2**32)


def heard(state: State, content: Content = CONTENT) -> tuple[Opinion, ...]:
    return opinions(content, view(content, state, state.queue[0].chair))


def of(adviser: str, state: State, content: Content = CONTENT) -> Opinion:
    return next(o for o in heard(state, content) if o.adviser == adviser)


class AdviserFields(TypedDict, total=False):
    partner: str
    voice: Voice
    skill: int
    bias: Mapping[str, int]


def with_adviser(adviser: str, **more: Unpack[AdviserFields]) -> Content:
    changed_ = replace(CONTENT.advisers[adviser], **more)
    return replace(CONTENT, advisers={**CONTENT.advisers, adviser: changed_})


def moments(count: int, seed: int = 1) -> Iterator[State]:
    """Yield states of a quiet game at which somebody may have an opinion."""
    state = opening(seed)
    for _ in range(count):
        if state.over:
            return
        yield state
        state = quiet(CONTENT, state).state


@given(states(CONTENT), SEEDS)
def test_what_a_chair_cannot_see_moves_no_opinion(state: State, seed: int) -> None:
    if not state.queue:
        return
    chair = state.queue[0].chair
    other = lookalike(CONTENT, state, chair, Random(seed))
    assert opinions(CONTENT, view(CONTENT, other, chair)) == heard(state)


@given(states(CONTENT))
def test_a_state_that_was_saved_and_loaded_gives_the_same_opinions(state: State) -> None:
    assert heard(decode_state(encode_state(state))) == heard(state)


@given(states(CONTENT))
def test_an_opinion_is_about_what_may_be_chosen(state: State) -> None:
    if not state.queue:
        return
    for opinion in heard(state):
        known = [decision for decision, _ in opinion.estimates]
        assert opinion.pick in known and opinion.about in known
        assert opinion.estimate(opinion.pick) == max(worth for _, worth in opinion.estimates)
        assert 0 <= opinion.sure <= 100
        spoken = phrases_of(CONTENT.advisers[opinion.adviser], opinion.stance, opinion.path)
        assert spoken[opinion.phrase]
        assert opinion.path or opinion.stance == "uneasy"


def test_the_purse_warns_of_what_costs_and_the_hawks_hear_it_otherwise() -> None:
    state = until(opening(), "card", "nasa")
    purse = of("purse", state, with_adviser("purse", skill=5))
    estimates = {decision.pick: worth for decision, worth in purse.estimates}
    assert estimates["pay_for_calm"] < min(estimates["protest"], estimates["gamble"])
    assert "treasury" in purse.path or purse.stance == "uneasy"


def test_a_bias_moves_the_estimate_and_nothing_else_does() -> None:
    state = until(opening(), "card", "nasa")
    choice = Decision("nasa", "card", "protest")
    deaf = of("envoys", state, with_adviser("envoys", skill=4, bias={"tension": 100}))
    fair = of("envoys", state, with_adviser("envoys", skill=4))
    assert deaf.estimate(choice) == fair.estimate(choice)
    biased = with_adviser("envoys", skill=4, bias={"tension": 300})
    assert of("envoys", state, biased).estimate(choice) < fair.estimate(choice)


def test_who_has_nothing_at_stake_keeps_silent() -> None:
    state = until(opening(), "card", "nasa")
    spoke = {opinion.adviser for opinion in heard(state)}
    assert "flight" not in spoke and "polls" in spoke


def test_nobody_speaks_at_the_table_where_nothing_is_to_be_left() -> None:
    assert heard(until(opening(), "table", "nasa")) == ()


def test_one_speaks_of_calling_in_what_is_owed() -> None:
    table = until(opening(), "table", "nasa")
    owed = replace(table, claims=(Claim("deal", "nasa", "roscosmos", 90),))
    (said,) = heard(owed, with_adviser("purse", bias={}, skill=5))
    assert said.about == Decision("nasa", "table", "claim", "deal")
    assert (said.stance, said.path, said.amount) == ("for", "nasa.treasury", 90)


def test_nobody_speaks_for_leaving_what_does_all_desks_together_more_good() -> None:
    table = with_deal(until(opening(), "table", "nasa"), "inspection", 1, "nasa")
    assert {o.decision.pick for o in options(CONTENT, table)} >= {"cancel", "break"}
    assert heard(table) == ()


def test_what_leaving_brings_counts_what_stays_away_as_well() -> None:
    table = with_deal(until(opening(), "table", "nasa"), "inspection", 1, "nasa")
    lost = {}
    for months in (0, 6):
        ahead = ways_out(CONTENT, INDEX, view(CONTENT, table, "nasa"), months)
        changes = [c for one in ahead if one[0].pick == "break" for b in one[1] for c in b.changes]
        lost[months] = sum(change.amount for change in changes if change.path == "leak")
    assert lost[6] == lost[0] + 60


def test_one_suggests_on_the_agenda_until_something_is_done() -> None:
    state = until(opening(), "agenda", "nasa")
    (suggestion,) = heard(state)
    assert suggestion.pick.pick != "end" and suggestion.stance != "against"
    after = decide(state, suggestion.pick.pick, suggestion.pick.target).state
    assert after.queue[0] == state.queue[0]
    assert heard(after) == ()


def test_another_speaks_up_the_turn_after() -> None:
    first = until(opening(), "agenda", "nasa")
    later = next(
        s for s in moments(200) if s.turn == first.turn + 1 and s.queue[0] == first.queue[0]
    )
    assert heard(later)[0].adviser != heard(first)[0].adviser


def test_an_offer_is_weighed_with_the_clauses_that_run() -> None:
    state = until(opening(), "table", "nasa")
    answer = decide(state, "offer", "roscosmos", Term("engines", 3, "roscosmos")).state
    content = with_adviser("purse", partner="roscosmos", bias={}, skill=5)
    purse = of("purse", answer, content)
    sign, decline = (Decision("roscosmos", "answer", pick) for pick in ("accept", "decline"))
    assert purse.estimate(decline) == 0
    assert purse.estimate(sign) > 0  # engines pay month by month, nothing at once
    assert (purse.path, purse.amount) == ("roscosmos.treasury", 2 * 3 * 6)


def test_a_deal_that_home_is_against_is_weighed_with_the_clauses_that_run() -> None:
    offer = Offer("1_nasa_roscosmos", "nasa", "roscosmos", (Term("engines", 3, "roscosmos"),))
    slot = Slot("ratify", "roscosmos", offer.id)
    state = replace(opening(), offers=(offer,), queue=(slot,))
    purse = of("purse", state, with_adviser("purse", partner="roscosmos", bias={}, skill=5))
    assert purse.pick == Decision("roscosmos", "ratify", "press")
    assert (purse.path, purse.amount) == ("roscosmos.treasury", 2 * 3 * 6)


def test_right_is_the_sign_of_what_came() -> None:
    good = (("tension", -2, 1000),)
    bad = (("tension", 2, -1000),)
    assert right(5, good) is True
    assert right(-5, good) is False
    assert right(-5, bad) is True
    assert right(0, bad) is None
    assert right(5, ()) is None
    assert right(5, (*good, *bad)) is None


def test_what_came_is_weighed_without_bias() -> None:
    seen = view(CONTENT, opening(), "nasa")
    changes = [
        Change("figure", "tension", 2, "x", text("X")),
        Change("figure", "war", 1, "x", text("X")),
    ]
    came = came_out(INDEX, seen, "abroad", "nasa", changes)
    assert came == (("tension", 2, -1000), ("war", 1, -300))
    assert came_out(INDEX, seen, "money", "nasa", changes) == ()


def test_a_line_about_a_faction_is_said_of_that_faction_alone() -> None:
    upstairs = ("They nod upstairs.",) * 20
    voice = replace(CONTENT.advisers["polls"].voice, of={"hawks": (upstairs, upstairs)})
    content = with_adviser("polls", voice=voice)
    told = [
        (o.path, phrases_of(content.advisers["polls"], o.stance, o.path)[o.phrase] in upstairs)
        for state in moments(40)
        for o in heard(state, content)
        if o.adviser == "polls"
    ]
    assert ("nasa.faction.hawks", True) in told
    assert {path for path, said in told if said} == {"nasa.faction.hawks"}
    assert any(path == "nasa.faction.congress" for path, _ in told)

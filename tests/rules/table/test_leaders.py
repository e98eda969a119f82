"""Who holds the offices, and what changes when they change hands."""

from __future__ import annotations

from dataclasses import replace

from game.content import records as r
from game.content.paths import TOPICS
from game.rules.draft import Draft
from game.rules.state import Offer, Slot, Term
from game.rules.table import knowledge, leaders
from game.rules.table.handing_over import TOLD_FROM
from tests.small import CONTENT
from tests.words import said
from tests.worlds import INDEX, begin, decide, index_with, opening, perform_on, until, with_deal

NEXT = {"nasa": "nasa_next", "roscosmos": "roscosmos_next", "esa": "aschbacher"}


def test_a_leader_weighs_topics_and_is_neutral_about_the_rest() -> None:
    state = opening()
    assert leaders.leader(INDEX, state, "roscosmos").id == "rogozin"
    assert leaders.weight(state, "roscosmos", "power") == 150
    assert leaders.weight(state, "roscosmos", "money") == leaders.NEUTRAL


def test_the_weights_follow_the_office_at_once_and_others_only_hear_of_it() -> None:
    draft = perform_on(opening(), r.Study("roscosmos"))
    assert draft.state.knowledge["nasa"]["roscosmos.weight.power"].spread == 0
    draft.state.turn = 5
    leaders.hand_over(draft, "roscosmos", "roscosmos_next")
    assert leaders.weight(draft.state, "roscosmos", "power") == leaders.NEUTRAL
    assert leaders.weight(draft.state, "roscosmos", "money") == 140
    for topic in TOPICS:
        held = draft.state.knowledge["nasa"][f"roscosmos.weight.{topic}"]
        assert held.spread == knowledge.HEARSAY + knowledge.STRANGER
        assert held.turn == 5
        assert held.estimate - held.spread <= leaders.weight(draft.state, "roscosmos", topic)


def test_only_the_office_itself_sees_its_weights_move() -> None:
    draft = begin()
    leaders.hand_over(draft, "roscosmos", "roscosmos_next")
    moved = {c.path: c for c in draft.changes if c.kind == "figure"}
    assert moved["roscosmos.weight.power"].amount == -50
    assert all(change.seen == ("roscosmos",) for change in moved.values())


def test_a_partner_without_a_named_leader_gets_the_first_of_its_own() -> None:
    assert opening().words["esa.leader"] == "aschbacher"


def test_unsigned_offers_of_an_office_lapse_when_it_changes_hands() -> None:
    state = until(opening(), "table", "nasa")
    offered = decide(state, "offer", "roscosmos", Term("ceremony", 1, "nasa")).state
    for partner, left in (("nasa", 0), ("roscosmos", 0), ("esa", 1)):
        draft = begin(offered)
        leaders.hand_over(draft, partner, NEXT[partner])
        assert len(draft.state.offers) == left
        assert sum(slot.kind == "answer" for slot in draft.state.queue) == left
        assert any(slot.kind == "table" for slot in draft.state.queue)


def _told(draft: Draft, code: str) -> list[tuple[str, tuple[str, ...]]]:
    """Return what was told under a code in words, and to whom (nobody named: to all)."""
    return [(said(c.reason), c.seen) for c in draft.changes if c.reason.code == code]


def test_both_sides_hear_whose_offers_lapse() -> None:
    state = until(opening(), "table", "nasa")
    offered = decide(state, "offer", "roscosmos", Term("ceremony", 1, "nasa")).state
    draft = begin(offered)
    leaders.hand_over(draft, "roscosmos", "roscosmos_next")
    told = "With the change at Roscosmos an offer lapses: Ceremony."
    assert _told(draft, "leader.lapsed") == [(told, ("nasa", "roscosmos"))]
    (lapsed,) = [c for c in draft.changes if c.reason.code == "leader.lapsed"]
    assert (lapsed.kind, lapsed.path) == ("offer", offered.offers[0].id)
    quiet = begin(opening())
    leaders.hand_over(quiet, "roscosmos", "roscosmos_next")
    assert _told(quiet, "leader.lapsed") == []


def test_a_new_office_says_what_it_asks_for_and_what_it_does_not_sign() -> None:
    today = opening().figures["date"]
    head = replace(
        CONTENT.leaders["roscosmos_next"],
        wants={"seat_swap": 3},
        red_lines={"engines": 0, "ceremony": today, "inspection": today + 1},
    )
    index = index_with(leaders={**CONTENT.leaders, "roscosmos_next": head})
    draft = Draft(index, opening())
    leaders.hand_over(draft, "roscosmos", "roscosmos_next")
    assert _told(draft, "leader.asks") == [("Roscosmos now asks for: Seat swap.", ())]
    shut = "Roscosmos doesn't sign now: Engines, Inspection."
    assert _told(draft, "leader.refuses") == [(shut, ())]


def test_each_chair_hears_what_running_papers_are_worth_now_by_what_it_believes() -> None:
    state = with_deal(opening(), "engines", 6, "roscosmos")
    draft = begin(state)
    leaders.hand_over(draft, "roscosmos", "roscosmos_next")  # it cares 140 % about money
    told = {seen: words for words, seen in _told(draft, "leader.weighs")}
    assert "is worth -9 to it now" in told[("roscosmos",)]
    assert "and was -6: Engines (6 engines)." in told[("roscosmos",)]
    path = "roscosmos.weight.money"
    believed = draft.state.knowledge["nasa"][path].estimate
    expected = -6 * believed // 100
    said = abs(expected + 6) >= TOLD_FROM
    assert (f"is worth {expected:+d} to it" in told.get(("nasa",), "")) == said
    elsewhere = begin(state)
    leaders.hand_over(elsewhere, "esa", NEXT["esa"])
    assert _told(elsewhere, "leader.weighs") == []


def test_what_a_paper_is_worth_a_little_less_is_nothing_to_tell() -> None:
    draft = begin(with_deal(opening(), "engines", 3, "roscosmos"))
    leaders.hand_over(draft, "roscosmos", "roscosmos_next")  # -3 to it before, -5 now
    assert _told(draft, "leader.weighs") == []


def test_whoever_follows_a_dismissal_is_unnamed_and_somebody_else() -> None:
    draft = begin(opening())
    first = leaders.successor(draft, "nasa")
    assert first in ("nasa_next", "nasa_third")
    draft.own("words")["nasa.leader"] = first
    assert leaders.successor(draft, "nasa") not in ("nelson", first)


def test_where_nobody_can_follow_the_holder_stays() -> None:
    assert leaders.successor(begin(opening()), "esa") == "aschbacher"


def test_a_deal_that_home_still_weighs_lapses_with_the_office_that_signed_it() -> None:
    state = until(opening(), "table", "nasa")
    offer = Offer("1_nasa_esa", "nasa", "esa", (Term("ceremony", 1, "nasa"),))
    slot = Slot("ratify", "esa", offer.id)
    waiting = replace(state, offers=(offer,), queue=(slot, *state.queue))
    for partner, left in (("nasa", 0), ("esa", 0), ("roscosmos", 1)):
        draft = begin(waiting)
        leaders.hand_over(draft, partner, NEXT[partner])
        assert len(draft.state.offers) == draft.state.queue.count(slot) == left

"""Who holds the offices, and what changes when they change hands."""

from __future__ import annotations

from game.rules import leaders
from game.rules.state import Term
from tests.worlds import INDEX, begin, decide, opening, until

NEXT = {"nasa": "nasa_next", "roscosmos": "roscosmos_next", "esa": "aschbacher"}


def test_a_leader_weighs_topics_and_is_neutral_about_the_rest() -> None:
    state = opening()
    assert leaders.leader(INDEX, state, "roscosmos").id == "rogozin"
    assert leaders.weight(INDEX, state, "roscosmos", "power") == 150
    assert leaders.weight(INDEX, state, "roscosmos", "money") == leaders.NEUTRAL


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


def test_whoever_follows_a_dismissal_is_unnamed_and_somebody_else() -> None:
    draft = begin(opening())
    first = leaders.successor(draft, "nasa")
    assert first in ("nasa_next", "nasa_third")
    draft.own("words")["nasa.leader"] = first
    assert leaders.successor(draft, "nasa") not in ("nelson", first)


def test_where_nobody_can_follow_the_holder_stays() -> None:
    assert leaders.successor(begin(opening()), "esa") == "aschbacher"

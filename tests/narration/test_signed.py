"""What an offer comes to before its sums are read: whose it is, and its price."""

from __future__ import annotations

from game.narration.offers import price_told, verdict_told
from game.rules.decisions import Change
from game.rules.messages import NOTHING
from game.rules.state import Offer, Slot, SlotKind, State, Term
from tests.small import CONTENT
from tests.worlds import changed, opening

ALMS = Offer("1_nasa_roscosmos", "nasa", "roscosmos", (Term("alms", 2, "nasa"),))


def _put(kind: SlotKind, chair: str) -> State:
    state = opening()
    state.offers, state.queue = (ALMS,), (Slot(kind, chair, ALMS.id),)
    return state


def test_whose_offer_lies_on_the_table_is_not_asked_whether_they_would_sign() -> None:
    told = verdict_told(CONTENT, _put("answer", "roscosmos"), "roscosmos", ALMS, "nasa")[1]
    assert told.startswith("NASA: this is their own offer")
    countered = _put("counter", "nasa")
    told = verdict_told(CONTENT, countered, "nasa", ALMS, "roscosmos")[1]
    assert told.startswith("Roscosmos: this is their own offer")


def test_an_offer_that_is_still_being_drafted_is_nobodys_own() -> None:
    state = _put("answer", "roscosmos")
    more = Offer(ALMS.id, "nasa", "roscosmos", (Term("alms", 3, "nasa"),))
    for seen, offer in ((state, more), (opening(), ALMS)):
        told = verdict_told(CONTENT, seen, "roscosmos", offer, "nasa")[1]
        assert "their own offer" not in told


def _price(*moves: tuple[str, int]) -> str:
    changes = [Change("figure", path, by, "test", NOTHING) for path, by in moves]
    state = changed(opening(), nasa__treasury=60, roscosmos__trust__nasa=40)
    return price_told(CONTENT, state, changes, "nasa")


def test_a_price_names_the_own_treasury_however_small_its_share() -> None:
    told = _price(("tension", -9), ("roscosmos.trust.nasa", 8), ("esa.trust.nasa", 7),
                  ("nasa.treasury", 72))  # fmt: skip
    assert told.startswith("Treasury 60 M > 132 M, ")


def test_a_price_says_whose_trust_in_whom() -> None:
    assert _price(("roscosmos.trust.nasa", 8)) == "Roscosmos's trust in you 40 > 48"

"""What an offer comes to before its sums are read: whose it is, and its price."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from game.narration.offers import price_told, verdict_told
from game.rules.decisions import Change
from game.rules.ledger import totals
from game.rules.messages import NOTHING
from game.rules.preview import if_signed
from game.rules.state import Offer, Slot, SlotKind, State, Term
from game.rules.view import view
from game.testing.strategies import offers, states
from tests.small import CONTENT
from tests.worlds import changed, opening

ALMS = Offer("1_nasa_roscosmos", "nasa", "roscosmos", (Term("alms", 2, "nasa"),))


def _put(kind: SlotKind, chair: str) -> State:
    state = opening()
    state.offers, state.queue = (ALMS,), (Slot(kind, chair, ALMS.id),)
    return state


def test_whose_offer_lies_on_the_table_is_not_asked_whether_they_would_sign() -> None:
    told = verdict_told(CONTENT, _put("answer", "roscosmos"), "roscosmos", ALMS)[1]
    assert told.startswith("NASA: this is their own offer")
    countered = _put("counter", "nasa")
    told = verdict_told(CONTENT, countered, "nasa", ALMS)[1]
    assert told.startswith("Roscosmos: this is their own offer")


def test_an_offer_that_is_still_being_drafted_is_nobodys_own() -> None:
    state = _put("answer", "roscosmos")
    more = Offer(ALMS.id, "nasa", "roscosmos", (Term("alms", 3, "nasa"),))
    for seen, offer in ((state, more), (opening(), ALMS)):
        told = verdict_told(CONTENT, seen, "roscosmos", offer)[1]
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


def test_a_price_holds_the_outside_options_too() -> None:
    assert _price(("option.us_reboost", 3)) == "US reboost 0 % > 3 %"
    assert _price(("option.us_reboost", 3), ("tension", -1)).count(" > ") == 2


@pytest.mark.parametrize(
    ("moves", "said"),
    (
        ((), "nothing moves at once"),
        ((("nasa.faction.hawks", 2), ("esa.standing", 1)), "only moods move at once"),
        ((("esa.standing", 1),), "only others' figures move at once"),
    ),
)
def test_what_isnt_named_isnt_said_to_stand_still(
    moves: tuple[tuple[str, int], ...], said: str
) -> None:
    assert _price(*moves) == said


def test_what_there_is_no_room_for_is_counted() -> None:
    four = (("tension", -9), ("sanctions", -5), ("cohesion", 3), ("nasa.standing", 2))
    assert _price(*four).endswith(", and 1 more")
    assert " more" not in _price(*four[:3])


@given(st.data())
def test_whatever_signing_moves_is_named_or_counted(data: st.DataObject) -> None:
    state = data.draw(states(CONTENT))
    offer = data.draw(offers(CONTENT, state))
    seen = view(CONTENT, state, offer.maker)
    changes = if_signed(CONTENT, seen, offer, offer.maker).changes
    told = price_told(CONTENT, seen, changes, offer.maker)
    shown = totals(changes)
    assert (told == "nothing moves at once") == (not shown)
    plain = [path for path in shown if path.partition(".")[0] not in CONTENT.partners]
    more = int(told.rpartition("and ")[2].removesuffix(" more")) if told.endswith(" more") else 0
    assert told.count(" > ") + more >= len(plain)

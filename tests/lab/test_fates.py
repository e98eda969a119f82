"""What became of signatures: in force at once, won or pressed through at home, or let fall."""

from __future__ import annotations

from dataclasses import replace

import pytest

from game.lab.fates import Fates, fates
from game.rules.decisions import Decision
from game.rules.setup import Setup
from game.rules.state import Offer, Slot, State, Term
from game.rules.turn import apply
from game.session import Session, seats_for
from tests.lab.world import CHAIRS, SHORT, experiment
from tests.small import CAMPAIGN, CONTENT
from tests.worlds import changed, opening

OFFER = Offer("1_nasa_roscosmos", "nasa", "roscosmos", (Term("inspection", 1, "nasa"),))
TABLE = Slot("table", "esa")


def _homes(mood: int) -> State:
    """Return Roscosmos' answer to an offer, both homes being in one mood."""
    factions = {
        f"{chair}__faction__{name}": mood
        for chair, names in (("nasa", ("congress", "hawks")), ("roscosmos", ("kremlin", "corps")))
        for name in names
    }
    trust = {"nasa__trust__roscosmos": mood, "roscosmos__trust__nasa": mood}
    state = changed(opening(), tension=30, nasa__treasury=400, **factions, **trust)
    return replace(state, offers=(OFFER,), queue=(Slot("answer", "roscosmos", OFFER.id), TABLE))


def _played(state: State, *picks: str) -> Fates:
    """Return what became of deals when chairs pick so, one after the other."""
    setup = Setup(CAMPAIGN, "nasa", 1)
    game = Session(CONTENT, setup, seats_for(CONTENT, setup), opening=state)
    for pick in picks:
        slot = game.state.queue[0]
        game.decisions.append(Decision(slot.chair, slot.kind, pick))
        game.states.append(apply(CONTENT, game.state, game.decisions[-1]).state)
    return fates(game)


@pytest.mark.parametrize(
    ("mood", "picks", "signed", "ratified", "fallen"),
    (
        (100, ("accept",), 1, 1, 0),
        (100, ("decline",), 0, 0, 0),
        (0, ("accept",), 1, 0, 0),
        (0, ("accept", "press"), 1, 0, 0),
        (0, ("accept", "press", "press"), 1, 1, 0),
        (0, ("accept", "press", "fall"), 1, 0, 1),
        (0, ("accept", "fall"), 1, 0, 1),
    ),
)
def test_a_signature_is_ratified_once_no_home_has_still_to_decide(
    mood: int, picks: tuple[str, ...], signed: int, ratified: int, fallen: int
) -> None:
    found = _played(_homes(mood), *picks)
    counted = (found.signed["inspection"], found.ratified["inspection"], found.fallen["inspection"])
    assert counted == (signed, ratified, fallen)
    assert not found.by_card


def test_a_cards_deal_is_signed_and_ratified_and_told_apart() -> None:
    card = Slot("card", "roscosmos", "reply")
    state = replace(_homes(100), offers=(), queue=(card, TABLE))
    found = _played(state, "sign_at_once")
    for counter in (found.signed, found.ratified, found.by_card):
        assert counter == {"inspection": 1}


@pytest.mark.parametrize(("pick", "ratified"), (("press", 1), ("fall", 0)))
def test_a_cards_deal_may_fall_at_home_too(pick: str, ratified: int) -> None:
    card = Slot("card", "roscosmos", "reply")
    factions = dict.fromkeys(("roscosmos__faction__kremlin", "roscosmos__faction__corps"), 0)
    cross = changed(_homes(0), **factions, roscosmos__trust__esa=0, roscosmos__treasury=0)
    found = _played(replace(cross, offers=(), queue=(card, TABLE)), "sign_at_once", pick)
    assert (found.signed, found.by_card) == ({"inspection": 1}, {"inspection": 1})
    assert found.ratified["inspection"] == ratified != found.fallen["inspection"]


def test_whole_games_lose_no_signature_on_the_way() -> None:
    for seed in range(1, 4):
        game = Session(
            SHORT, replace(experiment().setup, seed=seed), dict.fromkeys(CHAIRS, "random")
        )
        game.play_others()
        found = fates(game)
        assert found.signed
        for clause, signed in found.signed.items():
            open_ = sum(clause in {t.clause for t in o.terms} for o in game.state.offers)
            assert signed == found.ratified[clause] + found.fallen[clause] + open_
            assert found.by_card[clause] <= signed

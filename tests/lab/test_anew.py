"""How much of a second campaign is new, and what knowing the first does to it."""

from __future__ import annotations

from game.lab.anew import cards, shares, told
from tests.saves.games import SMALL
from tests.small import CAMPAIGN


def test_a_campaign_shows_undated_cards_of_its_chair_alone() -> None:
    found = cards(SMALL, CAMPAIGN, "esa", 3)
    assert found
    for card in found:
        event = SMALL.events[card]
        assert event.weight and "esa" in {desk.chair for desk in event.desks}


def test_shares_are_of_the_second_campaign() -> None:
    unknowing, knowing = shares(SMALL, CAMPAIGN, "esa", 3)
    assert 0 <= unknowing <= 100 and 0 <= knowing <= 100


def test_a_line_says_the_mean_and_how_sure_it_is() -> None:
    assert told("esa, knowing", [40.0, 60.0]) == "esa, knowing            50.0 % ±10.0"
